import ArgumentParser
import Diagnostics
import FileAccess
import ReportBuilder

/// Whose settings a report follows: of a file that is named, never of one that happens to lie there.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The settings of a practice: name, letterhead, colour, order of sections; legbrief config prints one.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var config: String?
}

/// Reads the settings for the commands: from a path to settings with all that is wrong with them.
enum SettingsSource {
  /// No settings come near it; a device file ends.
  private static let limit = 1 << 20

  /// Those of a report that nobody has arranged, without a path; nil when the file cannot be used.
  static func load(
    _ path: String?, _ files: any FileSystem
  ) -> (settings: ReportSettings?, diagnostics: [Diagnostic]) {
    guard let path else { return (ReportSettings(), []) }
    do throws(FileError) {
      let bytes = try files.read(path, limit: limit + 1)
      guard bytes.count <= limit else {
        return (
          nil,
          [
            Diagnostic(
              .error, id: "file-too-big", "the settings in \(Excerpt.visible(path)) have more than \(limit >> 20) MB",
              remedy: "\"legbrief config\" prints settings to begin with")
          ]
        )
      }
      return SettingsReader.read(SourceText(file: path, bytes: bytes))
    } catch {
      return (nil, [FileError(.readSettings, path, code: error.code).diagnostic])
    }
  }
}
