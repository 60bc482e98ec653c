import ReportBuilder

/// What changes in the reports of many records, section by section, with lines to look at.
struct DifferenceSummary {
  /// Whether every report's lines are shown, and all of them.
  private let keepsAll: Bool
  private var total = 0
  private var changed = 0
  private var order: [String] = []
  private var sections: [String: (reports: Int, samples: [(path: String, lines: [ReportDifference.Line])])] = [:]

  /// How many lines of a section are shown.
  private static let shownLines = 12

  init(keepsAll: Bool) { self.keepsAll = keepsAll }

  mutating func add(_ difference: ReportDifference, of path: String) {
    total += 1
    guard !difference.sections.isEmpty else { return }
    changed += 1
    var place = 0
    for section in difference.sections {
      // A section that earlier reports did not change stands where it stands in this report.
      if let known = order.firstIndex(of: section.name) {
        place = max(place, known + 1)
      } else {
        order.insert(section.name, at: min(place, order.count))
        place += 1
      }
      var known = sections[section.name] ?? (0, [])
      known.reports += 1
      if keepsAll || known.samples.isEmpty { known.samples.append((path, section.lines)) }
      sections[section.name] = known
    }
  }

  /// The sections that change, and lines of each; nothing when no report changes.
  ///
  /// - Parameter template: the template's name, where several are compared.
  func sections(of template: String?) -> String {
    guard changed > 0 else { return "" }
    var table = TextTable([template.map { "section of \($0)" } ?? "section", "reports"])
    for name in order { table.add([name, "\(sections[name]?.reports ?? 0)"]) }
    var text = "\n" + table.text
    for name in order {
      for sample in sections[name]?.samples ?? [] {
        text += "\n" + (template.map { "\($0), " } ?? "") + "\(name): \(sample.path)\n" + lines(sample.lines)
      }
    }
    return text
  }

  /// How many reports change.
  var headline: String {
    if total == 0 { return "No report could be compared.\n" }
    let noun = total == 1 ? "report" : "reports"
    if changed == 0 { return total == 1 ? "The report stays the same.\n" : "None of \(total) \(noun) changes.\n" }
    return "\(changed) of \(total) \(noun) \(changed == 1 ? "changes" : "change").\n"
  }

  private func lines(_ lines: [ReportDifference.Line]) -> String {
    let shown = keepsAll || lines.count <= DifferenceSummary.shownLines + 1 ? lines.count : DifferenceSummary.shownLines
    let cuts = keepsAll ? [:] : DifferenceSummary.cuts(lines)
    var text = ""
    for (index, line) in lines.prefix(shown).enumerated() {
      let mark =
        switch line.mark {
        case .same: "    "
        case .removed: "  - "
        case .added: "  + "
        case .gap: "    ⋯"
        }
      let printed = keepsAll ? line.text : DifferenceSummary.cut(line.text, from: cuts[index] ?? 0)
      text += mark + printed + "\n"
    }
    if shown < lines.count { text += "    … \(lines.count - shown) more lines\n" }
    return text
  }

  /// The widest line that is shown.
  private static let width = 110

  /// Where a long line that was changed begins to differ from its counterpart, so that the change is in sight.
  private static func cuts(_ lines: [ReportDifference.Line]) -> [Int: Int] {
    var cuts: [Int: Int] = [:]
    var index = 0
    while index < lines.count {
      guard lines[index].mark == .removed else {
        index += 1
        continue
      }
      let removed = lines[index...].prefix { $0.mark == .removed }
      let added = lines[removed.endIndex...].prefix { $0.mark == .added }
      for (first, second) in zip(removed.indices, added.indices) {
        let common = zip(lines[first].text, lines[second].text).prefix { $0 == $1 }.count
        cuts[first] = common
        cuts[second] = common
      }
      index = added.endIndex
    }
    return cuts
  }

  private static func cut(_ line: String, from start: Int) -> String {
    guard line.count > width else { return line }
    let from = start > width / 2 ? min(start - width / 4, line.count - width) : 0
    let shown = line.dropFirst(from).prefix(width)
    return (from > 0 ? "…" : "") + shown + (from + width < line.count ? "…" : "")
  }
}
