import BuiltinTemplates
import Crypto
import Diagnostics
import ReportBuilder

/// Loads the templates that ship inside the program, with a folder of the user's own in front of them.
enum TemplateLoading {
  /// Large enough for any template, small enough that a device file ends.
  private static let limit = 4 << 20

  static func load(template: String, folder: String?, files: any FileSystem) -> ReportTemplates.Loaded {
    do throws(FileError) {
      return ReportTemplates.load(
        builtin: BuiltinTemplates.files, overlay: try overlay(folder, files), template: template, styleHash: styleHash)
    } catch {
      return ReportTemplates.Loaded(failing: [error.diagnostic])
    }
  }

  private static func overlay(
    _ folder: String?, _ files: any FileSystem
  ) throws(FileError) -> [(file: SourceText, name: String)] {
    guard let folder else { return [] }
    var overlay: [(file: SourceText, name: String)] = []
    for name in try files.fileNames(in: folder) where name.hasSuffix(".mustache") || name == "page.css" {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      do throws(FileError) {
        overlay.append((SourceText(file: path, bytes: try files.read(path, limit: limit)), name))
      } catch {
        throw FileError(.readTemplates, path, code: error.code)
      }
    }
    return overlay
  }

  /// SHA-256 in base64, as a content security policy wants it.
  static func styleHash(_ style: [UInt8]) -> String { Base64.text(Array(SHA256.hash(data: style))) }
}
