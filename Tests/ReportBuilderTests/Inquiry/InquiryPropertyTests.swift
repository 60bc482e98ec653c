import ClinicalRecord
import ClinicalRules
import ReportBuilder
import RuleEngine
import Testing

/// "Ask next" and sensitivity over generated records: what they say of an answer is what judging the whole record anew with that answer says.
@Suite struct InquiryPropertyTests {
  private static let book = LegbriefRules.book
  private static let inquiry = Inquiry(book)
  private static let judge = RuleJudge(book)

  private static func record(_ seed: Int) -> PatientRecord {
    var generator = RecordGenerator(seed: UInt64(seed))
    return generator.record()
  }

  @Test(arguments: 0..<8) func everyStatedAnswerDoesWhatIsStated(seed: Int) {
    let record = Self.record(seed)
    let before = Self.judge.judge(record)
    // Judging anew is slow, so a part of the list for each record.
    for (number, question) in Self.inquiry.askNext(before).enumerated() {
      #expect(!question.effects.isEmpty || !question.helps.isEmpty || question.rank == .beside)
      guard number < 3 || number % 5 == seed % 5 else { continue }
      for effect in question.effects.prefix(1) + question.effects.suffix(1) {
        var changed = record.replacing(effect.item, with: effect.answer)
        if let together = effect.together { changed = changed.replacing(together.item, with: together.answer) }
        let after = Self.judge.judge(changed)[effect.rule]
        #expect(after?.value == effect.after, "\(effect.item) \(effect.answer) \(effect.rule), seed \(seed)")
        #expect(!effect.opens || after?.isOpen == true, "\(effect.item) opens \(effect.rule), seed \(seed)")
        #expect(before[effect.rule]?.value == effect.before)
        #expect(before[effect.rule]?.suppressedBy == nil)
      }
    }
  }

  /// Nothing that would decide a rule is left out: the index knows every dependent.
  @Test(arguments: 0..<3) func whatIsNotListedDecidesNothing(seed: Int) {
    let record = Self.record(seed)
    let before = Self.judge.judge(record)
    let listed = Set(Self.inquiry.askNext(before).flatMap(\.items))
    for (number, field) in Self.book.dictionary.fields.enumerated() where number % 3 == seed {
      guard [.answers, .history].contains(field.section), record.answers[field.id] == nil,
        record.history[field.id] == nil, !listed.contains(field.id),
        field.kind == .bool3
      else { continue }
      let after = Self.judge.judge(record.replacing(field.id, with: .code("yes")))
      for verdict in after.all {
        guard let was = before[verdict.id], was.suppressedBy == nil, was.value == .notRecorded else { continue }
        guard let area = Self.book.areas.first(where: { $0.rules.contains { $0.id == verdict.id } }),
          area.id != "dataQuality", area.gate.map({ before[$0]?.value != .notMet }) ?? true
        else { continue }
        if verdict.id == "rf.freeText" { continue }
        #expect(verdict.value == .notRecorded, "\(field.id) decides \(verdict.id), seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<8) func theListIsRankedWithoutRepeats(seed: Int) {
    let record = Self.record(seed)
    let verdicts = Self.judge.judge(record)
    let questions = Self.inquiry.askNext(verdicts)
    #expect(questions.map(\.rank) == questions.map(\.rank).sorted())
    #expect(Set(questions.map(\.wording)).count == questions.count)
    let composer = ReportComposer(book: Self.book)
    let model = composer.compose(verdicts)
    #expect(model.toAsk.count <= 6)
    #expect(model.toAsk.count + model.moreToAsk.count == composer.askable(questions, verdicts).count)
    let shuffled = PatientRecord(
      file: record.file, asOf: record.asOf, person: record.person, log: record.log.reversed(), answers: record.answers,
      history: record.history, medications: record.medications.reversed(), labs: record.labs.reversed(),
      measurements: record.measurements.reversed(), scores: record.scores.reversed())
    #expect(Self.inquiry.askNext(Self.judge.judge(shuffled)) == questions)
  }

  @Test(arguments: 0..<4) func onceEverythingIsAnsweredNoAnswerIsMissing(seed: Int) {
    var record = Self.record(seed)
    for field in Self.book.dictionary.fields {
      let value: ItemValue? =
        switch field.kind {
        case .bool3: .code("no")
        case .enumeration(let codes):
          codes.first { !ItemValue.unansweredCodes.contains($0) }.map { .code($0) }
        case .set: .codes([])
        case .joints: .joints([])
        case .integer, .number, .numberOrResult: .number(1, written: "1")
        case .day, .dayOrDateTime: .day(record.asOf.adding(days: -400))
        default: nil
        }
      switch field.section {
      case .answers: record.answers[field.id] = value.map { RecordedItem($0) }
      case .history: record.history[field.id] = value.map { RecordedItem($0) }
      case .person: record.person[field.id] = value.map { RecordedItem($0) }
      default: break
      }
    }
    let questions = Self.inquiry.askNext(Self.judge.judge(record))
    #expect(questions.flatMap(\.effects).isEmpty, "seed \(seed)")
  }

  @Test(arguments: 0..<6) func whatAFlagRestsOnIsWhatItNeeds(seed: Int) {
    let record = Self.record(seed)
    let verdicts = Self.judge.judge(record)
    for verdict in verdicts.all.filter({ $0.rule.isRedFlag && $0.value == .met }).prefix(2) {
      for dependence in Self.inquiry.sensitivity(of: verdict, verdicts).dependences {
        guard case .answer(let item, _) = dependence.subject else { continue }
        var value: ItemValue?
        if case .answered(let other) = dependence.change { value = other }
        let after = Self.judge.judge(record.replacing(item, with: value))[verdict.id]?.value
        #expect(after == dependence.after, "\(verdict.id) \(item), seed \(seed)")
        #expect(after != .met)
      }
    }
  }
}
