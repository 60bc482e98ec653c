import ClinicalRecord
import RuleEngine

/// Log entries as a clinician would note them: "left calf: swelling, warm (2026-02-26)".
struct EntryWords {
  /// More places than this are listed behind the symptom instead of each with its own.
  private static let ownPlaces = 2
  /// More places than this are counted.
  private static let named = 4

  let signs: [Evidence: [DecidingSigns.Sign]]
  /// Items of which nothing may be said here.
  var unprinted: Set<ItemID> = []

  /// In a line that has room for what decided alone, this many kinds and signs.
  private static let namedBriefly = 2

  /// The symptoms of the entries, with place, deciding signs and days.
  func symptoms(_ entries: [Evidence]) -> String { pieces(entries).map(\.whole).joined(separator: "; ") }

  /// The same by place, each as it stands and in few words.
  func pieces(_ entries: [Evidence]) -> [(whole: String, brief: String)] {
    var places: [String] = []
    var byPlace: [String: [Evidence]] = [:]
    for entry in entries {
      let place = EntryWords.place(entry)
      if byPlace[place] == nil { places.append(place) }
      byPlace[place, default: []].append(entry)
    }
    if places.count <= EntryWords.ownPlaces {
      return places.map { place in
        let own = byPlace[place] ?? []
        let head = place.isEmpty ? "" : "\(place): "
        return (
          head + kinds(own) + decided(own) + " (\(EntryWords.days(own)))",
          head + kindsBriefly(own) + decided(own, briefly: true) + " (\(EntryWords.days(own)))"
        )
      }
    }
    let sites = sites(entries)
    return [
      (
        "\(kinds(entries)): \(sites)\(decided(entries)) (\(EntryWords.days(entries)))",
        "\(kindsBriefly(entries)): \(sites)\(decided(entries, briefly: true)) (\(EntryWords.days(entries)))"
      )
    ]
  }

  /// "pain in the leg, swelling", the most frequent ones.
  private func kindsBriefly(_ entries: [Evidence]) -> String {
    EntryWords.counted(entries.map(\.value)).prefix(EntryWords.namedBriefly).map { Words.code($0.value) }
      .joined(separator: ", ")
  }

  /// "2026-02-26", "2026-02-26, 2026-03-01", or the first and the last of more days.
  static func days(_ evidence: [Evidence]) -> String {
    let days = Set(evidence.compactMap(\.date)).sorted()
    guard let first = days.first, let last = days.last else { return "undated" }
    return days.count < 3 ? days.map(\.iso).joined(separator: ", ") : "\(first.iso) to \(last.iso)"
  }

  /// "left calf", "knee, both sides"; empty where neither site nor side is recorded.
  private static func place(_ entry: Evidence) -> String {
    let site = entry.site.map { $0 == "other" ? "another place" : Words.code($0) }
    switch (entry.side, site) {
    case ("left", "whole leg"), ("right", "whole leg"): return "whole \(entry.side ?? "") leg"
    case ("left", let site?), ("right", let site?): return "\(entry.side ?? "") \(site)"
    case ("left", nil), ("right", nil): return "\(entry.side ?? "") side"
    case ("both", let site?): return "\(site), both sides"
    case ("both", nil): return "both sides"
    default: return site ?? ""
    }
  }

  private func sites(_ entries: [Evidence]) -> String {
    let sites = Set(entries.compactMap(\.site)).sorted().map(Words.code)
    let sides = Set(entries.map(\.side))
    var side = ""
    if sides.count == 1, let only = sides.first ?? nil, ["left", "right", "both"].contains(only) {
      side = only == "both" ? ", both sides" : ", \(only)"
    }
    return (sites.count > EntryWords.named ? "\(sites.count) places" : sites.joined(separator: ", ")) + side
  }

