import CSimdjson

/// A JSON text as a flat list of tokens with exact byte offsets; the only file that touches CSimdjson and its pointers.
struct TokenTape: Sendable {
  enum Kind: Sendable {
    case objectStart, objectEnd, arrayStart, arrayEnd, key, string, number, `true`, `false`, null
    /// A value with a fault of its own: its place is known, its content is not.
    case invalid
  }

  /// One token: where it stands in bytes and which token follows its value.
  struct Token: Sendable {
    fileprivate let raw: cjson_token

    /// The offset of the first byte; the opening quote of a string.
    var start: Int { Int(raw.start) }
    /// The offset after the last byte: for a container's start, after its closing bracket.
    var end: Int { Int(raw.end) }
    /// The index of the token after this value.
    var next: Int { Int(raw.next) }
    var range: Range<Int> { start..<max(start, end) }
    /// The text of a string or key between its quotes, as written.
    var content: Range<Int> { start + 1..<max(start + 1, end - 1) }
    var hasEscapes: Bool { raw.flags & UInt16(CJSON_HAS_ESCAPES) != 0 }

    var opensContainer: Bool {
      Int(raw.kind) == CJSON_OBJECT_START || Int(raw.kind) == CJSON_ARRAY_START
    }

    var kind: Kind {
      switch Int(raw.kind) {
      case CJSON_OBJECT_START: .objectStart
      case CJSON_OBJECT_END: .objectEnd
      case CJSON_ARRAY_START: .arrayStart
      case CJSON_ARRAY_END: .arrayEnd
      case CJSON_KEY: .key
      case CJSON_STRING: .string
      case CJSON_NUMBER: .number
      case CJSON_TRUE: .true
      case CJSON_FALSE: .false
      case CJSON_NULL: .null
      default: .invalid
      }
    }
  }

  /// What breaks the grammar of JSON, and where.
  struct Fault: Sendable {
    enum Kind: Sendable, CaseIterable {
      case empty, unexpectedEnd, unclosedString, expectedValue, expectedKey, expectedColon, expectedComma, trailingComma
      case wrongBracket, trailingContent, secondDocument, badNumber, badLiteral, badEscape, loneSurrogate
      case controlCharacter, invalidUTF8, tooDeep, outOfMemory
    }

    let kind: Kind
    let range: Range<Int>
    /// The opening bracket that the fault refers to.
    let related: Int?
  }

  private(set) var tokens: [Token] = []
  private(set) var faults: [Fault] = []
  /// False when a fault ended the walk: the tokens are those before it, with the open containers closed.
  private(set) var isComplete = false

  init(parsing bytes: [UInt8], maxDepth: Int) {
    let scanner = bytes.withUnsafeBufferPointer { cjson_open($0.baseAddress, $0.count) }
    guard let scanner else {
      faults = [Fault(kind: .outOfMemory, range: 0..<0, related: nil)]
      return
    }
    defer { cjson_close(scanner) }
    var complete: CInt = 0
    tokens = Array(unsafeUninitializedCapacity: cjson_token_bound(scanner)) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = base.withMemoryRebound(to: cjson_token.self, capacity: buffer.count) {
        cjson_walk(scanner, UInt32(clamping: maxDepth), $0, &complete)
      }
    }
    isComplete = complete != 0
    var faultCount = 0
    let found = UnsafeBufferPointer(start: cjson_faults(scanner, &faultCount), count: faultCount)
    faults = found.map { fault in
      let kinds = Fault.Kind.allCases
      let position = Int(fault.kind) - 1
      return Fault(
        kind: kinds.indices.contains(position) ? kinds[position] : .expectedValue,
        range: Int(fault.start)..<max(Int(fault.start), Int(fault.end)),
        related: fault.related == fault.start ? nil : Int(fault.related))
    }
  }
}
