import ClinicalRecord
package import RuleEngine

// What to ask and test: ranked, without repeats, and never from a rule that precedence withholds.
extension ReportComposer {
  /// A question that would change a criterion or flag, as ``Inquiry`` ranks them, in print.
  func printed(_ question: OpenQuestion) -> String {
    question.wording
      + (question.isForClinician && !question.wording.hasPrefix("Clinician:") ? " (for the clinician to judge)" : "")
      + (question.wasUnsure ? " (asked, unsure)" : "")
  }

  static let clotFlag: RuleID = "rf.dvt"
  static let wellsScore: RuleID = "dvt.wells"
  private static let itemTen: ItemID = "wellsAlternative"

  /// While the clot flag is unsettled the item of the Wells score that only a clinician can judge decides what is done: it is asked first.
  func clinicianFirst(_ open: [OpenQuestion], _ verdicts: Verdicts) -> [OpenQuestion] {
    guard isUnsettled(ReportComposer.clotFlag, verdicts) else { return open }
    let first = open.filter { $0.items.contains(ReportComposer.itemTen) }
    return first + open.filter { !$0.items.contains(ReportComposer.itemTen) }
  }

  /// From this age on nobody asks about pregnancy and contraception (FSRH: contraception can stop at 55).
  private static let ageWithoutContraception = 55.0
  private static let fertilityItems: Set<ItemID> = ["contraception", "pregnancyStatus", "lngIudInsertedDate"]

  func isPastContraception(_ verdicts: Verdicts) -> Bool {
    verdicts.derived.contains { id, value in
      if id == "ageNow", case .number(let years) = value {
        years >= ReportComposer.ageWithoutContraception
      } else {
        false
      }
    }
  }

  /// Without what is not asked at her age.
  package func askable(_ open: [OpenQuestion], _ verdicts: Verdicts) -> [OpenQuestion] {
    guard isPastContraception(verdicts) else { return open }
    return open.filter { !$0.items.allSatisfy(ReportComposer.fertilityItems.contains) }
  }

  /// Whether the flag is met or open.
  func isUnsettled(_ flag: RuleID, _ verdicts: Verdicts) -> Bool {
    verdicts[flag].map { $0.value == .met || $0.isOpen } ?? false
  }

  /// What a red flag puts behind itself as long as it is unsettled.
  private func waits(_ id: RuleID, _ verdicts: Verdicts) -> Bool {
    book.precedence.contains { line in
      line.qualification != nil && line.rules.contains(id) && role(of: line.trigger) == .redFlags
        && verdicts[line.trigger].map(line.holds) == true
    }
  }

  /// An open rule about a medicine that nobody recorded: the list is asked about, nothing is tested for it.
  private func awaitsMedicine(_ verdict: Verdict) -> Bool {
    !isFlag(verdict) && verdict.missing.contains("medListComplete")
      && !verdict.evidence.contains { $0.source == .medication }
  }

  /// Reasons for a test in a clinician's words, where the title of the rule is the book's own.
  private static let reasons: [RuleID: String] = [
    "nerve.b12": "B12 indeterminate", "nerve.tests": "numbness, tingling or burning",
    "rls.ironCause": "low iron: cause",
    "statin.muscle": "muscle symptoms and a statin", "muscle.crampTest": "cramps: first tests",
    "tendon.metabolic": "tendon pain: context",
  ]

  /// Why a test is named; of the test that the Wells score decides on, which way is taken when.
  private func reason(_ test: ItemID, _ rules: [Verdict], _ verdicts: Verdicts) -> String {
    if test == "dDimer", verdicts[ReportComposer.wellsScore]?.value == .notRecorded,
      isUnsettled(ReportComposer.clotFlag, verdicts)
    {
      return "if Wells stays below 2 (from 2 on: proximal leg ultrasound first)"
    }
    let titles = rules.map { ReportComposer.reasons[$0.id] ?? $0.rule.title }.joined(separator: "; ")
    return rules.allSatisfy { waits($0.id, verdicts) } ? "after the clot flag is settled: \(titles)" : titles
  }

  /// Tests of met flags first, the most urgent before the others, then of open flags, then of other met rules (basis F3).
  ///
  /// - Parameter isMeant: whether what a rule asks for counts.
  func tests(_ verdicts: Verdicts, of isMeant: (RuleID) -> Bool = { _ in true }) -> [ReportModel.TestLine] {
    var order: [ItemID] = []
    var because: [ItemID: [Verdict]] = [:]
    let printed = verdicts.all.filter { $0.suppressedBy == nil }
    let flags = printed.filter { $0.value == .met && isFlag($0) }.enumerated().sorted {
      let (first, second) = ($0.element.urgency ?? .sameDay, $1.element.urgency ?? .sameDay)
      return first == second ? $0.offset < $1.offset : first > second
    }
    let all =
      flags.map(\.element) + printed.filter { $0.isOpen && !awaitsMedicine($0) }
      + printed.filter { $0.value == .met && !isFlag($0) }
    let ranked = all.filter { !waits($0.id, verdicts) } + all.filter { waits($0.id, verdicts) }
    for verdict in ranked where isMeant(verdict.id) {
      for test in verdict.considerTest {
        if because[test] == nil { order.append(test) }
        because[test, default: []].append(verdict)
      }
    }
    return order.map { test in
      let name = book.dictionary.lab(test)?.name ?? Words.item(test)
      return ReportModel.TestLine(test: name, because: reason(test, because[test] ?? [], verdicts))
    }
  }

  /// Medicines, results and measurements behind met rules, each once with every rule that used it.
  ///
  /// - Parameter isMeant: whether what a rule used counts.
  func fired(_ verdicts: Verdicts, of isMeant: (RuleID) -> Bool = { _ in true }) -> [ReportModel.FiredLine] {
    var order: [Evidence] = []
    var because: [Evidence: [String]] = [:]
    for verdict in verdicts.all where verdict.value == .met && verdict.suppressedBy == nil && isMeant(verdict.id) {
      for piece in verdict.evidence where [.medication, .lab, .measurement, .score].contains(piece.source) {
        var key = piece
        if piece.source == .medication { key.value = medicineName(piece.value) }
        if because[key] == nil { order.append(key) }
        if because[key]?.contains(verdict.rule.title) != true { because[key, default: []].append(verdict.rule.title) }
      }
    }
    return order.map { piece in
      ReportModel.FiredLine(
        name: piece.source == .medication ? piece.value : Words.item(piece.item),
        value: piece.source == .medication ? piece.ended ?? "taken now" : piece.value,
        date: piece.date.map { (piece.source == .medication ? piece.ended == nil ? "since " : "from " : "") + $0.iso }
          ?? (piece.source == .medication ? "start not recorded" : "undated"),
        because: (because[piece] ?? []).joined(separator: ", "))
    }
  }

  /// The name without the classes in brackets, so that a medicine of two classes is one line.
  private func medicineName(_ value: String) -> String {
    guard value.hasSuffix(")"), let open = value.lastIndex(of: "("), open > value.startIndex else {
      return Words.code(value)
    }
    return String(value[..<value.index(before: open)])
  }
}
