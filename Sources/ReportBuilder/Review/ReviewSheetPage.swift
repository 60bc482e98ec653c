import ClinicalRecord
package import RuleEngine

/// Review sheets as Markdown: one page for an area, and the index over all.
package struct ReviewSheetPage: Sendable {
  let sheets: ReviewSheets

  package init(_ sheets: ReviewSheets) { self.sheets = sheets }

  /// The sheets of some rules of one area.
  package func text(_ rules: [Rule], of area: RuleArea) -> String {
    var page = "# \(area.title): review sheets\n\n"
    page += "What each line means, and how a missing answer is treated, stands in the [index](README.md).\n"
    for rule in rules { page += "\n" + text(sheets.sheet(of: rule, in: area)) }
    return page
  }

  private func text(_ sheet: ReviewSheet) -> String {
    let rule = sheet.rule
    var page = "## `\(rule.id)` \(rule.title)\n\n"
    page += "\(ReviewSheetPage.status(sheet.status)) Basis \(ReviewSheetPage.mark(rule.basis)). "
    page += "Fingerprint `\(sheet.fingerprint.prefix(12))`.\n\n"
    let intent = sheet.intent
    page += list([
      ("Purpose", [rule.title + ".", intent.purpose].compactMap { $0 }.joined(separator: " ")),
      ("Use", intent.use ?? ""), ("Not to be read as", intent.misuse ?? ""),
    ])
    page += section("Logic", outline(sheet.logic))
    if rule.isProvisional {
      page += "\nA met value is provisional: it needs a clinician's judgement"
      page += (rule.settledWhen.map { ", except when \(sheets.describer.sentence($0))" } ?? "") + ".\n"
    }
    for item in sheet.derived {
      page += "\nWorked out: \(item.name) (`\(item.id)`)\n\n" + outline(item.lines)
    }
    page += inputs(sheet)
    page += thresholds(sheet)
    page += words(sheet)
    page += asks(sheet)
    page += urgency(sheet)
    if !sheet.precedence.isEmpty {
      page += section("Precedence", sheet.precedence.map { "- \($0.id): \($0.words).\n" }.joined())
    }
    if !sheet.readings.isEmpty {
      page += section("Settled readings [P]", sheet.readings.map { "- \($0.id): \($0.text)\n" }.joined())
    }
    page += section("Sources", sheet.sources.map { "- `\($0.id.name)`: \($0.text)\n" }.joined())
    return page
  }

  private func inputs(_ sheet: ReviewSheet) -> String {
    var text = ""
    if !sheet.inputs.isEmpty {
      text += "| item | question or name | answers | for |\n|---|---|---|---|\n"
      for input in sheet.inputs {
        text += "| `\(input.item)` | \(cell(input.question)) | \(cell(input.answers)) | "
        text += (input.decides ? "value" : "words") + " |\n"
      }
    }
    if !sheet.medicines.isEmpty { text += "\nMedicine classes: \(sheet.medicines.joined(separator: ", ")).\n" }
    if !sheet.otherRules.isEmpty {
      text += "\nOther rules: " + sheet.otherRules.map { "`\($0.id)` \($0.title)" }.joined(separator: "; ") + ".\n"
    }
    return section("Inputs", text)
  }

  private func thresholds(_ sheet: ReviewSheet) -> String {
    guard !sheet.thresholds.isEmpty else { return "" }
    let rows = sheet.thresholds.map { "| \(cell($0.subject)) | \(cell($0.limit)) | \($0.mark.rawValue) |\n" }
    return section("Thresholds", "| what | threshold | mark |\n|---|---|---|\n" + rows.joined())
  }

  private func words(_ sheet: ReviewSheet) -> String {
    var text = sheet.sayings.map { saying($0, among: sheet.sayings) }.joined()
    if text.isEmpty { text = "- No words of its own: the value and its evidence are printed.\n" }
    if !sheet.details.isEmpty {
      text += "\nWhat fills the gaps:\n\n"
      var defined: Set<[OutlineLine]> = []
      for detail in sheet.details {
        text += "- `{\(detail.name)}`: \(ReviewSheetPage.plain(detail.words))\n"
        guard !detail.definitions.isEmpty, defined.insert(detail.definitions).inserted else { continue }
        text += outline(detail.definitions.map { OutlineLine($0.depth + 1, $0.text) })
      }
    }
    return section("Words", text)
  }

  /// A phrase with when it is printed: in the line where that is short, as a nested list where it is long.
  private func saying(_ saying: ReviewSheet.Saying, among all: [ReviewSheet.Saying]) -> String {
    let values =
      saying.values.count == 3
      ? "whatever the value" : saying.values.map(sheets.describer.words).joined(separator: " or ")
    var text =
      "- \(ReviewSheetPage.raised(values))\(saying.isAddition ? ", added" : ""): “\(ReviewSheetPage.plain(saying.text))”"
    guard let condition = saying.condition else {
      let isOtherwise = all.contains { !$0.isAddition && $0.values == saying.values && $0.condition != nil }
      return text + (isOtherwise && !saying.isAddition ? " — otherwise\n" : "\n")
    }
    if saying.lines.count < 2 || condition.count < 160 { return text + " — when \(ReviewSheetPage.plain(condition))\n" }
    text += " — when:\n"
    return text + outline(ConditionDescriber.folded(saying.lines.map { OutlineLine($0.depth + 1, $0.text) }))
  }

  private static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func asks(_ sheet: ReviewSheet) -> String {
    var text = ""
    for question in sheet.questions {
      let items = question.items.map { "`\($0)`" }.joined(separator: ", ")
      text +=
        "- Asks “\(question.text)”" + (items.isEmpty ? " while the rule is not recorded" : " while missing: \(items)")
      text += "\n"
    }
    for group in sheet.tests {
      text += "- Considers testing, where no result is on file in time and the rule is met or open"
      text += (group.condition.map { ", while \($0)" } ?? "") + ": " + group.names.joined(separator: ", ") + "\n"
    }
    let others = sheet.alsoAsked.filter { item in !sheet.questions.contains { $0.items.contains(item) } }
    if !others.isEmpty {
      text += "- Also asks about items that decide nothing: " + others.map { "`\($0)`" }.joined(separator: ", ") + "\n"
    }
    return text.isEmpty ? "" : section("Questions and tests", text)
  }

  private func urgency(_ sheet: ReviewSheet) -> String {
    var text = ""
    if !sheet.levels.isEmpty {
      text += "The first that applies:\n\n" + sheet.levels.map { "- \($0)\n" }.joined()
    }
    if !sheet.amplifiers.isEmpty {
      text += (text.isEmpty ? "" : "\n") + "Amplifiers, listed where recorded and never needed:\n\n"
      text += sheet.amplifiers.map { "- \($0)\n" }.joined()
    }
    return text.isEmpty ? "" : section("Level", text)
  }

  private func section(_ title: String, _ text: String) -> String { "\n### \(title)\n\n" + text }

  private func list(_ lines: [(String, String)]) -> String {
    lines.filter { !$0.1.isEmpty }.map { "- \($0.0): \($0.1)\n" }.joined()
  }

  private func outline(_ lines: [OutlineLine]) -> String {
    lines.map { String(repeating: "  ", count: $0.depth) + "- \(ReviewSheetPage.plain($0.text))\n" }.joined()
  }

  private func cell(_ text: String) -> String {
    ReviewSheetPage.plain(text).split(separator: "|").joined(separator: "\\|")
  }

  /// Comparison signs that Markdown would read as markup.
  static func plain(_ text: String) -> String {
    text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }

  static func mark(_ mark: BasisMark) -> String {
    switch mark {
    case .verified: "V (seen in a public page)"
    case .memory: "M (from memory, not re-read)"
    case .project: "P (project default)"
    }
  }

  static func status(_ status: ReviewStatus) -> String {
    switch status {
    case .draft: "**Draft: no clinician has reviewed this rule.**"
    case .reviewed(let by, let day, _): "**Reviewed by \(by) on \(day.iso).**"
    }
  }
}
