package import ClinicalRecord

/// The rules of one area in book order.
package struct RuleArea: Sendable, Hashable {
  package let id: String
  package let title: String
  package fileprivate(set) var rules: [Rule]
  /// Rules that a report prints before the others of the area, where that order is not the book's.
  package let printedFirst: [RuleID]
  /// While this rule is not met, the area's open questions are not worth a clinician's time; nil for an area without such a rule.
  package let gate: RuleID?
  /// What the rules of the area are for, where a rule says nothing else.
  package var intent = RuleIntent()

  package let role: Role
  /// What a report calls the area, where that is more than its title.
  package let reportName: String?
  /// What a report says of the whole area before its criteria.
  package let note: String?
  /// Rules that sum the area up, the weightiest first: one that is met is the finding that a reader should see first.
  package let keyRules: [RuleID]
  /// A report prints the block of the area only while this rule is met; nil for an area that is always printed.
  package let printedWhile: RuleID?

  /// What the rules of an area are about.
  package enum Role: Sendable, Hashable {
    case patterns, redFlags
    /// Measures that were tried or wished for.
    case measures
    case dataQuality
  }

  package init(
    _ id: String, _ title: String, role: Role = .patterns, reportName: String? = nil, note: String? = nil,
    keyRules: [RuleID] = [], printedFirst: [RuleID] = [], gate: RuleID? = nil, printedWhile: RuleID? = nil,
    _ rules: [Rule]
  ) {
    self.id = id
    self.title = title
    self.role = role
    self.reportName = reportName
    self.note = note
    self.keyRules = keyRules
    self.printedFirst = printedFirst
    self.gate = gate
    self.printedWhile = printedWhile
    self.rules = rules
  }

  /// False for rules about the log itself or about measures that were tried: an entry behind them is no second pattern.
  package var describesPatterns: Bool { role == .patterns || role == .redFlags }

  /// The area with other rules, such as the same ones with what they are for.
  package func replacing(rules: [Rule]) -> RuleArea {
    var copy = self
    copy.rules = rules
    return copy
  }

  /// The rules in the order of print.
  package var printed: [Rule] {
    let first = printedFirst.compactMap { id in rules.first { $0.id == id } }
    return first + rules.filter { !printedFirst.contains($0.id) }
  }
}

/// A code that is worked out from other items when it was not recorded: the first choice whose condition is met.
package struct DerivedCode: Sendable, Hashable {
  package let id: ItemID
  package let choices: [Detail.Choice]

  package init(_ id: ItemID, _ choices: [Detail.Choice]) {
    self.id = id
    self.choices = choices
  }
}

/// A number that is worked out from other items.
package struct DerivedNumber: Sendable, Hashable {
  package let id: ItemID
  package let quantity: Quantity

  package init(_ id: ItemID, _ quantity: Quantity) {
    self.id = id
    self.quantity = quantity
  }
}

/// One line of the order of precedence (basis C11): while a rule holds, others are withheld from print or their phrase is qualified. Values never change.
package struct Precedence: Sendable, Hashable {
  package let id: String
  package let trigger: RuleID
  /// True when the trigger counts already while it is open.
  package let whileOpen: Bool
  package let reach: Reach
  package let rules: [RuleID]
  /// Nil withholds the rules from print; otherwise the words that are put before their phrase.
  package let qualification: String?
  /// What a report says in place of what is withheld, or above what is qualified; `{flag}` stands for the title of the trigger, `{words}` for
  /// what the trigger itself says.
  package private(set) var notice: String?
  /// Items of which nothing is printed as evidence or as missing while the line holds: they would read as advice.
  package private(set) var unprinted: [ItemID] = []
  /// Rules of which a letter says nothing while the line holds.
  package private(set) var leftOutOfLetters: [RuleID] = []

  /// Which symptoms are affected; a trigger whose evidence names no place affects all.
  package enum Reach: Sendable, Hashable {
    case anywhere, sameSite, sameLimb
  }

  package init(
    _ id: String, while trigger: RuleID, orOpen whileOpen: Bool = false, at reach: Reach = .anywhere,
    withhold rules: [RuleID]
  ) {
    self.id = id
    self.trigger = trigger
    self.whileOpen = whileOpen
    self.reach = reach
    self.rules = rules
    qualification = nil
  }

  package init(
    _ id: String, while trigger: RuleID, orOpen whileOpen: Bool = false, qualify rules: [RuleID], with words: String
  ) {
    self.id = id
    self.trigger = trigger
    self.whileOpen = whileOpen
    reach = .anywhere
    self.rules = rules
    qualification = words
  }

  package func says(_ notice: String) -> Precedence {
    var copy = self
    copy.notice = notice
    return copy
  }

  package func leavesOutOfLetters(_ rules: RuleID...) -> Precedence {
    var copy = self
    copy.leftOutOfLetters = rules
    return copy
  }

  package func leavesUnprinted(_ items: ItemID...) -> Precedence {
    var copy = self
    copy.unprinted = items
    return copy
  }

  /// Whether the line counts: its trigger is met, or open where that is enough.
  package func holds(_ trigger: Verdict) -> Bool { trigger.value == .met || (whileOpen && trigger.isOpen) }
}

