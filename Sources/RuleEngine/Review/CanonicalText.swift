package import ClinicalRecord

/// The text form of an inert value that is the same in every process and on every machine, for fingerprints.
///
/// Fields stand by name, and what is nil, empty or false is left out: a field that the language gains later changes the text of those
/// rules only that use it.
package enum CanonicalText {
  package static func of(_ value: Any) -> String {
    var text = ""
    write(value, into: &text)
    return text
  }

  private static func write(_ value: Any, into text: inout String) {
    switch value {
    case let word as String: return quote(word, into: &text)
    case let item as ItemID:
      text += item.name
      return
    case let rule as RuleID:
      text += rule.name
      return
    case let reference as ReferenceID:
      text += reference.name
      return
    case let number as Double:
      text += number == number.rounded() ? "\(Int(number))" : "\(number)"
      return
    case is Int, is Bool:
      text += "\(value)"
      return
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: if let child = mirror.children.first { write(child.value, into: &text) }
    case .collection: list(mirror.children.map { of($0.value) }, into: &text)
    case .set, .dictionary: list(mirror.children.map { of($0.value) }.sorted(), into: &text)
    case .enum:
      guard let child = mirror.children.first else {
        text += "\(value)"
        return
      }
      text += child.label ?? ""
      let payload = Mirror(reflecting: child.value)
      if payload.displayStyle == .tuple {
        list(payload.children.map { of($0.value) }, into: &text)
      } else {
        list([of(child.value)], into: &text)
      }
    default:
      let fields = mirror.children.compactMap { child -> String? in
        let written = of(child.value)
        return ["", "()", "false"].contains(written) ? nil : "\(child.label ?? "")=\(written)"
      }
      list(fields.sorted(), into: &text)
    }
  }

  private static func list(_ parts: [String], into text: inout String) {
    text += "(" + parts.joined(separator: " ") + ")"
  }

  private static func quote(_ word: String, into text: inout String) {
    text += "\""
    for character in word.unicodeScalars {
      switch character {
      case "\"", "\\": text += "\\" + String(character)
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(character)
      }
    }
    text += "\""
  }
}

extension RuleBook {
  /// All that a clinician signs when she signs a rule, as text: the rule, what it reads, and everything else on its review sheet.
  ///
  /// The rules and derived items that it refers to, directly or through others, are part of it: a change of one of them is a change of
  /// what the rule comes to.
  package func canonicalText(of rule: Rule) -> String {
    let reach = reach(of: rule)
    var lines = ["legbrief rule 1", "rule " + CanonicalText.of(rule), "intent " + CanonicalText.of(intent(of: rule))]
    lines += precedence(touching: rule.id).map { "precedence " + CanonicalText.of($0) }
    lines += rule.readings.map { "reading \($0) " + CanonicalText.of(readings[$0] ?? "") }
    lines += rule.citations.map { "source \($0.name) " + CanonicalText.of(references[$0] ?? "") }
    lines += reach.rules.sorted().compactMap { id in
      rules.first { $0.id == id }.map { "reads rule " + CanonicalText.of($0) }
    }
    lines += derivedCodes.filter { reach.derived.contains($0.id) }.map { "reads derived " + CanonicalText.of($0) }
    lines += derivedNumbers.filter { reach.derived.contains($0.id) }.map { "reads derived " + CanonicalText.of($0) }
    lines += RuleReading(of: rule).items.sorted().map { item in
      if let test = dictionary.lab(item) { return "item \(item) " + CanonicalText.of([test.name, test.unit]) }
      let field = dictionary.field(item)
      return "item \(item) " + CanonicalText.of([field?.question ?? "", field?.unit ?? ""])
        + (field.map { CanonicalText.of($0.kind) } ?? "")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The texts of the rule, those of its area where it has none.
  package func intent(of rule: Rule) -> RuleIntent {
    let area = areas.first { $0.rules.contains { $0.id == rule.id } }
    return (rule.intent ?? RuleIntent()).completed(by: area?.intent ?? RuleIntent())
  }

  package func precedence(touching rule: RuleID) -> [Precedence] {
    precedence.filter { $0.trigger == rule || $0.rules.contains(rule) }
  }

  /// Rules and derived items that the rule's value and words can depend on, itself left out; safe for rules that refer to each other.
  package func reach(of rule: Rule) -> (rules: Set<RuleID>, derived: Set<ItemID>) {
    let known = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    var reached: Set<RuleID> = []
    var derived: Set<ItemID> = []
    var open: [Any] = [rule]
    while let next = open.popLast() {
      let reading = RuleReading(of: next)
      for id in reading.rules where id != rule.id && reached.insert(id).inserted {
        if let found = known[id] { open.append(found) }
      }
      for item in reading.derived where derived.insert(item).inserted {
        if let code = derivedCodes.first(where: { $0.id == item }) { open.append(code.choices) }
        if let number = derivedNumbers.first(where: { $0.id == item }) { open.append(number.quantity) }
      }
    }
    return (reached, derived)
  }
}

extension RuleBook {
  /// ``canonicalText(of:)`` of every rule, in book order.
  package func canonicalTexts() -> [(id: RuleID, text: String)] {
    rules.map { ($0.id, canonicalText(of: $0)) }
  }
}
