package import ClinicalRecord
package import RuleEngine

/// Review sheets for other programs: one object with a list of rules in book order.
package enum ReviewSheetJSON {
  package static func value(_ sheets: [ReviewSheet], of book: RuleBook) -> JSONValue {
    ["legbrief": 1, "ruleBook": .string(book.version), "rules": .array(sheets.map(value))]
  }

  private static func value(_ sheet: ReviewSheet) -> JSONValue {
    let rule = sheet.rule
    var members: [JSONValue.Member] = [
      .init("rule", .string(rule.id.name)), .init("title", .string(rule.title)), .init("area", .string(sheet.area.id)),
      .init("status", status(sheet.status)), .init("fingerprint", .string(sheet.fingerprint)),
      .init("basis", .string(rule.basis.rawValue)), .init("isRedFlag", .bool(rule.isRedFlag)),
      .init("isProvisional", .bool(rule.isProvisional)),
    ]
    for (key, text) in [
      ("purpose", sheet.intent.purpose), ("use", sheet.intent.use), ("misuse", sheet.intent.misuse),
    ] {
      if let text { members.append(.init(key, .string(text))) }
    }
    members += [
      .init("logic", lines(sheet.logic)),
      .init(
        "derived",
        .array(
          sheet.derived.map { ["item": .string($0.id.name), "name": .string($0.name), "logic": lines($0.lines)] })),
      .init("inputs", .array(sheet.inputs.map(input))), .init("medicines", strings(sheet.medicines)),
      .init(
        "thresholds",
        .array(
          sheet.thresholds.map {
            ["subject": .string($0.subject), "limit": .string($0.limit), "basis": .string($0.mark.rawValue)]
          })),
      .init("phrases", .array(sheet.sayings.map(saying))),
      .init("details", .array(sheet.details.map { ["name": .string($0.name), "filledFrom": .string($0.words)] })),
      .init(
        "questions",
        .array(sheet.questions.map { ["text": .string($0.text), "items": strings($0.items.map(\.name))] })),
      .init("tests", strings(rule.tests.map(\.name))), .init("levels", strings(sheet.levels)),
      .init("amplifiers", strings(sheet.amplifiers)),
      .init("precedence", .array(sheet.precedence.map { ["id": .string($0.id), "words": .string($0.words)] })),
      .init("readings", .array(sheet.readings.map { ["id": .string($0.id), "text": .string($0.text)] })),
      .init("sources", .array(sheet.sources.map { ["id": .string($0.id.name), "text": .string($0.text)] })),
    ]
    return .object(members)
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// Nested by `depth`, as the Markdown list is.
  private static func lines(_ lines: [OutlineLine]) -> JSONValue {
    .array(lines.map { ["depth": .number(Double($0.depth)), "text": .string($0.text)] })
  }

  private static func input(_ input: ReviewSheet.Input) -> JSONValue {
    [
      "item": .string(input.item.name), "question": .string(input.question), "answers": .string(input.answers),
      "decides": .bool(input.decides),
    ]
  }

  private static func saying(_ saying: ReviewSheet.Saying) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("values", strings(saying.values.map(\.rawValue))), .init("text", .string(saying.text)),
      .init("isAddition", .bool(saying.isAddition)),
    ]
    if let condition = saying.condition { members.append(.init("when", .string(condition))) }
    return .object(members)
  }

  private static func status(_ status: ReviewStatus) -> JSONValue {
    switch status {
    case .draft: ["status": "draft"]
    case .reviewed(let by, let day, _): ["status": "reviewed", "by": .string(by), "on": .string(day.iso)]
    }
  }
}
