import ClinicalRecord
import Diagnostics
import FileAccess
import Synchronization

@testable import PreviewServer

/// Templates that are one text each and a record whose report is its text behind the template's: a text that holds `BAD` is faulty.
struct TestSource: PreviewSource {
  /// Files `NAME.t` in this folder; nil for one template "plain" that is always the same.
  var folder: String?

  func templates(otherThan digest: String) -> (any PreviewTemplates)? {
    var texts = ["plain": "plain:"]
    if let folder {
      for name in (try? Disk().fileNames(in: folder)) ?? [] where name.hasSuffix(".t") {
        texts[String(name.dropLast(2))] = String(
          decoding: (try? Disk().read("\(folder)/\(name)", limit: 1 << 20)) ?? [], as: UTF8.self)
      }
    }
    let found = TestTemplates(texts: texts)
    return found.digest == digest ? nil : found
  }

  func summary(of record: RecordText, asOf: Day?) -> RecordSummary {
    let faults = TestTemplates.faults(record.bytes, record.file)
    return RecordSummary(identifier: "P", rank: faults.isEmpty ? 3 : 0, words: "words", faults: faults)
  }
}

struct TestTemplates: PreviewTemplates {
  let texts: [String: String]

  var names: [String] { texts.keys.sorted() }
  var digest: String { texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n") }
  var diagnostics: [Diagnostic] {
    texts.sorted { $0.key < $1.key }.flatMap { TestTemplates.faults(Array($0.value.utf8), $0.key + ".t") }
  }

  static func faults(_ bytes: [UInt8], _ file: String) -> [Diagnostic] {
    let source = SourceText(file: file, bytes: bytes)
    let bad = Array("BAD".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: bad) }) else { return [] }
    return [
      Diagnostic(
        .error, id: "bad", "this is bad", at: source.location(at: start),
        excerpt: Excerpt(of: source, marking: start..<start + 3), remedy: "take it out")
    ]
  }

  func report(_ record: RecordText, template: String, asOf: Day?) -> ReportAttempt {
    guard let text = texts[template] else {
      return ReportAttempt(made: nil, diagnostics: [Diagnostic(.error, id: "unknown", "no such template")])
    }
    let faults =
      TestTemplates.faults(Array(text.utf8), template + ".t") + TestTemplates.faults(record.bytes, record.file)
    guard faults.isEmpty else { return ReportAttempt(made: nil, diagnostics: faults) }
    let bytes = Array(text.utf8) + record.bytes
    return ReportAttempt(
      made: MadeReport(text: bytes, page: bytes, day: asOf ?? Day(number: 0)), diagnostics: [])
  }

  func verdicts(_ record: RecordText, template: String, asOf: Day?) -> [UInt8]? { Array("{}".utf8) }

  func why(_ record: RecordText, template: String, asOf: Day?) -> JSONValue? { .object([]) }

  func fields(of template: String) -> [UsedField] { [UsedField(name: "a", kind: "text", meaning: "m")] }
}

/// What the terminal was told.
final class Told: Sendable {
  private let words = Mutex("")

  var text: String { words.withLock { $0 } }

  func add(_ text: String) { words.withLock { $0 += text } }
}
