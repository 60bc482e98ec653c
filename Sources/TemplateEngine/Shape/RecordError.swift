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
    /// A record that was written inside this one does not fit; with the number of the element, from 1, when it is one of a list. Of elements with the
    /// same faults only the first is told.
    case inside(name: String, element: Int?, RecordError)
    /// The closure that writes the record caught an error of one that writes a record inside, and went on.
    case unfinished
  }

  /// The name of the record's shape.
  public let record: String
  /// All faults: those of the given values in their order, then the missing fields in the order of the shape, then the limits of the shape.
  public let faults: [Fault]

  /// All faults in one line.
  public var description: String { "record \"\(record)\": " + sentences.joined(separator: "; ") }

  private var sentences: [String] {
    faults.flatMap { fault in
      switch fault {
      case .missing(let name): ["\"\(name)\" is missing"]
      case .unknown(let name, let nearest):
        ["\"\(name)\" is not a field" + (nearest.first.map { ", did you mean \"\($0)\"?" } ?? "")]
      case .repeated(let name): ["\"\(name)\" is given twice"]
      case .wrongKind(let name, let expected, let found): ["\"\(name)\" must be \(expected), not \(found)"]
      case .tooLong(let name, let limit): ["\"\(name)\" has more than \(limit) bytes or elements"]
      case .tooManyFields(let limit): ["its shape has more than \(limit) fields"]
      case .tooDeep(let limit): ["its shape has more than \(limit) records inside each other"]
      case .inside(let name, let element, let error):
        error.sentences.map { "in \(element.map { "element \($0) of " } ?? "")\"\(name)\": \($0)" }
      case .unfinished: ["a record inside was not written to its end"]
      }
    }
  }
}
