import Diagnostics
import Testing

@testable import TemplateEngine

/// What a template without a shape is refused for, and the limits of a rendering.
@Suite struct UntypedFaultTests {
  @Test(arguments: [
    FaultCase("{{anything.at.all}} {{>missing}} {{<missing}}{{/missing}}"), FaultCase("a ▶{{b◀\nc", "unclosed-tag"),
    FaultCase("▶{{#a}}◀ b", "unclosed-section"), FaultCase("a▶{{/a}}◀", "stray-section-end"),
    FaultCase("{{#a}}▶{{/b}}◀", "mismatched-section"),
    FaultCase("▶{{a b}}◀ ▶{{c..d}}◀ ▶{{}}◀", "bad-name", "bad-name", "bad-name"),
    FaultCase("▶{{>*which}}◀ ▶{{<*which}}◀{{/*which}}", "dynamic-name", "dynamic-name"),
    FaultCase("▶{{=a=}}◀", "bad-delimiters"), FaultCase("▶{{<a}}◀{{$b}}{{/b}}", "unclosed-section"),
    FaultCase("{{<a}}▶{{$b}}◀{{/a}}", "unclosed-section"), FaultCase("{{$b}}▶{{/c}}◀", "mismatched-section"),
    FaultCase("▶{{$}}◀x{{/}}▶{{<}}◀{{/}}", "bad-name", "bad-name"),
    FaultCase("▶{{#a}}◀{{$b}}▶{{#c}}◀{{/b}}", "unclosed-section", "unclosed-section"),
  ])
  func aFaultOfSyntaxIsAtItsPlace(_ fault: FaultCase) {
    let source = MarkedText(fault.marked)
    var found: [Diagnostic] = []
    do { _ = try UntypedCase(text: source.text).template() } catch { found = error.diagnostics }
    #expect(found.map(\.id) == fault.ids, "\(found.map(DiagnosticPrinter.text).joined())")
    #expect(found.compactMap { $0.location.map { "\($0.line):\($0.column)" } } == source.places, "\(fault.marked)")
  }

