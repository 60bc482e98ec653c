/// Values that do not fit the shape of a record: a mistake in the program that fills the report, never in a template.
///
/// It names fields and kinds, never a value.
public struct RecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One field that does not fit.
  public enum Fault: Sendable, Hashable {
    /// The shape has the field, the record was not given it.
    case missing(name: String)
    /// The record was given a field that the shape does not have.
    case unknown(name: String, nearest: [String])
    /// The same field was given twice.
    case repeated(name: String)
    /// The value is of another kind than the field.
    case wrongKind(name: String, expected: String, found: String)
    /// A text has more bytes or a list more elements than a record can hold.
    case tooLong(name: String, limit: Int)
    /// The shape has more fields than a record can hold.
    case tooManyFields(limit: Int)
    /// Records stand inside each other deeper than a record can be.
    case tooDeep(limit: Int)
  }

  /// The name of the record's shape.
  public let record: String
  /// All faults: those of the given values in their order, then the missing fields in the order of the shape, then the limits of the shape.
  public let faults: [Fault]

  /// All faults in one line.
  public var description: String {
    let sentences = faults.map { fault in
      switch fault {
      case .missing(let name): "\"\(name)\" is missing"
      case .unknown(let name, let nearest):
        "\"\(name)\" is not a field" + (nearest.first.map { ", did you mean \"\($0)\"?" } ?? "")
      case .repeated(let name): "\"\(name)\" is given twice"
      case .wrongKind(let name, let expected, let found): "\"\(name)\" must be \(expected), not \(found)"
      case .tooLong(let name, let limit): "\"\(name)\" has more than \(limit) bytes or elements"
      case .tooManyFields(let limit): "its shape has more than \(limit) fields"
      case .tooDeep(let limit): "its shape has more than \(limit) records inside each other"
      }
    }
    return "record \"\(record)\": " + sentences.joined(separator: "; ")
  }
}
