package import Diagnostics
import TemplateEngine

/// Checks a whole set of templates. STAND-IN of the commands' author: the lead replaces this file.
package enum TemplateReview {
  package enum Kind: String, Sendable {
    case report, page, partial, unused
  }

  package struct Result: Sendable {
    package var templates: [(name: String, kind: Kind, errors: Int, warnings: Int)]
    package var diagnostics: [Diagnostic]
  }

  package static func review(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)], roots: [String]?
  ) -> Result {
    var sources: [String: SourceText] = [:]
    for file in builtin { sources[file.name] = SourceText(file: file.name, bytes: file.bytes) }
    for file in overlay { sources[file.name] = file.file }
    let templates = sources.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, text: $0.value) }
    let set = TemplateSet(templates)
    var included: Set<String> = []
    for template in templates {
      guard let dialect = Dialect(templateName: template.name) else { continue }
      for name in template.partialNames { included.insert(name + dialect.suffix) }
    }
    func kind(_ name: String) -> Kind {
      if name == "page.html.mustache" { return .page }
      if included.contains(name) { return .partial }
      return Dialect(templateName: name) == .markdown ? .report : .unused
    }
    func reached(from name: String) -> Set<String> {
      var found: Set<String> = [name]
      var waiting = [name]
      while let next = waiting.popLast() {
        guard let source = set[next], let dialect = Dialect(templateName: next) else { continue }
        for partial in source.partialNames where found.insert(partial + dialect.suffix).inserted {
          waiting.append(partial + dialect.suffix)
        }
      }
      return found
    }
    var diagnostics: [Diagnostic] = []
    var looked: Set<String> = []
    for template in templates {
      let (shape, requirements) =
        kind(template.name) == .page
        ? (ReportShape.page, ReportShape.pageRequirements) : (ReportShape.report, ReportShape.requirements)
      guard [.report, .page].contains(kind(template.name)) else { continue }
      let reach = reached(from: template.name)
      if let roots, reach.isDisjoint(with: roots) { continue }
      looked.formUnion(reach)
      var found: [Diagnostic]
      do {
        found = try TemplateChecker(shape: shape, requirements: requirements).check(template.name, in: set).warnings
      } catch {
        found = error.diagnostics
      }
      for diagnostic in found where !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
    diagnostics.sort {
      ($0.location ?? SourceLocation(file: "", line: 0, column: 0))
        < ($1.location ?? SourceLocation(file: "", line: 0, column: 0))
    }
    let lines = templates.filter { roots == nil || looked.contains($0.name) }.map { template in
      let own = diagnostics.filter { $0.location?.file == template.text.file }
      return (
        name: template.name, kind: kind(template.name), errors: own.count { $0.severity == .error },
        warnings: own.count { $0.severity == .warning }
      )
    }
    return Result(templates: lines, diagnostics: diagnostics)
  }
}
