package import RuleEngine

/// What tells one rule set from another: a fingerprint of each rule, and one over all of them.
package struct RuleSetFingerprint: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var id: String
    /// The first digits of the rule's fingerprint, enough to tell two versions of it apart.
    package var fingerprint: String

    package init(id: String, fingerprint: String) {
      self.id = id
      self.fingerprint = fingerprint
    }
  }

  package let version: String
  /// Over the version, and the id and whole fingerprint of every rule.
  package let combined: String
  /// By id.
  package let rules: [Entry]

  package init(version: String, combined: String, rules: [Entry]) {
    self.version = version
    self.combined = combined
    self.rules = rules
  }

  /// How many digits of a rule's fingerprint a report carries.
  package static let digits = 16

  /// - Parameter list: what ``list`` wrote.
  package init(version: String, listed list: String) {
    let lines = list.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count == 2 }
    self.init(
      version: version, combined: lines.first.map { String($0[1]) } ?? "",
      rules: lines.dropFirst().map { Entry(id: String($0[0]), fingerprint: String($0[1])) })
  }

  /// The fingerprints as text: the one over all rules, then that of each rule by id, a line each.
  package var list: String {
    (["all \(combined)"] + rules.map { "\($0.id) \($0.fingerprint)" }).joined(separator: "\n")
  }

  /// - Parameter fingerprint: the hash of a text in hexadecimal; the hash function is the caller's.
  package init(of book: RuleBook, by fingerprint: (String) -> String) {
    let whole = book.canonicalTexts().map { (id: $0.id.name, fingerprint: fingerprint($0.text)) }
      .sorted { $0.id < $1.id }
    self.init(
      version: book.version,
      combined: fingerprint(
        "rule set \(book.version)\n" + whole.map { "\($0.fingerprint)  \($0.id)\n" }.joined()),
      rules: whole.map {
        Entry(id: $0.id, fingerprint: String($0.fingerprint.prefix(RuleSetFingerprint.digits)))
      })
  }
}
