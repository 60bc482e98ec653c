import Diagnostics
import MarkdownHTML
import TemplateEngine

/// What the engine did that it must never do.
package struct Violation: Error, CustomStringConvertible {
  /// The property that does not hold.
  package var property: String
  /// What was seen.
  package var detail: String

  init(_ property: String, _ detail: String) {
    self.property = property
    self.detail = detail
  }

  package var description: String { "\(property): \(detail)" }

  /// Bytes for a message: on one line, with everything invisible in sight.
  static func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes.prefix(300), as: UTF8.self).debugDescription }
}

/// What must hold for every template and every text of a patient.
package struct EngineProperties {
  private let input: FuzzInput

  /// Runs parser, checker, renderer and the mode without a shape over one input.
  ///
  /// - Returns: the errors of the template in the dialect in which it has the fewest.
  /// - Throws: ``Violation``; a trap of the engine is left to whoever runs this.
  @discardableResult
  package static func verify(_ input: FuzzInput) throws -> Int {
    // Its own words would be taken for those of the record.
    guard !input.contains(FuzzTexts.wordStart) else { return .max }
    let properties = EngineProperties(input: input)
    var fewest = Int.max
    for dialect in Dialect.allCases { fewest = min(fewest, try properties.verify(dialect)) }
    try UntypedProperties.verifyAlone(input)
    return fewest
  }

  /// - Returns: the number of errors.
  private func verify(_ dialect: Dialect) throws -> Int {
    let set = input.templates(dialect)
    let name = FuzzInput.rootName(dialect)
    let (free, errors) = try check(name, set, [])
    // Neither depends on the dialect.
    var required: CheckedTemplate?
    if dialect == .plain {
      required = try check(name, set, FuzzReport.requirements).template
      if required != nil, free == nil {
        throw Violation("requirements", "the template checks with requirements and not without")
      }
      if !input.partials.isEmpty { try review(name, set) }
    }
    guard let free else { return errors }
    let page = Page(template: free, dialect: dialect)
    for form in FuzzReport.Form.all { try verify(page, form) }
    if required != nil { try verifyRequired(page) }
    try UntypedProperties.compare(free, name, set)
    return 0
  }

  // MARK: Checking

  private func check(
    _ name: String, _ set: TemplateSet, _ requirements: [Requirement]
  ) throws -> (template: CheckedTemplate?, errors: Int) {
    let checker = TemplateChecker(shape: FuzzReport.shape, requirements: requirements, limits: FuzzReport.limits)
    var template: CheckedTemplate?
    let diagnostics: [Diagnostic]
    do {
      let checked = try checker.check(name, in: set)
      template = checked
      diagnostics = checked.warnings
    } catch {
      diagnostics = error.diagnostics
    }
    let errors = diagnostics.count { $0.severity == .error }
    guard (template == nil) == (errors > 0) else {
      throw Violation("errors", "a refused template has no error, or a checked one has")
    }
    for diagnostic in diagnostics { try DiagnosticProperties.verify(diagnostic, set) }
    return (template, errors)
  }

  private func review(_ name: String, _ set: TemplateSet) throws {
    let checker = TemplateChecker(shape: FuzzReport.shape, limits: FuzzReport.limits)
    let review = TemplateSetReview(set, roots: [.init(name, checker)])
    for diagnostic in review.diagnostics { try DiagnosticProperties.verify(diagnostic, set) }
    guard review.entries.map(\.name) == set.names else { throw Violation("review", "a template is not listed") }
  }

  // MARK: Rendering

  /// A checked template, and its output as a page.
  private struct Page {
    let template: CheckedTemplate
    let dialect: Dialect

    /// Nil when the output is longer than the limit.
    func render(_ record: Record) throws -> [UInt8]? {
      do {
        let bytes = try template.render(record)
        var again = Array("before".utf8)
        try template.render(record, into: &again)
        guard again.starts(with: "before".utf8), again.dropFirst(6).elementsEqual(bytes) else {
          throw Violation("same bytes", "two renderings of one record differ")
        }
        guard bytes.count <= FuzzReport.limits.outputBytes else {
          throw Violation("output limit", "\(bytes.count) bytes were written")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Violation("UTF-8", "the output is not") }
        return bytes
      } catch let error as RenderError {
        switch error.reason {
        case .outputTooLong, .tooManyTags: return nil
        case .wrongShape, .unsound: throw Violation("render error", error.description)
        }
      }
    }

    func tokens(_ bytes: [UInt8]) throws -> [HTMLToken] {
      guard dialect == .markdown else { return HTMLToken.tokens(of: bytes) }
      return HTMLToken.withoutTextMarks(HTMLToken.tokens(of: try MarkdownConverter().html(bytes)))
    }
  }

  private func verify(_ page: Page, _ form: FuzzReport.Form) throws {
    guard let harmless = try page.render(try FuzzReport.datum(form, text: FuzzTexts.word).record()) else { return }
    let tokens = page.dialect == .plain ? [] : try page.tokens(harmless)
    for scenario in Scenario.attacks[form] ?? [] { try compare(page, scenario, harmless, tokens) }
    guard let text = input.text else { return }
    try compare(page, try Scenario(form, [FuzzText(text)]), harmless, tokens)
    try compare(page, try Scenario(form, [FuzzText(text)] + Scenario.attackTexts), harmless, tokens)
  }

  private func compare(
    _ page: Page, _ scenario: Scenario, _ harmless: [UInt8], _ tokens: [HTMLToken]
  ) throws {
    guard let hostile = try page.render(scenario.record), hostile != harmless else { return }
    if page.dialect == .plain {
      guard hostile == FuzzTexts.substituting(harmless, scenario.seen) else {
        throw Violation("plain text", "a text changes something else: \(Violation.shown(hostile))")
      }
      return
    }
    // Nothing where a word stood can make other Markdown of the template's own marks.
    if page.dialect == .markdown, scenario.hasBlank { return }
    let comparison = PageComparison(texts: scenario.seen, isFromMarkdown: page.dialect == .markdown)
    guard let difference = comparison.difference(tokens, try page.tokens(hostile)) else { return }
    throw Violation(
      "\(page.dialect) structure",
      """
      \(difference)
        first text: \(Violation.shown(Array(scenario.text(0).text.utf8)))
        with it:    \(Violation.shown(hostile))
        with words: \(Violation.shown(harmless))
      """)
  }

  /// What the requirements promise: whatever else a record holds, the required texts are printed.
  private func verifyRequired(_ page: Page) throws {
    for isFull in [true, false] {
      for isSet in [true, false] {
        let asked = isFull ? isSet : nil
        let form = FuzzReport.Form(
          isFull: isFull, isSet: isSet, asked: asked, count: 2, itemCount: isSet ? 1 : 0, optionalCount: 0)
        let datum = FuzzReport.datum(form, text: FuzzTexts.word)
        guard let output = try page.render(try datum.record()) else { return }
        let text = String(decoding: output, as: UTF8.self)
        for required in datum["title"].texts + datum["labs"]["name"].texts where !text.contains(required) {
          throw Violation("required fields", "\(required) is not printed, \(form): \(Violation.shown(output))")
        }
      }
    }
  }
}
