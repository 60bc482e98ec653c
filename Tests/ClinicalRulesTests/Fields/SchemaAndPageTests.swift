import ClinicalRecord
import ClinicalRules
import Foundation
import Testing

@Suite struct SchemaAndPageTests {
  let dictionary = LegbriefFields.dictionary

  @Test func theSchemaIsJSONWhoseReferencesAllLead() throws {
    let text = dictionary.jsonSchema()
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let definitions = try #require(document["$defs"] as? [String: Any])
    for field in dictionary.fields { #expect(definitions[field.id.name] != nil, "\(field.id)") }
    for match in text.matches(of: /"\$ref": "#\/\$defs\/([A-Za-z0-9]+)"/) {
      #expect(definitions[String(match.output.1)] != nil, "\(match.output.1)")
    }
    let properties = try #require(document["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(RecordSection.allCases.map(\.rawValue) + ["legbrief"]))
  }

  /// A misspelt field would otherwise be lost without a word.
  @Test func everyObjectOfTheSchemaIsClosed() throws {
    let document = try JSONSerialization.jsonObject(with: Data(dictionary.jsonSchema().utf8))
    var objects = 0
    func visit(_ node: Any) {
      if let list = node as? [Any] { list.forEach(visit) }
      guard let object = node as? [String: Any] else { return }
      if object["type"] as? String == "object" {
        objects += 1
        #expect(object["additionalProperties"] as? Bool == false)
      }
      object.values.forEach(visit)
    }
    visit(document)
    #expect(objects > 10)
  }

  @Test func everyItemStandsOnThePageOnce() {
    let lines = dictionary.page().split(separator: "\n")
    for id in dictionary.fields.map(\.id.name) + dictionary.labs.map(\.id.name) {
      #expect(lines.filter { $0.hasPrefix("| `\(id)` |") }.count == 1, "\(id)")
    }
    let rows = lines.filter { $0.hasPrefix("| `") }
    #expect(rows.count == dictionary.fields.count + dictionary.labs.count)
  }

  @Test func equalDictionariesGiveEqualText() {
    let copy = FieldDictionary(fields: dictionary.fields, labs: dictionary.labs, instruments: dictionary.instruments)
    #expect(copy.jsonSchema() == dictionary.jsonSchema())
    #expect(copy.page() == dictionary.page())
  }
}
