import ReportBuilder
import RuleEngine

/// The list of patients as one page for a browser: complete without a script; a small one of our own sorts and filters.
struct IndexPage {
  /// More rows than a browser shows at ease; the table of values has all of them.
  static let mostRows = 5_000
  static let mostFailures = 200

  /// Reports that were made.
  let count: Int
  let byRank: [Int: Int]
  let failures: Int
  let hasSlots: Bool

  private static let levels: [(rank: Int, name: String)] = [
    (5, "Emergency"), (4, "Same day"), (3, "Urgent"), (2, "Soon"), (1, "Routine"), (0, "No flag met"),
  ]

  var head: String {
    let policy =
      "default-src 'none'; style-src 'sha256-\(Base64.sha256(IndexStyle.sheet))'; script-src 'sha256-\(Base64.sha256(IndexStyle.script))'; base-uri 'none'; form-action 'none'"
    let counts = IndexPage.levels.filter { byRank[$0.rank, default: 0] > 0 }
      .map { "<li><b>\(byRank[$0.rank, default: 0])</b> \($0.name)</li>" }.joined()
    let failed =
      failures == 0 ? "" : "<li class=\"failed\"><b>\(failures)</b> <a href=\"#failures\">faults of records</a></li>"
    let more =
      count <= IndexPage.mostRows
      ? ""
      : "<p class=\"more\">The \(IndexPage.mostRows) most urgent of \(count); all of them stand in <a href=\"index.csv\">index.csv</a>.</p>"
    let options = IndexPage.levels.map { "<option value=\"\($0.rank)\">\($0.name)</option>" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Appointment summaries: \(count)</title>
      <style>\(IndexStyle.sheet)</style>
      </head>
      <body>
      <header>
      <h1>Appointment summaries</h1>
      <ul class="counts">\(counts)\(failed)</ul>
      <p>Self-reported; not a diagnosis. Levels are of the most urgent flag met on what was recorded; “if confirmed” names an open flag \
      that would be more urgent. A flag that nobody asked about counts as not asked, not as absent.</p>
      \(more)
      </header>
      <main>
      <div class="tools" id="tools" hidden>
      <label>Search <input type="search" id="search" autocomplete="off"></label>
      <label>Level <select id="level"><option value="">all</option>\(options)</select></label>
      <span id="shown" role="status"></span>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="caption">
      <table>
      <caption id="caption">Patients, \(hasSlots ? "in the order of the list" : "most urgent first")</caption>
      <thead><tr><th scope="col">Level</th><th scope="col">Red flags</th><th scope="col">Patient</th>\
      <th scope="col">Age</th><th scope="col">Restless legs</th><th scope="col">Findings</th>\
      <th scope="col">Not asked</th><th scope="col">Log</th></tr></thead>
      <tbody>

      """
  }

  /// The head of a group of the clinic's list.
  func group(_ slot: String) -> String {
    "</tbody>\n<tbody>\n<tr class=\"slot\"><th scope=\"rowgroup\" colspan=\"8\">\(slot.isEmpty ? "No slot" : IndexPage.text(slot))</th></tr>\n"
  }

  func row(_ entry: ReportStore.Entry) -> String {
    let file = entry.files.first { $0.path.hasSuffix(".html") } ?? entry.files.first
    guard let row = entry.row, let file else { return "" }
    let rank = row.rank
    var level = IndexPage.name(rank)
    if row.openRank > rank { level += "<br><span class=\"open\">\(IndexPage.name(row.openRank)) if confirmed</span>" }
    var flags = row.flags.map(\.title).map(IndexPage.text).joined(separator: "; ")
    if !row.open.isEmpty {
      flags +=
        (flags.isEmpty ? "" : "<br>")
        + "<span class=\"open\">Open: \(row.open.map(IndexPage.text).joined(separator: "; "))</span>"
    }
    let others = entry.files.filter { $0.path != file.path }
      .map { " <a class=\"other\" href=\"\($0.path)\">\(IndexPage.ending(of: $0.path))</a>" }.joined()
    return """
      <tr data-rank="\(rank)" data-open="\(row.openRank)"><td class="level l\(rank)" data-key="\(max(2 * rank, 2 * row.openRank - 1))">\(level)</td><td>\(flags)</td>\
      <th scope="row"><a href="\(file.path)">\(IndexPage.text(row.identifier))</a>\(others)</th>\
      <td>\(IndexPage.text(row.age))</td><td>\(IndexPage.text(row.restlessLegs))</td>\
      <td>\(row.findings.map(IndexPage.text).joined(separator: "; "))</td>\
      <td data-key="\(row.notAsked)">\(row.notAsked) flags</td><td>\(IndexPage.text(row.coverage))</td></tr>

      """
  }

  /// A patient whom the clinic names and for whom there is no report.
  func row(without entry: PersonList.Entry) -> String {
    """
    <tr data-rank="-1"><td class="level" data-key="-1">No report</td><td>see below</td>\
    <th scope="row">\(IndexPage.text(entry.person))</th><td></td><td></td><td></td><td data-key="-1"></td><td></td></tr>

    """
  }

  func foot(_ failures: [String]) -> String {
    var text = "</tbody>\n</table>\n</div>\n"
    if !failures.isEmpty {
      text += """
        <section id="failures"><h2>Records without a report</h2>
        <p>\(self.failures > failures.count ? "The first \(failures.count) faults; all" : "All faults") stand in \
        <a href="failures.ndjson">failures.ndjson</a>.</p>
        <ul>\(failures.map { "<li><code>\(IndexPage.text($0))</code></li>" }.joined(separator: "\n"))</ul></section>

        """
    }
    return text + """
      </main>
      <footer>Made by Legbrief from what patients recorded. Nothing here leaves this machine.</footer>
      <script>\(IndexStyle.script)</script>
      </body>
      </html>

      """
  }

  private static func name(_ rank: Int) -> String { levels.first { $0.rank == rank }?.name ?? "" }

  private static func ending(of path: String) -> String {
    path.split(separator: "/").last.map { name in
      name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? String(name)
    } ?? path
  }

  private static func text(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
