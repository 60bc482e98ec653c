internal import Diagnostics
package import TemplateEngine

/// What a report template makes: it decides which safety sections the template must place, and what the page around it is called.
///
/// A template that goes into `{{#ehrNote}}` makes a note, and so on; any other makes a report. Every kind must place safety sections of its own,
/// so that no template gets away with fewer.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case report, referral, note, patient, triage

  /// The kinds whose records the template of that full name may print, with all that it includes: those that any tag names.
  static func printed(by name: String, in set: TemplateSet) -> Set<DocumentKind> {
    let own = allCases.dropFirst().map { ($0, Array($0.record.utf8)) }
    var printed: Set<DocumentKind> = []
    for text in texts(of: name, in: set) {
      for tag in text.indices.dropLast() where text[tag] == 0x7B && text[tag + 1] == 0x7B {
        // Where the delimiters change, tags are not looked for.
        guard tag + 2 < text.count, text[tag + 2] != UInt8(ascii: "=") else { return Set(allCases) }
        let content = text[(tag + 2)...].prefix { $0 != 0x7D }
        for (kind, record) in own where !printed.contains(kind) {
          let holds = content.indices.contains { content[$0] == record[0] && content[$0...].starts(with: record) }
          if holds { printed.insert(kind) }
        }
      }
    }
    return printed
  }

  private static func texts(of name: String, in set: TemplateSet) -> [[UInt8]] {
    var reached: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for included in set.included(by: next) where reached.insert(included).inserted { waiting.append(included) }
    }
    return reached.compactMap { set[$0]?.text.bytes }
  }

  /// The kind of the template of that full name with all that it includes.
  static func of(_ name: String, in set: TemplateSet) -> DocumentKind {
    let names = texts(of: name, in: set).flatMap(opened)
    let own = allCases.dropFirst()
    if let kind = own.first(where: { names.contains($0.record) }) { return kind }
    // A slip in the name of a document is one fault, not all those of another kind.
    let unknown = names.filter { !knownNames.contains($0) }
    let near = unknown.lazy.compactMap { NearestNames.to($0, among: own.map(\.record), limit: 1).first }.first
    return own.first { $0.record == near } ?? .report
  }

  private static let knownNames = Set(TemplateFieldList([.report]).entries.map(\.name))

  /// The names of all sections, and the first parts of dotted names, in one pass: `{{#ehrNote}}`, `{{ehrNote.coverage}}`.
  private static func opened(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else {
        index += 1
        continue
      }
      let isSection = bytes[index + 2] == UInt8(ascii: "#")
      var start = index + (isSection ? 3 : 2)
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      var end = start
      while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
      let isDotted = end < bytes.count && bytes[end] == UInt8(ascii: ".")
      if end > start, isSection || isDotted { names.insert(String(decoding: bytes[start..<end], as: UTF8.self)) }
      index = max(end, index + 2)
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  /// The name of the record that only documents of the kind print; that of a report has none.
  var record: String { self == .note ? "ehrNote" : rawValue }

  /// The page title, without the patient's id.
  var title: String {
    switch self {
    case .report: "Appointment summary"
    case .referral: "Referral letter"
    case .note: "Note"
    case .patient: "Your copy"
    case .triage: "Clinic list"
    }
  }

  /// What every document of the kind says of itself (basis F4), as far as it is true of it.
  package var footer: String {
    switch self {
    case .report: ReportModel.footer
    case .referral:
      "Summary of patient-recorded information. Not a diagnosis. All rules are drafts, not clinically reviewed; criteria and sources in the appointment summary."
    case .note: "Self-reported; not a diagnosis. Draft rules."
    case .patient: "This page shows what you wrote down. It is not a diagnosis."
    case .triage: "Self-reported; not a diagnosis."
    }
  }

  /// The same in the few words that the foot of every sheet has room for.
  var sheetFooter: String {
    switch self {
    case .report, .referral, .note, .triage: "self-reported; not a diagnosis"
    case .patient: "what you wrote down; not a diagnosis"
    }
  }

  /// What a template of the kind must place where nothing can hide it (design, promise 5).
  package var requirements: [Requirement] {
    switch self {
    case .report: ReportShape.requirements
    case .referral:
      ReportShape.requirements.filter { $0.name != "footer" } + [
        Requirement(record, printing: ["footer"], because: "the letter must say that it is not a diagnosis")
      ]
    case .note:
      [
        Requirement(
          record,
          printing: [
            "redFlags.level", "redFlags.title", "openFlags.title", "notAsked", "restlessLegs", "coverage", "footer",
          ], because: "a note without them could be read as an all-clear")
      ]
    case .patient:
      [
        Requirement(
          record,
          printing: [
            "now.action", "now.signs.sign", "unsettled.action", "unsettled.signs.sign", "always.action",
            "always.signs.sign", "notAsked", "coverage", "footer",
          ], because: "the reader must learn when to seek help, and that this is not a diagnosis")
      ]
    case .triage:
      [
        Requirement(
          record, printing: ["level", "counts", "coverage"],
          because: "a line without them could be read as an all-clear")
      ]
    }
  }
}
