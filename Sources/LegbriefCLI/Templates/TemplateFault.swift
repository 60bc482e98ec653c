import Diagnostics

/// What can be wrong with the names and places of templates, before the text of any template is looked at.
enum TemplateFault {
  /// No template has the name.
  static func unknown(_ name: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-template", "there is no template \"\(Excerpt.visible(name))\"",
      remedy: NearestNames.question(for: name, among: known) ?? "\"legbrief template list\" shows all of them")
  }

  /// A style sheet has a name among the templates, and is none.
  static func notTemplate(_ file: TemplateCatalog.File, folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-template", "\(file.name) is not a template: it is copied under its own name",
      remedy: "legbrief template show \(file.name) > \(ShellWord.quoted("\(folder)/\(file.name)"))")
  }

  /// The page is found by its name alone.
  static let pageName = Diagnostic(
    .error, id: "name-taken",
    "the page around a report is always called \"page\": under another name it would not be used",
    remedy: "write the name page")

  /// So is a drawing.
  static func figureName(_ stem: String) -> Diagnostic {
    Diagnostic(
      .error, id: "name-taken",
      "the drawing of this figure is always called \"\(stem)\": under another name it would not be used",
      remedy: "write the name \(stem)")
  }

  /// A copy of a part would be taken for a report, and checked as one.
  static func partialName(_ name: String, from source: String, folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "partial-name",
      "\"\(Excerpt.visible(source))\" is a part of reports: a copy of another name must begin with \"_\", or it is taken for a report",
      remedy: "legbrief template new _\(name) --from \(ShellWord.quoted(source)) --output \(ShellWord.quoted(folder))")
  }

  /// A new template would stand in front of a built-in one that it is no copy of.
  static func nameTaken(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "name-taken", "the program has a template \"\(name)\" of its own, which the new one would replace",
      remedy: "choose another name, or change that one: --from \(name)")
  }
}

extension TemplateFault {
  /// Two files under one name: which of them a partial tag would mean is not said anywhere.
  static func twice(_ name: String, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      .error, id: "template-twice", "\(Excerpt.visible(first)) and \(Excerpt.visible(second)) have the same name",
      remedy: "check them one after the other")
  }

  /// One side of a comparison is neither there nor known.
  static func unknownSide(_ name: String, among known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-template",
      "there is no folder, file or built-in report template \"\(Excerpt.visible(name))\"",
      remedy: NearestNames.question(for: name, among: known)
        ?? "write a folder, a template file, or one of: \(known.joined(separator: ", "))")
  }

  /// A part that no report holds changes no report.
  static func unusedPartial(_ path: String, _ name: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unused-partial", "no report template uses \(Excerpt.visible(path)): there is nothing to compare",
      remedy:
        "include it with {{> \(TemplateCatalog.stem(name))}} in a report template, or name a report template instead")
  }

  /// No report template stands on both sides.
  static func nothingInCommon(_ old: String, _ new: String) -> Diagnostic {
    Diagnostic(
      .error, id: "nothing-compared",
      "nothing was compared: \(Excerpt.visible(old)) and \(Excerpt.visible(new)) have no report template in common",
      remedy: "name two template files to compare them, whatever they are called")
  }

  /// Not one record can be used.
  static func nothingCompared(_ records: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "nothing-compared",
      records == 1
        ? "nothing was compared: the only record could not be read"
        : "nothing was compared: none of \(records) records could be read",
      remedy: "name a folder with records that \"legbrief check\" accepts")
  }

  /// A folder was named, and there is no record below it.
  static func noRecords(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "no-records", "there is no record (.json) in \(Excerpt.visible(folder)) or a folder below it",
      remedy: "name the folder that holds the records with --records")
  }

  /// A folder was named, and there is nothing in it to look at.
  static func noTemplates(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, id: "no-templates", "there is no template in \(Excerpt.visible(folder))",
      remedy: "legbrief template new visit --from appointment --output \(ShellWord.quoted(folder))")
  }

  /// A file that is neither a template nor the style sheet.
  static func notOurs(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-dialect", "the name of \(Excerpt.visible(path)) does not say that it is a template",
      remedy: "let it end with \".md.mustache\"")
  }
}

/// A word as it is typed in a shell.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_./,:+@%".unicodeScalars.contains($0)
    }
    guard !plain || word.isEmpty || word.hasPrefix("-") else { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
