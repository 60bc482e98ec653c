/// One medicine, as recorded (basis B5).
package struct Medication: Sendable, Hashable {
  /// The name as written; patient text.
  package var name: String?
  /// The classes that rules read; empty when the class is not recorded.
  package var classes: [String]
  package var route: String?
  package var dose: String?
  package var start: Day?
  package var change: Day?
  package var stop: Day?
  /// `everyDay`, `mostDays`, `someDays` or `stopped`.
  package var adherence: String?
  package var reason: String?
  package var place: Place

  package init(
    name: String? = nil, classes: [String], route: String? = nil, dose: String? = nil, start: Day? = nil,
    change: Day? = nil, stop: Day? = nil, adherence: String? = nil, reason: String? = nil, place: Place = .none
  ) {
    self.name = name
    self.classes = classes
    self.route = route
    self.dose = dose
    self.start = start
    self.change = change
    self.stop = stop
    self.adherence = adherence
    self.reason = reason
    self.place = place
  }

  /// Started (or undated) and not stopped by `day` (basis B5; settled reading A34).
  package func isCurrent(on day: Day) -> Bool {
    if adherence == "stopped" { return false }
    if let stop, stop <= day { return false }
    if let start, start > day { return false }
    return true
  }

  /// Why it does not count as taken on the day, in words; nil where it does.
  package func ended(by day: Day) -> String? {
    guard !isCurrent(on: day) else { return nil }
    if let stop, stop <= day { return "stopped \(stop.iso)" }
    return start.map { $0 > day } == true ? "not taken yet" : "stopped"
  }

  /// By name: below zero, zero or above zero.
  static func order(_ a: Medication, _ b: Medication) -> Int {
    if a.name != b.name { return (a.name ?? "") < (b.name ?? "") ? -1 : 1 }
    return 0
  }

  var contentKey: [String] {
    [
      name ?? "", classes.joined(separator: ","), route ?? "", dose ?? "", start?.iso ?? "", change?.iso ?? "",
      stop?.iso ?? "", adherence ?? "", reason ?? "",
    ]
  }
}
