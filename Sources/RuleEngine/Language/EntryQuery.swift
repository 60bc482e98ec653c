package import ClinicalRecord

/// A window of days ending on the as-of day.
package enum Window: Sendable, Hashable {
  /// So many days, the as-of day included.
  case days(Int)
  case wholeLog

  /// The three windows of basis 0.3.
  package static let month = Window.days(28)
  package static let quarter = Window.days(90)
  package static let year = Window.days(365)
}

/// Which log entries count: kinds and window, and what an entry itself must show.
package struct EntryQuery: Sendable, Hashable {
  /// Symptom kinds; empty means any symptom.
  package var kinds: [String]
  package var window: Window
  package var condition: EntryCondition?

  package init(_ kinds: [String], _ window: Window = .month, where condition: EntryCondition? = nil) {
    self.kinds = kinds
    self.window = window
    self.condition = condition
  }
}

/// What one log entry must show, three-valued: a blank sign does not fit, a blank place leaves the entry open (settled reading A03).
package indirect enum EntryCondition: Sendable, Hashable {
  case all([EntryCondition])
  case any([EntryCondition])
  case kind([String])
  /// The body site; missing or `other` leaves the entry open.
  case site([String])
  /// The site that `Condition.atAnySite` is looking at; nothing fits outside of one.
  case theSite
  /// The side; missing or `unknown` leaves the entry open.
  case side([String])
  /// A sign with one of the codes; blank does not fit.
  case sign(ItemID, in: [String])
  /// A code of which a blank leaves the entry open.
  case code(ItemID, in: [String])
  /// A number; blank does not fit.
  case number(ItemID, Comparison, Double)
  /// No earlier day in the whole log holds an entry of these kinds at the same site and side (settled reading A21).
  case firstAtSite(kinds: [String])
}

extension EntryCondition {
  /// The signs that the condition reads, in order; nil where it reads none.
  var signs: [ItemID]? {
    let found: [ItemID] =
      switch self {
      case .all(let parts), .any(let parts): parts.flatMap { $0.signs ?? [] }
      case .sign(let item, _), .code(let item, _), .number(let item, _, _): [item]
      case .kind, .site, .theSite, .side, .firstAtSite: []
      }
    return found.isEmpty ? nil : found
  }
}

/// A share of entries with its thresholds (basis `share`, `logSays`).
package struct ShareQuery: Sendable, Hashable {
  /// The field, or `period` for the part of the day taken from `onsetTime` or `onsetPeriod`.
  package var field: ItemID
  package var values: [String]
  package var kinds: [String]
  package var window: Window
  /// Fewer entries that record the field give `notRecorded`.
  package var minimum: Int
  /// At least this share is `met`.
  package var metFrom: Double
  /// At most this share is `notMet`; between the two the log is mixed and says nothing.
  package var notMetTo: Double
  /// What an entry must show to be looked at.
  package var condition: EntryCondition?

  package init(
    _ field: ItemID, in values: [String], kinds: [String], window: Window = .month, minimum: Int = 3,
    metFrom: Double = 0.5, notMetTo: Double = 0.2, where condition: EntryCondition? = nil
  ) {
    self.field = field
    self.values = values
    self.kinds = kinds
    self.window = window
    self.minimum = minimum
    self.metFrom = metFrom
    self.notMetTo = notMetTo
    self.condition = condition
  }
}

/// Where the side is read from: logged entries and, where named, an answer that lists joints with sides (settled reading A08).
package struct SideQuery: Sendable, Hashable {
  package var kinds: [String]
  package var window: Window
  package var joints: ItemID?

  package init(_ kinds: [String], _ window: Window = .month, joints: ItemID? = nil) {
    self.kinds = kinds
    self.window = window
    self.joints = joints
  }
}

/// Sites that an answer names, or entries of the log.
package struct SitesQuery: Sendable, Hashable {
  package var answer: ItemID
  package var entries: EntryQuery

  package init(_ answer: ItemID, _ entries: EntryQuery) {
    self.answer = answer
    self.entries = entries
  }
}
