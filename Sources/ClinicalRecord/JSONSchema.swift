extension FieldDictionary {
  /// The JSON Schema (draft 2020-12) of record format 1; the same dictionary gives the same bytes.
  ///
  /// A schema cannot say everything that the reader checks: units that belong to a test, days that the calendar does not
  /// have, ids that repeat.
  package func jsonSchema() -> String { JSONSchema(dictionary: self).document.pretty() }
}

/// Builds the schema. Values are defined once under `$defs`, named by their field; the sections refer to them.
private struct JSONSchema {
  let dictionary: FieldDictionary

  var document: JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:legbrief:record:1",
      "title": "Legbrief record, format 1",
      "description":
        "What one patient recorded, for one appointment. Anything may be left out except the format's number.",
      "type": "object",
      "properties": [
        "legbrief": ["description": "The number of the record format.", "const": 1],
        "person": answers(in: .person),
        "log": list(of: logItem),
        "answers": answers(in: .answers),
        "history": answers(in: .history),
        "medications": list(of: medication),
        "labs": list(of: ["anyOf": [lab(qualitative: false), lab(qualitative: true)]]),
        "measurements": list(of: row(in: .measurements)),
        "scores": list(of: row(in: .scores)),
      ],
      "required": ["legbrief"],
      "additionalProperties": false,
      "$defs": .object(sharedDefinitions + dictionary.fields.map { .init($0.id.name, definition(of: $0)) }),
    ]
  }

  // MARK: Sections

  /// An object of bare values or `{"value", "date", "by"}`, by field id.
  private func answers(in section: RecordSection) -> JSONValue {
    closedObject(
      fields(in: section).map { field in
        var recorded: [JSONValue.Member] = [.init("value", reference(field.id.name))]
        if field.isRestricted { recorded.append(.init("by", respondents(of: field))) }
        return .init(
          field.id.name,
          [
            "anyOf": [
              reference(field.id.name), reference(Shared.recorded).adding(["properties": .object(recorded)]),
            ]
          ])
      })
  }

  private var logItem: JSONValue {
    closedObject(fields(in: .log).map(property), required: ["entryDate"])
      .adding(["anyOf": [["required": ["symptomKind"]], ["required": ["dayCheckIn"]]]])
  }

  private var medication: JSONValue {
    closedObject(fields(in: .medications).map(property)).adding(["minProperties": 1])
  }

  /// A number needs its unit; a positive or negative result has none and exists for some tests only.
  private func lab(qualitative: Bool) -> JSONValue {
    let properties = fields(in: .labs).map { field -> JSONValue.Member in
      switch field.id.name {
      case "labId" where qualitative:
        .init("labId", ["enum": .strings(dictionary.labs.filter(\.qualitative).map(\.id.name))])
      case "labValue": .init("labValue", qualitative ? ["enum": ["positive", "negative"]] : number(field, "number"))
      default: property(field)
      }
    }
    return closedObject(properties, required: qualitative ? ["labId", "labValue"] : ["labId", "labValue", "labUnit"])
  }

  /// `{"id": "bmi", "value": 31, …}`, or the id itself as the key: `{"bmi": 31, …}`.
  private func row(in section: RecordSection) -> JSONValue {
    let fields = fields(in: section)
    let context: [JSONValue.Member] = [
      .init("date", reference(Shared.day)), .init("by", reference(Shared.respondent)),
      .init("form", reference(Shared.form)),
    ]
    let long = closedObject(
      [.init("id", ["enum": .strings(fields.map(\.id.name))]), .init("value", true)] + context,
      required: ["id", "value"]
    ).adding([
      "allOf": .array(
        fields.map { field in
          [
            "if": ["properties": ["id": ["const": .string(field.id.name)]]],
            "then": ["properties": ["value": reference(field.id.name), "by": respondents(of: field)]],
          ]
        })
    ])
    let short = closedObject(fields.map(property) + context).adding([
      "oneOf": .array(fields.map { ["required": .strings([$0.id.name])] })
    ]).adding(dependencies(of: fields))
    return ["if": ["required": ["id"]], "then": long, "else": short]
  }

  /// In the short form of a row, fields that only some may answer restrict `by`.
  private func dependencies(of fields: [Field]) -> JSONValue {
    let restricted = fields.filter(\.isRestricted)
    if restricted.isEmpty { return [:] }
    return [
      "dependentSchemas": .object(restricted.map { .init($0.id.name, ["properties": ["by": respondents(of: $0)]]) })
    ]
  }

  // MARK: Values

  private func definition(of field: Field) -> JSONValue {
    let described: JSONValue = ["description": .string(description(of: field))]
    let unanswered = takesUnanswered(field) ? field.kind.unansweredCodes : []
    switch field.kind {
    case .bool3 where takesUnanswered(field):
      return described.adding(reference(Shared.bool3))
    case .enumeration where field.id.name == "labId":
      return described.adding(["oneOf": .array(dictionary.labs.map(laboratoryTest))])
    case .enumeration(let codes):
      return described.adding(["enum": .strings(codes + unanswered.filter { !codes.contains($0) })])
    default:
      let value = value(of: field)
      if unanswered.isEmpty { return described.adding(value) }
      return described.adding(["anyOf": [value, reference(Shared.unanswered)]])
    }
  }

  private func value(of field: Field) -> JSONValue {
    switch field.kind {
    case .enumeration(let codes): ["enum": .strings(codes)]
    case .set(let codes): ["type": "array", "items": ["enum": .strings(codes)]]
    case .bool3: reference(Shared.bool3)
    case .integer: number(field, "integer")
    case .number: number(field, "number")
    case .day: reference(Shared.day)
    case .dayOrDateTime: reference(Shared.dayOrDateTime)
    case .time: reference(Shared.time)
    case .text(let limit): ["type": "string", "maxLength": .number(Double(limit))]
    case .joints(let sites, let sides):
      [
        "type": "array",
        "items": closedObject(
          [.init("site", ["enum": .strings(sites)]), .init("side", ["enum": .strings(sides)])], required: ["site"]),
      ]
    case .profile(let count):
      [
        "type": "array", "items": number(field, "number"), "minItems": .number(Double(count)),
        "maxItems": .number(Double(count)),
      ]
    case .subscales(let names):
      closedObject(names.map { .init($0, number(field, "number")) }).adding(["minProperties": 1])
    case .numberOrResult: ["anyOf": [number(field, "number"), ["enum": ["positive", "negative"]]]]
    }
  }

  private func number(_ field: Field, _ type: String) -> JSONValue {
    let kind: JSONValue = ["type": .string(type)]
    guard let range = field.possible else { return kind }
    return kind.adding(["minimum": .number(range.lowerBound), "maximum": .number(range.upperBound)])
  }

  /// Answers, history and person take them for every kind; the rows of lists only for a choice of codes.
  ///
  /// What makes a row what it is (its kind, its test) takes none: "unsure" would leave nothing.
  private func takesUnanswered(_ field: Field) -> Bool {
    switch field.section {
    case .person, .answers, .history: true
    case .log, .medications, .labs: field.kind.isChoice && !JSONSchema.naming.contains(field.id.name)
    case .measurements, .scores: false
    }
  }

  private static let naming: Set<String> = ["symptomKind", "dayCheckIn", "labId"]

  private func laboratoryTest(_ lab: LabDefinition) -> JSONValue {
    let units = [lab.unit] + lab.conversions.map(\.unit)
    return ["const": .string(lab.id.name), "description": .string("\(lab.name) in \(units.joined(separator: ", "))")]
  }

  private func description(of field: Field) -> String {
    var text = field.question
    if let unit = field.unit { text += " In \(unit)." }
    if let note = field.note { text += " (\(note))" }
    return text
  }

  // MARK: Pieces

  private enum Shared {
    static let recorded = "anyRecorded"
    static let bool3 = "anyBool3"
    static let unanswered = "anyUnanswered"
    static let day = "anyDay"
    static let dayOrDateTime = "anyDayOrDateTime"
    static let time = "anyTime"
    static let respondent = "anyRespondent"
    static let form = "anyForm"
  }

  private var sharedDefinitions: [JSONValue.Member] {
    let day = "(18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
    let recorded = closedObject(
      [.init("value", true), .init("date", reference(Shared.day)), .init("by", reference(Shared.respondent))],
      required: ["value"])
    return [
      .init(Shared.recorded, recorded),
      .init(Shared.bool3, ["enum": .strings(["yes", "no"] + FieldKind.bool3.unansweredCodes)]),
      .init(Shared.unanswered, ["enum": .strings(FieldKind.number.unansweredCodes)]),
      .init(Shared.day, ["type": "string", "format": "date", "pattern": .string("^\(day)$")]),
      .init(Shared.dayOrDateTime, ["type": "string", "pattern": .string("^\(day)(T\(time).*)?$")]),
      .init(Shared.time, ["type": "string", "pattern": .string("^\(time)$")]),
      .init(Shared.respondent, ["enum": .strings(Respondent.allCases.map(\.rawValue))]),
      .init(
        Shared.form, ["description": "Which form of a scale was used, such as 7 or 10 for the DN4.", "type": "string"]),
    ]
  }

  private func fields(in section: RecordSection) -> [Field] { dictionary.fields.filter { $0.section == section } }

  private func property(_ field: Field) -> JSONValue.Member { .init(field.id.name, reference(field.id.name)) }

  private func reference(_ name: String) -> JSONValue { ["$ref": .string("#/$defs/\(name)")] }

  private func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

  private func respondents(of field: Field) -> JSONValue {
    if !field.isRestricted { return reference(Shared.respondent) }
    return ["enum": .strings(Respondent.allCases.filter(field.respondents.contains).map(\.rawValue))]
  }

  private func closedObject(_ properties: [JSONValue.Member], required: [String] = []) -> JSONValue {
    let object: JSONValue = ["type": "object", "properties": .object(properties)]
    return object.adding(required.isEmpty ? [:] : ["required": .strings(required)]).adding([
      "additionalProperties": false
    ])
  }
}

extension Field {
  /// True when not everybody may give the value.
  fileprivate var isRestricted: Bool { respondents.count < Respondent.allCases.count }
}
