/// The whole answer of `legbrief template diff`: what was compared, what changes, and what was not compared.
struct DifferenceReport {
  let old: TemplateSide
  let new: TemplateSide
  let matched: TemplatePairs

  func text(_ compared: [(names: TemplatePairs.Pair, summary: DifferenceSummary)], unreadable: Int) -> String {
    var text = usage
    for comparison in compared {
      if comparison.names.isRenamed, old.report == nil || new.report == nil {
        text += "\(comparison.names.old) is compared with \(comparison.names.new).\n"
      }
    }
    // One template needs no name.
    for (names, summary) in compared { text += (compared.count > 1 ? "\(names.new): " : "") + summary.headline }
    if unreadable > 0 { text += "\(unreadable) \(unreadable == 1 ? "record" : "records") could not be read.\n" }
    if !compared.isEmpty, old.page != new.page {
      text += "The page around the reports (page.html.mustache, page.css) differs: every HTML page changes.\n"
    }
    for single in matched.singles {
      text +=
        "Not compared: \(single.name) (only in \(single.place)). Compare it with the one that it was copied from:\n"
      text += "  \(single.command)\n"
    }
    for (names, summary) in compared { text += summary.sections(of: compared.count > 1 ? names.new : nil) }
    return text
  }

  /// Which reports a partial is part of.
  private var usage: String {
    var text = ""
    for side in [old, new] {
      if let users = side.users { text += "\(side.written) is used by \(DifferenceReport.list(users)).\n" }
    }
    return text
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
