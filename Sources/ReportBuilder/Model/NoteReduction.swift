/// How the note is made to fit: each step is taken on top of those before it, until the text is short enough.
///
/// What no step takes away: level and title of every met flag, the title of every open one up to the last step, the number of flags not
/// asked, the verdict on restless legs, the days observed, and that the note is no diagnosis.
package enum NoteReduction: Int, Sendable, CaseIterable {
  /// Evidence of a flag: at most 200 characters, in whole pieces.
  case shortEvidence
  /// The data line: its first sentence alone.
  case shortCoverage
  /// Findings: at most 60 characters each.
  case shortFindings
  /// Questions and tests: the first three.
  case fewerQuestions
  /// Flags not asked: their number.
  case countNotAsked
  /// Evidence of a flag: the piece that decided it, with its day.
  case decisiveEvidence
  /// Questions and tests: their number.
  case countQuestions
  /// Areas: without findings; only which areas have some.
  case namesOfAreas
  /// Areas: none, and no sentence on what is withheld.
  case noAreas
  /// Evidence of open flags: none.
  case noOpenEvidence
  /// Evidence of met flags: none.
  case noEvidence
  /// Flags of one level, and open flags, on one line.
  case groupFlags
  /// Open flags: their number.
  case countOpenFlags
}

extension ReportDocuments.Note {
  /// What a note may have at most, in Unicode scalars: the limit of the boxes of several electronic records.
  package static let limit = 1500

  /// The note after the steps up to and including the one given.
  package func reduced(upTo last: NoteReduction?) -> Self {
    var note = self
    for step in NoteReduction.allCases where step.rawValue <= (last?.rawValue ?? -1) { note.reduce(by: step) }
    return note
  }

  private static let evidenceWidth = 200
  private static let findingWidth = 60
  private static let questions = 3

  private mutating func reduce(by step: NoteReduction) {
    switch step {
    case .shortEvidence:
      redFlags = redFlags.map { $0.shortened(to: Self.evidenceWidth) }
      openFlags = openFlags.map { $0.shortened(to: Self.evidenceWidth) }
    case .decisiveEvidence:
      redFlags = redFlags.map { $0.shortened(to: 0) }
      openFlags = openFlags.map { $0.shortened(to: 0) }
    case .noOpenEvidence: openFlags = openFlags.map(Self.noEvidence)
    case .noEvidence: redFlags = redFlags.map(Self.noEvidence)
    case .shortCoverage: coverage = shortCoverage
    case .shortFindings:
      for index in findings.indices { findings[index].text = Wording.cut(findings[index].text, to: Self.findingWidth) }
    case .fewerQuestions:
      toAsk = Self.first(Self.questions, of: toAsk)
      toTest = Self.first(Self.questions, of: toTest)
    case .countNotAsked: if notAskedCount > 0 { notAsked = Self.counted(notAskedCount, "flag", "flags") }
    case .groupFlags:
      redFlags = Self.grouped(redFlags)
      openFlags = Self.grouped(openFlags)
    case .countQuestions:
      toAsk = toAsk.isEmpty ? [] : ["see the report"]
      toTest = toTest.isEmpty ? [] : ["see the report"]
    case .namesOfAreas:
      let names = findings.map(\.area).joined(separator: ", ")
      findings = findings.isEmpty ? [] : [.init(area: "Met criteria", text: names)]
    case .noAreas: (findings, noneMet, notRecorded, withheld) = ([], nil, nil, nil)
    case .countOpenFlags:
      let count = openFlags.reduce(0) { $0 + $1.title.split(separator: ";").count }
      if count > 0 { openFlags = [.init(level: "Open", title: Self.counted(count, "flag", "flags"), because: nil)] }
    }
  }

  private static func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several), see the report"
  }

  private static func noEvidence(_ flag: Flag) -> Flag { Flag(level: flag.level, title: flag.title, because: nil) }

  private static func first(_ count: Int, of lines: [String]) -> [String] {
    lines.count > count + 1 ? lines.prefix(count) + ["\(lines.count - count) more in the report"] : lines
  }

  /// One flag a level with all titles, in the order of the levels.
  private static func grouped(_ flags: [Flag]) -> [Flag] {
    var groups: [Flag] = []
    for flag in flags {
      if let last = groups.last, last.level == flag.level {
        groups[groups.count - 1].title += "; " + flag.title
      } else {
        groups.append(flag)
      }
    }
    return groups
  }
}

extension ReportDocuments.Note.Flag {
  init(level: String, title: String, status: String?, evidence: FlagEvidence, amplifiers: [String] = []) {
    self.init(level: level, title: title, because: nil)
    self.status = status
    self.evidence = evidence
    self.amplifiers = amplifiers
    because = words(.max)
  }

  /// Whole pieces of evidence, at least the one that decided.
  fileprivate func shortened(to width: Int) -> Self {
    guard evidence != nil else { return self }
    var flag = self
    flag.because = words(width)
    return flag
  }

  private func words(_ width: Int) -> String? {
    guard let evidence else { return nil }
    let circumstances = FlagEvidence.circumstances(amplifiers, atMost: width / 2).map { "weighs more with " + $0 }
    return [status, evidence.text(atMost: width), circumstances].compactMap(\.self).joined(separator: "; ").nonEmpty
  }
}
