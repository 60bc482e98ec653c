import BuiltinTemplates
import Crypto
import Diagnostics
import ReportBuilder

/// Loads the templates that ship inside the program, with a folder of the user's own in front of them.
enum TemplateLoading {
  static func load(template: String, folder: String?, files: any FileSystem) -> ReportTemplates.Loaded {
    do throws(FileError) {
      return load(template: template, overlay: try TemplateCatalog(folder: folder, files: files).overlay)
    } catch {
      return ReportTemplates.Loaded(failing: [error.diagnostic])
    }
  }

  static func load(template: String, overlay: [TemplateCatalog.Own]) -> ReportTemplates.Loaded {
    ReportTemplates.load(
      builtin: BuiltinTemplates.files, overlay: overlay, template: template, styleHash: styleHash)
  }

  /// SHA-256 in base64, as a content security policy wants it.
  static func styleHash(_ style: [UInt8]) -> String { Base64.text(Array(SHA256.hash(data: style))) }
}
