/// How much of each part a letter has room for: two sheets, also with nearly every flag.
///
/// ``ladder`` goes down step by step, and the appointment summary has what a letter leaves out. No step moves the level line, a red flag,
/// what was not asked, what is withheld or a current medicine.
package struct LetterLimits: Sendable, Hashable {
  /// How the red flags are written.
  var flags = PageOneLimits.unlimited
  /// Rows of medicines and results behind the findings.
  var fired = Int.max
  var questions = Int.max
  var tests = Int.max
  /// Findings say what they rest on.
  var hasEvidence = true
  /// Findings of rules whose flag is named above.
  var hasFindingsOfFlags = true
  var findings = Int.max

  /// Sheets of a letter.
  static let sheets = 2

  package static let unlimited = LetterLimits()

  /// Every form, the fullest first.
  package static let ladder: [LetterLimits] = {
    var forms = [LetterLimits()]
    for step in steps {
      var form = forms[forms.count - 1]
      step(&form)
      forms.append(form)
    }
    return forms
  }()

  private static let steps: [@Sendable (inout LetterLimits) -> Void] = [
    { $0.flags = .letterWithManyFlags },
    { $0.hasFindingsOfFlags = false },
    {
      $0.fired = 4
      $0.questions = 4
      $0.tests = 4
    },
    { $0.hasEvidence = false },
    {
      $0.fired = 2
      $0.questions = 3
      $0.tests = 2
    },
    { $0.findings = 10 },
    { $0.findings = 5 },
  ]

  /// The findings that the letter has room for.
  func findings(_ met: [ReportModel.CriterionLine]) -> [ReportModel.CriterionLine] {
    let kept = hasFindingsOfFlags ? met : met.filter { !$0.isBehindFlag }
    return LetterLimits.first(findings, of: kept).map { line in
      var line = line
      if !hasEvidence, line.text != nil { line.evidence = nil }
      return line
    }
  }

  /// The first of the lines; one more is printed rather than counted.
  static func first<Line>(_ limit: Int, of lines: [Line]) -> [Line] {
    limit == .max || lines.count <= limit + 1 ? lines : Array(lines.prefix(limit))
  }

  /// The number of what is left out; nil where nothing is.
  static func rest(_ count: Int) -> String? { count > 0 ? "\(count)" : nil }
}
