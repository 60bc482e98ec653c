import Testing

@testable import TemplateEngine

/// What is written wrongly, and all that the error says about it.
struct WritingFault: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var faults: [RecordError.Fault]
  var write: @Sendable (inout RecordWriter) -> Void

  init(_ what: String, _ faults: RecordError.Fault..., write: @escaping @Sendable (inout RecordWriter) -> Void) {
    testDescription = what
    self.faults = faults
    self.write = write
  }
}

@Suite struct RecordWriterFaultTests {
  static let shape = RecordShape(
    "visit",
    [
      Field("day", .text), Field("note", .optional(.text)), Field("seen", .flag), Field("page", .markup(.html)),
      Field("home", .record(Fixture.practice)), Field("words", .list(Fixture.word)),
    ])

  /// The fields in their order, but those that are left out.
  static func rest(_ record: inout RecordWriter, but left: String...) {
    if !left.contains("day") { record.text("day", "Mon") }
    if !left.contains("note") { record.absent("note") }
    if !left.contains("seen") { record.flag("seen", true) }
    if !left.contains("page") { record.markup("page", "<b>", .html) }
    if !left.contains("home") { record.record("home") { home(&$0) } }
    if !left.contains("words") { record.texts("words", ["a", "b"]) }
  }

  static func home(_ record: inout RecordWriter) {
    record.text("city", "Bonn")
    record.text("phone", nil)
  }

  static let practice = try? Fixture.practice.record(["city": .text("Bonn"), "phone": .absent])

  @Test(arguments: [
    WritingFault("in order") { rest(&$0) },
    WritingFault("one field late") {
      rest(&$0, but: "day")
      $0.text("day", "Mon")
    },
    WritingFault("a list first") {
      $0.texts("words", [])
      rest(&$0, but: "words")
    },
    WritingFault("a record made before") {
      rest(&$0, but: "home")
      if let practice { $0.record("home", practice) }
    },
    WritingFault("backwards") {
      $0.texts("words", ["a"])
      $0.record("home") { home(&$0) }
      $0.markup("page", Markup("", .html))
      $0.flag("seen", false)
      $0.text("note", "n")
      $0.text("day", "Mon")
    },
    WritingFault(
      "nothing", .missing(name: "day"), .missing(name: "note"), .missing(name: "seen"), .missing(name: "page"),
      .missing(name: "home"), .missing(name: "words")
    ) { _ in },
    WritingFault("one left out", .missing(name: "seen")) { rest(&$0, but: "seen") },
    WritingFault("the last left out", .missing(name: "words")) { rest(&$0, but: "words") },
    WritingFault("twice in a row", .repeated(name: "day")) {
      $0.text("day", "Mon")
      rest(&$0)
    },
    WritingFault("again after the end", .repeated(name: "words"), .repeated(name: "day")) {
      rest(&$0)
      $0.texts("words", ["a"])
      $0.text("day", "Tue")
    },
    WritingFault("after the end", .unknown(name: "weather", nearest: []), .unknown(name: "", nearest: [])) {
      rest(&$0)
      $0.text("weather", "rain")
      $0.absent("")
    },
    WritingFault("misspelt", .unknown(name: "dya", nearest: ["day"]), .missing(name: "day")) {
      $0.text("dya", "Mon")
      rest(&$0, but: "day")
    },
    WritingFault("absent but needed", .wrongKind(name: "day", expected: "text", found: "nothing")) {
      $0.text("day", nil)
      rest(&$0, but: "day")
    },
    WritingFault(
      "other kinds", .wrongKind(name: "day", expected: "text", found: "a flag"),
      .wrongKind(name: "note", expected: "an optional text", found: "HTML markup"),
      .wrongKind(name: "seen", expected: "a flag", found: "text"),
      .wrongKind(name: "page", expected: "an HTML markup", found: "Markdown markup"),
      .wrongKind(name: "home", expected: "a record", found: "a list"),
      .wrongKind(name: "words", expected: "a list", found: "a record")
    ) {
      $0.flag("day", true)
      $0.markup("note", "", .html)
      $0.text("seen", "yes")
      $0.markup("page", "", .markdown)
      $0.texts("home", ["a"])
      $0.record("words") { $0.text(".", "a") }
    },
    WritingFault(
      "records of other shapes", .wrongKind(name: "home", expected: "a record", found: "a record \"visit\""),
      .wrongKind(name: "words", expected: "a list", found: "a list of \"practice\"")
    ) {
      rest(&$0, but: "home", "words")
      guard let practice, let visit = try? shape.record(writing: { rest(&$0) }) else { return }
      $0.record("home", visit)
      $0.list("words", [practice])
    },
    WritingFault(
      "inside a record",
      .inside(
        name: "home", element: nil,
        RecordError(
          record: "practice",
          faults: [.unknown(name: "town", nearest: []), .missing(name: "city"), .missing(name: "phone")])),
      .repeated(name: "seen")
    ) {
      rest(&$0, but: "home", "words")
      $0.record("home") { $0.text("town", "Bonn") }
      $0.flag("seen", true)
      $0.texts("words", [])
    },
    WritingFault(
      "inside a list, the same fault told once",
      .inside(name: "words", element: 2, RecordError(record: "word", faults: [.repeated(name: ".")])),
      .inside(name: "words", element: 3, RecordError(record: "word", faults: [.missing(name: ".")]))
    ) {
      rest(&$0, but: "words")
      $0.list("words", [1, 2, 0, 2, 0, 1]) { row, times in for _ in 0..<times { row.text(".", "a") } }
    },
  ])
  func everyFaultIsTold(_ fault: WritingFault) throws {
    do {
      let record = try Self.shape.record(writing: fault.write)
      #expect(fault.faults.isEmpty)
      #expect(record["day"] == .text("Mon"))
    } catch {
      #expect(error.record == "visit")
      #expect(error.faults == fault.faults)
    }
  }

