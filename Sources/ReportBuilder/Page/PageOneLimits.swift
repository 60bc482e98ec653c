/// How much of each part stands on page 1; what does not stands on a later page, in full.
///
/// Page 1 is one sheet. Where the fullest form does not fit it, ``ladder`` goes down step by step, and each step moves detail of
/// less weight. No step moves a red flag: level, title and status of every flag stay on page 1.
package struct PageOneLimits: Sendable, Hashable {
  /// Characters of the evidence of a flag.
  var because = 260
  /// With fewer characters of evidence there is no room for how to go on either.
  static let roomForPathway = 90
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

  /// With very many flags: no status beside "active", no word that there is more evidence, no list of criteria in the overview.
  var isTerse = false

  /// The flags of one level share a paragraph.
  var isDense = false

  /// Nothing is cut: for reports that have no first page to keep.
  package static let unlimited = PageOneLimits(
    because: .max, concern: .max, keyFinding: .max, fired: .max, questions: 6, tests: 6, testReason: .max,
    changes: .max,
    coverage: .max, precedence: .max, notAsked: .max)

  /// A letter with very many flags: each keeps level, title and what decided it, and nothing else is cut.
  package static let letterWithManyFlags: PageOneLimits = {
    var limits = unlimited
    limits.because = 0
    limits.isTerse = true
    limits.isDense = true
    return limits
  }()

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

  /// The fullest form that fits: the first of ``ladder``, found by halving, with what then has room after all put back.
  ///
  /// The last form is taken in any case.
  package static func fullest(_ fits: (PageOneLimits) throws -> Bool) rethrows -> PageOneLimits {
    var forms = ladder[...]
    while forms.count > 1 {
      let middle = forms.startIndex + (forms.count - 1) / 2
      forms = try fits(forms[middle]) ? forms[...middle] : forms[(middle + 1)...]
    }
    guard var form = forms.first, form != ladder[0], try forms.startIndex + 1 < ladder.count || fits(form) else {
      return forms.first ?? PageOneLimits()
    }
    var tooFull: [PageOneLimits] = []
    for refill in refills {
      var fuller = form
      refill(&fuller)
      // What holds no less than a form that did not fit does not fit either.
      if fuller == form || tooFull.contains(where: fuller.holds) { continue }
      if try fits(fuller) { form = fuller } else { tooFull.append(fuller) }
    }
    return form
  }

  /// Whether nothing stands on page 1 in the other form that does not in this one. Evidence in full may be shorter than cut evidence with its "and more".
  private func holds(_ other: PageOneLimits) -> Bool {
    because == other.because && concern >= other.concern && keyFinding >= other.keyFinding && fired >= other.fired
      && questions >= other.questions && tests >= other.tests && testReason >= other.testReason
      && changes >= other.changes && coverage >= other.coverage && precedence >= other.precedence
      && notAsked >= other.notAsked && (showsCalendar || !other.showsCalendar)
      && (showsTimeline || !other.showsTimeline) && (!isTerse || other.isTerse) && (!isDense || other.isDense)
  }

  /// What is put back where a step made more room than was needed, the weightiest first.
  private static let refills: [@Sendable (inout PageOneLimits) -> Void] = [
    { $0.because = max($0.because, 90) },
    { $0.because = max($0.because, 190) },
    { $0.notAsked = max($0.notAsked, 240) },
    { $0.notAsked = max($0.notAsked, 2000) },
    { $0.coverage = max($0.coverage, 240) },
    { $0.precedence = max($0.precedence, 4) },
    {
      $0.questions = max($0.questions, 4)
      $0.tests = max($0.tests, 4)
    },
    {
      $0.questions = 6
      $0.tests = 6
    },
    { $0.concern = max($0.concern, 220) },
    { $0.fired = max($0.fired, 2) },
    { $0.keyFinding = max($0.keyFinding, 78) },
    { $0.showsTimeline = true },
    { $0.fired = max($0.fired, 4) },
    { $0.testReason = max($0.testReason, 45) },
    { $0.changes = max($0.changes, 4) },
    { $0.showsCalendar = true },
    { $0.fired = max($0.fired, 6) },
    { $0.testReason = max($0.testReason, 70) },
    { $0.changes = max($0.changes, 8) },
    { $0.because = max($0.because, 260) },
    { $0.keyFinding = max($0.keyFinding, 110) },
    { $0.fired = max($0.fired, 9) },
  ]

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
    { $0.fired = 1 },
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
      $0.fired = 0
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
      $0.keyFinding = 45
      $0.questions = 1
      $0.tests = 1
    },
    { $0.isTerse = true },
    { $0.isDense = true },
  ]
}
