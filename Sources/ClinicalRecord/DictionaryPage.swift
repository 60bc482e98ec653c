extension FieldDictionary {
  /// The dictionary as a Markdown page: one table per section and one of the laboratory tests.
  package func page() -> String {
    var page = """
      # Fields

      Every item that a record may hold, by section. A value outside its range is an error; one outside the usual range is
      a warning. Items answered with a choice also take `unsure`, `unknown`, `preferNotToSay` and `notTried`, which count
      as not recorded. A code marked "from memory" has not been checked against a public list.

      """
    for section in RecordSection.allCases {
      let rows = fields.filter { $0.section == section }.map(row)
      page += "\n## \(section.rawValue)\n\n"
      page += FieldDictionary.table(["id", "question", "kind and allowed values", "unit", "range", "codes"], rows)
    }
    page += "\n## Laboratory tests\n\n"
    page += FieldDictionary.table(
      ["id", "test", "unit", "also accepted", "current for", "usual range", "codes"], labs.map(row))
    page += "\n## Instruments\n\n"
    page += """
      Questionnaires and classifications that others own, and what the program may do with each. A total outside its range is
      refused, not clipped; one without a date is shown as undated and never banded.


      """
    page += FieldDictionary.table(
      ["instrument", "the program may", "items", "scale", "bands", "licence"], instruments.map(row))
    page += """

      This page contains content from LOINC (loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the Logical
      Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at
      loinc.org/license. LOINC is a registered United States trademark of Regenstrief Institute, Inc.

      """
    return page
  }

  private func row(_ field: Field) -> [String] {
    var range: [String] = []
    if let possible = field.possible { range.append(FieldDictionary.words(possible)) }
    if let plausible = field.plausible { range.append("usually " + FieldDictionary.words(plausible)) }
    return [
      "`\(field.id)`", FieldDictionary.noted(field.question, field.note), field.kind.words, field.unit ?? "",
      range.joined(separator: "; "), FieldDictionary.words(field.codes),
    ]
  }

  private func row(_ lab: LabDefinition) -> [String] {
    [
      "`\(lab.id)`", FieldDictionary.noted(lab.name, lab.note),
      lab.qualitative ? lab.unit + ", or positive / negative" : lab.unit,
      lab.conversions.map(\.words).joined(separator: ", "), "\(lab.staleAfterDays) days",
      lab.plausible.map(FieldDictionary.words) ?? "", FieldDictionary.words(lab.codes),
    ]
  }

  private func row(_ instrument: Instrument) -> [String] {
    [
      instrument.name, instrument.permission.rawValue, instrument.items.map { "`\($0)`" }.joined(separator: ", "),
      instrument.scale,
      instrument.bands.map { "to \(JSONValue.plain($0.upTo)): \($0.words)" }.joined(separator: "; "),
      instrument.licence,
    ]
  }

  private static func noted(_ text: String, _ note: String?) -> String { note.map { "\(text) (\($0))" } ?? text }

  private static func words(_ range: ClosedRange<Double>) -> String {
    "\(JSONValue.plain(range.lowerBound)) to \(JSONValue.plain(range.upperBound))"
  }

  private static func words(_ codes: [TerminologyCode]) -> String {
    codes.map { "\($0.system.rawValue) \($0.code)\($0.checked ? "" : " (from memory)")" }.joined(separator: ", ")
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { cells in
      "| "
        + cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }.joined(
          separator: " | ") + " |\n"
    }.joined()
  }
}

extension FieldKind {
  /// How a value is written, with the codes that are allowed.
  package var words: String {
    switch self {
    case .enumeration(let codes): "one of " + FieldKind.list(codes)
    case .set(let codes): "any of " + FieldKind.list(codes)
    case .bool3: "`yes`, `no`, `unsure`"
    case .integer: "whole number"
    case .number: "number"
    case .day: "date `YYYY-MM-DD`"
    case .dayOrDateTime: "date `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:MM`"
    case .time: "time `HH:MM`"
    case .text(let limit): "text, at most \(limit) characters"
    case .joints(let sites, let sides):
      "list of `{\"site\", \"side\"}`; site one of \(FieldKind.list(sites)); side one of \(FieldKind.list(sides))"
    case .profile(let count): "list of \(count) numbers"
    case .subscales(let names): "numbers named " + FieldKind.list(names)
    case .numberOrResult: "number, or `positive` / `negative`"
    }
  }

  private static func list(_ codes: [String]) -> String { codes.map { "`\($0)`" }.joined(separator: ", ") }
}

extension UnitConversion {
  /// `mg/dL x 10`, `pmol/L / 0.738`, `(% - 2.15) x 10.929`; a factor of 1 is not printed.
  fileprivate var words: String {
    var text = subtract == 0 ? unit : "(\(unit) - \(JSONValue.plain(subtract)))"
    if multiply != 1 { text += " x " + JSONValue.plain(multiply) }
    if divide != 1 { text += " / " + JSONValue.plain(divide) }
    return text
  }
}
