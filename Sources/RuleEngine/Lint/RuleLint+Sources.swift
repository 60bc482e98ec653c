import ClinicalRecord

// Sources: cited at all, with a year, and not too old.
extension RuleLint {
  func sources(guidelineAge: Int, asOf day: Day) -> [RuleFinding] {
    var found: [RuleFinding] = []
    for (reference, text) in book.references.sorted(by: { $0.key.name < $1.key.name }) {
      let citing = book.rules.filter { $0.citations.contains(reference) }.map(\.id.name)
      guard !citing.isEmpty else {
        found.append(
          RuleFinding(.warning, "uncited-reference", reference.name, "no rule cites the source"))
        continue
      }
      // A default of the project has no guideline that could be old.
      if text.hasPrefix("Project default") { continue }
      guard let year = RuleLint.year(of: text) else {
        found.append(
          RuleFinding(
            .warning, "no-year", reference.name, "no year can be read from “\(text)”; cited by \(list(citing))",
            remedy: "write the year of the edition that was read"))
        continue
      }
      let age = RuleLint.year(day) - year
      if age > guidelineAge {
        found.append(
          RuleFinding(
            .warning, "old-guideline", reference.name, "is of \(year), \(age) years old; cited by \(list(citing))",
            remedy: "look for a later edition, and write its year"))
      }
    }
    return found
  }

  /// The latest year in the text, DOIs left out: an edition that was updated counts as updated.
  package static func year(of text: String) -> Int? {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "/" && $0 != "-" && $0 != "–" }
      .filter { !$0.hasPrefix("10.") }
    let years = words.flatMap { $0.split { !$0.isNumber && !$0.isLetter } }
      .compactMap { $0.count == 4 ? Int($0) : nil }.filter { (1950...2100).contains($0) }
    return years.max()
  }

  private static func year(_ day: Day) -> Int { Int(day.iso.prefix(4)) ?? 0 }

  private func list(_ names: [String]) -> String {
    names.count <= 4
      ? names.joined(separator: ", ") : names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
  }
}
