import ClinicalRecord

/// The answers that are tried for an item: every allowed code, both sides of every line that a tree draws at a number or date, and sets of the codes that trees ask for.
struct TrialAnswers: Sendable {
  /// More than this are never tried of one item.
  private static let most = 24

  let field: Field
  let reads: ItemReads
  let asOf: Day

  var values: [ItemValue] {
    switch field.kind {
    case .bool3: return [.code("yes"), .code("no")]
    case .enumeration(let codes):
      return codes.filter { !ItemValue.unansweredCodes.contains($0) }.prefix(TrialAnswers.most).map { .code($0) }
    case .set(let codes): return sets(of: codes)
    case .integer, .number, .numberOrResult: return numbers
    case .day, .dayOrDateTime: return days
    case .joints(let sites, _): return joints(at: sites)
    case .time, .text, .profile, .subscales: return []
    }
  }

  private func sets(of allowed: [String]) -> [ItemValue] {
    let asked = reads.codes.filter { allowed.contains($0) && $0 != "none" }
    var sets: [[String]] = asked.map { [$0] }
    if reads.held > 1 { sets.append(Array(asked.prefix(reads.held))) }
    if asked.isEmpty { sets += allowed.filter { $0 != "none" }.prefix(1).map { [$0] } }
    sets.append(allowed.contains("none") ? ["none"] : [])
    return sets.suffix(TrialAnswers.most).map { .codes($0) }
  }

  private var numbers: [ItemValue] {
    let range = field.possible ?? field.plausible ?? 0...1000
    let step = 1.0
    var values = TrialAnswers.sides(of: reads.limits, step)
    if values.isEmpty, let likely = field.plausible ?? field.possible {
      values = [likely.lowerBound, ((likely.lowerBound + likely.upperBound) / 2).rounded(), likely.upperBound]
    }
    if field.kind == .integer { values = values.map { $0.rounded(.down) } }
    return Set(values.filter(range.contains)).sorted().prefix(TrialAnswers.most)
      .map { .number($0, written: format($0)) }
  }

  /// Every line itself and one value between it and the next: enough to see each comparison from both sides.
  private static func sides(of limits: [Double], _ step: Double) -> [Double] {
    var values: [Double] = []
    for limit in limits.sorted() {
      // A value just above one line stands for those up to the next.
      if values.isEmpty { values.append(limit - step) }
      values += [limit, limit + step]
    }
    return values
  }

  /// Days before the as-of day; an age or a span that no line is drawn at is tried over the years.
  private var days: [ItemValue] {
    var back = TrialAnswers.sides(of: reads.limits.filter { $0 >= 0 }, 1)
    if back.isEmpty { back = [1, 12, 60, 240] }
    let days = Set(back.filter { $0 >= 0 }.map { Int(($0 * 30.4375).rounded()) })
    return days.sorted().prefix(TrialAnswers.most).map { .day(asOf.adding(days: -$0)) }
  }

  private func joints(at sites: [String]) -> [ItemValue] {
    let asked = reads.codes.filter(sites.contains)
    let named = asked.isEmpty ? Array(sites.prefix(2)) : asked
    var found: [[JointSite]] = []
    for site in named { found += [[JointSite(site: site, side: "left")], [JointSite(site: site, side: "both")]] }
    let several = sites.prefix(max(2, reads.held)).map { JointSite(site: $0, side: "both") }
    return found.prefix(TrialAnswers.most - 2).map { .joints($0) } + [.joints(several), .joints([])]
  }
}
