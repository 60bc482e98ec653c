import Diagnostics
import ReportBuilder

/// What `legbrief template new` writes and says.
enum TemplateCopy {
  /// The text with a comment in front that says what it is; a comment on a line of its own prints nothing.
  static func bytes(of source: TemplateCatalog.File, called name: String) -> [UInt8] {
    var text = source.text.bytes
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    let origin =
      source.path == nil
      ? "a copy of the template \"\(source.stem)\" that ships with Legbrief \(LegbriefCommand.version)"
      : "a copy of another template of this practice"
    let comment =
      "{{! \(name): \(origin). Words and order are yours to change. Names: legbrief template fields. "
      + "Check it: legbrief template check }}\n"
    return Array(comment.utf8) + text
  }

  /// What was written, which partials the copy uses, and the commands that come next.
  static func answer(
    _ source: TemplateCatalog.File, kind: TemplateReview.Kind?, called name: String, folder: String, made: [String],
    kept: [String], partials: [TemplateCatalog.File], withPartials: Bool
  ) -> String {
    let folderWord = ShellWord.quoted(folder)
    var text = made.map { "wrote \(Excerpt.visible($0))\n" }.joined()
    text += kept.map { "kept \(Excerpt.visible($0)), which was there already\n" }.joined()
    if !partials.isEmpty {
      text += "\nIt uses the partials " + partials.map(\.stem).joined(separator: ", ") + "."
      if withPartials {
        text += " They stand beside it in the folder.\n"
      } else {
        let first = partials[0].stem
        text += " They stay as they are; to change one, copy it too:\n"
        text += "  legbrief template new \(first) --from \(first) --output \(folderWord)\n"
      }
    }
    text += "\nNext:\n  legbrief template check \(folderWord)\n"
    switch kind {
    case .report where !name.hasPrefix("_"):
      text += "  legbrief report anna.json --templates \(folderWord)"
      text += name == "appointment" ? "\n" : " --template \(name)\n"
    case .page, .figure: text += "  legbrief report anna.json --templates \(folderWord) --format html\n"
    case .report, .partial, .unused, nil:
      text +=
        name == source.stem
        ? "  legbrief report anna.json --templates \(folderWord)\n"
        : "  write {{> \(name)}} where a template shall include it\n"
    }
    return text
  }
}
