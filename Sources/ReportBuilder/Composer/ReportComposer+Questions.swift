import ClinicalRecord
import RuleEngine

// What to ask and test: ranked, without repeats, and never from a rule that precedence withholds.
extension ReportComposer {
  /// A question that would change a criterion or flag, as ``Inquiry`` ranks them, in print.
  func printed(_ question: OpenQuestion) -> String {
    question.wording + (question.isForClinician ? " (for the clinician to judge)" : "")
      + (question.wasUnsure ? " (asked, unsure)" : "")
  }

  /// Tests of met flags first, the most urgent before the others, then of open flags, then of other met rules (basis F3).
  ///
  /// - Parameter isMeant: whether what a rule asks for counts.
  func tests(_ verdicts: Verdicts, of isMeant: (RuleID) -> Bool = { _ in true }) -> [ReportModel.TestLine] {
    var order: [ItemID] = []
    var because: [ItemID: [String]] = [:]
    let printed = verdicts.all.filter { $0.suppressedBy == nil }
    let flags = printed.filter { $0.value == .met && isFlag($0) }.enumerated().sorted {
      let (first, second) = ($0.element.urgency ?? .sameDay, $1.element.urgency ?? .sameDay)
      return first == second ? $0.offset < $1.offset : first > second
    }
    let ranked = flags.map(\.element) + printed.filter(\.isOpen) + printed.filter { $0.value == .met && !isFlag($0) }
    for verdict in ranked where isMeant(verdict.id) {
      for test in verdict.considerTest {
        if because[test] == nil { order.append(test) }
        because[test, default: []].append(verdict.rule.title)
      }
    }
    return order.map { test in
      let name = book.dictionary.lab(test)?.name ?? Words.item(test)
      return ReportModel.TestLine(test: name, because: (because[test] ?? []).joined(separator: ", "))
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
