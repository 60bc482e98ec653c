package import RuleEngine

extension ReviewSheetPage {
  /// The page over all sheets: what they mean, and every rule on a line.
  package func index(of book: RuleBook) -> String {
    var page = """
      # Review sheets

      One sheet for each of the \(book.rules.count) rules of rule book \(book.version), written by `legbrief rules` from the values that
      judge records. Read a sheet beside the clinical source that it names; what it says is what the program does.

      ## How to read a sheet

      - A rule is **met**, **not met** or **not recorded**. Missing is never negative: what was not asked, or was answered “unsure”, is
        not recorded, and only an explicit no, or a value on the other side of a threshold, is a no.
      - “All of” is not met when one part is not met, else not recorded when one part is not recorded. “Any of” is met when one part is
        met, else not recorded when one part is not recorded. “At least n of” counts in the same way.
      - “Not” turns met and not met round; not recorded stays. “Where recorded” counts a missing part as not fulfilled.
      - A rule is **open** while it is not recorded and something recorded speaks for it.
      - “Takes” reads medicines that are not stopped. That a class is absent is a no only when the list was confirmed complete.
      - A window such as “last 28 days” ends on the report date. Blank signs of a log entry do not fit; a blank site or side leaves it open.
      - Results older than their limit are shown, and do not make a rule met, except where “old results too” stands.
      - Marks: **V** seen in a public page, **M** from memory and not re-read, **P** a default of this project. The mark of a rule is that of
        its weakest part; the table of thresholds gives the mark of each number.
      - “For words” in the inputs: read by phrases, levels or amplifiers only, never by the value.
      - The fingerprint is the start of a SHA-256 over the whole rule, its phrases, thresholds and sources, the questions that it
        reads, and the rules and derived items behind it. A signature holds for one fingerprint: a changed rule is a draft again.

      “What a met value prints” shows the first words; `{…}` is filled from the record.


      """
    for area in book.areas where !area.rules.isEmpty {
      page += "## [\(area.title)](\(ReviewSheetPage.file(of: area)))\n\n"
      page += "| rule | title | what a met value prints | status | mark |\n|---|---|---|---|---|\n"
      for rule in area.rules { page += row(rule, area) }
      page += "\n"
    }
    return String(page.dropLast())
  }

  /// The file of an area's sheets.
  package static func file(of area: RuleArea) -> String { area.id + ".md" }

  private func row(_ rule: Rule, _ area: RuleArea) -> String {
    let words = rule.phrases.first { $0.value == .met && !$0.isAddition } ?? rule.phrases.first { $0.value == .met }
    let status = sheets.sheet(of: rule, in: area).status == .draft ? "draft" : "reviewed"
    return
      "| `\(rule.id)` | \(ReviewSheetPage.plain(rule.title)) | \(ReviewSheetPage.plain(words?.text ?? "")) | \(status) | "
      + "\(rule.basis.rawValue) |\n"
  }
}
