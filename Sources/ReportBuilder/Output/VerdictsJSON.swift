package import ClinicalRecord
package import Diagnostics
package import RuleEngine

/// The verdicts of all rules as JSON: documented (ARCHITECTURE.md, "Verdicts as JSON"), stable, for other programs and tests.
package enum VerdictsJSON {
  /// Pretty, with keys in a fixed order and a line feed at the end. Optional keys are left out when there is nothing to say.
  package static func text(_ verdicts: Verdicts, warnings: [Diagnostic] = []) -> String {
    value(verdicts, warnings: warnings).pretty()
  }

  package static func value(_ verdicts: Verdicts, warnings: [Diagnostic] = []) -> JSONValue {
    let digest = EvidenceDigest(verdicts)
    return .object([
      .init("legbrief", 1), .init("record", .string(verdicts.record.identifier)),
      .init("asOf", .string(verdicts.record.asOf.iso)),
      .init("verdicts", .array(verdicts.all.map { verdict($0, verdicts, digest) })),
      .init("period", PeriodSummary(verdicts).json),
      .init("derived", .object(verdicts.derived.map { .init($0.id.name, json($0.value)) })),
      .init("warnings", .array(warnings.map(DiagnosticJSON.value))),
    ])
  }

  private static func verdict(_ verdict: Verdict, _ verdicts: Verdicts, _ digest: EvidenceDigest) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .string(verdict.id.name)), .init("value", .string(verdict.value.rawValue)),
      .init("text", .string(ReportComposer.phrase(verdict, digest))),
    ]
    if let urgency = verdict.urgency { members.append(.init("urgency", .string(urgency.rawValue))) }
    if verdict.isProvisional { members.append(.init("provisional", true)) }
    if let by = verdict.suppressedBy { members.append(.init("suppressedBy", .string(by.name))) }
    members += [
      .init("evidence", .array(verdict.evidence.map { evidence($0, verdicts.record.file) })),
      .init("missing", .strings(verdict.missing.map(\.name))), .init("ask", .strings(verdict.ask)),
      .init("considerTest", .strings(verdict.considerTest.map(\.name))),
      .init("conflict", .strings(verdict.conflict)), .init("detail", .object(detail(verdict))),
      .init("citation", .strings(verdict.rule.citations.map(\.name))),
      .init("basis", .string(verdict.rule.basis.rawValue)),
    ]
    return .object(members)
  }

  private static func detail(_ verdict: Verdict) -> [JSONValue.Member] {
    var members = verdict.detail.map { JSONValue.Member($0.name, json($0.value)) }
    // A rule that counts its open parts has said it already; a key stands once.
    if verdict.isOpen, verdict[detail: "open"] == nil { members.append(.init("open", true)) }
    if verdict.urgency != nil { members.append(.init("status", .string(ReportComposer.status(verdict)))) }
    if !verdict.amplifiers.isEmpty { members.append(.init("amplifiers", .strings(verdict.amplifiers))) }
    return members
  }

  static func evidence(_ evidence: Evidence, _ file: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("source", .string(evidence.source.rawValue)), .init("item", .string(evidence.item.name)),
    ]
    if let id = evidence.id { members.append(.init("id", .string(id))) }
    if let date = evidence.date { members.append(.init("date", .string(date.iso))) }
    members.append(.init("value", .string(evidence.value)))
    if let ended = evidence.ended { members.append(.init("ended", .string(ended))) }
    members.append(.init("at", .string("\(file):\(evidence.place.line):\(evidence.place.column)")))
    return .object(members)
  }

  private static func json(_ value: DetailValue) -> JSONValue {
    switch value {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .list(let list): .strings(list)
    }
  }
}
