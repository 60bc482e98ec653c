import BuiltinTemplates
import Diagnostics
import FileAccess
import Glibc
import ReportBuilder
import TemplateEngine

/// The templates and the style sheet of one run by name: those inside the program, with the user's own in front of them.
struct TemplateCatalog {
  /// A file of the user's: its text, whose name is the path, and the name under which templates know it.
  typealias Own = (file: SourceText, name: String)

  /// One file that counts: where two have a name, the user's own.
  struct File {
    var name: String
    var text: SourceText
    /// Nil for a file inside the program.
    var path: String?
    /// Whether the program has a file of this name.
    var isBuiltinName: Bool

    /// The name without its ending: `appointment` of `appointment.md.mustache`.
    var stem: String { TemplateCatalog.stem(name) }
    var dialect: Dialect? { Dialect(templateName: name) }
  }

  /// The user's own files.
  let overlay: [Own]
  /// All files in the order of their names.
  let all: [File]

  init(overlay: [Own] = []) {
    self.overlay = overlay
    let builtin = Set(BuiltinTemplates.files.map(\.name))
    var byName: [String: File] = [:]
    for file in BuiltinTemplates.files {
      byName[file.name] = File(
        name: file.name, text: SourceText(file: file.name, bytes: file.bytes), path: nil, isBuiltinName: true)
    }
    for own in overlay {
      byName[own.name] = File(
        name: own.name, text: own.file, path: own.file.file, isBuiltinName: builtin.contains(own.name))
    }
    all = byName.values.sorted { $0.name < $1.name }
  }

  /// - Parameter folder: nil for the built-in templates alone.
  init(folder: String?, files: any FileSystem) throws(FileError) {
    self.init(overlay: try folder.map { (path) throws(FileError) in try TemplateCatalog.read(path, files) } ?? [])
  }

  /// The file that a person means by a name with or without its ending.
  func named(_ written: String) -> File? {
    all.first { $0.name == written } ?? all.first { $0.stem == written && $0.name != $0.stem }
  }

  /// The report template of a name without its ending, Markdown or plain text; nil where there is none, or two.
  func report(_ name: String) -> File? {
    guard case .file(let found) = ReportTemplate.find(name, among: all.map(\.name), own: Set(overlay.map(\.name)))
    else {
      return nil
    }
    return all.first { $0.name == found }
  }

  /// What each template is for and what includes it, by full name.
  func reviewed() -> [String: TemplateReview.Entry] {
    let review = TemplateReview.review(builtin: BuiltinTemplates.files, overlay: overlay)
    return Dictionary(review.templates.map { ($0.name, $0) }) { first, _ in first }
  }

  /// All partials and parents that are reached from a template and exist, in the order of their names.
  func reached(from name: String) -> [File] {
    let set = TemplateSet(all.map { TemplateSource(name: $0.name, text: $0.text) })
    var found: Set<String> = [name]
    var waiting = [name]
    while let next = waiting.popLast() {
      for included in set.included(by: next) where found.insert(included).inserted { waiting.append(included) }
    }
    return all.filter { $0.name != name && found.contains($0.name) }
  }

  static func stem(_ name: String) -> String {
    for dialect in Dialect.allCases where name.hasSuffix(dialect.suffix) {
      return String(name.dropLast(dialect.suffix.count))
    }
    return name
  }
}

extension TemplateCatalog {
  /// Large enough for any template, small enough that a device file ends.
  private static let limit = 4 << 20

  /// The templates and the style sheet of a folder; other files are none of ours.
  static func read(_ folder: String, _ files: any FileSystem) throws(FileError) -> [Own] {
    let found = try contents(of: folder, files)
    if let fault = found.faults.first { throw fault }
    return found.own
  }

  /// What of a folder is ours, and what is called like it and cannot be read, such as a link that leads nowhere: without it another
  /// template would be used, so that it is never left out silently.
  static func contents(
    of folder: String, _ files: any FileSystem
  ) throws(FileError) -> (own: [Own], faults: [FileError]) {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    var own: [Own] = []
    var faults: [FileError] = []
    // Editors keep files of their own beside a template, with a dot in front.
    for name in try files.fileNames(in: folder) where isOurs(name) && !name.hasPrefix(".") {
      do throws(FileError) {
        own.append(try readFile(start + name, files))
      } catch {
        faults.append(error)
      }
    }
    let folders = Set(try files.folderNames(in: folder))
    for name in try files.otherNames(in: folder) where isOurs(name) {
      faults.append(
        FileError(
          .readTemplate, start + name, code: folders.contains(name) ? EISDIR : linkFault(start + name, files)))
    }
    return (own, faults)
  }

  /// Why a link cannot be followed; opening a device might wait for ever.
  private static func linkFault(_ path: String, _ files: any FileSystem) -> Int32 {
    guard files.identity(of: path) == nil else { return EINVAL }
    do throws(FileError) {
      _ = try files.read(path, limit: 1)
      return EINVAL
    } catch {
      return error.code
    }
  }

  static func readFile(_ path: String, _ files: any FileSystem) throws(FileError) -> Own {
    do throws(FileError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return (SourceText(file: path, bytes: try files.read(path, limit: limit)), name)
    } catch {
      throw FileError(.readTemplate, path, code: error.code)
    }
  }

  /// The style sheet of the page, the one file here that is no template.
  static let style = "page.css"

  static func isOurs(_ name: String) -> Bool { name.hasSuffix(".mustache") || name == style }

  /// The folder of a path, as the user would name it.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
