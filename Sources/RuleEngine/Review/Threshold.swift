import ClinicalRecord

/// One number on which a rule turns, in words, with its unit and how sure it is.
package struct Threshold: Sendable, Hashable {
  /// What is compared, such as "Ferritin".
  package var subject: String
  /// Such as "at most 75 µg/L".
  package var limit: String
  package var mark: BasisMark
}

extension ConditionDescriber {
  /// Every threshold of a rule: its own, those of the derived items that it reads, and how long the results that it reads are current.
  ///
  /// Shares, medians and the age of results are project defaults of the whole book (basis 0.3, B6); other numbers have the rule's mark
  /// unless the rule says otherwise; a derived stage is from memory (basis B4).
  package func thresholds(of rule: Rule, in book: RuleBook) -> [Threshold] {
    let marks = Dictionary(rule.thresholdMarks.map { ($0.limit, $0.mark) }) { first, _ in first }
    func own(_ limit: Double) -> BasisMark { marks[limit] ?? rule.basis }
    let tree: [Any] = [rule.logic, rule.phrases, rule.details, rule.levels, rule.amplifiers]
    var found = thresholds(in: tree, marked: own)
    let reading = RuleReading(of: rule)
    for id in reading.derived {
      for code in book.derivedCodes where code.id == id { found += thresholds(in: code.choices) { _ in .memory } }
      for number in book.derivedNumbers where number.id == id {
        found += thresholds(in: number.quantity) { _ in .memory }
      }
    }
    for test in reading.items {
      guard let lab = dictionary.lab(test) else { continue }
      found.append(
        Threshold(
          subject: "\(lab.name): a result counts as current for", limit: "\(lab.staleAfterDays) days", mark: .project))
    }
    if rule.levels.contains(where: \.whileActive) {
      found.append(
        Threshold(subject: "active: a log entry is ongoing or dated within", limit: "7 days", mark: .project))
    }
    var seen: Set<Threshold> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func thresholds(in tree: Any, marked: (Double) -> BasisMark) -> [Threshold] {
    var found: [Threshold] = []
    TreeWalk.visit(tree) { node in
      switch node {
      case let condition as Condition: found += thresholds(of: condition, marked)
      case let share as ShareQuery:
        let subject = "share of log entries in which \(Words.item(share.field)) is \(list(share.values))"
        found.append(Threshold(subject: subject, limit: "met from \(percent(share.metFrom))", mark: .project))
        if share.notMetTo < share.metFrom {
          found.append(Threshold(subject: subject, limit: "not met up to \(percent(share.notMetTo))", mark: .project))
        }
        found.append(
          Threshold(subject: subject, limit: "at least \(share.minimum) entries that say it", mark: .project))
      case let quantity as Quantity:
        if case .median(let item, _, let minimum) = quantity {
          found.append(
            Threshold(subject: "median \(Words.item(item))", limit: "at least \(minimum) entries", mark: .project))
        }
      case let query as MedicationQuery:
        if let days = query.timing?.withinDays {
          found.append(
            Threshold(
              subject: "\(query.timing?.date.rawValue ?? "start") of \(list(query.classes))",
              limit: "at most \(days) days before the onset",
              mark: marked(Double(days))))
        }
        if case .currentOrStoppedWithin(let days) = query.period {
          found.append(
            Threshold(
              subject: "\(list(query.classes)) stopped", limit: "at most \(days) days ago", mark: marked(Double(days))))
        }
      case let entry as EntryCondition:
        if case .number(let item, let comparison, let limit) = entry {
          found.append(
            Threshold(
              subject: "\(Words.item(item)) of a log entry",
              limit: "\(words(comparison)) \(amount(limit, of: .item(item)))",
              mark: marked(limit)))
        }
      default: break
      }
      return !(node is String)
    }
    return found
  }

  private func isTimeSince(_ quantity: Quantity) -> Bool {
    switch quantity {
    case .monthsSince, .monthsSinceMedicine: true
    case .smallest(let parts): parts.allSatisfy(isTimeSince)
    default: false
    }
  }

  private func thresholds(of condition: Condition, _ marked: (Double) -> BasisMark) -> [Threshold] {
    switch condition {
    // It asks whether the number, or the day that it is counted from, is known.
    case .compare(let quantity, .atLeast, 0) where isKnownIdiom(quantity) || isTimeSince(quantity): []
    case .compare(let quantity, let comparison, let limit):
      [
        Threshold(
          subject: words(quantity), limit: "\(words(comparison)) \(amount(limit, of: quantity))", mark: marked(limit))
      ]
    case .atLeast(0, _): []
    case .atLeast(let count, let parts):
      [Threshold(subject: "items of a list of \(parts.count)", limit: "at least \(count)", mark: marked(Double(count)))]
    case .itemHolds(let item, let count, _):
      [Threshold(subject: "choices in \(name(item))", limit: "at least \(count)", mark: marked(Double(count)))]
    case .entries(let query, let count, _) where count > 1:
      [Threshold(subject: "log entries of \(words(query))", limit: "at least \(count)", mark: marked(Double(count)))]
    case .daysAtOneSite(let query, let count, _):
      [Threshold(subject: "days with \(words(query))", limit: "at least \(count)", mark: marked(Double(count)))]
    case .aboveReference(let test, let fallback), .belowReference(let test, let fallback):
      [
        Threshold(
          subject: name(test),
          limit: "\(isAbove(condition) ? "above" : "below") the laboratory's own limit"
            + (fallback.map { ", \(format($0)) where it gave none [P]" } ?? ""),
          mark: marked(fallback ?? 0))
      ]
    case .log(let quality): [Threshold(subject: "the log", limit: words(quality), mark: .project)]
    default: []
    }
  }

  private func isAbove(_ condition: Condition) -> Bool {
    if case .aboveReference = condition { return true }
    return false
  }
}