  @Test func theMessageSaysWhere() throws {
    let inner = RecordShape("inner", [Field("a", .text), Field("b", .flag)])
    let row = RecordShape("row", [Field("inner", .record(inner))])
    let outer = RecordShape("outer", [Field("rows", .list(row)), Field("c", .flag)])
    let error = #expect(throws: RecordError.self) {
      try outer.record { record in
        record.list("rows", [1]) { row, _ in row.record("inner") { $0.text("b", "Jane Doe") } }
      }
    }
    #expect(
      error?.description
        == "record \"outer\": in element 1 of \"rows\": in \"inner\": \"b\" must be a flag, not text; "
        + "in element 1 of \"rows\": in \"inner\": \"a\" is missing; \"c\" is missing")
  }

  @Test func theErrorOfAClosureIsPassedOn() {
    let expected = RecordError(record: "other", faults: [.missing(name: "x")])
    let error = #expect(throws: RecordError.self) {
      try Self.shape.record { (record) throws(RecordError) in
        try record.list("words", ["a", "b"]) { (row, word) throws(RecordError) in
          row.text(".", word)
          throw expected
        }
      }
    }
    #expect(error == expected)
  }

  /// Whoever catches an error inside and goes on gets no record: nobody can say what it would hold.
  @Test func anErrorThatWasCaughtLeavesNoRecord() {
    struct Stop: Error {}
    let error = #expect(throws: RecordError.self) {
      try Self.shape.record { record in
        Self.rest(&record, but: "home", "words")
        do {
          try record.record("home") { (home) throws(Stop) in
            Self.home(&home)
            throw Stop()
          }
        } catch {}
        record.texts("words", ["a"])
      }
    }
    #expect(error?.record == "visit")
    #expect(error?.faults.last == .unfinished)
  }

  /// Two writers that change places keep what is theirs; inside a record or a list that ends both.
  @Test func writersThatChangePlaces() throws {
    var city: Record?
    let word = try Fixture.word.record { word in
      city = try? Fixture.practice.record { practice in
        Self.home(&practice)
        swap(&word, &practice)
        practice.text(".", "a")
      }
    }
    #expect(word.shape == Fixture.practice && word["city"] == .text("Bonn"))
    #expect(city?.shape == Fixture.word && city?["."] == .text("a"))
    var inner: RecordError?
    let outer = #expect(throws: RecordError.self) {
      try Self.shape.record { visit in
        visit.list("words", ["a", "b", "c"]) { row, text in
          do throws(RecordError) {
            _ = try Fixture.practice.record { practice in
              practice.text("city", "Bonn")
              swap(&row, &practice)
            }
          } catch { inner = error }
          row.text(".", text)
        }
      }
    }
    #expect(inner?.faults.contains(.unfinished) == true)
    #expect(outer?.faults.contains(.unfinished) == true)
  }

  @Test func theLimitsHoldInside() throws {
    var limits = RecordLimits()
    limits.count = 3
    limits.fields = 5
    var writer = RecordWriter(Self.shape, capacity: 0, limits: limits)
    Self.rest(&writer, but: "words")
    writer.list("words", ["abc", "abcd"]) { $0.text(".", $1) }
    let error = #expect(throws: RecordError.self) { try writer.finish() }
    #expect(
      error?.faults == [
        .inside(
          name: "home", element: nil, RecordError(record: "practice", faults: [.tooLong(name: "city", limit: 3)])),
        .inside(name: "words", element: 2, RecordError(record: "word", faults: [.tooLong(name: ".", limit: 3)])),
        .tooManyFields(limit: 5),
      ])
    limits = RecordLimits()
    limits.depth = 1
    var deep = RecordWriter(Self.shape, capacity: 0, limits: limits)
    Self.rest(&deep)
    let tooDeep = #expect(throws: RecordError.self) { try deep.finish() }
    #expect(tooDeep?.faults == [.tooDeep(limit: 1)])
  }
}
