import ClinicalRecord
package import Diagnostics
import TemplateEngine

/// What tells one look of a report from another: a fingerprint of every file that forms it, and one over all of them.
package struct TemplateFingerprint: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var fingerprint: String

    package init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  package let combined: String
  /// By name; the settings of the practice are among them as `config`.
  package let files: [Entry]

  package init(combined: String, files: [Entry]) {
    self.combined = combined
    self.files = files
  }

  /// The name of the settings among the files.
  package static let settings = "config"

  /// - Parameters:
  ///   - report: the full name of the report's template.
  ///   - fingerprint: the hash of bytes in hexadecimal; the hash function is the caller's.
  package init(
    of report: String, builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)],
    settings: ReportSettings, by fingerprint: ([UInt8]) -> String
  ) {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    // Frames and drawings are reached by the program itself, not by a tag: all of them count.
    let framing = files.set.names.filter { Dialect(templateName: $0) == .html || Dialect(templateName: $0) == nil }
    var reached: Set<String> = Set(framing).union([report])
    var waiting = Array(reached)
    while let next = waiting.popLast() {
      for included in files.set.included(by: next) where reached.insert(included).inserted { waiting.append(included) }
    }
    var entries = reached.compactMap { name in
      files.set[name].map { Entry(name: name, fingerprint: fingerprint($0.text.bytes)) }
    }
    if let style = files.style {
      entries.append(Entry(name: TemplateFiles.style, fingerprint: fingerprint(style.bytes)))
    }
    entries.append(
      Entry(name: TemplateFingerprint.settings, fingerprint: fingerprint(Array(settings.json.compact.utf8))))
    entries.sort { $0.name < $1.name }
    self.init(
      combined: fingerprint(
        Array(
          ("templates of \(report)\n" + entries.map { "\($0.fingerprint)  \($0.name)\n" }.joined()).utf8)),
      files: entries)
  }
}
