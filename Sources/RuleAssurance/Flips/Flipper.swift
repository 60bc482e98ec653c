import ClinicalRecord
package import RuleEngine

/// Flips thresholds, comparisons, connectives, sets of codes and windows of rules, one at a time.
///
/// Flips that could change nothing (the connective of a single condition, a limit of whole numbers written another way) are not made.
/// A condition that stands in several places of a rule is one condition, and flipped in all of them at once.
/// A set of more than ``wideSet`` codes is flipped by its halves, not code by code: body sites, for the most part.
package struct Flipper: Sendable {
  let dictionary: FieldDictionary
  /// By id: what a derived number is counted in decides how far its limits are shifted.
  let numbers: [ItemID: Quantity]
  static let wideSet = 8

  package init(_ book: RuleBook) {
    dictionary = book.dictionary
    numbers = Dictionary(book.derivedNumbers.map { ($0.id, $0.quantity) }, uniquingKeysWith: { first, _ in first })
  }

  /// The flips of the node itself; what stands below it is flipped on its own.
  func flips(_ condition: Condition) -> [Mutant<Condition>] {
    switch condition {
    case .all(let parts):
      return drops(parts, Condition.all) + (parts.count < 2 ? [] : [Mutant("all becomes any", .any(parts))])
    case .any(let parts):
      return drops(parts, Condition.any) + (parts.count < 2 ? [] : [Mutant("any becomes all", .all(parts))])
    case .atLeast(let count, let parts):
      return drops(parts) { .atLeast(count, $0) }
        + neighbours(count, upTo: parts.count).map { Mutant("at least \(count) becomes \($0)", .atLeast($0, parts)) }
    case .not(let part): return [Mutant("not removed", part)]
    case .ifRecorded(let part): return [Mutant("“if recorded” removed", part)]
    case .merge(let answer, let log, let subject):
      return [
        Mutant("the log before the answer", .merge(answer: log, log: answer, about: subject)),
        Mutant("answer dropped", log), Mutant("log dropped", answer),
      ]
    case .firstRecorded(let parts):
      return drops(parts, Condition.firstRecorded)
        + parts.exchanges("part").map { $0.within("", Condition.firstRecorded) }
    case .rule(let id, let test):
      let other: RuleTest = test == .value ? .isNotFalse : .value
      return [Mutant("\(id): \(test) becomes \(other)", .rule(id, other))]
    case .item, .itemHolds, .derived, .compare, .aboveReference, .belowReference: return recordedFlips(condition)
    case .entries, .daysAtOneSite, .share, .side, .atAnySite, .log, .medication, .medicinesRecord, .freeText:
      return queryFlips(condition)
    case .named, .context, .decided: return []
    case .recorded, .positiveResult, .fresh, .notOnFile, .anyConflict, .anyOldResult: return []
    }
  }

  private func drops(_ parts: [Condition], _ make: ([Condition]) -> Condition) -> [Mutant<Condition>] {
    parts.drops("part").map { $0.within("", make) }
  }

  private func recordedFlips(_ condition: Condition) -> [Mutant<Condition>] {
    switch condition {
    case .item(let item, let codes):
      if codes == ["yes"] || codes == ["no"] {
        let other = codes == ["yes"] ? "no" : "yes"
        return [Mutant("\(item): \(codes[0]) becomes \(other)", .item(item, in: [other]))]
      }
      return reductions(codes, of: item.name).map { $0.within("", { .item(item, in: $0) }) }
    case .derived(let item, let codes):
      return reductions(codes, of: item.name).map { $0.within("", { .derived(item, in: $0) }) }
    case .itemHolds(let item, let count, let codes):
      return neighbours(count, upTo: codes.count).map {
        Mutant("\(item): at least \(count) becomes \($0)", .itemHolds(item, atLeast: $0, of: codes))
      } + reductions(codes, of: item.name).map { $0.within("", { .itemHolds(item, atLeast: count, of: $0) }) }
    case .compare(let quantity, let comparison, let limit):
      return thresholds(comparison, limit, step: step(quantity, limit)).map { mutant in
        mutant.within("", { .compare(quantity, $0.comparison, $0.limit) })
      } + flips(quantity).map { $0.within("quantity", { .compare($0, comparison, limit) }) }
    case .aboveReference(let test, let fallback):
      return fallbacks(test, fallback).map { $0.within("", { .aboveReference(test, fallback: $0) }) }
    case .belowReference(let test, let fallback):
      return fallbacks(test, fallback).map { $0.within("", { .belowReference(test, fallback: $0) }) }
    default: return []
    }
  }

  private func fallbacks(_ test: ItemID, _ fallback: Double?) -> [Mutant<Double?>] {
    guard let fallback else { return [] }
    let step = fallback >= 10 ? 1 : 0.1
    return [
      Mutant("\(test): the fallback limit dropped", nil),
      Mutant("\(test): the fallback limit \(number(step)) higher", fallback + step),
      Mutant("\(test): the fallback limit \(number(step)) lower", fallback - step),
    ]
  }

  // MARK: Parts that several flips share

  struct Threshold {
    var comparison: Comparison
    var limit: Double
  }

  /// The comparison turned round, and the limit just past either side.
  ///
  /// Of whole numbers, `> 3` and `>= 4` are the same, so only the limit is shifted.
  func thresholds(_ comparison: Comparison, _ limit: Double, step: (size: Double, isWhole: Bool)) -> [Mutant<Threshold>]
  {
    func mutant(_ other: Comparison, _ shifted: Double) -> Mutant<Threshold> {
      Mutant(
        "\(comparison.rawValue) \(number(limit)) becomes \(other.rawValue) \(number(shifted))",
        Threshold(comparison: other, limit: shifted))
    }
    let up = limit + step.size
    let down = limit - step.size
    switch comparison {
    case .equal: return [mutant(.equal, up), mutant(.equal, down)]
    case .atLeast:
      return [
        step.isWhole ? mutant(.atLeast, up) : mutant(.greater, limit), mutant(.atLeast, down), mutant(.less, limit),
      ]
    case .greater:
      return [
        step.isWhole ? mutant(.greater, down) : mutant(.atLeast, limit), mutant(.greater, up), mutant(.atMost, limit),
      ]
    case .atMost:
      return [
        step.isWhole ? mutant(.atMost, down) : mutant(.less, limit), mutant(.atMost, up), mutant(.greater, limit),
      ]
    case .less:
      return [step.isWhole ? mutant(.less, up) : mutant(.atMost, limit), mutant(.less, down), mutant(.atLeast, limit)]
    }
  }

  func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\((value * 1000).rounded() / 1000)"
  }

  /// One less and one more, of what leaves the count between 1 and the limit.
  func neighbours(_ count: Int, upTo limit: Int = .max) -> [Int] {
    [count - 1, count + 1].filter { $0 >= 1 && $0 <= limit }
  }

  /// The set without one code, or without a half where it is wide.
  func reductions(_ codes: [String], of subject: String) -> [Mutant<[String]>] {
    guard codes.count > 1 else { return [] }
    if codes.count <= Flipper.wideSet {
      return codes.indices.map { Mutant("\(subject): without '\(codes[$0])'", codes.without($0)) }
    }
    let middle = codes.count / 2
    return [
      Mutant("\(subject): without the first \(middle) of \(codes.count) codes", Array(codes[middle...])),
      Mutant("\(subject): without the last \(codes.count - middle) of \(codes.count) codes", Array(codes[..<middle])),
    ]
  }
}
