import Testing

@testable import TemplateEngine

@Suite struct OutputBufferTests {
  /// Every length around the widths of the copies, at every offset around the capacity.
  @Test func whatIsAppendedIsThere() {
    let source = (0..<400).map { UInt8($0 % 251) }
    for length in Array(0...130) + [255, 300] {
      for start in [0, 1, 30, 63, 64, 65, 127] {
        var output = OutputBuffer(capacity: 64)
        for _ in 0..<start { output.append(0xFF) }
        source.withUnsafeBytes { bytes in
          if let base = bytes.baseAddress { output.append(padded: base + 1, count: length) }
        }
        output.append(contentsOf: source[..<length])
        let expected = [UInt8](repeating: 0xFF, count: start) + source[1..<1 + length] + source[..<length]
        let (found, isFull) = (Array(output.bytes), output.isFull)
        #expect(found == expected && !isFull)
      }
    }
  }

  @Test func nothingIsWrittenPastTheLimit() {
    var output = OutputBuffer(capacity: 1 << 20, limit: 100)
    let source = [UInt8](repeating: 7, count: 200)
    source.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<100])) }
    let isFullAtTheLimit = output.isFull
    #expect(!isFullAtTheLimit)
    output.append(1)
    let isFull = output.isFull
    #expect(isFull)
    source.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { output.append(padded: base, count: 150) }
    }
    source.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    let found = Array(output.bytes)
    #expect(found == [UInt8](repeating: 7, count: 100))
  }

  @Test(arguments: [0, -1, 1])
  func aLimitOfNothing(limit: Int) {
    var output = OutputBuffer(capacity: 16, limit: limit)
    output.append(1)
    output.append(2)
    let (count, isFull) = (output.count, output.isFull)
    #expect(count == max(limit, 0) && isFull)
  }
}
