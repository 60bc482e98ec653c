import SeededNumbers
import Testing

@testable import TemplateEngine

@Suite struct RecordStorageTests {
  @Test func valuesComeBackAsTheyWentIn() throws {
    var numbers = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let (title, markup) = (numbers.text(), numbers.text())
      let changes: [String: Value] = [
        "title": .text(title), "subtitle": numbers.chance(50) ? .absent : .text(numbers.text()),
        "body": .markup(Markup(markup, .markdown)), "asked": numbers.chance(30) ? .absent : .flag(numbers.chance(50)),
        "words": try .texts((0..<Int.random(in: 0...4, using: &numbers)).map { _ in numbers.text() }, Fixture.word),
      ]
      let record = try Fixture.record(changes)
      for (name, value) in changes { #expect(record[name] == value) }
      #expect(record == (try Fixture.record(changes)))
      #expect(record.hashValue == (try Fixture.record(changes)).hashValue)
    }
  }

  @Test(arguments: [
    ("title", Value.text("Visi")), ("title", .text("")), ("subtitle", .text("")), ("asked", .flag(false)),
    ("smoker", .flag(false)), ("body", .markup(Markup("**c**", .markdown))), ("labs", .list([])), ("extra", .list([])),
  ])
  func aRecordWithAnotherValueIsAnotherRecord(name: String, value: Value) throws {
    #expect(try Fixture.record([name: value]) != (try Fixture.record()))
  }

  @Test func aChangeDeepInsideIsSeen() throws {
    func report(_ city: String) throws -> Record {
      let home = try Fixture.practice.record(["city": .text(city), "phone": .absent])
      return try Fixture.record([
        "patient": .record(
          try Fixture.patient.record(["name": .text("Jo"), "practice": .record(home), "carer": .absent]))
      ])
    }
    #expect(try report("Bonn") == Fixture.record())
    #expect(try report("Bern") != Fixture.record())
  }

  /// The texts of a record live in its own memory, those of its parts in theirs.
  @Test func partsLiveAsLongAsTheWhole() throws {
    let template = try Template(text: "{{#labs}}{{name}}={{value}} {{/labs}}{{patient.practice.city}}").check()
    let records = try (0..<50).map { number in
      try Fixture.record([
        "labs": .list(
          try (0..<number).map { try Fixture.lab("a longer name than a word holds \($0)", "\($0)") })
      ])
    }
    for (number, record) in records.enumerated() {
      let expected = (0..<number).map { "a longer name than a word holds \($0)=\($0) " }.joined() + "Bonn"
      #expect(String(decoding: try template.render(record), as: UTF8.self) == expected)
    }
  }

  @Test func manyTasksRenderOneRecord() async throws {
    let template = try Template(text: "{{#labs}}{{name}} {{value}}{{#unit}} {{unit}}{{/unit}}\n{{/labs}}{{title}}")
      .check()
    let record = try Fixture.record(["title": .text("a *special* title")])
    let expected = try template.render(record)
    let outputs = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 {
        group.addTask { try (0..<50).map { _ in try template.render(record) } }
        // Records are made and released at the same time, and share their parts.
        group.addTask {
          try (0..<50).map { _ in try template.render(try Fixture.record(["labs": record["labs"] ?? .absent])) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let other = try template.render(try Fixture.record())
    #expect(outputs.count == 800)
    #expect(outputs.allSatisfy { $0 == expected || $0 == other })
  }

  @Test func aMillionElements() throws {
    let word = try Fixture.word.record([".": .text("w")])
    let record = try Fixture.record(["words": .list([Record](repeating: word, count: 1_000_000))])
    #expect(try Template(text: "{{#words}}{{.}}{{/words}}").check().render(record).count == 1_000_000)
  }

  @Test func theLimitsOfARecord() throws {
    let shape = RecordShape("r", [Field("t", .text), Field("l", .list(Fixture.word))])
    let word = try Fixture.word.record([".": .text("w")])
    let pairs: [(key: String, value: Value)] = [("t", .text("12345")), ("l", .list([word, word, word]))]
    var limits = RecordLimits()
    limits.count = 5
    #expect(throws: Never.self) { try shape.record(pairs, limits: limits) }
    limits.count = 2
    let error = #expect(throws: RecordError.self) { try shape.record(pairs, limits: limits) }
    #expect(error?.faults == [.tooLong(name: "t", limit: 2), .tooLong(name: "l", limit: 2)])
    #expect(
      error?.description
        == "record \"r\": \"t\" has more than 2 bytes or elements; \"l\" has more than 2 bytes or elements")
  }

  @Test func aShapeOfTooManyFieldsOrTooDeep() throws {
    let wide = RecordShape("wide", (0...65_535).map { Field("f\($0)", .flag) })
    let error = #expect(throws: RecordError.self) {
      try wide.record(pairs: (0...65_535).map { ("f\($0)", .flag(true)) })
    }
    #expect(error?.faults == [.tooManyFields(limit: 65_535)])
    var shape = RecordShape("r0", [Field("t", .flag)])
    var record = try shape.record(["t": .flag(true)])
    for level in 1..<500 {
      shape = RecordShape("r\(level)", [Field("t", .record(shape))])
      record = try shape.record(["t": .record(record)])
    }
    #expect(record == record && record.shape.depth == 500)
    let deeper = RecordShape("deeper", [Field("t", .record(shape))])
    let deep = #expect(throws: RecordError.self) { try deeper.record(["t": .record(record)]) }
    #expect(deep?.description == "record \"deeper\": its shape has more than 500 records inside each other")
  }
}
