/// Finished markup made by the program itself, in one dialect. It is placed as it is.
///
/// Whoever makes a `Markup` promises that every part of it which came from outside was escaped.
public struct Markup: Sendable, Hashable {
  /// UTF-8 bytes.
  public let bytes: [UInt8]
  /// The dialect that the bytes are written in.
  public let dialect: Dialect

  /// Markup from UTF-8 bytes; a checked template of the same dialect rendered them, for example.
  public init(_ bytes: [UInt8], _ dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// Markup from a string.
  public init(_ text: String, _ dialect: Dialect) {
    self.init(Array(text.utf8), dialect)
  }
}

/// A value that a template prints, asks about or goes into; it must fit the ``Shape`` of its field.
public enum Value: Sendable, Hashable {
  /// Untrusted text, escaped where it is placed.
  case text(String)
  /// Finished markup.
  case markup(Markup)
  /// Yes or no.
  case flag(Bool)
  /// A group of named values.
  case record(Record)
  /// Records of one shape, also none.
  case list([Record])
  /// Nothing, for an optional field.
  case absent

  /// The text, or nothing when there is none.
  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .absent }

  /// A list of plain texts of the shape ``RecordShape/texts(_:_:)``.
  public static func texts(_ texts: [String], _ shape: RecordShape) throws(RecordError) -> Value {
    var records: [Record] = []
    records.reserveCapacity(texts.count)
    for text in texts { records.append(try shape.record { $0.text(".", text) }) }
    return .list(records)
  }
}
