import Foundation
import RuleEngine
import Testing

@testable import ClinicalRules

/// `seeds/claims.md` against the rule book, in both directions: what a claim names exists, and every rule is accounted for.
@Suite struct ClaimsTests {
  /// The sections of the report that a claim may name, in the words of the table.
  static let sections: Set<String> = [
    "header", "symptom log", "to ask", "red flags", "restless legs", "joints", "circulation", "HRT", "muscle", "nerve",
    "tendon", "bone", "self-management",
  ]
  static let strengths = ["supported", "mixed", "weak", "contradicted"]

  let claims: [Claim]
  /// What is named, but is not in the program yet.
  let later: Set<String>
  let restOnNoClaim: Set<String>
  let book = Set(LegbriefRules.book.rules.map(\.id.name))

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../seeds/claims.md")
    let parts = try String(contentsOf: file.standardizedFileURL, encoding: .utf8).components(separatedBy: "\n## ")
    claims = parts[0].components(separatedBy: "\n").compactMap(Claim.init(row:))
    later = ClaimsTests.list(under: "Named above, not in the program yet", in: parts)
    restOnNoClaim = ClaimsTests.list(under: "Rules that rest on no claim of the article", in: parts)
  }

  /// The rules that some claim names.
  var namedRules: Set<String> { Set(claims.flatMap(\.rules)) }

  @Test func everyClaimIsThereOnce() {
    #expect(claims.map(\.id) == (1...51).map { "C" + ($0 < 10 ? "0" : "") + "\($0)" })
    for claim in claims {
      #expect(!claim.words.isEmpty, "\(claim.id)")
      #expect(!claim.rules.isEmpty || !claim.places.isEmpty, "\(claim.id) is used by nothing: say so with 'background'")
      #expect(ClaimsTests.strengths.contains { claim.strength.contains($0) }, "\(claim.id): '\(claim.strength)'")
    }
  }

  @Test func whatAClaimNamesExists() {
    for claim in claims {
      for rule in claim.rules { #expect(book.contains(rule) || later.contains(rule), "\(claim.id): no rule '\(rule)'") }
      for place in claim.places where place != "background" {
        #expect(ClaimsTests.sections.contains(place) || later.contains(place), "\(claim.id): no section '\(place)'")
      }
      let isBackground = claim.places.contains("background")
      #expect(!isBackground || claim.rules.count + claim.places.count == 1, "\(claim.id) is background and used")
    }
  }

  @Test func everyRuleRestsOnAClaimOrIsListed() {
    for rule in book.sorted() {
      let isNamed = namedRules.contains(rule)
      #expect(isNamed || restOnNoClaim.contains(rule), "\(rule): no claim names it and the second list lacks it")
      #expect(!(isNamed && restOnNoClaim.contains(rule)), "\(rule): a claim names it, so it leaves the second list")
    }
  }

  @Test func everySectionIsNamedByAClaim() {
    let named = Set(claims.flatMap(\.places))
    for section in ClaimsTests.sections.sorted() { #expect(named.contains(section), "no claim uses '\(section)'") }
  }

  /// A list that nobody shortens would hide that a rule is missing.
  @Test func theListsHoldNothingElse() {
    let places = Set(claims.flatMap(\.places))
    for name in later.sorted() {
      #expect(!book.contains(name), "\(name) is in the rule book now")
      #expect(namedRules.contains(name) || places.contains(name), "no claim names '\(name)'")
    }
    for rule in restOnNoClaim.sorted() { #expect(book.contains(rule), "no rule '\(rule)'") }
  }

  /// The comma-separated names of the bullet points under a heading.
  private static func list(under heading: String, in parts: [String]) -> Set<String> {
    let part = parts.first { $0.hasPrefix(heading + "\n") } ?? ""
    let points = part.components(separatedBy: "\n").filter { $0.hasPrefix("- ") }
    return Set(points.flatMap { $0.dropFirst(2).components(separatedBy: ", ") }.map { $0.replacing("`", with: "") })
  }
}

/// One row of the table of claims.
struct Claim {
  let id: String
  let words: String
  let strength: String
  /// Names in backticks.
  let rules: [String]
  /// The other names: sections of the report, or "background".
  let places: [String]

  /// Nil for a line that is not a row of a claim.
  init?(row: String) {
    let cells = row.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 6, cells[1].first == "C", Int(cells[1].dropFirst()) != nil else { return nil }
    id = cells[1]
    words = cells[2]
    strength = cells[3]
    let names = cells[4].components(separatedBy: ", ")
    rules = names.filter { $0.hasPrefix("`") }.map { $0.replacing("`", with: "") }
    places = names.filter { !$0.hasPrefix("`") }
  }
}
