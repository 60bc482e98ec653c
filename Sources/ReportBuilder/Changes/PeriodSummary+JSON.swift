import ClinicalRecord
import RuleEngine

// The numbers of a period inside the verdicts JSON, under one optional key.
extension PeriodSummary {
  /// The value of the key `period`: the rule set, and the numbers that the verdicts do not hold.
  var json: JSONValue {
    var members: [JSONValue.Member] = []
    if let ruleSet { members.append(.init("ruleSet", .string(ruleSet))) }
    if let numbers {
      members += [
        .init("days", .number(Double(ChangeThresholds.windowDays))),
        .init("observedDays", .number(Double(numbers.observedDays))),
        .init("symptoms", .array(numbers.symptoms.map(\.json))), .init("scores", .array(numbers.scores.map(\.json))),
        .init("results", .array(numbers.results.map(\.json))),
      ]
    }
    return .object(members)
  }
}

extension PeriodSummary.Symptom {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("kind", .string(kind)), .init("days", .number(Double(days))), .init("entries", .number(Double(entries))),
    ]
    if let severity {
      members.append(
        .init(
          "severity",
          .object([
            .init("n", .number(Double(severity.count))), .init("median", .number(severity.median)),
            .init("low", .number(severity.low)), .init("high", .number(severity.high)),
          ])))
    }
    return .object(members)
  }
}

extension PeriodSummary.Reading {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("item", .string(item.name))]
    if let form { members.append(.init("form", .string(form))) }
    if let value { members.append(.init("value", .number(value))) }
    members += [.init("written", .string(written)), .init("date", .string(date.iso))]
    return .object(members)
  }
}
