/// One dated item of the symptom log (basis B2): a symptom, or an explicit check-in of a day without symptoms.
package struct LogEntry: Sendable, Hashable {
  /// The id as written; entries without one are cited by their date.
  package let id: String?
  package let date: Day
  /// When it was written down; more than a day after `date` makes the entry retrospective.
  package let recordedAt: Day?
  package let kind: String?
  package let site: String?
  /// `left`, `right`, `both`, `midline` or `unknown`.
  package let side: String?
  /// Every other field that was recorded, by id; `entryId`, `entryDate` and `recordedAt` are not repeated here.
  package let values: [ItemID: RecordedItem]
  package let place: Place

  package init(
    id: String?, date: Day, recordedAt: Day? = nil, values: [ItemID: RecordedItem], place: Place = .none
  ) {
    self.id = id
    self.date = date
    self.recordedAt = recordedAt
    self.values = values
    self.place = place
    func code(_ item: ItemID) -> String? {
      switch values[item]?.value {
      case .code(let code), .unanswered(let code): code
      default: nil
      }
    }
    kind = code(.symptomKind)
    site = code(.bodySite)
    side = code(.side)
  }

  /// True for an entry that names a symptom; false for a bare check-in.
  package var isSymptom: Bool { kind != nil }

  /// The severity on the 0-10 numeric rating scale.
  package var severity: Double? {
    if case .number(let value, _)? = values[.severity]?.value { return value }
    return nil
  }

  /// True when the entry was written more than one day after the symptom.
  package var isRetrospective: Bool { recordedAt.map { date.days(to: $0) > 1 } ?? false }

  /// By date, time, id, kind, site and side: below zero, zero or above zero. Cheap, because a record has hundreds of entries.
  static func order(_ a: LogEntry, _ b: LogEntry) -> Int {
    func time(_ entry: LogEntry) -> Int {
      if case .time(let minutes)? = entry.values[.onsetTime]?.value { return minutes }
      return -1
    }
    func compare(_ left: String?, _ right: String?) -> Int {
      left == right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1
    }
    if a.date != b.date { return a.date < b.date ? -1 : 1 }
    let times = (time(a), time(b))
    if times.0 != times.1 { return times.0 < times.1 ? -1 : 1 }
    let ids = compare(a.id, b.id)
    if ids != 0 { return ids }
    let kinds = compare(a.kind, b.kind)
    if kinds != 0 { return kinds }
    let sites = compare(a.site, b.site)
    return sites != 0 ? sites : compare(a.side, b.side)
  }

  /// All that entries without an id can still differ in, so that only equal ones have no order.
  var contentKey: [String] {
    [recordedAt?.iso ?? ""] + values.map { "\($0.key.name)=\($0.value.value)" }.sorted()
  }
}
