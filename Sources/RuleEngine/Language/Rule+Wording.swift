package import ClinicalRecord

// The modifiers with which a rule says its words: each returns a changed copy.
extension Rule {
  private func changed(_ change: (inout Rule) -> Void) -> Rule {
    var copy = self
    change(&copy)
    return copy
  }

  /// What a met rule prints; of several, the first whose condition is met, the one without a condition last.
  package func says(_ text: String, when condition: Condition? = nil) -> Rule {
    changed { $0.phrases.append(Phrase(text: text, value: .met, condition: condition, isAddition: false)) }
  }

  /// What the rule prints when it is not met or not recorded.
  package func says(_ text: String, if value: Truth, when condition: Condition? = nil) -> Rule {
    changed { $0.phrases.append(Phrase(text: text, value: value, condition: condition, isAddition: false)) }
  }

  /// What is added to the phrase while the condition is met.
  package func adds(_ text: String, if value: Truth = .met, when condition: Condition? = nil) -> Rule {
    changed { $0.phrases.append(Phrase(text: text, value: value, condition: condition, isAddition: true)) }
  }

  package func detail(_ name: String, _ detail: Detail) -> Rule {
    changed { $0.details.append(NamedDetail(name: name, detail: detail)) }
  }

  package func asks(_ text: String, about items: ItemID...) -> Rule {
    changed { $0.questions.append(Question(text: text, items: items)) }
  }

  /// Items that are asked for although the value does not rest on them.
  package func alsoAsks(about items: ItemID...) -> Rule { changed { $0.alsoAsked += items } }

  /// What is asked, in words of its own, although the value does not rest on it.
  package func alsoAsks(_ text: String, about items: ItemID...) -> Rule {
    changed {
      $0.alsoAsked += items
      $0.questions.append(Question(text: text, items: items))
    }
  }

  package func considers(tests: ItemID..., while condition: Condition? = nil) -> Rule {
    changed { $0.testGroups.append(TestGroup(tests: tests, condition: condition)) }
  }

  package func level(_ urgency: Urgency, when condition: Condition? = nil, whileActive: Bool = false) -> Rule {
    changed { $0.levels.append(Level(urgency: urgency, condition: condition, whileActive: whileActive)) }
  }

  package func amplified(@ConditionBuilder by conditions: () -> [Condition]) -> Rule {
    let conditions = conditions()
    return changed { $0.amplifiers += conditions }
  }

  package func amplified(by conditions: [Condition]) -> Rule { changed { $0.amplifiers += conditions } }

  package func cites(_ references: ReferenceID..., basis: BasisMark) -> Rule {
    changed {
      $0.citations += references
      $0.basis = basis
    }
  }

  /// A met value still needs a clinician's judgement, except while the condition is met.
  package func provisional(unless condition: Condition? = nil) -> Rule {
    changed {
      $0.isProvisional = true
      $0.settledWhen = condition
    }
  }

  package func alwaysListsMissing() -> Rule { changed { $0.listsMissingAlways = true } }
  package func settled(by readings: String...) -> Rule { changed { $0.readings += readings } }
}
