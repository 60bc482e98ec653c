import BatchReports
import ClinicalRecord
import Diagnostics
import RecordReaders
import ReportBuilder

/// What a report says it was made from, read off the report.
struct StatedProvenance {
  enum Form: String {
    case page = "html"
    case markdown = "md"
  }

  var form: Form
  var program: String
  var record: String
  var asOf: Day
  var options: [Provenance.Option]
  var templates: String
  /// Nil in Markdown, which states one fingerprint over all.
  var templateFiles: [TemplateFingerprint.Entry]?
  var ruleSet: String
  /// Nil in Markdown.
  var rules: [RuleSetFingerprint.Entry]?

  func option(_ name: ReportOrigin.OptionName) -> String? { options.first { $0.name == name.rawValue }?.value }

  /// Why nothing could be read: a report of another program, one that was cut off, or one whose provenance was edited.
  struct Fault: Error {
    var id: String
    var message: String
  }

  /// - Parameter bytes: the whole report.
  init(of bytes: [UInt8]) throws(Fault) {
    guard !bytes.isEmpty else { throw Fault(id: "not-a-report", message: "the file is empty") }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(id: "not-a-report", message: "a report is UTF-8 text")
    }
    let start = text.utf8.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 0x20 }.prefix(9)
    let isPage = String(decoding: start, as: UTF8.self).lowercased() == "<!doctype"
    self = isPage ? try PageProvenance.read(bytes) : try MarkdownProvenance.read(text)
  }

  init(
    form: Form, program: String, record: String, asOf: Day, options: [Provenance.Option], templates: String,
    templateFiles: [TemplateFingerprint.Entry]?, ruleSet: String, rules: [RuleSetFingerprint.Entry]?
  ) {
    self.form = form
    self.program = program
    self.record = record
    self.asOf = asOf
    self.options = options
    self.templates = templates
    self.templateFiles = templateFiles
    self.ruleSet = ruleSet
    self.rules = rules
  }

  /// 64 hexadecimal digits.
  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// A part of the provenance that is missing, or is not what it should be.
  static func broken(_ what: String) -> Fault {
    Fault(id: "provenance-broken", message: "the report's provenance has no usable \(what): it was edited, or cut off")
  }

  static let none = Fault(
    id: "no-provenance",
    message:
      "the file does not say what it was made from: it is a note, a clinic list or a letter or patient's copy in Markdown, another program made it, or it was cut off"
  )
}
