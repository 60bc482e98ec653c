import ClinicalRecord
import RuleEngine

// The letter: of the report only what its clinic needs.
extension ReportComposer {
  func referral(
    _ reading: ReportReading, _ model: ReportModel, questions: [OpenQuestion], clinic id: String?
  ) -> ReportDocuments.Referral {
    let verdicts = reading.verdicts
    let named = id.flatMap { id in book.clinics.first { $0.id == id } }
    let choice = named == nil ? chosenClinic(verdicts) : nil
    guard let clinic = named ?? choice?.clinic else { return ReportDocuments.empty.referral }
    let rules = rules(of: clinic, verdicts)
    let ids = Set(rules.map(\.id) + clinic.flags)
    let leftOut = leftOutOfLetters(verdicts)
    let met = rules.filter {
      $0.value == .met && $0.suppressedBy == nil && !isMeasure($0) && !leftOut.contains($0.id)
    }
    let weighed = clinic.weighs.compactMap { verdicts[$0] }.filter { $0.suppressedBy == nil && isShown($0, verdicts) }
    let isOfLetter = { (id: RuleID) in
      ids.contains(id) || verdicts[id].map { self.isFlag($0) && $0.value == .met } == true
    }
    return ReportDocuments.Referral(
      clinic: clinic.title, level: model.redFlags.first?.level,
      urgency: reading.flagGroups.map { $0[0].urgency ?? .sameDay }.max(),
      medicines: currentMedicines(verdicts.record),
      isListConfirmed: verdicts.record.history["medListComplete"]?.value == .code("yes"),
      chosen: choice.map { Wording.chosen($0.reason, among: book.clinics.map(\.id)) },
      met: findings(met, reading, behind: reading.flagGroups.flatMap(\.self)),
      notMet: weighed.filter { $0.value == .notMet }.map(\.rule.title),
      unsettled: weighed.filter { $0.value == .notRecorded && !$0.text.isEmpty }
        .map { .init(title: $0.rule.title, text: $0.text) },
      notRecorded: weighed.filter { $0.value == .notRecorded && $0.text.isEmpty }.map(\.rule.title),
      withheld: withheldSentences(rules, verdicts) + leftOutSentence(rules, leftOut),
      fired: fired(verdicts, of: isOfLetter),
      tried: model.measures.filter { ids.contains(RuleID($0.rule)) }, measuresWithheld: model.measuresWithheld,
      toAsk: Array(questions.filter { isOfLetter($0.rule) }.prefix(6).map(printed)),
      toTest: testsByReason(tests(verdicts, of: isOfLetter)))
  }

  /// Rules of which a letter says nothing while a red flag is unsettled.
  private func leftOutOfLetters(_ verdicts: Verdicts) -> Set<RuleID> {
    Set(
      book.precedence.filter { line in verdicts[line.trigger].map(line.holds) ?? false }.flatMap(\.leftOutOfLetters))
  }

  private func leftOutSentence(_ rules: [Verdict], _ leftOut: Set<RuleID>) -> [String] {
    let titles = rules.filter { $0.value == .met && $0.suppressedBy == nil && leftOut.contains($0.id) }.map(
      \.rule.title)
    return titles.isEmpty ? [] : ["Left out until the clot flag is settled: \(titles.joined(separator: ", "))."]
  }

  /// Every medicine that is taken now: name, dose, route, how often, since when.
  private func currentMedicines(_ record: PatientRecord) -> [String] {
    record.medications.filter { medicine in
      (medicine.start.map { $0 <= record.asOf } ?? true) && (medicine.stop.map { $0 > record.asOf } ?? true)
        && medicine.adherence != "stopped"
    }.map { medicine in
      let name = medicine.name ?? medicine.classes.map(Words.code).joined(separator: ", ")
      let details = [
        medicine.dose, medicine.route.map(Words.code), medicine.adherence.map { "taken \(Words.code($0))" },
        medicine.start.map { "since \($0.iso)" } ?? "start not recorded", medicine.change.map { "changed \($0.iso)" },
      ]
      return ([name] + details.compactMap(\.self)).joined(separator: ", ")
    }
  }

