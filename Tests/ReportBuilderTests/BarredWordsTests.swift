import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Foundation
import ReportBuilder
import RuleEngine
import Testing

/// Basis F4 and P15 over everything that our templates, figures and fixed wordings print, beside the rules' own phrases.
@Suite struct BarredWordsTests {
  /// What a template says itself: its text without tags, and the text that it gives to images.
  @Test(arguments: BuiltinTemplates.files.map(\.name).filter { $0.hasSuffix(".mustache") })
  func templatesKeepToTheAllowedWords(name: String) throws {
    let bytes = try #require(BuiltinTemplates.files.first { $0.name == name }).bytes
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      #expect(BarredWords.found(in: String(line), as: .statement).isEmpty, "\(name): \(line)")
    }
  }

  /// Every text in the code that makes reports and figures, found in the source: also what only a rare record prints.
  @Test func theComposerAndFiguresKeepToTheAllowedWords() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/ReportBuilder")
    var texts = 0
    for folder in ["Composer", "Model", "Figures", "Changes"] {
      let files = try? FileManager.default.contentsOfDirectory(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      for file in (files ?? []) where file.pathExtension == "swift" {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          let code = line.drop { $0 == " " }
          guard !code.hasPrefix("//") else { continue }
          for (index, text) in code.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          where index % 2 == 1 {
            texts += 1
            #expect(
              BarredWords.found(in: String(text), as: .statement).isEmpty, "\(file.lastPathComponent): \(text)")
          }
        }
      }
    }
    #expect(texts > 50)
  }

  /// The whole report of generated records in which the patient wrote nothing herself.
  @Test(arguments: 0..<60) func reportsKeepToTheAllowedWords(seed: Int) throws {
    var generator = RecordGenerator(seed: UInt64(seed))
    let pipeline = try PropertyTests.pipeline()
    let verdicts = pipeline.judge(Self.silent(generator.record()))
    for verdict in verdicts.all {
      let kind: BarredWords.Kind = verdict.value == .notRecorded ? .ofMissing : .statement
      #expect(BarredWords.found(in: verdict.text, as: kind).isEmpty, "\(verdict.id): \(verdict.text)")
    }
    let markdown = String(decoding: try pipeline.markdown(pipeline.compose(verdicts)), as: UTF8.self)
    for line in Self.unwrapped(markdown) {
      for sentence in line.split(separator: "?", omittingEmptySubsequences: false).dropLast() {
        #expect(BarredWords.found(in: String(sentence), as: .question).isEmpty, "seed \(seed): \(line)")
      }
      let last = line.split(separator: "?", omittingEmptySubsequences: false).last ?? ""
      #expect(BarredWords.found(in: String(last), as: .statement).isEmpty, "seed \(seed): \(line)")
    }
  }

  /// The lines with each sentence that the layout broke across lines in one piece; rows of tables stay apart.
  private static func unwrapped(_ markdown: String) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let isProse = !line.isEmpty && !"|#-".contains(line.first ?? "|")
      if isOpen, isProse, let last = lines.indices.last {
        lines[last] += " " + line
      } else {
        lines.append(String(line))
      }
      isOpen = !line.isEmpty && !"|#".contains(line.first ?? "|")
    }
    return lines
  }

  /// The record without what a patient wrote in her own words.
  private static func silent(_ record: PatientRecord) -> PatientRecord {
    func kept(_ items: [ItemID: RecordedItem]) -> [ItemID: RecordedItem] {
      items.filter { if case .text = $0.value.value { false } else { true } }
    }
    let log = record.log.map {
      LogEntry(id: nil, date: $0.date, recordedAt: $0.recordedAt, values: kept($0.values), place: $0.place)
    }
    let medications = record.medications.map {
      var medication = $0
      (medication.name, medication.dose, medication.reason) = (nil, nil, nil)
      return medication
    }
    return PatientRecord(
      file: record.file, asOf: record.asOf, person: kept(record.person), log: log, answers: kept(record.answers),
      history: kept(record.history), medications: medications, labs: record.labs, measurements: record.measurements,
      scores: record.scores)
  }
}
