import ClinicalRecord
import Diagnostics
import Testing

@testable import ReportBuilder

/// Diagnostics as SARIF; the whole form is checked against the published schema by Scripts/validate-sarif.
@Suite struct SARIFLogTests {
  private func text(_ diagnostics: [Diagnostic]) -> String {
    SARIFLog(diagnostics, program: "Legbrief", version: "1.2.3").json.compact
  }

  @Test(arguments: [
    ("visit.md.mustache", "visit.md.mustache"),
    ("our practice/visit.md.mustache", "our%20practice/visit.md.mustache"),
    ("./our/./visit", "our/visit"), ("our//visit", "our/visit"), ("../our/visit", "../our/visit"),
    ("/tmp/a b", "file:///tmp/a%20b"), ("50%/a", "50%25/a"), ("é.md", "%C3%A9.md"), ("a:b", "a%3Ab"),
    ("a?b#c", "a%3Fb%23c"), ("a\"b\\c", "a%22b%5Cc"), ("a\nb", "a%0Ab"),
  ])
  func pathsBecomeReferences(path: String, uri: String) { #expect(SARIFLog.uri(path) == uri) }

  @Test func nothingFoundIsADocumentToo() {
    let text = text([])
    #expect(text.contains(#""results": []"#))
    #expect(text.contains(#""rules": []"#))
    #expect(text.contains(#""name": "Legbrief", "version": "1.2.3""#))
  }

  @Test func aFindingHasRulePlaceAndRelatedPlaces() {
    let source = SourceText(file: "a/b.md.mustache", bytes: Array("😀{{#x}}\n{{/y}}".utf8))
    let opened = Excerpt(of: source, marking: 4..<10)
    let closed = Excerpt(of: source, marking: 11..<17)
    let text = text([
      Diagnostic(
        .error, id: "mismatched-section", "\"y\" cannot close", at: source.location(at: 11), excerpt: closed,
        remedy: "write {{/x}}",
        notes: [
          .init("opened here", at: source.location(at: 4), excerpt: opened), .init("see the guide"),
        ]),
      Diagnostic(.warning, id: "made-up-id", "only a warning"),
    ])
    #expect(text.contains(#""id": "made-up-id", "shortDescription": {"text": "Made up id."}"#))
    #expect(text.contains(#""ruleId": "mismatched-section", "ruleIndex": 1, "level": "error""#))
    #expect(text.contains(#""message": {"text": "\"y\" cannot close. Help: write {{/x}}. Note: see the guide."}"#))
    #expect(text.contains(#""region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 7}"#))
    #expect(
      text.contains(
        #""region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 9}}, "message": {"text": "opened here"}"#
      ))
    #expect(
      text.contains(
        #""ruleId": "made-up-id", "ruleIndex": 0, "level": "warning", "message": {"text": "only a warning."}}"#))
  }

  @Test func aPlaceWithoutAnExcerptHasItsLine() {
    let place = SourceLocation(file: "a", line: 7, column: 9)
    #expect(text([Diagnostic(.error, id: "x", "y", at: place)]).contains(#""region": {"startLine": 7}"#))
  }
}
