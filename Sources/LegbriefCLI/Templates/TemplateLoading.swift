import BatchReports
import BuiltinTemplates
import Diagnostics
import FileAccess
import ReportBuilder
import TemplateEngine

/// Loads the templates that ship inside the program, with a folder of the user's own in front of them.
enum TemplateLoading {
  /// What a report is made with: the checked templates, and what tells them from others.
  struct Loaded {
    /// Nil when any template of the report is faulty.
    var templates: ReportTemplates?
    var diagnostics: [Diagnostic]
    /// The user's own files.
    var overlay: [TemplateCatalog.Own] = []
  }

  static func load(
    templates: [String], folder: String?, settings: ReportSettings = ReportSettings(), files: any FileSystem
  ) -> Loaded {
    do throws(FileError) {
      return load(
        templates: templates, overlay: try TemplateCatalog(folder: folder, files: files).overlay, settings: settings)
    } catch {
      return Loaded(templates: nil, diagnostics: [error.diagnostic])
    }
  }

  static func load(
    templates: [String], overlay: [TemplateCatalog.Own], settings: ReportSettings = ReportSettings()
  ) -> Loaded {
    let styled = styled(overlay, by: settings)
    let loaded = ReportTemplates.load(
      builtin: BuiltinTemplates.files, overlay: styled, templates: templates, styleHash: styleHash)
    return Loaded(templates: loaded.templates, diagnostics: loaded.diagnostics, overlay: overlay)
  }

  /// What tells the look of a report from others: its templates, the page, the style sheet, the settings.
  static func fingerprint(
    of template: ReportTemplate, overlay: [TemplateCatalog.Own], settings: ReportSettings
  ) -> TemplateFingerprint {
    TemplateFingerprint(
      of: template.file, builtin: BuiltinTemplates.files, overlay: overlay, settings: settings,
      by: Digest.hex)
  }

  /// The style sheet in front of the templates with the practice's colour behind it, so that one hash allows both.
  private static func styled(_ overlay: [TemplateCatalog.Own], by settings: ReportSettings) -> [TemplateCatalog.Own] {
    let addition = settings.style
    let name = TemplateCatalog.style
    guard !addition.isEmpty,
      let sheet = overlay.last(where: { $0.name == name })?.file
        ?? BuiltinTemplates.files.first(where: { $0.name == name }).map({ SourceText(file: $0.name, bytes: $0.bytes) })
    else { return overlay }
    return overlay + [(SourceText(file: sheet.file, bytes: sheet.bytes + Array(addition.utf8)), name)]
  }

  /// SHA-256 in base64, as a content security policy wants it.
  static func styleHash(_ style: [UInt8]) -> String { Base64.sha256(style) }
}