/// Everything that judging needs: areas in print order, derived items, precedence, references and the vocabulary.
package struct RuleBook: Sendable {
  package let version: String
  package private(set) var areas: [RuleArea]
  /// Every rule in book order.
  package private(set) var rules: [Rule]
  /// The rules that a rule reads, through others too.
  package private(set) var rulesBehind: [RuleID: Set<RuleID>]
  package private(set) var derivedCodes: [DerivedCode]
  package private(set) var derivedNumbers: [DerivedNumber]
  package let precedence: [Precedence]
  package let references: [ReferenceID: String]
  package let dictionary: FieldDictionary
  /// The first holds for a record that names none.
  package let locales: [LocalePack]
  /// Settled readings of the basis by id, a line each (basis C12).
  package let readings: [String: String]
  /// Signatures of clinicians; a rule without a matching one is a draft.
  package let signOffs: [SignOff]
  /// Items that no rule reads, with what they are for instead.
  package let contextItems: [ItemID: String]
  /// Examinations that rules may suggest and that no record holds.
  package let procedures: Set<ItemID>
  /// The clinics that a referral letter can be written to.
  package let clinics: [ReferralClinic]
  /// The words of the patient's copy.
  package let patientWords: PatientWords

  package init(
    version: String, areas: [RuleArea], derivedCodes: [DerivedCode], derivedNumbers: [DerivedNumber],
    precedence: [Precedence], references: [ReferenceID: String], dictionary: FieldDictionary,
    locales: [LocalePack] = [], readings: [String: String] = [:], signOffs: [SignOff] = [],
    contextItems: [ItemID: String] = [:], procedures: Set<ItemID> = [], clinics: [ReferralClinic] = [],
    patientWords: PatientWords = PatientWords()
  ) {
    self.version = version
    self.areas = areas
    let rules = areas.flatMap(\.rules)
    self.rules = rules
    rulesBehind = RuleBook.rulesBehind(rules)
    self.derivedCodes = derivedCodes
    self.derivedNumbers = derivedNumbers
    self.precedence = precedence
    self.references = references
    self.dictionary = dictionary
    self.locales = locales
    self.readings = readings
    self.signOffs = signOffs
    self.contextItems = contextItems
    self.procedures = procedures
    self.clinics = clinics
    self.patientWords = patientWords
  }

  /// The book with the rule in the place of the one of its id, for tools that try changed rules.
  package func replacing(_ rule: Rule) -> RuleBook {
    var copy = self
    for (area, content) in areas.enumerated() {
      for (position, old) in content.rules.enumerated() where old.id == rule.id {
        copy.areas[area].rules[position] = rule
      }
    }
    copy.rules = copy.areas.flatMap(\.rules)
    let before = rules.first { $0.id == rule.id }.map { TreeReads($0.logic).rules }
    if before != TreeReads(rule.logic).rules { copy.rulesBehind = RuleBook.rulesBehind(copy.rules) }
    return copy
  }

  /// The book with the derived code in the place of the one of its id.
  package func replacing(_ code: DerivedCode) -> RuleBook {
    var copy = self
    copy.derivedCodes = derivedCodes.map { $0.id == code.id ? code : $0 }
    return copy
  }

  /// The book with the derived number in the place of the one of its id.
  package func replacing(_ number: DerivedNumber) -> RuleBook {
    var copy = self
    copy.derivedNumbers = derivedNumbers.map { $0.id == number.id ? number : $0 }
    return copy
  }

  private static func rulesBehind(_ rules: [Rule]) -> [RuleID: Set<RuleID>] {
    let direct = Dictionary(
      rules.map { ($0.id, TreeReads($0.logic).rules) }, uniquingKeysWith: { first, _ in first })
    return direct.mapValues { start in
      var found: Set<RuleID> = []
      var next = Array(start)
      while let rule = next.popLast() {
        if found.insert(rule).inserted { next += direct[rule] ?? [] }
      }
      return found
    }
  }
}
