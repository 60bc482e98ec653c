/// The words of the patient's copy: short sentences that say "you", for a reader of about twelve; drafts like the rules they belong to.
package struct PatientWords: Sendable, Hashable {
  /// What a flag is about, as the person concerned would see or feel it.
  package struct Flag: Sendable, Hashable {
    /// A sentence; it names signs, never a disease.
    package let sign: String
    /// How soon to seek help while the flag is open: never below the lowest level of the rule.
    package let whileOpen: Urgency
    /// The sign while the flag is open, where ``sign`` names one that would settle it at a higher level.
    package let openSign: String
    /// Kinds of log entry that are an emergency by themselves, also while the flag is open: then ``sign`` stands for it.
    package let urgentKinds: [String]

    package init(_ sign: String, whileOpen: Urgency, openSign: String? = nil, urgentKinds: [String] = []) {
      self.sign = sign
      self.whileOpen = whileOpen
      self.openSign = openSign ?? sign
      self.urgentKinds = urgentKinds
    }
  }

  /// Signs that everybody is told of, with how soon to seek help.
  package struct Warning: Sendable, Hashable {
    package let level: Urgency
    package let signs: [String]

    package init(_ level: Urgency, _ signs: [String]) {
      self.level = level
      self.signs = signs
    }
  }

  /// By rule: every rule that carries a level.
  package let flags: [RuleID: Flag]
  /// What to do at a level, by the id of the locale pack.
  package let help: [String: [Urgency: String]]
  /// Printed in every copy.
  package let always: [Warning]
  /// Kinds of symptom by the code of the log, where the plain form of the code would not be understood.
  package let kinds: [String: String]

  package init(
    flags: [RuleID: Flag] = [:], help: [String: [Urgency: String]] = [:], always: [Warning] = [],
    kinds: [String: String] = [:]
  ) {
    self.flags = flags
    self.help = help
    self.always = always
    self.kinds = kinds
  }
}
