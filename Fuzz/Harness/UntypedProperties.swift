import Diagnostics
import TemplateEngine

/// What must hold for rendering without a shape, alone and beside typed mode.
enum UntypedProperties {
  /// A template that typed mode accepts gives the same bytes in both modes: no value holds a character that either would escape.
  static func compare(
    _ checked: CheckedTemplate, _ name: String, _ set: TemplateSet
  ) throws {
    let untyped: UntypedTemplate
    do {
      untyped = try UntypedTemplate(name, in: set, limits: FuzzReport.limits)
    } catch {
      throw Violation("modes", "only one accepts the template: \(error.diagnostics.map(\.message))")
    }
    for form in FuzzReport.Form.comparable {
      let datum = FuzzReport.datum(form, markup: false, text: FuzzTexts.word)
      guard let typed = try? checked.render(try datum.record()) else { continue }
      let found: [UInt8]
      do {
        found = try untyped.render(datum.untyped)
      } catch {
        guard case .recursion = error.limit else { continue }
        throw Violation("modes", "only one recurses; typed: \(Violation.shown(typed))")
      }
      // A section over a flag makes the flag `{{.}}` in one mode and leaves it as it was in the other.
      if holdsTrue(found), !holdsTrue(typed) { continue }
      guard found == typed else {
        throw Violation("modes", "typed: \(Violation.shown(typed))\n  untyped: \(Violation.shown(found))")
      }
    }
  }

  private static func holdsTrue(_ text: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: "true".utf8) }
  }

  /// Whatever the template, and whatever the data: it ends, twice with the same.
  static func verifyAlone(_ input: FuzzInput) throws {
    let name = FuzzInput.rootName(.plain)
    guard let template = try? UntypedTemplate(name, in: input.templates(.plain), limits: FuzzReport.limits) else {
      return
    }
    for data in UntypedProperties.data {
      let outcome = Result { try template.render(data) }
      if case .success(let bytes) = outcome {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Violation("UTF-8", "without a shape") }
        guard let again = try? template.render(data), again == bytes else {
          throw Violation("same bytes", "without a shape")
        }
      }
    }
  }

  /// Values of other kinds than the names suggest.
  private static let data: [UntypedData] = [
    [
      "title": "<&>\"'", "labs": [["name": 1.5], "a", nil, [["name": "b"], true]], "items": "", "patient": ["name": []],
    ],
    ["title": ["title": ["title": "a"]], "items": [[1, 2], [], [["items": [0]]]], "subtitle": 0, "smoker": "no"],
    "text", [], nil,
  ].compactMap { (value: UntypedValue) in try? UntypedData(value, limits: FuzzReport.limits) }
}
