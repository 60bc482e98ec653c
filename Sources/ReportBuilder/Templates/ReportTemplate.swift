package import TemplateEngine

/// One checked report template with what it makes.
package struct ReportTemplate: Sendable {
  /// Without ending, as `--template` names it.
  package let name: String
  package let kind: DocumentKind
  /// The kinds of document whose records it prints.
  let prints: Set<DocumentKind>
  let checked: CheckedTemplate

  /// The full name, such as `note.txt.mustache`.
  package var file: String { checked.name }

  /// Plain text is one file; Markdown can be made into a page as well.
  package var isPlain: Bool { checked.dialect == .plain }

  /// The endings that a report template may have: Markdown with its page, or plain text.
  package static let dialects: [Dialect] = [.markdown, .plain]

  /// The name without its ending; nil for a file that is no report template.
  package static func stem(_ name: String) -> String? {
    dialects.first { name.hasSuffix($0.suffix) }.map { String(name.dropLast($0.suffix.count)) }
  }

  /// What a name without ending stands for.
  package enum Found: Sendable, Hashable {
    case file(String)
    case nothing
    /// A Markdown and a plain template of the name, neither of which stands in front of the other.
    case two(String, String)
  }

  /// - Parameters:
  ///   - all: the full names of all templates.
  ///   - own: those of the user's own, which stand in front of the built-in ones.
  package static func find(_ name: String, among all: [String], own: Set<String>) -> Found {
    var found = dialects.map { name + $0.suffix }.filter(all.contains)
    if found.count > 1, !own.isDisjoint(with: found) { found = found.filter(own.contains) }
    if found.count > 1 { return .two(found[0], found[1]) }
    return found.first.map(Found.file) ?? .nothing
  }
}
