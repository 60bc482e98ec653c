package import Diagnostics

/// Scalars for private use in the output of a marking check: each stands for the line of a template whose tag or words follow it.
///
/// A program that shows a report beside its templates renders with them, reads which statement holds which, and throws the output away.
package enum PlaceMark {
  private static let first: UInt32 = 0x10_0000
  private static let last: UInt32 = 0x10_FFFD

  /// The scalar of a place; nil for more places than there are scalars.
  static func scalar(_ number: Int) -> Unicode.Scalar? {
    number <= Int(last - first) ? Unicode.Scalar(first + UInt32(number)) : nil
  }

  /// The position in the list of places; nil for a scalar that is no mark.
  package static func number(of scalar: Unicode.Scalar) -> Int? {
    (first...last).contains(scalar.value) ? Int(scalar.value - first) : nil
  }
}

/// A template that prints a mark before each text of Markdown and at the end of each line of words, and what the marks stand for.
package struct MarkedTemplate: Sendable {
  package let template: CheckedTemplate
  /// By the numbers of the marks; columns are 1.
  package let places: [SourceLocation]
}

/// The marks of one check.
struct PlaceMarks {
  private(set) var places: [SourceLocation] = []
  private var numbers: [SourceLocation: Int] = [:]

  /// The mark of a line, in UTF-8; empty when there are too many.
  mutating func mark(_ location: SourceLocation) -> [UInt8] {
    let line = SourceLocation(file: location.file, line: location.line, column: 1)
    let number = numbers[line] ?? places.count
    guard let scalar = PlaceMark.scalar(number) else { return [] }
    if number == places.count {
      numbers[line] = number
      places.append(line)
    }
    return Array(String(Character(scalar)).utf8)
  }

  /// Whether a mark at the end of a literal line changes nothing of how it is read: a heading, or words.
  static func takesMark(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = line.first, let last = line.last else { return false }
    let isWord = ByteClass.isAlphanumeric(first) && !(0x30...0x39).contains(first)
    let isStrong = line.starts(with: "**".utf8)
    let isClosed = ByteClass.isAlphanumeric(last) || ".:!?*)".utf8.contains(last)
    return (isWord || isStrong || first == UInt8(ascii: "#")) && isClosed
  }
}

extension TemplateChecker {
  /// The same check as ``check(_:in:)``, for a template that prints its places as well.
  package func checkMarking(_ name: String, in set: TemplateSet) throws(TemplateFaults) -> MarkedTemplate {
    var checker = self
    checker.isMarking = true
    let outcome = checker.outcome(of: name, in: set)
    guard let template = outcome.template else { throw TemplateFaults(outcome.diagnostics) }
    return MarkedTemplate(template: template, places: outcome.places)
  }
}
