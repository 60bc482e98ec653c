/// How much of each part stands on page 1; what does not stands on a later page, in full.
///
/// Page 1 is one sheet. Where the fullest form does not fit it, ``ladder`` goes down step by step, and each step moves detail of
/// less weight. No step moves a red flag: level, title and status of every flag stay on page 1.
package struct PageOneLimits: Sendable, Hashable {
  /// Characters of the evidence of a flag.
  var because = 260
  /// Characters of the patient's own words; basis F3 gives them two lines.
  var concern = 220
  /// Characters of an area's key finding.
  var keyFinding = 78
  /// Rows of medicines and results.
  var fired = 6
  var questions = 6
  var tests = 6
  /// Characters of the reasons for a test.
  var testReason = 70
  var changes = 8
  var showsCalendar = true
  var showsTimeline = true
  /// Characters of each sentence on the data.
  var coverage = 240
  /// Sentences on what is withheld.
  var precedence = 4
  /// Characters of the list of flags about which nothing was recorded.
  var notAsked = 2000

  /// Nothing is cut: for reports that have no first page to keep.
  package static let unlimited = PageOneLimits(
    because: .max, concern: .max, keyFinding: .max, fired: .max, questions: 6, tests: 6, testReason: .max,
    changes: .max,
    coverage: .max, precedence: .max, notAsked: .max)

  /// Every form of page 1, the fullest first. A step keeps what the steps before it moved.
  package static let ladder: [PageOneLimits] = {
    var forms = [PageOneLimits()]
    for step in steps {
      var form = forms[forms.count - 1]
      step(&form)
      forms.append(form)
    }
    return forms
  }()

  private static let steps: [@Sendable (inout PageOneLimits) -> Void] = [
    { $0.because = 190 },
    {
      $0.fired = 5
      $0.testReason = 45
    },
    { $0.changes = 4 },
    { $0.showsCalendar = false },
    { $0.keyFinding = 60 },
    { $0.fired = 2 },
    {
      $0.because = 90
      $0.concern = 160
    },
    {
      $0.questions = 5
      $0.tests = 4
      $0.testReason = 0
    },
    { $0.fired = 0 },
    { $0.showsTimeline = false },
    {
      $0.because = 45
      $0.coverage = 120
    },
    { $0.notAsked = 240 },
    {
      $0.questions = 3
      $0.tests = 3
      $0.changes = 2
    },
    {
      $0.because = 0
      $0.precedence = 2
    },
    {
      $0.notAsked = 120
      $0.coverage = 80
      $0.concern = 100
      $0.keyFinding = 45
    },
    {
      $0.precedence = 1
      $0.questions = 2
      $0.tests = 2
      $0.changes = 0
    },
    {
      $0.notAsked = 40
      $0.coverage = 50
      $0.concern = 60
      $0.keyFinding = 30
      $0.questions = 1
      $0.tests = 1
    },
  ]
}
