import ClinicalRecord
import Diagnostics
import RecordReaders
import Testing

/// Any JSON document, with the place of every value.
@Suite struct JSONDocumentReaderTests {
  private static func read(_ text: String) -> (document: LocatedJSON?, ids: [String]) {
    let read = JSONDocumentReader.read(SourceText(file: "any.json", bytes: Array(text.utf8)))
    return (read.document, read.diagnostics.map(\.id))
  }

  @Test func everyKindOfValueIsReadWithItsPlace() throws {
    let document = try #require(
      Self.read("{\"a\": [1, -2.5, true, null, \"x\\n\\u00e9\"],\n \"b\": {\"c\": {}, \"d\": []}}").document)
    #expect(document.members?.map(\.key) == ["a", "b"])
    let items = try #require(document["a"]?.array)
    #expect(items.map(\.number) == [1, -2.5, nil, nil, nil])
    #expect(items[2].bool == true)
    #expect(items[4].string == "x\né")
    #expect(document["b"]?["c"]?.members?.isEmpty == true)
    #expect(document["b"]?["d"]?.array?.isEmpty == true)
    #expect(document["b"]?["d"]?.place == Place(line: 2, column: 22))
    #expect(document["a"]?["c"] == nil && document["z"] == nil)
  }

  @Test(arguments: [
    ("", "empty-file"), ("{", "truncated"), ("{\"a\": 1,}", "trailing-comma"), ("[1] [2]", "second-document"),
    (String(repeating: "[", count: 100) + String(repeating: "]", count: 100), "too-deep"),
  ])
  func whatBreaksTheGrammarGivesNoDocument(text: String, id: String) {
    let read = Self.read(text)
    #expect(read.document == nil)
    #expect(read.ids.contains(id), "\(read.ids)")
  }

  @Test func excerptsShowNoValues() {
    let source = SourceText(file: "any.json", bytes: Array(#"{"name": "Anna Beispiel" "next": 1}"#.utf8))
    let printed = JSONDocumentReader.read(source).diagnostics.map(DiagnosticPrinter.text).joined()
    #expect(!printed.isEmpty)
    #expect(!printed.contains("Anna"))
  }
}
