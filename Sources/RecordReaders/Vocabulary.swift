import ClinicalRecord

/// The field dictionary in the form in which a reader asks for it: names and codes by their bytes, answers ready made.
struct Vocabulary: Sendable {
  /// One field with the values that its codes stand for.
  ///
  /// A class, because a field holds a dozen references and is handed on for every value read.
  final class Entry: Sendable {
    let field: Field
    /// The codes that may be written, with those of basis 0.2 that say "asked, no answer"; nil for a field without codes.
    let codes: ByteTable?
    /// What each position of ``codes`` is recorded as.
    let values: [ItemValue]
    /// The codes that a message offers: the field's own.
    let offered: [String]

    var name: String { field.id.name }

    init(_ field: Field) {
      self.field = field
      let own: [String]
      switch field.kind {
      case .bool3: own = ["yes", "no", "unsure"]
      case .enumeration(let codes), .set(let codes), .subscales(let codes): own = codes
      case .numberOrResult: own = ["positive", "negative"]
      default: own = []
      }
      offered = own
      let isPreference = field.id == Vocabulary.preference
      var all = own
      switch field.kind {
      case .bool3, .enumeration:
        all += ItemValue.unansweredCodes.sorted().filter { !own.contains($0) }
        values = all.map { code in
          let unanswered =
            isPreference
            ? code == "notAsked" || (ItemValue.unansweredCodes.contains(code) && !own.contains(code))
            : ItemValue.unansweredCodes.contains(code)
          return unanswered ? .unanswered(code) : .code(code)
        }
      default: values = all.map { .code($0) }
      }
      codes = own.isEmpty ? nil : ByteTable(all)
    }
  }

  struct Section: Sendable {
    let entries: [Entry]
    let table: ByteTable

    func entry(_ name: String) -> Entry? { table.position(of: name).map { entries[$0] } }
  }

  let dictionary: FieldDictionary
  let labs: ByteTable
  private let sections: [RecordSection: Section]

  /// The codes that stand for "asked, no answer" in answers and history whatever the kind of the field.
  static let unanswered = ByteTable(ItemValue.unansweredCodes.sorted())
  /// Here "unsure" is an answer, and "notAsked" is none (basis C12, A25).
  static let preference: ItemID = "qHrtPreference"
  static let wrapper = ByteTable(["value", "date", "by"])
  static let respondents = ByteTable(Respondent.allCases.map(\.rawValue))

  init(_ dictionary: FieldDictionary) {
    self.dictionary = dictionary
    labs = ByteTable(dictionary.labs.map(\.id.name))
    var sections: [RecordSection: Section] = [:]
    for section in RecordSection.allCases {
      var entries = dictionary.fields.filter { $0.section == section }.map(Entry.init)
      // A dictionary that leaves out the frame of a section (entry dates, test names) still reads: the frame belongs to the format.
      let declared = Set(entries.map(\.name))
      entries += Vocabulary.frame(of: section).filter { !declared.contains($0.id.name) }.map(Entry.init)
      sections[section] = Section(entries: entries, table: ByteTable(entries.map(\.name)))
    }
    self.sections = sections
  }

  subscript(section: RecordSection) -> Section {
    sections[section] ?? Section(entries: [], table: ByteTable([]))
  }

  private static func frame(of section: RecordSection) -> [Field] {
    switch section {
    case .person: [Field("reportDate", in: .person, "Report date", .day)]
    case .log:
      [
        Field("entryId", in: .log, "Entry", .text(limit: 80)), Field("entryDate", in: .log, "Date", .day),
        Field("recordedAt", in: .log, "Written down", .dayOrDateTime),
      ]
    case .medications:
      [
        Field("medName", in: .medications, "Name", .text(limit: 200)),
        Field("medDose", in: .medications, "Dose", .text(limit: 200)),
        Field("medStartDate", in: .medications, "Started", .day),
        Field("medChangeDate", in: .medications, "Changed", .day),
        Field("medStopDate", in: .medications, "Stopped", .day),
        Field("medReason", in: .medications, "Reason", .text(limit: 300)),
      ]
    case .labs:
      [
        Field("labId", in: .labs, "Test", .text(limit: 40)), Field("labValue", in: .labs, "Result", .numberOrResult),
        Field("labUnit", in: .labs, "Unit", .text(limit: 40)), Field("labDate", in: .labs, "Date", .day),
        Field("labRefLow", in: .labs, "Reference from", .number),
        Field("labRefHigh", in: .labs, "Reference to", .number), Field("labFasting", in: .labs, "Fasting", .bool3),
      ]
    case .answers, .history, .measurements, .scores: []
    }
  }
}
