package import Diagnostics
import TemplateEngine

/// The check of the shipped templates and of a practice's own in one run: `legbrief template check`.
package enum TemplateReview {
  /// What a template is for.
  package enum Kind: String, Sendable, Hashable {
    /// Made for a patient: `legbrief report --template NAME`.
    case report
    /// The frame around a converted report.
    case page
    /// Draws a figure of the page.
    case figure
    /// Included by others.
    case partial
    /// Neither a report nor included by one.
    case unused
  }

  /// One template with the number of its faults.
  package struct Entry: Sendable, Hashable {
    /// The full name, such as `appointment.md.mustache`.
    package let name: String
    package let kind: Kind
    package let errors: Int
    package let warnings: Int
    /// The full names of the templates that include it.
    package let includedBy: [String]
  }

  /// The outcome.
  package struct Result: Sendable {
    /// Every template of the set by name.
    package let templates: [Entry]
    /// Every fault, by file, line and column.
    package let diagnostics: [Diagnostic]
  }

  /// - Parameters:
  ///   - builtin: the files inside the program.
  ///   - overlay: files of the same names, or further ones, that stand in front of the built-in ones.
  ///   - roots: full names of the templates to check by themselves; nil for all that no other template includes.
  package static func review(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)], roots: [String]? = nil
  ) -> Result {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    let includedBy = files.includedBy
    let own = Set(overlay.map(\.name))
    let shipped = TemplateFiles(builtin: builtin, overlay: [])
    let shippedIncludes = shipped.includedBy
    let rootNames = roots ?? files.set.names.filter { isRoot($0, shippedIncludes) }
    // What the shipped template of that name, else the shipped document of the kind, leaves out on purpose nobody need show.
    func mayLeaveOut(_ name: String) -> Set<String>? {
      guard own.contains(name) else { return nil }
      let model = shipped.set[name] == nil ? TemplateFiles.shipped(DocumentKind.of(name, in: files.set)) : name
      return Set(checker(for: model, in: shipped).neverShown(by: model, in: shipped.set))
    }
    let review = TemplateSetReview(
      files.set,
      roots: rootNames.map { name in
        TemplateSetReview.Root(name, checker(for: name, in: files), mayLeaveOut: mayLeaveOut(name))
      }, expectsUse: own.contains)
    let entries = review.entries.map { entry in
      let kind: Kind =
        switch entry.role {
        case .root:
          entry.name == TemplateFiles.page ? .page : FigureName(template: entry.name) != nil ? .figure : .report
        case .partial: .partial
        case .unused: .unused
        }
      return Entry(
        name: entry.name, kind: kind, errors: entry.errors, warnings: entry.warnings,
        includedBy: includedBy[entry.name] ?? [])
    }
    let page = try? checker(for: TemplateFiles.page, in: files).check(TemplateFiles.page, in: files.set)
    let further = [files.styleFault, page.flatMap { PagePolicy.fault(of: $0, in: files) }].compactMap { $0 }
    let diagnostics = review.diagnostics.map { hinting($0, includedBy, files) } + further
    return Result(templates: entries, diagnostics: diagnostics)
  }

  /// The fields that a report template prints, asks about or goes into, with all that it includes; nothing for a template with faults.
  package static func fields(
    usedBy template: String, builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)]
  ) -> [TemplateFieldList.Entry] {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    guard case .file(let name) = ReportTemplate.find(template, among: files.set.names, own: Set(overlay.map(\.name)))
    else { return [] }
    let never = Set(checker(for: name, in: files).neverShown(by: name, in: files.set))
    return TemplateFieldList([.report]).entries.filter { entry in
      let path = entry.scope + [entry.name]
      return !path.indices.contains { never.contains(path[...$0].joined(separator: ".")) }
    }
  }

  /// The names without endings of the templates that can be given to `legbrief report --template`.
  package static func reportNames(
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)]
  ) -> [String] {
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    let shipped = TemplateFiles(builtin: builtin, overlay: []).includedBy
    return Set(files.set.names.filter { isRoot($0, shipped) }.compactMap(ReportTemplate.stem)).sorted()
  }

  /// A name that does not begin with `_` is that of a report, also when another template includes it: a report that forgets the red flags is never taken for
  /// a partial. The shipped partials are known.
  private static func isRoot(_ name: String, _ shippedIncludes: [String: [String]]) -> Bool {
    if name == TemplateFiles.page || FigureName(template: name) != nil { return true }
    return ReportTemplate.stem(name) != nil && shippedIncludes[name] == nil && !name.hasPrefix("_")
  }

  /// A part of other templates that is taken for a report lacks what a report must have: the name is what should change.
  private static func hinting(
    _ diagnostic: Diagnostic, _ includedBy: [String: [String]], _ files: TemplateFiles
  ) -> Diagnostic {
    guard diagnostic.id == TemplateFaultKind.missingRequirement.rawValue, let file = diagnostic.location?.file,
      let name = files.set.names.first(where: { files.set[$0]?.text.file == file }),
      let includer = includedBy[name]?.first
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.notes.append(
      Diagnostic.Note(
        "\"\(includer)\" includes it: the name of a template that is only a part of others begins with \"_\""))
    return diagnostic
  }

  private static func checker(for name: String, in files: TemplateFiles) -> TemplateChecker {
    if let figure = FigureName(template: name) { return TemplateChecker(shape: figure.shape) }
    return name == TemplateFiles.page
      ? TemplateChecker(shape: ReportShape.page, requirements: ReportShape.pageRequirements)
      : TemplateChecker(shape: ReportShape.report, requirements: DocumentKind.of(name, in: files.set).requirements)
  }
}
