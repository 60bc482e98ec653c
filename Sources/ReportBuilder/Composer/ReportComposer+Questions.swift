import ClinicalRecord
import RuleEngine

// What to ask and test: ranked, without repeats, and never from a rule that precedence withholds.
extension ReportComposer {
  /// Red-flag questions first, then those of open criteria, then the rest; within a rank one question of each rule in turn.
  func rankedQuestions(_ verdicts: Verdicts) -> [String] {
    var ranks: [[Verdict]] = [[], [], [], [], []]
    let closed = Set(
      book.areas.filter { area in area.gate.map { verdicts[$0]?.value == .notMet } ?? false }.map(\.id))
    for verdict in verdicts.all where verdict.suppressedBy == nil && area(of: verdict.id) != "dataQuality" {
      // A rule that is met or open asks even in a closed area (basis P6).
      if closed.contains(area(of: verdict.id)), verdict.value != .met, !verdict.isOpen { continue }
      let isFlag = isFlag(verdict)
      switch (isFlag, verdict.value, verdict.isOpen) {
      case (true, .notRecorded, true): ranks[0].append(verdict)
      case (true, .met, _): ranks[1].append(verdict)
      case (true, .notRecorded, false): ranks[2].append(verdict)
      case (false, .notRecorded, true): ranks[3].append(verdict)
      default: ranks[4].append(verdict)
      }
    }
    var seen: Set<String> = []
    var questions: [String] = []
    for rank in ranks {
      let longest = rank.map(\.ask.count).max() ?? 0
      for turn in 0..<longest {
        for verdict in rank where turn < verdict.ask.count && seen.insert(verdict.ask[turn]).inserted {
          questions.append(verdict.ask[turn])
        }
      }
    }
    return questions
  }

  func tests(_ verdicts: Verdicts) -> [ReportModel.TestLine] {
    var order: [ItemID] = []
    var because: [ItemID: [String]] = [:]
    let ranked =
      verdicts.all.filter { $0.suppressedBy == nil && $0.value == .met }
      + verdicts.all.filter { $0.suppressedBy == nil && $0.isOpen }
    for verdict in ranked {
      for test in verdict.considerTest {
        if because[test] == nil { order.append(test) }
        because[test, default: []].append(verdict.rule.title)
      }
    }
    return order.prefix(6).map { test in
      let name = book.dictionary.lab(test)?.name ?? Words.item(test)
      return ReportModel.TestLine(test: name, because: (because[test] ?? []).joined(separator: ", "))
    }
  }

  /// Medicines, results and measurements behind met rules, each once with every rule that used it.
  func fired(_ verdicts: Verdicts) -> [ReportModel.FiredLine] {
    var order: [Evidence] = []
    var because: [Evidence: [String]] = [:]
    for verdict in verdicts.all where verdict.value == .met && verdict.suppressedBy == nil {
      for piece in verdict.evidence where [.medication, .lab, .measurement, .score].contains(piece.source) {
        let key =
          piece.source == .medication
          ? Evidence(.medication, piece.item, date: piece.date, value: medicineName(piece.value), place: piece.place)
          : piece
        if because[key] == nil { order.append(key) }
        if because[key]?.contains(verdict.rule.title) != true { because[key, default: []].append(verdict.rule.title) }
      }
    }
    return order.map { piece in
      ReportModel.FiredLine(
        name: piece.source == .medication ? piece.value : Words.item(piece.item),
        value: piece.source == .medication ? "taken now" : piece.value,
        date: piece.date.map { (piece.source == .medication ? "since " : "") + $0.iso }
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
