import ClinicalRecord
import ClinicalRules
import Diagnostics
import Foundation
import MarkdownHTML
import RecordReaders
import RuleEngine

/// What is done with each record.
extension RuleWorkload {
  var steps: [Step] { [reading, foundation] + judging + converting }

  private var reading: Step {
    Step(name: "read", title: "reading it from JSON, faults and places included", comparedWith: "foundation") {
      let reader = RecordReader(dictionary: LegbriefRules.book.dictionary)
      return { texts.reduce(0) { $0 + (reader.read($1, asOf: nil).record?.log.count ?? 0) } }
    }
  }

  /// The yardstick of reading.
  private var foundation: Step {
    Step(name: "foundation", title: "the same bytes with Foundation's JSONDecoder, into structs of the same record") {
      let files = texts.map { Data($0.bytes) }
      let decoder = JSONDecoder()
      for (file, record) in zip(files, records) {
        let found = RecordedCounts(try decoder.decode(DecodableRecord.self, from: file))
        let expected = RecordedCounts(record)
        guard found == expected else {
          throw UnequalWork(description: "JSONDecoder read \(found) of \(record.file), which holds \(expected)")
        }
      }
      return { try files.reduce(0) { $0 + (try decoder.decode(DecodableRecord.self, from: $1).log?.count ?? 0) } }
    }
  }

  private var judging: [Step] {
    let book = LegbriefRules.book
    let judge = RuleJudge(book)
    return [
      Step(name: "judge", title: "all \(book.rules.count) rules") {
        { records.reduce(0) { $0 + judge.judge($1).all.count } }
      },
      Step(name: "ask", title: "what to ask next", stride: 5) {
        let inquiry = Inquiry(book)
        let verdicts = records.map(judge.judge)
        return { verdicts.reduce(0) { $0 + inquiry.askNext($1).count } }
      },
    ]
  }

  private var converting: [Step] {
    [
      Step(name: "html", title: "Markdown to HTML of a report, tables and all", comparedWith: "cmark") {
        let reports = try reports.value()
        let converter = MarkdownConverter(figures: [:])
        return { try reports.reduce(0) { $0 + (try converter.html($1.bytes)).count } }
      },
      Step(name: "cmark", title: "libcmark alone on the same Markdown with the tables taken out") {
        let texts = try reports.value().map(\.withoutTables)
        return { texts.reduce(0) { $0 + PlainCmark.htmlLength($1) } }
      },
      Step(name: "cmark-tables", title: "libcmark alone, tables left as paragraphs") {
        let texts = try reports.value().map(\.bytes)
        return { texts.reduce(0) { $0 + PlainCmark.htmlLength($1) } }
      },
    ]
  }
}
