import Testing

@testable import TemplateEngine

@Suite struct RecordTests {
  static let shape = RecordShape(
    "entry", [Field("day", .text), Field("severity", .optional(.text)), Field("seen", .flag)])

  @Test func theOrderDoesNotMatter() throws {
    let a = try Self.shape.record(["day": .text("Mon"), "severity": .absent, "seen": .flag(true)])
    let b = try Self.shape.record(["seen": .flag(true), "severity": .absent, "day": .text("Mon")])
    #expect(a == b)
    #expect(a.values == [.text("Mon"), .absent, .flag(true)])
    #expect(a["seen"] == .flag(true))
    #expect(a["nothing"] == nil)
  }

  @Test func aShapeMadeTwiceIsTheSameShape() throws {
    let again = RecordShape(
      "entry", [Field("day", .text), Field("severity", .optional(.text)), Field("seen", .flag)])
    #expect(again == Self.shape)
    let list = RecordShape("list", [Field("entries", .list(again))])
    let entry = try Self.shape.record(["day": .text("Mon"), "severity": .text("3"), "seen": .flag(true)])
    #expect(throws: Never.self) { try list.record(["entries": .list([entry])]) }
  }

  @Test func everyFaultIsNamedAndNoValue() {
    let error = #expect(throws: RecordError.self) {
      try Self.shape.record(["dya": .text("Jane Doe"), "seen": .text("Jane Doe"), "seen": .flag(true)])
    }
    #expect(
      error?.faults == [
        .unknown(name: "dya", nearest: ["day"]), .wrongKind(name: "seen", expected: "a flag", found: "text"),
        .repeated(name: "seen"), .missing(name: "day"), .missing(name: "severity"),
      ])
    #expect(
      error?.description
        == "record \"entry\": \"dya\" is not a field, did you mean \"day\"?; \"seen\" must be a flag, not text; "
        + "\"seen\" is given twice; \"day\" is missing; \"severity\" is missing")
  }

  @Test(arguments: [
    (Shape.text, Value.absent), (.text, .flag(true)), (.flag, .text("")),
    (.markup(.html), .markup(Markup("", .markdown))),
    (.list(shape), .text("")), (.optional(.flag), .text("")), (.list(shape), .list(Record.empty)),
  ])
  func aValueOfAnotherKindDoesNotFit(shape: Shape, value: Value) {
    #expect(throws: RecordError.self) { try RecordShape("r", [Field("x", shape)]).record(["x": value]) }
  }

  @Test func aRecordOfAnotherShapeIsNotRendered() throws {
    let template = try Template(text: "{{title}}").check()
    let other = try Self.shape.record(["day": .text("Mon"), "severity": .absent, "seen": .flag(true)])
    let error = #expect(throws: RenderError.self) { try template.render(other) }
    #expect(error?.description == "template \"t.md.mustache\" renders a record \"report\", not \"entry\"")
  }
}

extension Record {
  /// A list with one record that has no fields.
  fileprivate static let empty = [RecordShape("empty", [])].compactMap { try? $0.record([:]) }
}
