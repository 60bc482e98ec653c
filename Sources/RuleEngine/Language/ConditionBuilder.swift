package import ClinicalRecord

/// Collects the conditions of a block; a rule's own block means "all of these".
@resultBuilder
package enum ConditionBuilder {
  package static func buildBlock(_ conditions: Condition...) -> [Condition] { conditions }
}

/// All of the conditions.
// swift-format-ignore: AlwaysUseLowerCamelCase
package func All(@ConditionBuilder _ conditions: () -> [Condition]) -> Condition { .all(conditions()) }

/// Any of the conditions.
// swift-format-ignore: AlwaysUseLowerCamelCase
package func AnyOf(@ConditionBuilder _ conditions: () -> [Condition]) -> Condition { .any(conditions()) }

/// At least `count` of the conditions.
// swift-format-ignore: AlwaysUseLowerCamelCase
package func AtLeast(_ count: Int, @ConditionBuilder _ conditions: () -> [Condition]) -> Condition {
  .atLeast(count, conditions())
}

/// A criterion with the words that lists use for it.
// swift-format-ignore: AlwaysUseLowerCamelCase
package func Named(_ words: String, _ condition: Condition) -> Condition { .named(words, condition) }

/// The answer and the log on the same question (basis 0.3 `merge`).
// swift-format-ignore: AlwaysUseLowerCamelCase
package func Merge(_ subject: String, answer: Condition, log: Condition) -> Condition {
  .merge(answer: answer, log: log, about: subject)
}

extension Condition {
  /// The item is answered "yes".
  package static func yes(_ item: ItemID) -> Condition { .item(item, in: ["yes"]) }
  /// The item is answered "no".
  package static func no(_ item: ItemID) -> Condition { .item(item, in: ["no"]) }
  /// Another rule's value as it is.
  package static func rule(_ id: RuleID) -> Condition { .rule(id, .value) }
  /// A medicine of one of the classes is taken now.
  package static func taking(_ classes: String...) -> Condition { .medication(MedicationQuery(classes)) }
  /// At least so many entries; fewer say nothing.
  package static func logged(_ query: EntryQuery, atLeast count: Int = 1) -> Condition {
    .entries(query, atLeast: count, otherwise: .notRecorded)
  }
  /// An entry that fits; none is "no entry fits".
  package static func anEntryFits(_ query: EntryQuery) -> Condition { .entries(query, atLeast: 1, otherwise: .notMet) }
  /// What the log says of a field (basis 0.3 `logSays`).
  package static func logSays(_ field: ItemID, in values: [String], of kinds: [String]) -> Condition {
    .share(ShareQuery(field, in: values, kinds: kinds))
  }
}

package func >= (quantity: Quantity, limit: Double) -> Condition { .compare(quantity, .atLeast, limit) }
package func > (quantity: Quantity, limit: Double) -> Condition { .compare(quantity, .greater, limit) }
package func <= (quantity: Quantity, limit: Double) -> Condition { .compare(quantity, .atMost, limit) }
package func < (quantity: Quantity, limit: Double) -> Condition { .compare(quantity, .less, limit) }
