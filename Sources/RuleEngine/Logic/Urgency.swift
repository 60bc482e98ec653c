/// How soon a met red flag needs assessment (basis 0.5). The order is that of urgency; software must not soften a level.
package enum Urgency: String, Sendable, Hashable, Comparable, CaseIterable, Codable {
  case routine, soon, urgent, sameDay, emergency

  package static func < (a: Urgency, b: Urgency) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
