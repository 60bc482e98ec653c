import ClinicalRecord

// Items and codes against the dictionary.
extension RuleLint {
  /// Names of the language that are no items of a record.
  private static let engineItems: Set<ItemID> = ["period", "labId"]
  private static let partsOfDay = ["night", "morning", "afternoon", "evening"]

  func vocabulary(_ subject: String, tree: Any) -> [RuleFinding] {
    var found: [RuleFinding] = []
    func unknown(_ kind: String, _ name: String, _ place: String) {
      found.append(RuleFinding(.error, kind, subject, "\(place) \(name), which the dictionary does not have"))
    }
    func check(_ codes: [String], of item: ItemID) {
      guard let allowed = codesAllowed(for: item) else { return }
      for code in codes where !allowed.contains(code) {
        found.append(
          RuleFinding(.error, "unknown-code", subject, "reads code \(code) of \(item), which is not one of its answers")
        )
      }
    }
    TreeWalk.visit(tree) { node in
      switch node {
      case let item as ItemID:
        if !isKnown(item) { unknown("unknown-item", item.name, "reads") }
      case let condition as Condition:
        switch condition {
        case .item(let item, let codes), .derived(let item, let codes), .itemHolds(let item, _, let codes):
          check(codes, of: item)
        default: break
        }
      case let entry as EntryCondition:
        switch entry {
        case .kind(let kinds), .firstAtSite(let kinds): check(kinds, of: "symptomKind")
        case .site(let sites): check(sites, of: "bodySite")
        case .side(let sides): check(sides, of: "side")
        case .sign(let item, let codes), .code(let item, let codes): check(codes, of: item)
        default: break
        }
      case let query as EntryQuery: check(query.kinds, of: "symptomKind")
      case let query as ShareQuery:
        check(query.kinds, of: "symptomKind")
        check(query.values, of: query.field)
      case let query as MedicationQuery:
        check(query.classes, of: "medClass")
        check(query.routes, of: "medRoute")
      default: break
      }
      return !(node is String)
    }
    return found.reduce(into: []) { all, next in if !all.contains(next) { all.append(next) } }
  }

  private func isKnown(_ item: ItemID) -> Bool {
    RuleLint.engineItems.contains(item) || book.procedures.contains(item) || book.dictionary.field(item) != nil
      || book.dictionary.lab(item) != nil
      || book.derivedCodes.contains { $0.id == item } || book.derivedNumbers.contains { $0.id == item }
  }

  /// The codes that an item can hold; nil for one that holds none.
  private func codesAllowed(for item: ItemID) -> Set<String>? {
    if item == "period" { return Set(RuleLint.partsOfDay) }
    var codes: [String] = book.derivedCodes.filter { $0.id == item }.flatMap { $0.choices.map(\.words) }
    guard let field = book.dictionary.field(item) else { return codes.isEmpty ? nil : Set(codes) }
    switch field.kind {
    case .enumeration(let allowed): codes += allowed
    case .set(let allowed): codes += allowed
    case .bool3: codes += ["yes", "no"]
    case .joints(let sites, _): codes += sites
    default: return codes.isEmpty ? nil : Set(codes)
    }
    return Set(codes)
  }

  /// Items of the dictionary that no rule, derived item or question reads, and that are not named as context.
  func unreadInputs() -> [RuleFinding] {
    var read: Set<ItemID> = ["reportDate", "localePack", "symptomKind", "entryDate"]
    for rule in book.rules {
      let reading = RuleReading(of: rule)
      read.formUnion(reading.items + reading.derived + rule.tests + rule.alsoAsked)
    }
    for number in book.derivedNumbers { read.formUnion(RuleReading(of: number.quantity).items) }
    for code in book.derivedCodes { read.formUnion(RuleReading(of: code.choices).items) }
    let declared = book.dictionary.fields.map(\.id) + book.dictionary.labs.map(\.id)
    let unread = declared.filter { !read.contains($0) && book.contextItems[$0] == nil }.map {
      RuleFinding(
        .warning, "unread-input", $0.name, "no rule reads the item",
        remedy: "let a rule read it, or name it with a reason in ContextItems")
    }
    let stale = book.contextItems.keys.filter { read.contains($0) || !isKnown($0) }.sorted().map {
      RuleFinding(
        .warning, "stale-context-item", $0.name, "is named as context, and a rule reads it or it does not exist")
    }
    return unread + stale
  }
}