  /// Tests that the same criteria ask for stand together: "Albumin, Alanine aminotransferase (Both-leg swelling)".
  private func testsByReason(_ tests: [ReportModel.TestLine]) -> [String] {
    var reasons: [String] = []
    for test in tests where !reasons.contains(test.because) { reasons.append(test.because) }
    return reasons.map { reason in
      tests.filter { $0.because == reason }.map(\.test).joined(separator: ", ") + " (\(reason))"
    }
  }

  /// Characters of evidence of a finding: the letter has two pages.
  private static let evidenceInLetter = 240

  /// A letter says everything once: a finding whose words are its title keeps the title, one that rests on others of the letter leaves the evidence to them.
  private func findings(
    _ met: [Verdict], _ reading: ReportReading, behind flags: [Verdict]
  ) -> [ReportModel.CriterionLine] {
    let ids = Set(met.map(\.id))
    let behindFlags = flags.reduce(into: Set<RuleID>()) { $0.formUnion(book.rulesBehind[$1.id] ?? []) }
    return met.map { verdict in
      let evidence = Shortening.text(
        reading.digest.text(verdict, without: reading.unprinted), atMost: ReportComposer.evidenceInLetter)
      var line = criterion(verdict, reading, evidence)
      if line.text == line.title + "." { line.text = nil }
      if book.rulesBehind[verdict.id]?.isDisjoint(with: ids) == false { line.evidence = nil }
      line.isBehindFlag = behindFlags.contains(verdict.id)
      return line
    }
  }

  /// The clinic of the most urgent met flag, then of the most criteria met; of equal ones the first in the book.
  func chosenClinic(_ verdicts: Verdicts) -> (clinic: ReferralClinic, reason: Wording.ClinicReason)? {
    var best: (clinic: ReferralClinic, weight: (Int, Int), reason: Wording.ClinicReason)?
    for clinic in book.clinics {
      let flags = clinic.flags.compactMap { verdicts[$0] }.filter { $0.value == .met && $0.urgency != nil }
      let flag = flags.max { ($0.urgency ?? .routine) < ($1.urgency ?? .routine) }
      let met = clinic.weighs.compactMap { verdicts[$0] }
        .count { $0.value == .met && $0.suppressedBy == nil && isShown($0, verdicts) }
      let urgency = flag?.urgency.flatMap { Urgency.allCases.firstIndex(of: $0) } ?? -1
      if let best, best.weight >= (urgency, met) { continue }
      best = (clinic, (urgency, met), flag.map { .flag($0.rule.title) } ?? (met > 0 ? .criteria(met) : .nothing))
    }
    return best.map { ($0.clinic, $0.reason) }
  }

  /// The clinic's rules in book order, without the red flags, which stand above.
  private func rules(of clinic: ReferralClinic, _ verdicts: Verdicts) -> [Verdict] {
    verdicts.all.filter { verdict in
      guard let area = area(of: verdict.id), area.role != .redFlags else { return false }
      return isShown(verdict, verdicts)
        && (clinic.areas.contains(area.id) || clinic.also.contains(verdict.id) || clinic.weighs.contains(verdict.id))
    }
  }

  /// Whether the report prints the area of the rule at all.
  private func isShown(_ verdict: Verdict, _ verdicts: Verdicts) -> Bool {
    area(of: verdict.id).map { isOpened($0, verdicts) } ?? true
  }

  private func isMeasure(_ verdict: Verdict) -> Bool { role(of: verdict.id) == .measures }

  /// What stands in place of the letter's withheld criteria, a sentence each.
  private func withheldSentences(_ rules: [Verdict], _ verdicts: Verdicts) -> [String] {
    withheldNotices(rules.filter { !isMeasure($0) && ($0.value == .met || $0.isOpen) }, verdicts)
  }
}

extension Wording {
  /// Why the program chose a clinic.
  enum ClinicReason {
    /// The most urgent flag that is met, by its title.
    case flag(String)
    /// The most criteria met.
    case criteria(Int)
    case nothing
  }

  static func chosen(_ reason: ClinicReason, among ids: [String]) -> String {
    let why =
      switch reason {
      case .flag(let title): "because of the most urgent red flag met (\(title))"
      case .criteria(let count): "because most of its criteria are met (\(count))"
      case .nothing: "as the first of its list, because no criterion of a clinic is met on what was recorded"
      }
    return "The program chose this clinic \(why). Another is chosen with --clinic: \(ids.joined(separator: ", "))."
  }
}
