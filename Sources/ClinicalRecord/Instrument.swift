/// A questionnaire or classification that others own: what the program may do with it, and how its results are read (basis part D).
package struct Instrument: Sendable {
  /// The most that is done with an instrument; where a licence is unsure, the less.
  package enum Permission: String, Sendable {
    /// Our own wording of the items is shown, labelled "adapted, not the validated form" where it is a scale.
    case ownWords = "ship in own words"
    /// Item scores may be typed in; no item's text is shown.
    case itemScores = "accept item scores"
    /// A total or subscales with day and scorer are accepted and shown; no item's text is shown.
    case total = "accept total"
    /// Only the outcome is accepted: a category, or percentages that a licensed tool worked out.
    case result = "accept result"
  }

  /// Which way its numbers point.
  package enum Direction: Sendable {
    case higherIsWorse, higherIsBetter
  }

  /// Words for totals up to and including a limit.
  package struct Band: Sendable {
    package let upTo: Double
    package let words: String

    package init(_ upTo: Double, _ words: String) {
      self.upTo = upTo
      self.words = words
    }
  }

  package let name: String
  package let permission: Permission
  /// The items of the dictionary that hold its results; empty where its criteria are answers of their own.
  package let items: [ItemID]
  /// Range and direction, such as "0 to 40, higher is worse".
  package let scale: String
  /// Nil where a higher number is neither worse nor better by itself, or is no total.
  package let direction: Direction?
  /// In rising order; empty where none is agreed.
  package let bands: [Band]
  /// What is known of the licence, with its basis mark.
  package let licence: String

  package init(
    _ name: String, _ permission: Permission, _ items: [ItemID] = [], scale: String,
    direction: Direction? = nil, bands: [Band] = [], licence: String
  ) {
    self.name = name
    self.permission = permission
    self.items = items
    self.scale = scale
    self.direction = direction
    self.bands = bands
    self.licence = licence
  }

  /// The words for a total; nil where no band is agreed.
  package func band(of total: Double) -> String? { bands.first { total <= $0.upTo }?.words }
}
