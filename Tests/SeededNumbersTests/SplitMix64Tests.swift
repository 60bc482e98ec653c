import SeededNumbers
import Testing

@Suite struct SplitMix64Tests {
  /// The numbers of the reference implementation (https://prng.di.unimi.it/splitmix64.c) for the seed 1234567.
  @Test func theNumbersAreThoseOfTheReference() {
    var numbers = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in numbers.next() } == expected)
  }

  @Test(arguments: [0, 1, 2, 7, 1000]) func belowStaysBelow(limit: Int) {
    var numbers = SplitMix64(seed: UInt64(limit))
    let drawn = (0..<200).map { _ in numbers.below(limit) }
    #expect(drawn.allSatisfy { $0 >= 0 && $0 < max(1, limit) })
    #expect(Set(drawn).count > 1 || limit < 2)
  }

  @Test func nothingIsPickedFromNothing() {
    var numbers = SplitMix64(seed: 1)
    let nothing = numbers.pick([Int]())
    let three = numbers.pick(3...3)
    let (never, always) = (numbers.chance(0), numbers.chance(100))
    #expect(nothing == nil)
    #expect(three == 3)
    #expect(!never && always)
  }
}