  /// "swelling", "swelling, 5 entries", or "pain in the leg 3 entries, swelling 2".
  private func kinds(_ entries: [Evidence]) -> String {
    let counts = EntryWords.counted(entries.map(\.value))
    guard counts.count > 1 else {
      let kind = Words.code(entries.first?.value ?? "")
      return entries.count == 1 ? kind : "\(kind), \(entries.count) entries"
    }
    return counts.enumerated().map { place, kind in
      "\(Words.code(kind.value)) \(kind.count)" + (place == 0 ? (kind.count == 1 ? " entry" : " entries") : "")
    }.joined(separator: ", ")
  }

  /// What in the entries decided: ", warm, severity 9 of 10"; with a count where not every entry shows it.
  private func decided(_ entries: [Evidence], briefly: Bool = false) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    var numbers: [ItemID: [Double]] = [:]
    let isSwelling = entries.allSatisfy { $0.value == "swelling" || $0.value == "jointSwelling" }
    for entry in entries {
      for sign in signs[entry] ?? [] {
        if case .field(let item, _) = sign, unprinted.contains(item) { continue }
        var words = EntryWords.words(sign, besideSwelling: isSwelling)
        if case .field(let item, let value) = sign, let number = Double(value) {
          numbers[item, default: []].append(number)
          words = item.name
        }
        if counts[words] == nil { order.append(words) }
        counts[words, default: 0] += 1
      }
    }
    // What most of the entries show stands first; of equals, what the rule asks first.
    let ranked = order.enumerated()
      .sorted { (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset) }.map(\.element)
    return ranked.prefix(briefly ? EntryWords.namedBriefly : .max).map { sign in
      let item = ItemID(sign)
      let words = numbers[item].map { EntryWords.range(item, $0) } ?? sign
      let count = counts[sign] ?? 0
      return ", " + words + (count < entries.count && !briefly ? " in \(count)" : "")
    }.joined()
  }

  private static func words(_ sign: DecidingSigns.Sign, besideSwelling: Bool) -> String {
    guard case .field(let item, let value) = sign else { return "first at this place" }
    switch item.name {
    case "suddenOnset": return "sudden"
    case "warmth": return "warm"
    case "tenderDeepVein": return "tender over the deep veins"
    case "worseThanUsual": return "new or worse than usual"
    case "unableToWeightBear": return "unable to put weight on the leg"
    case "swelling" where besideSwelling: return Words.code(value)
    case "swelling": return "\(Words.code(value)) swelling"
    case "colourChange": return value == "blueMottled" ? "blue or mottled" : Words.code(value)
    case "triggers": return "after \(Words.code(value))"
    case "sensations": return Words.code(value)
    case "posture": return value == "asleep" ? "asleep" : "while \(Words.code(value))"
    case "reliefTried": return "\(Words.code(value)) tried"
    default: return value == "yes" ? Words.item(item) : "\(Words.item(item)): \(Words.code(value))"
    }
  }

  /// "severity 8 to 9 of 10".
  static func range(_ item: ItemID, _ numbers: [Double]) -> String {
    let low = JSONValue.plain(numbers.min() ?? 0)
    let high = JSONValue.plain(numbers.max() ?? 0)
    let (label, unit) = split(item)
    return low == high ? "\(label) \(low)\(counted(unit, low))" : "\(label) \(low) to \(high)\(unit)"
  }

  /// A unit behind a number: "1 week", "2 weeks".
  static func counted(_ unit: String, _ number: String) -> String {
    number == "1" && unit.hasSuffix("s") ? String(unit.dropLast()) : unit
  }

  /// A label such as "morning stiffness, minutes" as the words before a number and those behind it.
  static func split(_ item: ItemID) -> (label: String, unit: String) {
    if item == "severity" { return ("severity", " of 10") }
    if item == "durationMinutes" { return ("lasting", " minutes") }
    let words = Words.item(item)
    guard let comma = words.lastIndex(of: ",") else { return (words, "") }
    let unit = words[words.index(after: comma)...]
    guard [" cm", " minutes", " days", " weeks"].contains(where: unit.hasPrefix) else { return (words, "") }
    return (String(words[..<comma]), String(unit))
  }

  /// Values with how often each occurs, most often first.
  static func counted(_ values: [String]) -> [(value: String, count: Int)] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
