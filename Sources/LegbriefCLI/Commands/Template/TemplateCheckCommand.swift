import ArgumentParser
import BuiltinTemplates
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder

struct TemplateCheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports every fault of all templates in one run, without a record.",
    discussion: """
      Without an argument the built-in templates are checked; with a folder, its templates in front of the built-in ones; \
      with files, these and the templates they belong to. Each template gets one line on standard output; the faults go \
      to standard error. With --diagnostics sarif one SARIF document is written to standard output, for editors and CI.

      EXAMPLES
        legbrief template check our-practice
        legbrief template check our-practice/visit.md.mustache
        legbrief template check our-practice --diagnostics sarif > templates.sarif

      EXIT CODES
        0   no errors; there may be warnings
        1   a template has an error
        2   nothing could be read
      """)

  @Argument(
    help: ArgumentHelp("A folder of templates, or template files.", valueName: "folder or file"), completion: .file())
  var paths: [String] = []

  @OptionGroup var reading: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func run(in session: Session) throws -> RunStatus {
    let request = TemplateRequest.read(paths, session.files)
    session.report(request.diagnostics, as: diagnosticsFormat)
    guard request.isReadable else { return .nothingStarted }
    let result = TemplateReview.review(
      builtin: BuiltinTemplates.files, overlay: request.overlay, roots: request.roots)
    session.report(result.diagnostics, as: diagnosticsFormat)
    let paths = Dictionary(request.overlay.map { ($0.name, $0.file.file) }) { _, last in last }
    let lines = result.templates.filter { request.roots == nil || paths[$0.name] != nil }
    for template in lines {
      let path = paths[template.name] ?? "built-in \(template.name)"
      let unused = template.kind == .unused ? ", not used by any report" : ""
      try session.write(
        "\(Excerpt.visible(path)): \(FaultCount.words(errors: template.errors, warnings: template.warnings))\(unused)\n"
      )
    }
    if let path = paths[TemplateCatalog.style] {
      let errors = result.diagnostics.count { $0.location?.file == path && $0.severity == .error }
      try session.write("\(Excerpt.visible(path)): \(FaultCount.words(errors: errors, warnings: 0))\n")
    }
    let failed = (request.diagnostics + result.diagnostics).contains { $0.severity == .error }
    return failed ? .recordsFailed : .success
  }
}

/// What `legbrief template check` was asked to look at.
struct TemplateRequest {
  var overlay: [TemplateCatalog.Own] = []
  /// The full names of the templates to check by themselves; nil for all.
  var roots: [String]?
  /// The full names of the templates that were asked for by their files; nil for all.
  var asked: Set<String>?
  /// What could not be read.
  var diagnostics: [Diagnostic] = []
  /// Whether there is anything to check.
  var isReadable = true

  static func read(_ paths: [String], _ files: any FileSystem) -> TemplateRequest {
    var request = TemplateRequest()
    guard !paths.isEmpty else { return request }
    var asked: [String: String] = [:]
    var hasFolder = false
    for path in paths {
      do throws(FileError) {
        try request.add(path, files, &asked, &hasFolder)
      } catch {
        request.diagnostics.append(error.diagnostic)
      }
    }
    request.isReadable = hasFolder || !asked.isEmpty
    if !hasFolder { request.narrow(to: Set(asked.keys)) }
    return request
  }

  /// Leaves what belongs to the files that were asked for: they themselves, the reports that include them, and their partials.
  private mutating func narrow(to asked: Set<String>) {
    let catalog = TemplateCatalog(overlay: overlay)
    var roots: [String] = []
    var needed = asked
    for entry in catalog.reviewed().values where [.report, .page, .figure].contains(entry.kind) {
      var reached = Set(catalog.reached(from: entry.name).map(\.name)).union([entry.name])
      if entry.kind == .page { reached.insert(TemplateCatalog.style) }
      guard !reached.isDisjoint(with: asked) else { continue }
      roots.append(entry.name)
      needed.formUnion(reached)
    }
    self.asked = asked
    self.roots = roots.sorted()
    overlay.removeAll { !needed.contains($0.name) }
  }

  private mutating func add(
    _ path: String, _ files: any FileSystem, _ asked: inout [String: String], _ hasFolder: inout Bool
  ) throws(FileError) {
    do throws(FileError) {
      let found = try TemplateCatalog.contents(of: path, files)
      diagnostics += found.faults.map(\.diagnostic)
      guard !found.own.isEmpty else {
        if found.faults.isEmpty { diagnostics.append(TemplateFault.noTemplates(path)) }
        return
      }
      hasFolder = true
      for file in found.own { put(file) }
      return
    } catch {
      // A file, not a folder; everything else is a fault of the folder, or of a file that is not there.
      guard error.path == path, error.code == ENOTDIR else {
        throw TemplateCatalog.isOurs(path) ? FileError(.readTemplate, path, code: error.code) : error
      }
    }
    let own = try TemplateCatalog.readFile(path, files)
    guard TemplateCatalog.isOurs(own.name) else { return diagnostics.append(TemplateFault.notOurs(path)) }
    if let first = asked[own.name], first != path {
      return diagnostics.append(TemplateFault.twice(own.name, first, path))
    }
    asked[own.name] = path
    // What stands beside a template belongs to it, as it would for a report; what was asked for comes first.
    let beside = try? TemplateCatalog.contents(of: TemplateCatalog.folder(of: path), files)
    diagnostics += (beside?.faults ?? []).map(\.diagnostic).filter { !diagnostics.contains($0) }
    for file in beside?.own ?? []
    where asked[file.name] == nil && !overlay.contains(where: { $0.name == file.name }) {
      put((SourceText(file: TemplateRequest.plain(file.file.file), bytes: file.file.bytes), file.name))
    }
    put(own)
  }

  private mutating func put(_ own: TemplateCatalog.Own) {
    overlay.removeAll { $0.name == own.name }
    overlay.append(own)
  }

  /// `./x` is `x`: the folder of a file that was named without one.
  private static func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}

/// How many faults, in words.
enum FaultCount {
  static func words(errors: Int, warnings: Int) -> String {
    let counted = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return counted.isEmpty
      ? "no faults" : counted.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
