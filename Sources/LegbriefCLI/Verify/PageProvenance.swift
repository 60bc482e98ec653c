import ClinicalRecord
import Diagnostics
import RecordReaders
import ReportBuilder

/// The provenance of a page: JSON in a `meta` element of its head.
enum PageProvenance {
  private static let opening = Array("<meta name=\"legbrief-provenance\" content=\"".utf8)
  /// The JSON of a page is about 12 KB.
  private static let limit = 1 << 20

  static func read(_ bytes: [UInt8]) throws(StatedProvenance.Fault) -> StatedProvenance {
    guard let start = firstIndex(of: opening, in: bytes).map({ $0 + opening.count }) else {
      throw StatedProvenance.none
    }
    guard let end = bytes[start...].prefix(limit).firstIndex(of: UInt8(ascii: "\"")) else {
      throw StatedProvenance.broken("end")
    }
    let source = SourceText(file: "provenance", bytes: AttributeText.unescaped(bytes[start..<end]))
    guard let document = JSONDocumentReader.read(source).document else { throw StatedProvenance.broken("JSON") }
    return try stated(document)
  }

  private static func stated(_ document: LocatedJSON) throws(StatedProvenance.Fault) -> StatedProvenance {
    guard document["provenance"]?.number == Double(Provenance.format) else {
      throw StatedProvenance.broken("version, which is \(Provenance.format) for this program")
    }
    guard let asOf = try Day(iso: text(document, "asOf")) else { throw StatedProvenance.broken("\"asOf\"") }
    guard let templates = document["templates"] else { throw StatedProvenance.broken("\"templates\"") }
    guard let ruleSet = document["ruleSet"] else { throw StatedProvenance.broken("\"ruleSet\"") }
    return StatedProvenance(
      form: .page, program: try text(document, "version"), record: try hash(document, "recordSHA256"), asOf: asOf,
      options: try texts(document, "options").map { Provenance.Option($0.key, $0.value) },
      templates: try hash(templates, "sha256"),
      templateFiles: try texts(templates, "files").map { .init(name: $0.key, fingerprint: $0.value) },
      ruleSet: try hash(ruleSet, "sha256"),
      rules: try texts(ruleSet, "rules").map { .init(id: $0.key, fingerprint: $0.value) })
  }

  private static func text(_ object: LocatedJSON, _ key: String) throws(StatedProvenance.Fault) -> String {
    guard let text = object[key]?.string else { throw StatedProvenance.broken("\"\(key)\"") }
    return text
  }

  private static func hash(_ object: LocatedJSON, _ key: String) throws(StatedProvenance.Fault) -> String {
    let text = try text(object, key)
    guard StatedProvenance.isHash(text) else { throw StatedProvenance.broken("\"\(key)\"") }
    return text
  }

  private static func texts(
    _ object: LocatedJSON, _ key: String
  ) throws(StatedProvenance.Fault) -> [(key: String, value: String)] {
    guard let members = object[key]?.members else { throw StatedProvenance.broken("\"\(key)\"") }
    var found: [(key: String, value: String)] = []
    for member in members {
      guard let text = member.value.string else { throw StatedProvenance.broken("\"\(key)\"") }
      found.append((member.key, text))
    }
    return found
  }

  private static func firstIndex(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count).first {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

/// The text of an HTML attribute as this program escapes it.
enum AttributeText {
  private static let references: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", "\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let found = references.first(where: { rest.starts(with: $0.name) }) {
        result.append(found.byte)
        rest = rest.dropFirst(found.name.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
