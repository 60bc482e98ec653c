import ClinicalRecord
import Diagnostics
import Glibc
import Testing

@testable import RecordReaders

@Suite struct HostileInputTests {
  @Test func theFullRecordIsSound() {
    let result = TestReader.read(FullRecord.text)
    #expect(result.record != nil)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(DiagnosticPrinter.text).joined())")
  }

  @Test func aRecordCutAtAnyByteIsAnErrorWithAPlace() {
    let bytes = Array(FullRecord.text.utf8)
    let complete = bytes.count - 2  // without the line feed; the text ends with a blank line
    for length in 0..<bytes.count {
      let result = TestReader.read(Array(bytes[..<length]))
      if length >= complete { continue }
      #expect(result.record == nil)
      #expect(result.diagnostics.contains { $0.severity == .error && $0.location != nil }, "cut at \(length)")
    }
  }

  @Test func aRecordWithAnyByteReplacedNeverBreaksTheReader() {
    let bytes = Array(FullRecord.text.utf8)
    for replacement in [0x00, 0x22, 0x5D, 0xFF] as [UInt8] {
      for position in bytes.indices {
        var changed = bytes
        changed[position] = replacement
        let result = TestReader.read(changed)
        #expect(result.record != nil || result.diagnostics.contains { $0.severity == .error })
      }
    }
  }

  @Test func aRecordWithAnyByteTakenOutOrDoubledNeverBreaksTheReader() {
    let bytes = Array(FullRecord.text.utf8)
    for position in bytes.indices {
      for change in [[], [bytes[position], bytes[position]]] {
        var changed = bytes
        changed.replaceSubrange(position...position, with: change)
        let result = TestReader.read(changed)
        #expect(result.record != nil || result.diagnostics.contains { $0.severity == .error })
      }
    }
  }

  @Test(arguments: ["[", "{\"a\":", "[[{\"\":"]) func deepNestingIsRefusedAtItsPlace(opening: String) {
    let text = #"{"legbrief": 1, "log": "# + String(repeating: opening, count: 100_000)
    let result = TestReader.read(text)
    #expect(result.record == nil)
    #expect(result.diagnostics.contains { $0.id == "too-deep" && $0.location?.line == 1 })
  }

  @Test func theDepthLimitItselfIsAllowed() {
    let inner = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
    #expect(!TestReader.read(#"{"log": "# + inner + "}").diagnostics.contains { $0.id == "too-deep" })
    #expect(TestReader.read(#"{"log": ["# + inner + "]}").diagnostics.contains { $0.id == "too-deep" })
  }

  @Test(arguments: ["a", "\\n", "é", "\\ud83d\\ude00"]) func aTextOfTenMegabytesIsRefused(unit: String) {
    let text = String(repeating: unit, count: 10_000_000 / unit.utf8.count)
    Marked(
      "text-too-long",
      in: #""log": [{"entryDate": "2026-02-01", "symptomKind": "jointPain", "freeText": ▶""# + "\(text)\"}]"
    ).checkLong()
  }

  @Test func aFileOverTheLimitIsNotParsed() {
    var limits = RecordReader.Limits()
    limits.fileBytes = 100
    let reader = RecordReader(dictionary: TestDictionary.dictionary, limits: limits)
    let result = reader.read(SourceText(file: "big.json", bytes: Array(repeating: 0x20, count: 101)), asOf: nil)
    #expect(result.diagnostics.map(\.id) == ["file-too-big"])
  }

  @Test func manyFaultsArePrintedUpToALimitAndCounted() throws {
    let entries = Array(repeating: #"{"entryDate": "2026-02-30", "symptomKind": "x"}"#, count: 5_000).joined(
      separator: ",\n")
    let result = TestReader.read(#"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "log": ["# + entries + "]}")
    #expect(result.diagnostics.count == 201)
    let last = try #require(result.diagnostics.last)
    #expect(last.id == "more-faults")
    #expect(last.message == "and 9800 more errors that are not printed")
    #expect(last.location == nil)
  }

  @Test func warningsDoNotPushErrorsOutOfTheList() {
    let entries = Array(
      repeating: #"{"entryDate": "2026-02-01", "symptomKind": "jointPain", "calfCm": 80}"#, count: 300)
    let text =
      #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "log": ["# + entries.joined(separator: ",")
      + #"], "answers": {"x": 1}}"#
    let result = TestReader.read(text)
    #expect(result.diagnostics.contains { $0.id == "unknown-field" })
    #expect(result.diagnostics.last?.severity == .warning)
  }

  @Test func manyUnknownKeysInOneObjectAreReadInLinearTime() {
    expectLinearTime { count in
      let keys = (0..<count).map { "\"k\($0)\": 1" }.joined(separator: ",")
      let text = #"{"legbrief": 1, "answers": {"# + keys + "}}"
      return { _ = TestReader.read(text) }
    }
  }

  @Test func manyEntriesWithoutIdsOnOneDayAreSortedQuickly() {
    expectLinearTime { count in
      let entry = #"{"entryDate": "2026-02-01", "symptomKind": "jointPain", "severity": 3}"#
      let text =
        #"{"legbrief": 1, "person": {"reportDate": "2026-03-02"}, "log": ["#
        + Array(repeating: entry, count: count / 8).joined(separator: ",") + "]}"
      return { #expect(TestReader.read(text).record?.log.count == count / 8) }
    }
  }

  /// Eight times as much may take eight times as long and some more, never the square of that; other programs do not count.
  private func expectLinearTime(of task: (_ count: Int) -> () -> Void) {
    func least(_ task: () -> Void) -> Double {
      (0..<3).map { _ in
        let start = processorTime()
        task()
        return processorTime() - start
      }.min() ?? 0
    }
    let (few, many) = (least(task(2_000)), least(task(16_000)))
    #expect(many < 30 * few)
  }

  /// Of this thread, in seconds.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Marked {
  /// As ``check(sourceLocation:)``, for texts that are too long for a walk over their scalars.
  func checkLong() {
    let parts = text.split(separator: "▶", maxSplits: 1)
    let bytes = parts.reduce(into: [UInt8]()) { $0 += Array($1.utf8) }
    let source = SourceText(file: "record.json", bytes: bytes)
    let result = TestReader.reader.read(source, asOf: nil)
    #expect(result.diagnostics.map(\.id) == expected)
    #expect(result.diagnostics.first?.location == source.location(at: parts.first?.utf8.count ?? 0))
  }
}
