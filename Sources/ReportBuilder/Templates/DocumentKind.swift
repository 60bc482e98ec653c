internal import Diagnostics
package import TemplateEngine

/// What a report template makes: it decides which safety sections the template must place, and what the page around it is called.
///
/// A template that goes into `{{#ehrNote}}` makes a note, and so on; any other makes a report. Every kind must place safety sections of its own,
/// so that no template gets away with fewer.
package enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case report, referral, note, patient, triage

  /// The kind of the template of that full name with all that it includes.
  static func of(_ name: String, in set: TemplateSet) -> DocumentKind {
    var reached: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for included in set.included(by: next) where reached.insert(included).inserted { waiting.append(included) }
    }
    let texts = reached.compactMap { set[$0]?.text.bytes }
    let own = allCases.dropFirst()
    return own.first { kind in texts.contains { opens(kind, in: $0) } }
      ?? texts.flatMap(unknownSections).lazy.compactMap { name in
        NearestNames.to(name, among: own.map(\.record), limit: 1).first.flatMap { near in
          own.first { $0.record == near }
        }
      }.first ?? .report
  }

  private static let knownNames = Set(TemplateFieldList([.report]).entries.map(\.name))

  /// Sections over names that nothing has: a slip in the name of a document is one fault, not all those of another kind.
  private static func unknownSections(in bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "{{#", omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in
        guard let end = part.firstIndex(of: "}"), part[end...].hasPrefix("}}") else { return nil }
        let name = part[..<end].trimmingSpaces
        return knownNames.contains(name) || name == "." ? nil : name
      }
  }

  /// Whether the text names the kind's own record: `{{#ehrNote}}`, or a part of it by a dotted name.
  private static func opens(_ kind: DocumentKind, in bytes: [UInt8]) -> Bool {
    let tags = ["{{#\(kind.record)}}", "{{# \(kind.record) }}", "{{\(kind.record)."].map { Array($0.utf8) }
    return bytes.indices.contains { index in
      bytes[index] == 0x7B && tags.contains { bytes[index...].starts(with: $0) }
    }
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

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