  @Test func faultsOfAllReachedTemplatesComeTogether() {
    let partials = ["p": "\n{{#x}}{{>q}}", "q": "{{/y}}", "parent": "{{$b}}", "unreached": "{{"]
    let found = #expect(throws: TemplateFaults.self) {
      try UntypedCase(text: "{{>p}}{{>p}}{{<parent}}{{/parent}}", partials: partials).template()
    }
    #expect(found?.diagnostics.compactMap(\.location?.text) == ["p:2:1", "parent:1:1", "q:1:1"])
  }

  @Test func theNearestNameOfAnUnknownRootIsOffered() {
    let set = TemplateSet([TemplateSource(name: "letter.mustache", text: "")])
    let found = #expect(throws: TemplateFaults.self) { try UntypedTemplate("leter.mustache", in: set) }
    #expect(found?.diagnostics.map(\.remedy) == ["did you mean \"letter.mustache\"?"])
  }

  struct LimitCase: CustomTestStringConvertible, Sendable {
    var text: String
    var partials: [String: String] = [:]
    var limit: UntypedLimitError.Limit?
    var testDescription: String { text }
  }

  static let limits: TemplateLimits = {
    var limits = TemplateLimits()
    (limits.recursionDepth, limits.renderedTags, limits.outputBytes) = (10, 5000, 1000)
    (limits.indentationBytes, limits.dataBytes) = (20, 4000)
    return limits
  }()

  @Test(arguments: [
    LimitCase(text: "{{#ten}}{{#ten}}123456789{{/ten}}{{/ten}}"),
    LimitCase(text: "{{#ten}}{{#ten}}{{#ten}}1{{/ten}}{{/ten}}{{/ten}}.", limit: .output(bytes: 1000)),
    LimitCase(text: "{{>p}}", partials: ["p": "{{>p}}"], limit: .recursion(depth: 10)),
    LimitCase(
      text: "{{<p}}{{/p}}", partials: ["p": "{{>q}}", "q": "{{$b}}{{<p}}{{/p}}{{/b}}"], limit: .recursion(depth: 10)),
    LimitCase(text: "{{#ten}}{{>p}}{{/ten}}", partials: ["p": "{{#ten}}{{>p}}{{/ten}}"], limit: .recursion(depth: 10)),
    LimitCase(text: "{{#ten}}{{#ten}}{{#ten}}{{#ten}}{{/ten}}{{/ten}}{{/ten}}{{/ten}}", limit: .steps(5000)),
    LimitCase(
      text: String(repeating: "{{#deep}}", count: 90) + String(repeating: "{{x}}", count: 200)
        + String(repeating: "{{/deep}}", count: 90), limit: .steps(5000)),
    LimitCase(
      text: "{{>a}}",
      partials: [
        "a": "{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}", "b": "{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}",
        "c": "{{>d}}{{>d}}{{>d}}{{>d}}{{>d}}{{>d}}", "d": "{{>e}}{{>e}}{{>e}}{{>e}}{{>e}}{{>e}}",
        "e": "{{>f}}{{>f}}{{>f}}{{>f}}{{>f}}{{>f}}", "f": "",
      ],
      limit: .steps(5000)),
    LimitCase(text: "          {{>p}}\n", partials: ["p": "          {{>q}}\n", "q": "x"]),
    LimitCase(
      text: "          {{>p}}\n", partials: ["p": "           {{>q}}\n", "q": "x"], limit: .indentation(bytes: 20)),
  ])
  func aRenderingEndsAtALimit(_ test: LimitCase) throws {
    let ten = UntypedValue.list(Array(repeating: [:], count: 10))
    let template = try UntypedCase(text: test.text, partials: test.partials, limits: Self.limits).template()
    do {
      _ = try template.render(["ten": ten, "deep": true])
      #expect(test.limit == nil)
    } catch {
      #expect(error.limit == test.limit)
      #expect(error.description.hasPrefix("template \"\": "))
    }
  }

  @Test(.timeLimit(.minutes(1))) func manyIndentedLinesEndAtTheOutputLimit() throws {
    let partials = ["p": String(repeating: "x\n", count: 100_000)]
    let template = try UntypedCase(text: String(repeating: " ", count: 9000) + "{{>p}}\n", partials: partials)
      .template()
    let error = #expect(throws: UntypedLimitError.self) { try template.render(nil) }
    #expect(error?.limit == .output(bytes: TemplateLimits().outputBytes))
  }

  @Test(.timeLimit(.minutes(1))) func nestedBlocksAreReadOnce() throws {
    let depth = 0..<100
    let lines = String(repeating: "      x\n", count: 20_000)
    let text = depth.map { "{{$b\($0)}}\n" }.joined() + lines + depth.reversed().map { "{{/b\($0)}}\n" }.joined()
    #expect(try UntypedCase(text: text).render(nil) == lines)
  }

  @Test func dataMayBeTooLarge() {
    let error = #expect(throws: UntypedLimitError.self) {
      try UntypedData(["text": .string(String(repeating: "x", count: 4000))], limits: Self.limits)
    }
    #expect(error?.description == "the data may take at most 4000 bytes")
    #expect(throws: UntypedLimitError.self) {
      try UntypedData(.list(Array(repeating: nil, count: 400)), limits: Self.limits)
    }
  }

  @Test func manyLayoutsAndNamesAreFoundWithoutTheTable() throws {
    let objects = (0..<700).map { UntypedValue.object(["n\($0)": .number(String($0)), "last": "."]) }
    let text = (0..<100).map { "{{n\($0 * 7)}}" }.joined()
    let rendered = try UntypedCase(text: "{{#all}}\(text){{/all}}").render(["all": .list(objects)])
    #expect(rendered == (0..<100).map { String($0 * 7) }.joined())
  }

  @Test func deepDataNeedsNoDeepStack() throws {
    var value: UntypedValue = "end"
    for _ in 0..<10_000 { value = .list([value]) }
    #expect(try UntypedCase(text: "{{#.}}{{#.}}{{^.}}x{{/.}}{{/.}}{{/.}}").render(value) == "")
  }
}
