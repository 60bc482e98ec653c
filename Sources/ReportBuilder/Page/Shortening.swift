/// Cuts words for a place that has no room for all of them.
enum Shortening {
  /// Cuts between pieces of evidence ("; ") where it can, else between words, and says so ("and more", "…"); a quotation that is cut is closed.
  static func text(_ text: String, atMost limit: Int) -> String {
    guard text.isLonger(than: limit) else { return text }
    let cut = cut(text, atMost: limit)
    return cut.unicodeScalars.count { $0 == "“" } > cut.unicodeScalars.count { $0 == "”" } ? cut + "”" : cut
  }

  /// Titles of rules, whole ones alone; at least the first.
  static func reasons(_ text: String, atMost limit: Int) -> String {
    guard text.isLonger(than: limit) else { return text }
    let titles = text.split(separator: "; ")
    var shown = String(titles.first ?? "")
    for title in titles.dropFirst() {
      guard shown.count + title.count + "; and more".count <= limit else { break }
      shown += "; " + title
    }
    return shown.count < text.count ? shown + "; and more" : shown
  }

  private static func cut(_ text: String, atMost limit: Int) -> String {
    let head = text.opening(limit)
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

extension String {
  /// Whether the text has more characters than that; only where bytes do not tell are they counted.
  func isLonger(than limit: Int) -> Bool {
    utf8.count > limit && (limit < 0 || isOneByteEach || count > limit)
  }

  /// The first characters, at most so many.
  fileprivate func opening(_ limit: Int) -> Substring {
    isOneByteEach ? self[..<utf8.index(startIndex, offsetBy: min(max(0, limit), utf8.count))] : prefix(limit)
  }

  /// ASCII without a carriage return, which is one character with the line feed behind it.
  private var isOneByteEach: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
    } ?? false
  }
}
