import ArgumentParser
import Diagnostics
import FileAccess
import ReportBuilder
import TemplateEngine

struct TemplateNewCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a copy of a template under a new name, to be changed.",
    discussion: """
      The copy makes the same report until it is changed. A file that exists is never overwritten. A copy of a partial \
      under another name begins with "_": that says that it is a part and no report.

      EXAMPLES
        legbrief template new visit --from appointment --output our-practice
        legbrief template new visit --from appointment --output our-practice --with-partials
        legbrief template new red_flags --from red_flags --output our-practice
        legbrief template new _flags_short --from red_flags --output our-practice
      """)

  @Argument(help: "The name of the new template: letters, digits, \"_\" or \"-\", without an ending.")
  var name: String

  @Option(
    help: "The template to copy.", completion: .list(TemplateCatalog().all.filter { $0.dialect != nil }.map(\.stem)))
  var from: String

  @Option(
    help: ArgumentHelp("The folder for the new file; its last part is created when missing.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(
    help: "Copy the partials that the template uses as well; those that are in the folder already stay as they are.")
  var withPartials = false

  @OptionGroup var folder: TemplateFolderOptions
  @OptionGroup var reading: DiagnosticsOptions

  var diagnosticsFormat: DiagnosticsFormat { reading.diagnostics }

  func validate() throws {
    guard !name.isEmpty, name.utf8.count <= 80, name.utf8.allSatisfy(TemplateNewCommand.isNameByte) else {
      throw ValidationError(
        "'\(Excerpt.visible(name))' cannot be the name of a template: use letters a to z, digits, \"_\" or \"-\", at most 80, "
          + "and no ending, such as visit.")
    }
    if output.isEmpty { throw ValidationError("--output needs a folder.") }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
      || byte == 0x2D
  }

  func run(in session: Session) throws -> RunStatus {
    let files: TemplateCatalog
    do throws(FileError) {
      files = try TemplateCatalog(folder: folder.templates, files: session.files)
    } catch {
      return fail(error.diagnostic, session)
    }
    guard let source = files.named(from) else {
      return fail(TemplateFault.unknown(from, among: files.all.filter { $0.dialect != nil }.map(\.stem)), session)
    }
    guard let dialect = source.dialect else { return fail(TemplateFault.notTemplate(source, folder: output), session) }
    let fileName = name + dialect.suffix
    if name != source.stem, files.all.contains(where: { $0.name == fileName && $0.isBuiltinName }) {
      return fail(TemplateFault.nameTaken(name), session)
    }

    let kind = files.reviewed()[source.name]?.kind
    if kind == .page, name != source.stem { return fail(TemplateFault.pageName, session) }
    if kind == .figure, name != source.stem { return fail(TemplateFault.figureName(source.stem), session) }
    if kind == .partial || source.stem.hasPrefix("_"), name != source.stem, !name.hasPrefix("_") {
      return fail(TemplateFault.partialName(name, from: source.stem, folder: output), session)
    }

    let partials = files.reached(from: source.name)
    let copy = OutputFile(path: path(of: fileName), bytes: TemplateCopy.bytes(of: source, called: name))
    var made = [copy]
    var kept: [String] = []
    do throws(FileError) {
      try session.files.prepare(folder: output)
      for partial in withPartials ? partials : [] {
        if session.files.identity(of: path(of: partial.name)) == nil {
          let bytes = TemplateCopy.bytes(of: partial, called: partial.stem)
          made.append(OutputFile(path: path(of: partial.name), bytes: bytes))
        } else {
          kept.append(path(of: partial.name))
        }
      }
      try session.files.create(made)
    } catch {
      return fail(error.diagnostic, session)
    }
    try session.write(
      TemplateCopy.answer(
        source, kind: kind, called: name, folder: output, made: made.map(\.path), kept: kept,
        partials: partials, withPartials: withPartials))
    return .success
  }

  private func path(of file: String) -> String { output.hasSuffix("/") ? output + file : "\(output)/\(file)" }

  private func fail(_ diagnostic: Diagnostic, _ session: Session) -> RunStatus {
    session.report([diagnostic], as: diagnosticsFormat)
    return .nothingStarted
  }
}
