import ClinicalRecord
import Diagnostics

/// What the index page is told.
enum IndexData {
  static func value(_ workspace: Workspace) async -> JSONValue {
    let (version, records, known) = await workspace.listed()
    return .object([
      .init("version", .string(version)), .init("known", .number(Double(known))),
      .init(
        "records",
        .array(
          records.map { entry in
            var members: [JSONValue.Member] = [
              .init("id", .number(Double(entry.id))), .init("name", .string(entry.name)),
            ]
            guard let summary = entry.summary else { return .object(members) }
            members.append(.init("rank", .number(Double(summary.rank))))
            members.append(.init("words", .string(summary.words)))
            if let identifier = summary.identifier { members.append(.init("who", .string(identifier))) }
            if !summary.faults.isEmpty { members.append(.init("faults", .number(Double(summary.faults.count)))) }
            return .object(members)
          })),
    ])
  }
}

/// What the page of one record is told.
enum ViewData {
  static func value(
    _ view: Workspace.View, _ entry: RecordEntry, _ shown: Workspace.Shown, _ workspace: Workspace
  ) async -> JSONValue {
    let (names, before, after, position, count, day) = await workspace.around(view.record)
    var members: [JSONValue.Member] = [
      .init("version", .string(shown.version)), .init("digest", .string(shown.digest)),
      .init("name", .string(entry.name)), .init("template", .string(view.template)),
      .init("templates", .array(names.map { .string($0) })), .init("hasReport", .bool(shown.report != nil)),
      .init("isPlain", .bool(shown.report != nil && shown.report?.page == nil)),
      .init("errors", .string(shown.errors)), .init("warnings", .string(shown.warnings)),
      .init("position", .number(Double(position))), .init("count", .number(Double(count))),
    ]
    if let before { members.append(.init("before", .number(Double(before)))) }
    if let after { members.append(.init("after", .number(Double(after)))) }
    if let day = shown.report?.day ?? view.asOf ?? day { members.append(.init("asOf", .string(day.iso))) }
    if let summary = entry.summary {
      members.append(.init("rank", .number(Double(summary.rank))))
      members.append(.init("words", .string(summary.words)))
    }
    return .object(members)
  }

  static func fields(_ fields: [UsedField]) -> JSONValue {
    .array(
      fields.map {
        .object([
          .init("name", .string($0.name)), .init("kind", .string($0.kind)), .init("meaning", .string($0.meaning)),
        ])
      })
  }
}

extension Workspace {
  /// The index as it is now.
  func listed() -> (version: String, records: [RecordEntry], known: Int) {
    (version, records, records.count { $0.summary != nil })
  }

  /// What stands beside a record.
  func around(
    _ id: Int
  ) -> (names: [String], before: Int?, after: Int?, position: Int, count: Int, day: Day?) {
    guard let position = positions[id] else { return (templates.names, nil, nil, 0, records.count, defaultDay) }
    return (
      templates.names, position > 0 ? records[position - 1].id : nil,
      position + 1 < records.count ? records[position + 1].id : nil, position + 1, records.count, defaultDay
    )
  }
}
