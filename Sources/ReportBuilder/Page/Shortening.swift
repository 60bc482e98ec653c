/// Cuts words for a place that has no room for all of them.
enum Shortening {
  /// Cuts between pieces of evidence ("; ") where it can, else between words, and says so ("and more", "…"); a quotation that is cut is closed.
  static func text(_ text: String, atMost limit: Int) -> String {
    // A text has at most as many characters as bytes.
    guard text.utf8.count > limit, text.count > limit else { return text }
    let cut = cut(text, atMost: limit)
    return cut.count { $0 == "“" } > cut.count { $0 == "”" } ? cut + "”" : cut
  }

  /// Titles of rules, whole ones alone; at least the first.
  static func reasons(_ text: String, atMost limit: Int) -> String {
    guard text.count > limit else { return text }
    let titles = text.split(separator: "; ")
    var shown = String(titles.first ?? "")
    for title in titles.dropFirst() {
      guard shown.count + title.count + "; and more".count <= limit else { break }
      shown += "; " + title
    }
    return shown.count < text.count ? shown + "; and more" : shown
  }

  private static func cut(_ text: String, atMost limit: Int) -> String {
    let head = text.prefix(limit)
    if let place = last("; ", in: head) { return head[..<place] + "; and more" }
    if let place = last(" ", in: head) { return head[..<place] + " …" }
    return head + "…"
  }

  /// Where the last of the dividers begins, behind the start. The bytes of a divider are parts of no other character.
  private static func last(_ divider: StaticString, in text: Substring) -> String.Index? {
    let bytes = text.utf8
    let wanted = UnsafeBufferPointer(start: divider.utf8Start, count: divider.utf8CodeUnitCount)
    var place = bytes.endIndex
    while place > bytes.startIndex {
      place = bytes.index(before: place)
      if place > bytes.startIndex, bytes[place] == wanted[0], bytes[place...].starts(with: wanted) { return place }
    }
    return nil
  }
}
