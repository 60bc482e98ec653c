import SeededNumbers
import Testing

@testable import TemplateEngine

@Suite struct RecordWriterTests {
  @Test(arguments: 0..<40)
  func writesWhatTheValuesSay(seed: UInt64) throws {
    var numbers = SplitMix64(seed: 1000 + seed)
    let template = try Template(
      text: """
        {{title}}{{#subtitle}} {{subtitle}}{{/subtitle}} {{#smoker}}yes{{/smoker}} {{body}}
        {{patient.name}} {{patient.practice.city}} {{#patient.carer}}{{city}}{{/patient.carer}}
        {{#labs}}- {{name}} {{value}} {{#unit}}{{unit}}{{/unit}}{{#high}}!{{/high}} {{note}}
        {{/labs}}{{#words}}{{.}}, {{/words}}{{#extra}}{{#extra}}{{.}}{{/extra}}{{/extra}}{{#figure}}{{figure}}{{/figure}}
        """
    ).check()
    for _ in 0..<5 {
      let draft = Draft(Fixture.report, &numbers)
      let (made, written) = (try draft.made(), try draft.written())
      #expect(made == written && made.hashValue == written.hashValue)
      #expect(made.values == written.values)
      #expect(made.storage.textBytes == written.storage.textBytes)
      #expect(try template.render(made) == template.render(written))
    }
  }

  @Test func swiftOptionalsAreOptionalFields() throws {
    func record(_ text: String?, _ flag: Bool?, _ markup: Markup?, _ words: [String]?) throws -> Record {
      let shape = RecordShape(
        "r",
        [
          Field("text", .optional(.text)), Field("flag", .optional(.flag)), Field("html", .optional(.markup(.html))),
          Field("words", .optional(.list(Fixture.word))), Field("home", .optional(.record(Fixture.word))),
        ])
      return try shape.record { record in
        record.text("text", text)
        record.flag("flag", flag)
        record.markup("html", markup)
        record.list("words", words) { $0.text(".", $1) }
        record.record("home", text) { $0.text(".", $1) }
      }
    }
    let word = try Fixture.word.record([".": .text("a")])
    #expect(try record(nil, nil, nil, nil).values == [.absent, .absent, .absent, .absent, .absent])
    #expect(
      try record("a", false, Markup("<b>", .html), ["a", "a"]).values
        == [.text("a"), .flag(false), .markup(Markup("<b>", .html)), .list([word, word]), .record(word)])
  }

  /// Texts around the sizes at which memory is added.
  @Test(arguments: [0, 1, 15, 16, 17, 1000, 1023, 1024, 1025, 16_384, 65_535, 65_536, 65_537, 1_000_000])
  func textsOfEverySize(count: Int) throws {
    let texts = (0..<20).map { String(repeating: Character(UnicodeScalar(UInt8(97 + $0))), count: count) }
    let list = RecordShape("list", [Field("words", .list(Fixture.word)), Field("after", .text)])
    let record = try list.record { record in
      record.texts("words", texts)
      record.text("after", "the end")
    }
    #expect(record["words"] == (try Value.texts(texts, Fixture.word)))
    #expect(record["after"] == .text("the end"))
    #expect(record.storage.textBytes == 20 * count + 7)
  }

  @Test func whatComesFromFoundationOrASliceIsCopiedToo() throws {
    let long = "a text of which only a part is written"
    let record = try Fixture.word.record { $0.text(".", String(long.dropFirst(2).prefix(4))) }
    #expect(record["."] == .text("text"))
  }

  /// A record that was written in place outlives the whole when it is asked for.
  @Test func partsOutliveTheWhole() throws {
    var parts: [Record] = []
    for number in 0..<50 {
      let whole = try Fixture.patient.record { patient in
        patient.text("name", "a name that is longer than a word \(number)")
        patient.record("practice") { practice in
          practice.text("city", "a city that is longer than a word \(number)")
          practice.absent("phone")
        }
        patient.absent("carer")
      }
      if case .record(let practice) = whole["practice"] { parts.append(practice) }
    }
    let template = try TemplateChecker(shape: Fixture.practice).check(
      "t.md.mustache",
      in: TemplateSet([TemplateSource(name: "t.md.mustache", text: "{{city}}{{#phone}}{{phone}}{{/phone}}")]))
    #expect(parts.count == 50)
    for (number, part) in parts.enumerated() {
      #expect(
        String(decoding: try template.render(part), as: UTF8.self) == "a city that is longer than a word \(number)")
      let again = try Fixture.patient.record { patient in
        patient.record("practice", part)
        patient.text("name", "")
        patient.record("carer", part)
      }
      #expect(again["carer"] == .record(part))
    }
  }

  @Test func tasksWriteReadAndReleaseAtTheSameTime() async throws {
    var numbers = SplitMix64(seed: 5)
    let drafts = (0..<8).map { _ in Draft(Fixture.report, &numbers) }
    let template = try Template(text: "{{title}} {{#labs}}{{name}} {{value}} {{/labs}}{{patient.name}}").check()
    let shared = try drafts[0].written()
    let expected = try drafts.map { try template.render($0.made()) }
    let isEqual = try await withThrowingTaskGroup(of: Bool.self) { group in
      for (index, draft) in drafts.enumerated() {
        let record = try draft.written()
        group.addTask {
          try (0..<20).allSatisfy { _ in
            try template.render(record) == expected[index] && template.render(shared) == expected[0]
              && shared["labs"] == shared["labs"]
          }
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(isEqual)
  }
}
