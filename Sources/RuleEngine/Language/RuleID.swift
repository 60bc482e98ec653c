/// The id of a rule, exactly as in the clinical basis, such as `rls.c4`.
package struct RuleID: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }
  package static func < (a: RuleID, b: RuleID) -> Bool { a.name < b.name }
  package var description: String { name }
}
