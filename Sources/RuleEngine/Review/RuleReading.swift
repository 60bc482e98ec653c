package import ClinicalRecord

/// What a tree reads of a record, of the derived items and of other rules; each once, in the order of the tree.
package struct RuleReading: Sendable {
  /// Items of the dictionary: answers, history, log fields, tests, measurements.
  package private(set) var items: [ItemID] = []
  package private(set) var derived: [ItemID] = []
  package private(set) var rules: [RuleID] = []
  /// Classes of medicines.
  package private(set) var medicines: [String] = []

  /// - Parameter tree: a rule, or any part of one.
  package init(of tree: Any) {
    var tree = tree
    if let rule = tree as? Rule {
      // Its own id is no reference; questions and tests to consider are words about items, not readings.
      tree = [
        rule.logic, rule.phrases, rule.details, rule.levels, rule.amplifiers, rule.settledWhen as Any,
        rule.testGroups.map(\.condition) as Any,
      ]
    }
    TreeWalk.visit(tree) { node in
      self.read(node)
      return !(node is String) && !(node is ItemID)
    }
    func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
      var seen: Set<Element> = []
      return elements.filter { seen.insert($0).inserted }
    }
    derived = unique(derived)
    items = unique(items).filter { !derived.contains($0) || RuleReading.alsoRecorded.contains($0) }
    rules = unique(rules)
    medicines = unique(medicines)
  }

  /// Derived codes that a record may hold as well.
  static let alsoRecorded: Set<ItemID> = ["menopauseStage"]

  private mutating func read(_ node: Any) {
    switch node {
    case let condition as Condition: read(condition)
    case let quantity as Quantity: read(quantity)
    case let entry as EntryCondition: read(entry)
    case let detail as Detail: if case .logFigure = detail { items += ["entryDate", "dayCheckIn", "recordedAt"] }
    case is EntryQuery: items += ["symptomKind", "entryDate"]
    case is ShareQuery, is SideQuery: items += ["symptomKind", "entryDate"]
    case let query as MedicationQuery:
      medicines += query.classes
      items += ["medClass", "medListComplete", "medStopDate"]
      if !query.routes.isEmpty { items.append("medRoute") }
      if query.timing != nil { items += ["medStartDate", "medChangeDate"] }
    // Active is an entry that goes on, or a recent one (basis 0.3).
    case let level as Level: if level.whileActive { items.append("ongoing") }
    case let item as ItemID where item == "period": items += ["onsetTime", "onsetPeriod"]
    case let item as ItemID: items.append(item)
    case let rule as RuleID: rules.append(rule)
    default: break
    }
  }

  private mutating func read(_ condition: Condition) {
    switch condition {
    case .derived(let item, _): derived.append(item)
    case .side: items.append("side")
    case .atAnySite: items.append("bodySite")
    case .freeText: items += ["freeText", "mainConcern"]
    case .log: items += ["entryDate", "dayCheckIn", "recordedAt"]
    case .aboveReference, .positiveResult: items.append("labRefHigh")
    case .belowReference: items.append("labRefLow")
    default: break
    }
  }

  private mutating func read(_ quantity: Quantity) {
    switch quantity {
    case .derived(let item): derived.append(item)
    case .age: items += ["birthDate", "ageYears"]
    case .labMultiple: items.append("labRefHigh")
    case .observedDays: items += ["entryDate", "dayCheckIn"]
    case .sites: items.append("bodySite")
    case .monthsSinceMedicine(let date, _): items.append(date == .stop ? "medStopDate" : "medStartDate")
    default: break
    }
  }

  private mutating func read(_ entry: EntryCondition) {
    switch entry {
    case .site: items.append("bodySite")
    case .side: items.append("side")
    case .firstAtSite: items += ["bodySite", "side"]
    default: break
    }
  }
}
