/// The names that a person most likely meant by a name that does not exist.
public enum NearestNames {
  /// At most `limit` candidates, nearest first; empty when nothing is near.
  ///
  /// A candidate is near when it differs only in case or separators, or by an edit distance (Damerau-Levenshtein, adjacent swaps count 1) of at most a third of the
  /// written length; where there is none, names count that hold the written name or are held by it, from four letters on (`flags` for `redFlags`). Two letters are near a name of three that has one letter more, and one letter is near nothing.
  public static func to(_ written: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = folded(written)
    guard wanted.count > 1, wanted.count <= 80 else { return [] }
    let allowed = max(1, wanted.count / 3)
    var scored: [(distance: Int, name: String)] = []
    for candidate in candidates where candidate != written {
      let other = folded(candidate)
      guard other.count > 2, wanted.count > 2 || other.count == 3, abs(other.count - wanted.count) <= allowed else {
        continue
      }
      let distance = editDistance(wanted, other, limit: allowed)
      if distance <= allowed { scored.append((distance, candidate)) }
    }
    scored.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = scored.first?.distance else { return holding(wanted, candidates, limit) }
    return scored.prefix { $0.distance <= best + 1 }.prefix(limit).map(\.name)
  }

  /// `did you mean "a"?`, or with several `did you mean "a", "b" or "c"?`; nil when nothing is near.
  public static func question(for written: String, among candidates: some Sequence<String>) -> String? {
    let names = to(written, among: candidates).map { "\"\($0)\"" }
    guard let last = names.last else { return nil }
    guard names.count > 1 else { return "did you mean \(last)?" }
    return "did you mean \(names.dropLast().joined(separator: ", ")) or \(last)?"
  }

  /// Names that hold the written one or are held by it: the one that adds least comes first.
  private static func holding(_ wanted: [UInt32], _ candidates: some Sequence<String>, _ limit: Int) -> [String] {
    guard wanted.count >= 4 else { return [] }
    let found = candidates.compactMap { candidate -> (added: Int, name: String)? in
      let other = folded(candidate)
      guard other.count >= 4, other != wanted, contains(other, wanted) || contains(wanted, other) else { return nil }
      return (abs(other.count - wanted.count), candidate)
    }
    return found.sorted { ($0.added, $0.name) < ($1.added, $1.name) }.prefix(limit).map(\.name)
  }

  private static func contains(_ whole: [UInt32], _ part: [UInt32]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// By scalars, so that a letter of another script that looks the same is one difference.
  private static func folded(_ name: String) -> [UInt32] {
    name.unicodeScalars.map(\.value).filter { $0 != 0x5F && $0 != 0x2D && $0 != 0x20 }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func editDistance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > limit }) { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
