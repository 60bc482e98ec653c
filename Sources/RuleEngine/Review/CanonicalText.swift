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
    if writeLeaf(value, into: &text) { return }
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

  /// A text, id or number; false for anything that has parts.
  ///
  /// Comparing types is far quicker than casts that fail, and most nodes are none of these.
  private static func writeLeaf(_ value: Any, into text: inout String) -> Bool {
    let type = type(of: value)
    if type == String.self, let word = value as? String {
      quote(word, into: &text)
    } else if type == ItemID.self, let item = value as? ItemID {
      text += item.name
    } else if type == RuleID.self, let rule = value as? RuleID {
      text += rule.name
    } else if type == ReferenceID.self, let reference = value as? ReferenceID {
      text += reference.name
    } else if type == Double.self, let number = value as? Double {
      text += number == number.rounded() ? "\(Int(number))" : "\(number)"
    } else if type == Int.self || type == Bool.self {
      text += "\(value)"
    } else if type == Int?.self || type == Bool?.self, value is Int || value is Bool {
      // With the word Optional around it, as it always was: a fingerprint changes with its rule and with nothing else.
      text += "\(value)"
    } else {
      return false
    }
    return true
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
  package func canonicalText(of rule: Rule) -> String { CanonicalTexts(of: self).text(of: rule) }

  /// The same of every rule, in book order.
  package func canonicalTexts() -> [(id: RuleID, text: String)] {
    let texts = CanonicalTexts(of: self)
    return rules.map { ($0.id, texts.text(of: $0)) }
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
    CanonicalTexts(of: self).reach(of: rule)
  }
}
