package import ClinicalRecord
import RuleEngine

// A summary of the verdicts JSON of an earlier report.
extension PeriodSummary {
  /// Why a document is no verdicts JSON, and where; never what it says.
  package struct Fault: Error, Hashable {
    package var place: Place
    package var message: String
  }

  /// Reads what `report --format json` wrote; files without the key `period` have no numbers.
  package init(verdicts document: LocatedJSON) throws(Fault) {
    guard document.members != nil else { throw Fault(document, "verdicts are an object") }
    guard let format = document["legbrief"], format.number == 1 else {
      throw Fault(document["legbrief"] ?? document, "verdicts have \"legbrief\": 1")
    }
    record = try document.text("record")
    asOf = try document.day("asOf")
    var seen: Set<String> = []
    var standings: [RuleStanding] = []
    for verdict in try document.list("verdicts") {
      let standing = try RuleStanding(verdict)
      guard seen.insert(standing.id.name).inserted else { throw Fault(verdict, "a rule stands twice in \"verdicts\"") }
      standings.append(standing)
    }
    rules = standings
    guard let period = document["period"] else {
      (ruleSet, numbers) = (nil, nil)
      return
    }
    ruleSet = try period["ruleSet"].map { _ throws(Fault) in try period.text("ruleSet") }
    numbers = try period["symptoms"].map { _ throws(Fault) in try Numbers(period) }
  }
}

extension PeriodSummary.Fault {
  init(_ value: LocatedJSON, _ message: String) { self.init(place: value.place, message: message) }
}

extension PeriodSummary.RuleStanding {
  fileprivate init(_ verdict: LocatedJSON) throws(PeriodSummary.Fault) {
    id = RuleID(try verdict.text("rule"))
    guard let value = Truth(rawValue: try verdict.text("value")) else {
      throw .init(verdict["value"] ?? verdict, "\"value\" is \"met\", \"notMet\" or \"notRecorded\"")
    }
    self.value = value
    urgency = nil
    if let level = verdict["urgency"] {
      guard let known = level.string.flatMap(Urgency.init) else {
        throw .init(
          level, "\"urgency\" is one of \(Urgency.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))")
      }
      urgency = known
    }
    let detail = verdict["detail"]
    // A rule that counts its open parts writes their number under the same key.
    isOpen = value == .notRecorded && (detail?["open"]?.bool ?? (detail?["open"]?.number.map { $0 > 0 }) ?? false)
    isWithheld =
      verdict["suppressedBy"] != nil
      || detail?["caution"]?.string == PeriodSummary.RuleStanding.withheldCaution
    status = urgency == nil ? nil : detail?["status"]?.string
    text = try verdict.text("text")
    percent = detail?["percent"]?.number
  }
}

extension PeriodSummary.Numbers {
  fileprivate init(_ period: LocatedJSON) throws(PeriodSummary.Fault) {
    guard try period.count("days") == ChangeThresholds.windowDays else {
      throw .init(period["days"] ?? period, "\"days\" is \(ChangeThresholds.windowDays)")
    }
    let observed = try period.count("observedDays")
    observedDays = observed
    symptoms = try period.list("symptoms").map { value throws(PeriodSummary.Fault) in
      try PeriodSummary.Symptom(value, observed: observed)
    }
    scores = try period.list("scores").map { value throws(PeriodSummary.Fault) in try PeriodSummary.Reading(value) }
    results = try period.list("results").map { value throws(PeriodSummary.Fault) in try PeriodSummary.Reading(value) }
  }
}

extension PeriodSummary.Symptom {
  fileprivate init(_ value: LocatedJSON, observed: Int) throws(PeriodSummary.Fault) {
    kind = try value.text("kind")
    days = try value.count("days")
    entries = try value.count("entries")
    guard days <= observed, days <= entries else {
      throw .init(value["days"] ?? value, "\"days\" is at most the days observed, and at most the entries")
    }
    severity = nil
    if let found = value["severity"] {
      severity = PeriodSummary.Severity(
        count: try found.count("n"), median: try found.real("median"), low: try found.real("low"),
        high: try found.real("high"))
    }
  }
}

extension PeriodSummary.Reading {
  fileprivate init(_ found: LocatedJSON) throws(PeriodSummary.Fault) {
    item = ItemID(try found.text("item"))
    form = try found["form"].map { _ throws(PeriodSummary.Fault) in try found.text("form") }
    value = try found["value"].map { _ throws(PeriodSummary.Fault) in try found.real("value") }
    written = try found.text("written")
    date = try found.day("date")
  }
}

// What a key must hold; the fault stands at the value, or at the object that lacks the key.
extension LocatedJSON {
  fileprivate func text(_ key: String) throws(PeriodSummary.Fault) -> String {
    guard let text = self[key]?.string else { throw .init(self[key] ?? self, "\"\(key)\" is a text") }
    return text
  }

  fileprivate func real(_ key: String) throws(PeriodSummary.Fault) -> Double {
    guard let number = self[key]?.number else { throw .init(self[key] ?? self, "\"\(key)\" is a number") }
    return number
  }

  fileprivate func count(_ key: String) throws(PeriodSummary.Fault) -> Int {
    guard let count = self[key]?.number.flatMap(Int.init(exactly:)), count >= 0 else {
      throw .init(self[key] ?? self, "\"\(key)\" is a whole number from 0")
    }
    return count
  }

  fileprivate func day(_ key: String) throws(PeriodSummary.Fault) -> Day {
    guard let day = self[key]?.string.flatMap({ Day(iso: $0) }) else {
      throw .init(self[key] ?? self, "\"\(key)\" is a day written YYYY-MM-DD")
    }
    return day
  }

  fileprivate func list(_ key: String) throws(PeriodSummary.Fault) -> [LocatedJSON] {
    guard let list = self[key]?.array else { throw .init(self[key] ?? self, "\"\(key)\" is a list") }
    return list
  }
}
