import ClinicalRecord

/// What one answer to an item does to one rule; see ``OpenQuestion/Effect``, which is made of those that are listed.
struct TriedEffect {
  var answer: ItemValue
  /// The number of the rule.
  var rule: Int
  var before: Truth
  var after: Truth
  var opens = false
  var level: Urgency?
  var weighsMore = false
  var together: OpenQuestion.Companion?
}

/// What is known of one item while the list of questions is made.
struct QuestionCandidate {
  var effects: [TriedEffect] = []
  /// Numbers of the rules that it decides only together with other answers.
  var helps: [Int] = []
  var pairs: [TriedEffect] = []
  /// What its answers add to flags that are met.
  var weights: [TriedEffect] = []
}

/// The items that can be asked for of one record, with what their answers would do; by the number of the askable item.
struct QuestionCandidates {
  let base: Evaluator
  /// Whether the record leaves it open.
  let areOpen: [Bool]
  /// Numbers of rules whose value nobody needs to know now.
  let closed: [Bool]
  var known: [QuestionCandidate?]

  subscript(_ number: Int) -> QuestionCandidate {
    get { known[number] ?? QuestionCandidate() }
    _modify {
      var candidate = known[number] ?? QuestionCandidate()
      known[number] = nil
      defer { known[number] = candidate }
      yield &candidate
    }
  }
}

/// A question with its keys; lower ones come first, compared one after the other.
struct PlacedQuestion {
  var key: [Int]
  var question: OpenQuestion

  /// Equal keys keep the order in which they were made.
  static func sorted(_ placed: [PlacedQuestion]) -> [PlacedQuestion] {
    placed.indices.sorted { a, b in
      placed[a].key == placed[b].key ? a < b : placed[a].key.lexicographicallyPrecedes(placed[b].key)
    }.map { placed[$0] }
  }
}

/// What holds for the whole list.
struct QuestionStanding {
  let verdicts: Verdicts
  /// By the number of the rule; nil for one that is no unsettled flag.
  let support: [FlagSupport?]
  /// The highest level of a flag that is met.
  let highest: Urgency?
  let hinted: Set<RuleID>
}
