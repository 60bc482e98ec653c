/// The kinds of GitHub's alerts: block quotes whose first line is `[!CAUTION]` and so on.
package enum AlertKind: String, Sendable, CaseIterable {
  case caution, warning, important, note, tip

  package static let englishTitles: [AlertKind: String] = [
    .caution: "Caution", .warning: "Warning", .important: "Important", .note: "Note", .tip: "Tip",
  ]

  /// - Parameter marker: the whole first line, letters in either case.
  init?(marker: [UInt8]) {
    guard marker.count > 3, marker.starts(with: [UInt8(ascii: "["), UInt8(ascii: "!")]),
      marker.last == UInt8(ascii: "]")
    else { return nil }
    self.init(rawValue: String(decoding: marker[2..<marker.count - 1], as: UTF8.self).lowercased())
  }
}

extension MarkdownConverter {
  /// Turns a block quote into a box with a title if it is an alert; the title stands in words, so that colour adds nothing.
  ///
  /// - Parameter lines: the text that libcmark was given; a marker in it with backslashes is the text of a patient, and none.
  func rebuildAlert(_ quote: CmarkNode, in lines: inout SourceLines) {
    guard let first = quote.firstChild, first.kind == .paragraph else { return }
    var marker: [UInt8] = []
    var markerNodes: [CmarkNode] = []
    var node = first.firstChild
    while let part = node, part.kind == .text, marker.count < 16 {
      marker += part.literal
      markerNodes.append(part)
      node = part.next
    }
    guard let kind = AlertKind(marker: marker), node == nil || node?.kind == .lineEnd,
      lines.line(first.startLine, endsWith: marker)
    else { return }
    // An alert that says nothing is no alert.
    guard node != nil || first.next != nil else { return }
    for part in markerNodes { part.remove() }
    node?.remove()
    if first.firstChild == nil { first.remove() }
    let opening = "<div class=\"alert alert-\(kind.rawValue)\" role=\"note\">"
    // A first line in bold alone says more than the kind: it is the title.
    if let head = quote.firstChild, head.kind == .paragraph, let bold = head.firstChild, bold.kind == .strong,
      bold.next == nil
    {
      head.replace(withBlock: "<p class=\"alert-title\">", "</p>")
      bold.replace(withInline: "", "")
      quote.replace(withBlock: opening, "</div>")
      return
    }
    let title = HTMLText.escaped(alertTitles[kind] ?? kind.rawValue)
    quote.replace(
      withBlock: """
        \(opening)
        <p class="alert-title">\(title)</p>
        """, "</div>")
  }
}

/// The lines of the text that libcmark was given, for questions that go from its top to its end.
struct SourceLines {
  private let text: [UInt8]
  /// The line that was asked for last, and where it starts.
  private var current = (number: 1, start: 0)

  init(_ text: [UInt8]) { self.text = text }

  /// Whether the line (from 1) ends with the marker as it is, with no backslash before it.
  mutating func line(_ number: Int, endsWith marker: [UInt8]) -> Bool {
    let bytes = text
    let text = bytes.span
    if number < current.number { current = (1, 0) }
    while current.number < number {
      guard current.start < text.count else { return false }
      current = (current.number + 1, text.lineStart(after: text.line(from: current.start)))
    }
    let line = TableRow.trimmed(text.line(from: current.start), in: text)
    guard line.count >= marker.count else { return false }
    let start = line.upperBound - marker.count
    return marker.indices.allSatisfy { text[start + $0] == marker[$0] }
      && (start == line.lowerBound || text[start - 1] != UInt8(ascii: "\\"))
  }
}
