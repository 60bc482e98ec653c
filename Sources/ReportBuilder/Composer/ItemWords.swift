import ClinicalRecord
import RuleEngine

/// What the items of a dictionary are called where a report lists what is missing; made once for all records.
struct ItemWords: Sendable {
  private let missing: [ItemID: String]

  init(_ book: RuleBook) {
    missing = Dictionary(
      book.dictionary.fields.map { ($0.id, ItemWords.missing($0.id)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Commas part the items of the list, so a unit stands in brackets.
  func missing(_ item: ItemID) -> String { missing[item] ?? ItemWords.missing(item) }

  private static func missing(_ item: ItemID) -> String {
    let (label, unit) = EntryWords.split(item)
    return item == "severity" || unit.isEmpty ? Words.item(item) : "\(label) (\(unit.dropFirst()))"
  }
}
