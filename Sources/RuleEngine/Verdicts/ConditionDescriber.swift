package import ClinicalRecord

/// Says a condition in plain words, for explanations and review sheets.
package struct ConditionDescriber: Sendable {
  let dictionary: FieldDictionary

  package init(dictionary: FieldDictionary) { self.dictionary = dictionary }

  package func words(_ condition: Condition) -> String {
    switch condition {
    case .all: "all of"
    case .any: "any of"
    case .not: "not"
    case .atLeast(let count, _): "at least \(count) of"
    case .named(let words, _): words
    case .item(let item, let codes): "\(item) is \(list(codes))"
    case .recorded(let item): "\(item) is recorded"
    case .itemHolds(let item, let count, let codes): "\(item) holds at least \(count) of \(list(codes))"
    case .compare(let quantity, let comparison, let limit):
      "\(words(quantity)) \(comparison.rawValue) \(format(limit))"
    case .derived(let item, let codes): "\(item) is \(list(codes))"
    case .entries(let query, let count, let otherwise):
      "at least \(count) log \(count == 1 ? "entry" : "entries") of \(words(query)); fewer: \(otherwise.rawValue)"
    case .share(let query):
      "the log says \(query.field) is \(list(query.values)) in \(list(query.kinds)), \(words(query.window)): "
        + "met from \(Int(query.metFrom * 100)) %, not met to \(Int(query.notMetTo * 100)) %, at least \(query.minimum) entries"
    case .side(let query, let sides): "side of \(list(query.kinds)) is \(list(sides)), \(words(query.window))"
    case .medication(let query): "takes \(words(query))"
    case .aboveReference(let test, let fallback):
      "\(test) above the laboratory's limit" + (fallback.map { " (\(format($0)) where none is given)" } ?? "")
    case .positiveResult(let test): "\(test) positive"
    case .fresh(let test): "\(test) on file within its limit of days"
    case .notOnFile(let item): "\(item) not recorded"
    case .rule(let id, let test):
      switch test {
      case .value: "\(id)"
      case .isNotFalse: "\(id) is not \"not met\""
      case .metOrOpen: "\(id) is met or open"
      }
    case .merge(_, _, let topic): "answer and log on \(topic)"
    case .firstRecorded: "the first of these that is recorded"
    case .decided: "met by the first, not met by the second"
    case .ifRecorded: "counts only where recorded"
    case .context: "given that"
    case .log(let quality): words(quality)
    case .anyConflict: "any rule found answers and log in conflict"
    case .anyOldResult: "any result older than its limit"
    case .freeText: "words of the list in the patient's own text"
    }
  }

  private func list(_ codes: [String]) -> String {
    codes.count <= 6 ? codes.joined(separator: " or ") : codes.prefix(5).joined(separator: ", ") + " or \(codes.count - 5) more"
  }

  private func words(_ window: Window) -> String {
    switch window {
    case .days(let days): "last \(days) days"
    case .wholeLog: "whole log"
    }
  }

  private func words(_ query: EntryQuery) -> String {
    (query.kinds.isEmpty ? "any symptom" : list(query.kinds)) + ", " + words(query.window)
      + (query.condition.map { ", where \(words($0))" } ?? "")
  }

  private func words(_ condition: EntryCondition) -> String {
    switch condition {
    case .all(let parts): parts.map { words($0) }.joined(separator: " and ")
    case .any(let parts): "(" + parts.map { words($0) }.joined(separator: " or ") + ")"
    case .kind(let kinds): "kind is \(list(kinds))"
    case .site(let sites): "site is \(list(sites))"
    case .side(let sides): "side is \(list(sides))"
    case .sign(let item, let codes), .code(let item, let codes): "\(item) is \(list(codes))"
    case .number(let item, let comparison, let limit): "\(item) \(comparison.rawValue) \(format(limit))"
    case .firstAtSite: "first at that site and side"
    }
  }

  private func words(_ query: MedicationQuery) -> String {
    var words = list(query.classes)
    if !query.routes.isEmpty { words += " by \(list(query.routes))" }
    if case .currentOrStoppedWithin(let days) = query.period { words += ", now or until \(days) days ago" }
    if let timing = query.timing { words += ", started or changed at most \(timing.withinDays) days before the onset" }
    return words
  }

  private func words(_ quality: LogQuality) -> String {
    switch quality {
    case .coverage(let days, let share): "log spans \(days) days or more and covers \(Int(share * 100)) % or more of its days"
    case .retrospective(let share): "\(Int(share * 100)) % or more of the entries written more than a day later"
    case .gap(let days): "a run of \(days) or more unobserved days"
    case .sparse(let entries): "fewer than \(entries) symptom entries"
    }
  }

  private func words(_ quantity: Quantity) -> String {
    switch quantity {
    case .item(let item), .measurement(let item): item.name + (dictionary.field(item)?.unit.map { " (\($0))" } ?? "")
    case .derived(let item): item.name
    case .lab(let test, let evenOld):
      test.name + (dictionary.lab(test).map { " (\($0.unit))" } ?? "") + (evenOld ? ", old results too" : "")
    case .labMultiple(let test): "\(test) over its upper limit"
    case .monthsSince(let item): "months since \(item)"
    case .age(let item): item.map { "age at \($0)" } ?? "age"
    case .firstRecorded(let parts): "first recorded of " + parts.map { words($0) }.joined(separator: ", ")
    case .smallest(let parts): "smallest of " + parts.map { words($0) }.joined(separator: ", ")
    case .when(_, let part): words(part)
    case .divided(let part, let divisor): "\(words(part)) / \(format(divisor))"
    case .quotient(let part, let divisor): "\(words(part)) / \(words(divisor))"
    case .points(let points): "points of \(points.count) items"
    case .recordedPoints(let points): "points recorded of \(points.count) items"
    case .median(let item, _, let minimum): "median \(item) of at least \(minimum) entries"
    case .largest(let item, _): "largest \(item)"
    case .difference(let left, let right, _): "difference of \(left) and \(right) on one day"
    case .sites(let item, _): "sites in \(item) and the log"
    case .observedDays: "observed days"
    }
  }
}
