/// An ``UntypedValue`` laid out for rendering: all texts in one stretch of memory, the values of an object beside each other, every name stored once.
///
/// Making it costs about as much as rendering it a few times; make it once for a value that is rendered by several templates.
public struct UntypedData: Sendable {
  /// One value.
  struct Entry {
    enum Kind: UInt8 {
      case null
      case text
      case list
      case object
    }

    var kind = Kind.null
    /// Whether a section over it is rendered.
    var isTruthy = false
    /// Whether a text holds a byte that HTML asks to escape.
    var needsEscape = false
    /// The names of an object: an index of `layouts`.
    var layout: UInt32 = 0
    /// A text: the first byte in `text`. A list or an object: the first value in `entries`.
    var start: UInt32 = 0
    /// How many bytes or values.
    var count: UInt32 = 0
  }

  /// All values; the root is the first, and those of one list or object stand beside each other.
  private(set) var entries: [Entry] = [Entry()]
  /// The texts of all values, UTF-8, with ``Cell/padding`` behind the last one.
  private(set) var text = Array("truefalse".utf8)
  /// The names of all objects.
  private(set) var symbols = SymbolTable()
  /// The different sets of names that objects have.
  private(set) var layouts = LayoutTable()

  /// Lays out a value.
  ///
  /// - Throws: ``UntypedLimitError`` when it takes more than ``TemplateLimits/dataBytes``.
  public init(_ value: UntypedValue, limits: TemplateLimits = TemplateLimits()) throws(UntypedLimitError) {
    let limit = min(limits.dataBytes, Int(UInt32.max) - Cell.padding)
    // A stack of its own: no depth of the data can exhaust the program's.
    var waiting: [(value: UntypedValue, index: Int)] = []
    var recent = RecentLayouts()
    place(value, at: 0, &waiting)
    while let (value, index) = waiting.popLast() {
      let start = entries.count
      switch value {
      case .list(let values):
        reserve(values.count)
        for offset in values.indices { place(values[offset], at: start + offset, &waiting) }
        entries[index] = Entry(
          kind: .list, isTruthy: !values.isEmpty, start: UInt32(start), count: UInt32(values.count))
      case .object(let object):
        let known = recent.layout(of: object.fields, symbols: &symbols, layouts: &layouts)
        reserve(known.count)
        for offset in object.fields.indices where known.positions[offset] >= 0 {
          place(object.fields[offset].value, at: start + Int(known.positions[offset]), &waiting)
        }
        entries[index] = Entry(
          kind: .object, isTruthy: true, layout: known.layout, start: UInt32(start), count: UInt32(known.count))
      case .null, .bool, .number, .string: break
      }
      guard text.count + symbols.byteCount + entries.count * MemoryLayout<Entry>.stride <= limit else {
        throw UntypedLimitError(.data(bytes: limit))
      }
    }
    guard text.count <= limit else { throw UntypedLimitError(.data(bytes: limit)) }
    text.append(contentsOf: repeatElement(0, count: Cell.padding))
  }

  private mutating func reserve(_ count: Int) {
    for _ in 0..<count { entries.append(Entry()) }
  }

  private mutating func place(
    _ value: UntypedValue, at index: Int, _ waiting: inout [(value: UntypedValue, index: Int)]
  ) {
    switch value {
    case .null: break
    case .bool(let flag):
      entries[index] = Entry(kind: .text, isTruthy: flag, start: flag ? 0 : 4, count: flag ? 4 : 5)
    case .number(let number):
      let isZero = number.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.allSatisfy { "0.+-".utf8.contains($0) }
      entries[index] = entry(number, isTruthy: !isZero)
    case .string(let string): entries[index] = entry(string, isTruthy: !string.isEmpty)
    case .list, .object: waiting.append((value, index))
    }
  }

  private mutating func entry(_ string: String, isTruthy: Bool) -> Entry {
    let start = text.count
    var string = string
    let needsEscape = string.withUTF8 { bytes in
      text.append(contentsOf: bytes)
      return bytes.contains(where: HTMLText.isSpecial)
    }
    return Entry(
      kind: .text, isTruthy: isTruthy, needsEscape: needsEscape, start: UInt32(truncatingIfNeeded: start),
      count: UInt32(truncatingIfNeeded: text.count - start))
  }
}
