import ClinicalRecord
import RuleEngine

/// Evidence in a table cell: answers and results one by one, log entries counted, with the first few named.
enum EvidenceDigest {
  /// How many log entries are named before the rest is counted.
  private static let named = 3

  static func text(_ evidence: [Evidence]) -> String {
    var parts: [String] = []
    var entries: [ItemID: [Evidence]] = [:]
    var order: [ItemID] = []
    for piece in evidence {
      if piece.source == .log, piece.item != "freeText" {
        if entries[piece.item] == nil { order.append(piece.item) }
        entries[piece.item, default: []].append(piece)
      } else {
        parts.append(single(piece))
      }
    }
    for item in order { parts.append(log(item, entries[item] ?? [])) }
    return parts.joined(separator: "; ")
  }

  private static func single(_ piece: Evidence) -> String {
    let date = piece.date.map { " (\($0.iso))" } ?? ""
    switch piece.source {
    case .medication:
      return "\(medicine(piece.value))\(piece.date.map { ", since \($0.iso)" } ?? ", start not recorded")"
    case .lab, .measurement, .score:
      return "\(Words.item(piece.item)) \(piece.value)\(piece.date == nil ? " (undated)" : date)"
    case .log: return "wrote \(piece.date?.iso ?? ""): “\(piece.value)”"
    case .answer, .history, .person:
      if piece.item == "mainConcern" { return "wrote: “\(piece.value)”" }
      return "\(Words.item(piece.item)): \(Words.code(piece.value))\(date)"
    }
  }

  /// "Name (class)" with the class in words.
  private static func medicine(_ value: String) -> String {
    guard value.hasSuffix(")"), let open = value.lastIndex(of: "(") else { return Words.code(value) }
    return value[...open] + Words.code(String(value[value.index(after: open)...].dropLast())) + ")"
  }

  /// A clock time by the part of the day that rules read (basis 0.3 `period`).
  private static func partOfDay(_ time: String) -> String {
    guard let hour = Int(time.prefix(2)) else { return time }
    return ["night", "morning", "afternoon", "evening"][min(3, max(0, hour / 6))]
  }

  private static func log(_ item: ItemID, _ recorded: [Evidence]) -> String {
    var evidence = recorded
    if item == "onsetTime" {
      for index in evidence.indices { evidence[index].value = partOfDay(evidence[index].value) }
    }
    let values = Set(evidence.map(\.value))
    let words = values.count == 1 ? Words.code(values.first ?? "") : Words.item(item)
    let label = item == "symptomKind" || item == "entryDate" ? "" : "\(Words.item(item)) "
    let subject =
      item == "entryDate"
      ? "log"
      : values.count == 1
        ? "\(label)\(words)" : "\(words): " + counted(evidence.map(\.value))
    let ids = evidence.compactMap(\.id)
    let shown = (ids.isEmpty ? evidence.compactMap { $0.date?.iso } : ids).prefix(named).joined(separator: ", ")
    let rest = evidence.count > named ? " and \(evidence.count - named) more" : ""
    let days = evidence.compactMap(\.date)
    let span = days.min().map { first in
      days.max().map { $0 == first ? first.iso : "\(first.iso) to \($0.iso)" } ?? first.iso
    }
    let sites = item == "symptomKind" ? Set(evidence.compactMap(\.site)).sorted().map(Words.code) : []
    let places = sites.isEmpty || sites.count > 3 ? "" : " at \(sites.joined(separator: ", "))"
    let noun = evidence.count == 1 ? "entry" : "entries"
    return "\(subject)\(places), \(evidence.count) \(noun): \(shown)\(rest)\(span.map { " (\($0))" } ?? "")"
  }

  /// "evening 12, night 3": the values of a field with how often each occurs, most often first.
  private static func counted(_ values: [String]) -> String {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = sorted.prefix(4).map { "\(Words.code($0.key)) \($0.value)" }.joined(separator: ", ")
    return sorted.count > 4 ? shown + ", other values" : shown
  }
}
