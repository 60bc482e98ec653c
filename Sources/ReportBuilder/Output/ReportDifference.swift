/// What differs between two renderings of one record, section by section.
///
/// A section is what stands under a heading of the Markdown; it is named by its headings below the first, which names the patient.
package struct ReportDifference: Sendable {
  package enum Mark: Sendable, Hashable {
    case same, removed, added
    /// Lines that are the same and left out.
    case gap
  }

  package struct Line: Sendable, Hashable {
    package var mark: Mark
    package var text: String

    fileprivate var isBlank: Bool { mark == .same && text.isEmpty }
  }

  package struct Section: Sendable {
    package var name: String
    /// The lines that differ, with a few around them.
    package var lines: [Line]
  }

  /// The sections that differ, in the order of the report; empty when the two are the same.
  package let sections: [Section]

  /// - Parameter context: how many lines that are the same are kept before and after one that differs.
  package init(old: [UInt8], new: [UInt8], context: Int = 1) {
    guard old != new else {
      sections = []
      return
    }
    let script = ReportDifference.script(old: SectionedText(old), new: SectionedText(new))
    var order: [String] = []
    var lines: [String: [Line]] = [:]
    for entry in script {
      if lines[entry.section] == nil { order.append(entry.section) }
      lines[entry.section, default: []].append(entry.line)
    }
    sections = order.compactMap { name in
      let kept = ReportDifference.near(lines[name] ?? [], context: context)
      return kept.isEmpty ? nil : Section(name: name, lines: kept)
    }
  }

  /// All lines of both texts in one order, each with its section.
  private static func script(old: SectionedText, new: SectionedText) -> [(section: String, line: Line)] {
    let difference = new.lines.difference(from: old.lines)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var script: [(section: String, line: Line)] = []
    var (first, second) = (0, 0)
    while first < old.lines.count || second < new.lines.count {
      if removed.contains(first) {
        script.append((old.section(of: first), Line(mark: .removed, text: old.lines[first])))
        first += 1
      } else if second < new.lines.count {
        script.append(
          (new.section(of: second), Line(mark: added.contains(second) ? .added : .same, text: new.lines[second])))
        if !added.contains(second) { first += 1 }
        second += 1
      } else {
        break
      }
    }
    return script
  }

  /// The lines that differ, with `context` lines around each, and a gap for what is left out between them.
  private static func near(_ lines: [Line], context: Int) -> [Line] {
    let changed = lines.indices.filter { lines[$0].mark != .same }
    var kept: [Line] = []
    var last = -1
    for index in changed {
      for near in max(index - context, last + 1)..<min(index + context + 1, lines.count) where near > last {
        if near > last + 1, !kept.isEmpty { kept.append(Line(mark: .gap, text: "")) }
        kept.append(lines[near])
        last = near
      }
    }
    // An empty line at either end says nothing.
    if kept.first?.isBlank == true { kept.removeFirst() }
    if kept.last?.isBlank == true { kept.removeLast() }
    return kept
  }
}

/// Markdown as lines, with the section that each stands in.
private struct SectionedText {
  let lines: [String]
  private var sections: [(start: Int, name: String)] = [(0, "Top of the report")]

  init(_ bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    var headings: [(level: Int, text: String)] = []
    var fence: Character?
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == " " }
      if let mark = fence {
        if text.prefix(3) == String(repeating: mark, count: 3) { fence = nil }
        continue
      }
      if let mark = text.first, mark == "`" || mark == "~", text.prefix(3) == String(repeating: mark, count: 3) {
        fence = mark
        continue
      }
      guard let heading = SectionedText.heading(text) else { continue }
      headings.removeAll { $0.level >= heading.level }
      // The first heading names the report, with whatever identifies the patient.
      if heading.level == 1, sections.count == 1 { continue }
      headings.append(heading)
      sections.append((index, headings.map(\.text).joined(separator: " › ")))
    }
  }

  /// An ATX heading. Source: CommonMark 0.31.2, section 4.2
  private static func heading(_ line: Substring) -> (level: Int, text: String)? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.first == " " else { return nil }
    var text = rest.drop { $0 == " " }
    while text.last == " " || text.last == "#" { text.removeLast() }
    return text.isEmpty ? nil : (level, String(text))
  }

  func section(of line: Int) -> String { sections.last { $0.start <= line }?.name ?? "" }
}
