/// One value of a record as the renderer reads it: 16 bytes in the memory of a record (``RecordStorage``).
///
/// Every kind has a `pointer` that can be followed, so that no kind needs a check before it is read:
///
/// | kind | `pointer` | `count` |
/// |---|---|---|
/// | `text`, `markup` | UTF-8 bytes, and at least ``padding`` more | bytes |
/// | `record` | the cells of the record | 1 |
/// | `list` | pointers to the cells of the elements, one after the other | elements |
/// | `flag` | the cell itself | 1 when it is set, else 0 |
/// | `absent` | the cell itself | 0 |
struct Cell: BitwiseCopyable {
  enum Kind: UInt8 {
    case absent
    case text
    case markup
    case flag
    case record
    case list
  }

  var pointer: UnsafeRawPointer
  var count: UInt32
  /// Which escapers would leave the text as it is; all of them for what is no text.
  var traits: TextTraits
  var kind: Kind

  /// How many bytes may be read behind a text, so that a short one is copied with one load and one store.
  static let padding = 16

  /// The bytes of a text or of markup.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: UInt8.self), count: Int(count))
  }

  /// The cells of a record.
  @inline(__always)
  var inside: UnsafePointer<Cell> { pointer.assumingMemoryBound(to: Cell.self) }

  /// The cells of the elements of a list.
  @inline(__always)
  var elements: UnsafePointer<UnsafePointer<Cell>> { pointer.assumingMemoryBound(to: UnsafePointer<Cell>.self) }

  /// The same, to go through.
  var elementCells: UnsafeBufferPointer<UnsafePointer<Cell>> {
    UnsafeBufferPointer(start: elements, count: Int(count))
  }

  /// What an optional field without a value holds.
  static func absent(at place: UnsafePointer<Cell>) -> Cell {
    Cell(pointer: UnsafeRawPointer(place), count: 0, traits: .all, kind: .absent)
  }

  // MARK: While a record is made

  /// What holds the place of a value that was not given yet; no record that exists has one.
  static func missing(at place: UnsafePointer<Cell>) -> Cell {
    Cell(pointer: UnsafeRawPointer(place), count: 1, traits: .all, kind: .absent)
  }

  var isMissing: Bool { kind == .absent && count == 1 }
}
