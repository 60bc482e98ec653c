internal import Diagnostics
import TemplateEngine

/// The built-in files with a folder of the user's own in front of them.
struct TemplateFiles: Sendable {
  /// The full name of the shipped document of a kind, which others of the kind are compared with.
  static func shipped(_ kind: DocumentKind) -> String {
    switch kind {
    case .report: "appointment.md.mustache"
    case .referral: "referral.md.mustache"
    case .note: "note.txt.mustache"
    case .patient: "patient.md.mustache"
    case .triage: "triage.txt.mustache"
    }
  }
  /// The full name of the frame around a report.
  static let page = "page.html.mustache"
  /// The name of the style sheet.
  static let style = "page.css"

  let set: TemplateSet
  /// The style sheet; nil when there is none.
  let style: SourceText?

  init(builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)]) {
    var sources: [String: SourceText] = [:]
    for file in builtin { sources[file.name] = SourceText(file: file.name, bytes: file.bytes) }
    for file in overlay { sources[file.name] = file.file }
    style = sources[TemplateFiles.style]
    set = TemplateSet(
      sources.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
        .map { TemplateSource(name: $0.key, text: $0.value) })
  }

  /// For every included template the names of those that include it.
  var includedBy: [String: [String]] {
    var result: [String: [String]] = [:]
    for name in set.names { for included in set.included(by: name) { result[included, default: []].append(name) } }
    return result
  }

  /// A style sheet is put into the page as it is: it must be text, and it must not be able to end its element.
  var styleFault: Diagnostic? {
    guard let style else { return nil }
    guard String(validating: style.bytes, as: UTF8.self) != nil else {
      return Diagnostic(
        .error, id: "style-not-utf8", "the style sheet must be UTF-8 text",
        at: style.location(at: 0), remedy: "save it as UTF-8")
    }
    let closing = Array("</style".utf8)
    let lowered = style.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard lowered.count >= closing.count,
      let start = (0...(lowered.count - closing.count)).first(where: {
        lowered[$0] == closing[0] && lowered[$0..<$0 + closing.count].elementsEqual(closing)
      })
    else { return nil }
    let range = start..<start + closing.count
    return Diagnostic(
      .error, id: "style-ends-element", "a style sheet must not hold \"</style\": it would end its element on the page",
      at: style.location(at: start), excerpt: Excerpt(of: style, marking: range), remedy: "take it out of page.css")
  }
}
