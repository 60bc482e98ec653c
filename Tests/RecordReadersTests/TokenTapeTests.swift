import Testing

@testable import RecordReaders

@Suite struct TokenTapeTests {
  private func texts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return TokenTape(parsing: bytes, maxDepth: 64).tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test func everyTokenHasItsExactBytes() {
    #expect(
      texts(" { \"é\" : [ 1.50 ,\t-2e+3, true,false , null, \"a\\\"b\" ] }\n") == [
        "{ \"é\" : [ 1.50 ,\t-2e+3, true,false , null, \"a\\\"b\" ] }", "\"é\"",
        "[ 1.50 ,\t-2e+3, true,false , null, \"a\\\"b\" ]", "1.50", "-2e+3", "true", "false", "null", "\"a\\\"b\"", "]",
        "}",
      ])
  }

  @Test func nextLeapsOverContainers() {
    let tape = TokenTape(parsing: Array(#"{"a": [1, [2, 3]], "b": {}}"#.utf8), maxDepth: 64)
    #expect(tape.isComplete)
    #expect(
      tape.tokens.map(\.kind) == [
        .objectStart, .key, .arrayStart, .number, .arrayStart, .number, .number, .arrayEnd, .arrayEnd, .key,
        .objectStart,
        .objectEnd, .objectEnd,
      ])
    #expect(tape.tokens.map(\.next) == [13, 2, 9, 4, 8, 6, 7, 8, 9, 10, 12, 12, 13])
  }

  @Test func aTornTextGivesAWellFormedTape() {
    let tape = TokenTape(parsing: Array(#"{"a": [1, {"b": 2"#.utf8), maxDepth: 64)
    #expect(!tape.isComplete)
    #expect(
      tape.tokens.map(\.kind) == [
        .objectStart, .key, .arrayStart, .number, .objectStart, .key, .number, .objectEnd, .arrayEnd, .objectEnd,
      ])
    #expect(tape.tokens.first?.next == tape.tokens.count)
  }

  /// The plain loop that indexes broken texts must see the same tokens as simdjson does in sound ones.
  @Test func bothIndexesAgree() {
    let sound = Array(FullRecord.text.utf8)
    // A broken byte after the end turns the plain loop on without changing what stands before.
    let broken = sound + [0xFF]
    let first = TokenTape(parsing: sound, maxDepth: 64)
    let second = TokenTape(parsing: broken, maxDepth: 64)
    #expect(second.faults.contains { $0.kind == .invalidUTF8 })
    #expect(first.tokens.map(\.range) == second.tokens.map(\.range))
    #expect(first.tokens.map(\.kind) == second.tokens.map(\.kind))
  }

  @Test func stringsAreFoundAtEveryAlignment() {
    for padding in 0..<130 {
      let text = String(repeating: " ", count: padding) + #"["a\\", "\"", "", "b  "  , "x"]"#
      let tape = TokenTape(parsing: Array(text.utf8), maxDepth: 64)
      #expect(tape.faults.isEmpty)
      #expect(texts(text).dropFirst().dropLast() == [#""a\\""#, #""\"""#, #""""#, #""b  ""#, #""x""#])
    }
  }

  @Test func aTapeDoesNotRememberTheTextBefore() {
    _ = TokenTape(parsing: Array(repeating: UInt8(ascii: "["), count: 200_000), maxDepth: 64)
    _ = TokenTape(parsing: [0xEF, 0xBB, 0xBF] + Array("\"unclosed".utf8), maxDepth: 64)
    let tape = TokenTape(parsing: Array("[1]".utf8), maxDepth: 64)
    #expect(tape.faults.isEmpty)
    #expect(tape.tokens.count == 3)
  }
}
