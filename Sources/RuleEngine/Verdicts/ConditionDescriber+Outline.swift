import ClinicalRecord

/// One line of a rule's logic as a nested list.
package struct OutlineLine: Sendable, Hashable {
  package var depth: Int
  package var text: String

  package init(_ depth: Int, _ text: String) {
    self.depth = depth
    self.text = text
  }
}

// The logic of rules as nested lists, for review sheets.
extension ConditionDescriber {
  /// The whole logic of a rule.
  package func outline(_ rule: Rule) -> [OutlineLine] {
    switch rule.logic {
    case .criterion(let condition): outline(condition)
    case .redFlag(let flag): outline(flag)
    }
  }

  /// - Parameter lead: what stands before the first line, such as "Answer: ".
  package func outline(_ condition: Condition, _ depth: Int = 0, lead: String = "") -> [OutlineLine] {
    func group(_ words: String, _ parts: [Condition]) -> [OutlineLine] {
      if parts.count == 1 { return outline(parts[0], depth, lead: lead) }
      return [line(words, depth, lead)] + parts.flatMap { outline($0, depth + 1) }
    }
    switch condition {
    case .all([]): return [line("always", depth, lead)]
    case .any([]): return [line("never", depth, lead)]
    case .all(let parts):
      return group("all of:", parts.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } })
    case .any(let parts):
      return group("any of:", parts.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } })
    case .atLeast(0, let parts):
      return [line("counted, none of them needed:", depth, lead)] + parts.flatMap { outline($0, depth + 1) }
    case .atLeast(let count, let parts):
      return [line("at least \(count) of:", depth, lead)] + parts.flatMap { outline($0, depth + 1) }
    case .not(.ifRecorded(let part)):
      return unlessLeaf(part, depth, lead, "unless recorded: ", "unless recorded:")
    case .not(let part): return unlessLeaf(part, depth, lead, "not: ", "not:")
    case .named(let words, let part): return outline(part, depth, lead: lead + words + " — ")
    case .merge(let answer, let log, _):
      return [
        line(
          "the answer; where there is none, the log; where they disagree the answer counts and the conflict is printed:",
          depth, lead)
      ] + outline(answer, depth + 1, lead: "Answer: ") + outline(log, depth + 1, lead: "Log: ")
    case .firstRecorded(let parts): return group("the first of these that is recorded:", parts)
    case .decided(let met, let notMet):
      let inner = depth > 0 || !lead.isEmpty
      let own = inner ? depth + 1 : depth
      return (inner ? [line("three-valued:", depth, lead)] : []) + outline(met, own, lead: "Met when: ")
        + outline(notMet, own, lead: "Not met when: ") + [line("Otherwise not recorded.", own, "")]
    case .ifRecorded(let part):
      return unlessLeaf(part, depth, lead, "where recorded, ", "where recorded (missing counts as not fulfilled here):")
    case .context(let part): return outline(part, depth, lead: lead + "Circumstance: ")
    case .atAnySite(_, let part): return [line(words(condition) + ":", depth, lead)] + outline(part, depth + 1)
    case .entries(let query, let count, let otherwise):
      return entryLines(
        query, "at least \(count) log \(count == 1 ? "entry" : "entries")", count, otherwise, depth, lead)
    case .freeText(let hints):
      return [line("in one sentence of the patient's own text:", depth, lead)] + hints.map { hint($0, depth + 1) }
    case .compare(let quantity, let comparison, let limit):
      return [line(words(condition) + (parts(of: quantity).isEmpty ? "" : ":"), depth, lead)]
        + partLines(of: quantity, depth + 1, comparison, limit)
    default: return [line(words(condition), depth, lead)]
    }
  }

  /// A query with what an entry must show as a list of its own.
  private func entryLines(
    _ query: EntryQuery, _ start: String, _ count: Int, _ otherwise: Truth, _ depth: Int, _ lead: String
  ) -> [OutlineLine] {
    let fewer = "; \(count == 1 ? "none means" : "fewer mean") \(words(otherwise))"
    guard let condition = query.condition else { return [line("\(start) of \(words(query))\(fewer)", depth, lead)] }
    var plain = query
    plain.condition = nil
    return [line("\(start) of \(words(plain))\(fewer); an entry counts where:", depth, lead)]
      + outline(condition, depth + 1)
  }

  private func outline(_ condition: EntryCondition, _ depth: Int) -> [OutlineLine] {
    switch condition {
    case .all(let parts) where parts.count > 1:
      [OutlineLine(depth, "All of:")] + parts.flatMap { outline($0, depth + 1) }
    case .any(let parts) where parts.count > 1:
      [OutlineLine(depth, "Any of:")] + parts.flatMap { outline($0, depth + 1) }
    case .all(let parts), .any(let parts): parts.flatMap { outline($0, depth) }
    default: [line(words(condition), depth, "")]
    }
  }

  private func unlessLeaf(
    _ part: Condition, _ depth: Int, _ lead: String, _ short: String, _ long: String
  ) -> [OutlineLine] {
    let inner = outline(part, depth + 1)
    if inner.count == 1 { return [line(short + ConditionDescriber.lowered(inner[0].text), depth, lead)] }
    return [line(long, depth, lead)] + inner
  }

  private func line(_ words: String, _ depth: Int, _ lead: String) -> OutlineLine {
    OutlineLine(depth, ConditionDescriber.raised(lead + words))
  }

  private func hint(_ hint: WordHint, _ depth: Int) -> OutlineLine {
    let groups = hint.groups.map { group in group.map { "“\($0)”" }.joined(separator: " or ") }
    return OutlineLine(
      depth, groups.joined(separator: ", together with ") + ", while rule \(name(hint.rule)) is not met")
  }

  /// What a number is made of, where that takes more than a line.
  private func parts(of quantity: Quantity) -> [Points] {
    switch quantity {
    case .points(let points), .recordedPoints(let points): points
    case .when(_, let part): parts(of: part)
    default: []
    }
  }

  private func partLines(of quantity: Quantity, _ depth: Int, _: Comparison, _: Double) -> [OutlineLine] {
    var lines: [OutlineLine] = []
    if case .when(let condition, _) = quantity { lines = outline(condition, depth, lead: "Counted only while ") }
    for points in parts(of: quantity) {
      let count =
        "\(points.points < 0 ? "minus " : "")\(abs(points.points)) point\(abs(points.points) == 1 ? "" : "s"): "
      lines += outline(points.condition, depth, lead: count)
    }
    return lines
  }

  private func outline(_ flag: RedFlag) -> [OutlineLine] {
    var lines: [OutlineLine] = []
    if let gate = flag.gate { lines += outline(gate, lead: "Applies only where (otherwise not met): ") }
    lines.append(OutlineLine(0, "Met when any of:"))
    if let answers = flag.answers { lines += outline(answers, 1, lead: "Answers: ") }
    if let log = flag.log { lines += outline(log, 1, lead: "Log: ") }
    for finding in flag.findings { lines += outline(finding, 1, lead: "Finding, where recorded: ") }
    if let signs = flag.opensWith { lines += outline(signs, lead: "Left open (neither met nor not met) by: ") }
    if let bar = flag.barsNo { lines += outline(bar, lead: "Never “not met” while: ") }
    lines.append(OutlineLine(0, "Not met only when no part is met or left open by a log entry, and:"))
    lines += outline(flag.notMetWhen, 1)
    lines.append(OutlineLine(0, "Otherwise not recorded, and open where something recorded speaks for it."))
    return lines
  }

  private func outline(_ ground: RedFlag.Ground, _ depth: Int) -> [OutlineLine] {
    switch ground {
    case .everyAnswerIsNo(let items):
      return [OutlineLine(depth, "Every one of these is answered no:")] + items.map { OutlineLine(depth + 1, name($0)) }
    case .logCovers(let rule): return [OutlineLine(depth, "The log covers its days: rule \(name(rule)) is met")]
    case .measuredTogether(let items):
      return [OutlineLine(depth, "All of these are on file, the newest of each of the same day:")]
        + items.map { OutlineLine(depth + 1, name($0)) }
    case .anyResult(let results, let days):
      let inTime = days.map { "dated within \($0) days" } ?? "on file and not too old"
      return [OutlineLine(depth, "At least one of these is \(inTime):")]
        + results.map { OutlineLine(depth + 1, name($0)) }
    case .all(let grounds): return grounds.flatMap { outline($0, depth) }
    }
  }

  /// The outline with each group that stood before replaced by a reference to it.
  package static func folded(_ lines: [OutlineLine]) -> [OutlineLine] {
    var seen: Set<[OutlineLine]> = []
    var result: [OutlineLine] = []
    var index = 0
    while index < lines.count {
      let head = lines[index]
      let parts = lines[(index + 1)...].prefix { $0.depth > head.depth }
      let key = parts.map { OutlineLine($0.depth - head.depth, $0.text) }
      if parts.count > 4, head.text.hasSuffix(":"), !seen.insert(key).inserted {
        let leaves = parts.map(\.text).filter { !$0.hasSuffix(":") }.map { $0.prefix(40) }
        let range = "from “\(leaves.first ?? "")…” to “\(leaves.last ?? "")…”"
        result.append(OutlineLine(head.depth, head.text.dropLast() + " — the \(parts.count) lines above \(range)"))
        index += parts.count + 1
      } else {
        result.append(head)
        index += 1
      }
    }
    return result
  }

  /// A condition in one sentence, for "when …" behind a phrase or a level.
  package func sentence(_ condition: Condition) -> String {
    switch condition {
    case .all(let parts): return joined(parts, " and ")
    case .any(let parts): return joined(parts, " or ")
    case .atLeast(let count, let parts): return "at least \(count) of (" + joined(parts, "; ") + ")"
    case .not(.ifRecorded(let part)): return "unless recorded: " + sentence(part)
    case .not(.named(let words, _)): return "not: " + words
    case .not(let part): return "not (" + sentence(part) + ")"
    case .named(let words, _): return words
    case .merge(let answer, let log, _): return "by the answer, else the log, " + joined([answer, log], ", else ")
    case .firstRecorded(let parts): return "by the first recorded of (" + joined(parts, "; ") + ")"
    case .decided(let met, _): return sentence(met)
    case .ifRecorded(let part): return "where recorded, " + sentence(part)
    case .context(let part): return sentence(part)
    case .atAnySite(_, let part): return words(condition) + " (" + sentence(part) + ")"
    default: return words(condition)
    }
  }

  private func joined(_ parts: [Condition], _ word: String) -> String {
    parts.map { part in
      switch part {
      case .all(let inner) where inner.count > 1, .any(let inner) where inner.count > 1: "(" + sentence(part) + ")"
      default: sentence(part)
      }
    }.joined(separator: word)
  }

  static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func lowered(_ text: String) -> String {
    guard text.dropFirst().first?.isUppercase != true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
