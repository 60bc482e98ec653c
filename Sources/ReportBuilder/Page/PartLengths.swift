/// How long the parts of one record's first page are in full: limits beyond it print the same page.
struct PartLengths {
  private let lengths: PageOneLimits
  private let hasFlags: Bool

  init(_ model: ReportModel) {
    var lengths = PageOneLimits()
    lengths.concern = PartLengths.longest([model.concern])
    lengths.keyFinding = PartLengths.longest(model.overview.map(\.key))
    lengths.fired = model.fired.count
    lengths.questions = model.toAsk.count
    lengths.tests = model.toTest.count
    lengths.testReason = PartLengths.longest(model.toTest.map(\.because))
    lengths.showsCalendar = model.figures.calendar != nil
    lengths.showsTimeline = model.figures.timeline != nil
    lengths.coverage = PartLengths.longest(model.coverage)
    lengths.precedence = model.precedence.count
    lengths.notAsked = model.notAsked.reduce(0) { $0 + $1.utf8.count + "; ".utf8.count }
    lengths.changes = model.changes == nil ? 0 : .max
    self.lengths = lengths
    hasFlags = !(model.redFlags.isEmpty && model.routineLines.isEmpty && model.openFlags.isEmpty)
  }

  /// The least limits that print the same.
  func clamped(_ limits: PageOneLimits) -> PageOneLimits {
    var limits = limits
    if !hasFlags { limits.because = 0 }
    limits.concern = min(limits.concern, lengths.concern)
    limits.keyFinding = min(limits.keyFinding, lengths.keyFinding)
    limits.fired = min(limits.fired, lengths.fired)
    limits.questions = min(limits.questions, lengths.questions)
    limits.tests = min(limits.tests, lengths.tests)
    limits.testReason = min(limits.testReason, lengths.testReason)
    limits.showsCalendar = limits.showsCalendar && lengths.showsCalendar
    limits.showsTimeline = limits.showsTimeline && lengths.showsTimeline
    limits.coverage = min(limits.coverage, lengths.coverage)
    limits.precedence = min(limits.precedence, lengths.precedence)
    limits.notAsked = min(limits.notAsked, lengths.notAsked)
    limits.changes = min(limits.changes, lengths.changes)
    return limits
  }

  /// In bytes, which are as many as the characters at least.
  private static func longest(_ texts: [String?]) -> Int { texts.map { $0?.utf8.count ?? 0 }.max() ?? 0 }
}
