package import ClinicalRecord

/// What a report shows differently in one country: units of results, pathways and which guidelines are its own (basis 0.5, P16).
///
/// A pack never changes the logic of a rule. Where words or a threshold depend on the country, the rule's own conditions read the item
/// `localePack`, so that the review sheet shows it.
package struct LocalePack: Sendable, Hashable {
  /// The unit in which a result is printed, and its decimals.
  package struct ShownUnit: Sendable, Hashable {
    package var unit: String
    package var decimals: Int

    package init(_ unit: String, decimals: Int = 0) {
      self.unit = unit
      self.decimals = decimals
    }
  }

  /// The item whose code chooses the pack.
  package static let item: ItemID = "localePack"

  /// The code of `localePack`.
  package let id: String
  /// One sentence for the method note: units, pathways, guidelines.
  package let note: String
  /// By test; the canonical unit of the dictionary where a test is not named.
  package let units: [ItemID: ShownUnit]
  /// National guidelines: marked as such in a report of another pack.
  package let guidelines: [ReferenceID]

  package init(_ id: String, note: String, units: [ItemID: ShownUnit] = [:], guidelines: [ReferenceID] = []) {
    self.id = id
    self.note = note
    self.units = units
    self.guidelines = guidelines
  }
}

extension RuleBook {
  /// The pack that the record names, else the first.
  package func locale(of record: PatientRecord) -> LocalePack? {
    if case .code(let code)? = record.person[LocalePack.item]?.value,
      let named = locales.first(where: { $0.id == code })
    {
      return named
    }
    return locales.first
  }

  /// The code of another pack whose national guideline the reference is; nil for one of this pack, or of no country.
  package func nationalElsewhere(_ reference: ReferenceID, for pack: LocalePack?) -> String? {
    guard let pack, !pack.guidelines.contains(reference) else { return nil }
    return locales.first { $0.guidelines.contains(reference) }?.id
  }
}
