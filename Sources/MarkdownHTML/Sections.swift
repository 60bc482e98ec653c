/// Gives headings ids, and wraps each part of the page that a second-level heading opens in a labelled section.
///
/// Neighbouring sections that hold nothing but a numbered list, such as what to ask and what to test, get the class `half`:
/// the page sets them side by side.
enum SectionBuilder {
  static func rebuild(_ headings: [Outline.Heading], in document: CmarkNode) {
    var slugs = SlugMaker()
    var isOpen = false
    let dividers = headings.filter { $0.isTopLevel && $0.level <= 2 }
    let onlyLists = dividers.map { $0.level == 2 && $0.node.opensNothingButANumberedList }
    var divider = -1
    for heading in headings {
      if heading.isTopLevel, heading.level <= 2 { divider += 1 }
      var tags = ""
      if heading.isTopLevel, heading.level <= 2, isOpen {
        tags = "</section>\n"
        isOpen = false
      }
      guard heading.level == 2 || heading.level == 3 else {
        if !tags.isEmpty { heading.node.insertBlockBefore(tags) }
        continue
      }
      let id = slugs.slug(for: heading.text)
      if heading.isTopLevel, heading.level == 2 {
        let isHalf =
          onlyLists[divider]
          && ((divider > 0 && onlyLists[divider - 1]) || (divider + 1 < onlyLists.count && onlyLists[divider + 1]))
        tags += "<section aria-labelledby=\"\(id)\"\(isHalf ? " class=\"half\"" : "")>"
        isOpen = true
      }
      guard let block = heading.node.insertBlockBefore(tags) else { continue }
      var opening = Array("<h\(heading.level) id=\"\(id)\">".utf8)
      block.appendInline(taking: &opening, andChildrenOf: heading.node)
      var closing = Array("</h\(heading.level)>".utf8)
      block.appendInline(taking: &closing)
    }
    if isOpen { document.appendBlock("</section>") }
  }
}

extension CmarkNode {
  fileprivate var opensNothingButANumberedList: Bool {
    guard let list = next, list.kind == .orderedList else { return false }
    guard let after = list.next else { return true }
    return after.kind == .heading && after.headingLevel <= 2
  }
}

/// Makes ids from headings as GitHub does: lower case, hyphens for spaces, no punctuation, a number where one repeats.
///
/// Letters outside ASCII stay as they are. No slug holds an underscore: the frame of the page keeps those ids for itself.
struct SlugMaker {
  /// Every slug given out, with the number that its next repetition gets.
  private var used: [String: Int] = [:]

  mutating func slug(for heading: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for byte in heading.prefix(200) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: bytes.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"):
        if bytes.last.map({ $0 != UInt8(ascii: "-") }) ?? false { bytes.append(UInt8(ascii: "-")) }
      default: break
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    let base = bytes.isEmpty ? "section" : String(decoding: bytes, as: UTF8.self)
    guard let next = used[base] else {
      used[base] = 1
      return base
    }
    var number = next
    while used["\(base)-\(number)"] != nil { number += 1 }
    let slug = "\(base)-\(number)"
    used[base] = number + 1
    used[slug] = 1
    return slug
  }
}
