/// The vocabulary of all records, rules and templates: every item of basis part B, by section and id.
///
/// The type knows no medicine; the entries are declared in `ClinicalRules` and handed to whoever needs them.
package struct FieldDictionary: Sendable {
  /// All fields in the order of declaration.
  package let fields: [Field]
  package let labs: [LabDefinition]
  /// The questionnaires that others own (basis part D).
  package let instruments: [Instrument]
  private let index: [RecordSection: [String: Int]]
  private let labIndex: [ItemID: Int]
  private let itemIndex: [ItemID: Int]

  /// - Precondition on the declarations, checked by tests through ``duplicates``: an id stands once in its section.
  package init(fields: [Field], labs: [LabDefinition], instruments: [Instrument] = []) {
    self.fields = fields
    self.labs = labs
    self.instruments = instruments
    var index: [RecordSection: [String: Int]] = [:]
    for (position, field) in fields.enumerated() {
      index[field.section, default: [:]][field.id.name] = position
    }
    self.index = index
    itemIndex = Dictionary(fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    labIndex = Dictionary(labs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func field(_ id: String, in section: RecordSection) -> Field? {
    index[section]?[id].map { fields[$0] }
  }

  /// The field of that id in whichever section declares it; ids do not repeat across sections.
  package func field(_ id: ItemID) -> Field? { itemIndex[id].map { fields[$0] } }

  /// The instrument whose result the item is.
  package func instrument(of item: ItemID) -> Instrument? { instruments.first { $0.items.contains(item) } }

  package func lab(_ id: ItemID) -> LabDefinition? { labIndex[id].map { labs[$0] } }

  /// The ids of one section in the order of declaration.
  package func ids(in section: RecordSection) -> [String] {
    fields.lazy.filter { $0.section == section }.map(\.id.name)
  }

  /// Ids that are declared more than once, in any sections; empty in a sound dictionary.
  package var duplicates: [String] {
    var seen: Set<String> = []
    return (fields.map(\.id.name) + labs.map(\.id.name)).filter { !seen.insert($0).inserted }
  }
}
