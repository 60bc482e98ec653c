/// Whether a page with a patient's texts is the page with harmless words and nothing else changed.
struct PageComparison {
  /// What the text of a field reads as.
  var texts: (Int) -> [UInt8]
  /// Whether Markdown was turned into this HTML: white space may be folded, emphasis may fail beside punctuation, ids follow the text.
  var isFromMarkdown = false

  /// - Returns: the first difference in words; nil when there is none.
  func difference(_ harmless: [HTMLToken], _ hostile: [HTMLToken]) -> String? {
    var dropsMarks = false
    if isFromMarkdown {
      // Whether marks of the template are emphasis depends on the characters beside them; without any there is none.
      dropsMarks = harmless.contains { $0.isEmphasis || $0.holds(PageComparison.emphasisMarks) }
      if !dropsMarks, hostile.contains(where: \.isEmphasis) { return "there is emphasis" }
      for token in hostile {
        if case .start("a", let attributes) = token, let fault = unsafeAddress(attributes, in: "a") { return fault }
      }
    }
    let (harmless, hostile) = (aligned(harmless), aligned(hostile))
    var marks = dropsMarks ? PageComparison.emphasisMarks : []
    for (index, (good, bad)) in zip(harmless, hostile).enumerated() {
      if isFromMarkdown, case .start("code", _) = good { marks.insert(0x5C) }
      if case .end("code") = good { marks.remove(0x5C) }
      if let fault = difference(good, bad, ignoring: marks) { return "token \(index): \(fault)" }
    }
    guard harmless.count == hostile.count else { return "\(hostile.count) tokens instead of \(harmless.count)" }
    return nil
  }

  /// With a text between any two tags, which may be empty. Of Markdown emphasis is left out, and links: whether a link is kept depends on where it leads.
  private func aligned(_ tokens: [HTMLToken]) -> [HTMLToken] {
    var kept: [HTMLToken] = []
    for token in tokens where !isFromMarkdown || !(token.isEmphasis || token.isLink) {
      if case .text(let text, let element) = token, case .text(let before, element) = kept.last {
        kept[kept.count - 1] = .text(before + text, element: element)
        continue
      }
      if !token.isText { fill(&kept) }
      kept.append(token)
    }
    fill(&kept)
    return kept
  }

  /// Appends a text of nothing after a tag.
  private func fill(_ tokens: inout [HTMLToken]) {
    guard !(tokens.last?.isText ?? false) else { return }
    if case .start(let name, _) = tokens.last, HTMLToken.textElements.contains(name) {
      tokens.append(.text([], element: name))
    } else {
      tokens.append(.text([], element: ""))
    }
  }

  private static let emphasisMarks = Set("*_".utf8)

  /// - Parameter marks: bytes that may be missing from a text or be too many. A text that could stand in a paragraph as well as in a block of indented
  ///   code is escaped for both: in code its backslashes and character references show.
  private func difference(_ good: HTMLToken, _ bad: HTMLToken, ignoring marks: Set<UInt8>) -> String? {
    switch (good, bad) {
    case (.text(let good, let element), .text(let bad, let other)) where element == other:
      let isDecoded = element.isEmpty || element == "title" || element == "textarea"
      guard isDecoded else {
        if FuzzTexts.hasWord(good) { return "a text stands in <\(element)>" }
        return good == bad ? nil : "the content of <\(element)> changes"
      }
      return difference(of: good, bad, "the text", ignoring: marks)
    case (.start(let name, let good), .start(let other, let bad)):
      guard name == other else { return "<\(other)> instead of <\(name)>" }
      if FuzzTexts.hasWord(Array(name.utf8)) { return "a text stands in the name of a tag" }
      return difference(good, bad, in: name)
    case (.end(let name), .end(let other)): return name == other ? nil : "</\(other)> instead of </\(name)>"
    case (.comment(let good), .comment(let bad)):
      if FuzzTexts.hasWord(good) { return "a text stands in a comment" }
      return good == bad ? nil : "a comment changes"
    case (.cut, .cut): return nil
    default: return "\(bad) instead of \(good)"
    }
  }

  private func difference(of good: [UInt8], _ bad: [UInt8], _ what: String, ignoring marks: Set<UInt8> = []) -> String?
  {
    var expected = FuzzTexts.substituting(HTMLText.decoded(good), texts)
    var found = HTMLText.decoded(bad)
    if isFromMarkdown { (expected, found) = (HTMLText.folded(expected), HTMLText.folded(found)) }
    if marks.contains(0x5C) { (expected, found) = (HTMLText.decoded(expected), HTMLText.decoded(found)) }
    if !marks.isEmpty {
      expected.removeAll(where: marks.contains)
      found.removeAll(where: marks.contains)
    }
    guard expected != found, !(isFromMarkdown && PageComparison.isBrokenLink(good)) else { return nil }
    return
      "\(what) reads \(String(decoding: found, as: UTF8.self)) instead of \(String(decoding: expected, as: UTF8.self))"
  }

  /// What looks like the target of a link and is none: a value there is written as a part of an address, and read as a text.
  private static func isBrokenLink(_ text: [UInt8]) -> Bool {
    let text = HTMLText.decoded(text)
    return text.contains(UInt8(ascii: "<"))
      || zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "]") && "(:".utf8.contains($1) }
  }

  // MARK: Attributes

  private func difference(
    _ good: [HTMLToken.Attribute], _ bad: [HTMLToken.Attribute], in element: String
  ) -> String? {
    guard good.map(\.name) == bad.map(\.name) else {
      return "<\(element)> has the attributes \(bad.map(\.name)) instead of \(good.map(\.name))"
    }
    for (good, bad) in zip(good, bad) {
      let what = "\(good.name) of <\(element)>"
      if FuzzTexts.hasWord(Array(good.name.utf8)) { return "a text stands in the name of an attribute" }
      // Made from the text of headings.
      if isFromMarkdown, good.name == "id" || good.name == "aria-labelledby" { continue }
      // The first word after a fence.
      if isFromMarkdown, element == "code", good.name == "class" { continue }
      guard FuzzTexts.hasWord(good.value) else {
        if good.value != bad.value { return "\(what) changes" }
        continue
      }
      if good.name.hasPrefix("on") || ["style", "srcdoc", "srcset", "http-equiv"].contains(good.name) {
        return "a text stands in \(what)"
      }
      if PageComparison.addresses.contains(good.name) {
        if PageComparison.loading.contains(element) { return "a text decides what <\(element)> loads" }
        if let fault = unsafeAddress([bad], in: element) { return fault }
      } else if let fault = difference(of: good.value, bad.value, what) {
        return fault
      }
    }
    return nil
  }

  private func unsafeAddress(_ attributes: [HTMLToken.Attribute], in element: String) -> String? {
    for attribute in attributes where PageComparison.addresses.contains(attribute.name) {
      let address = HTMLText.decoded(attribute.value)
      if !PageComparison.isSafe(address) {
        return "\(attribute.name) of <\(element)> is \(String(decoding: address, as: UTF8.self))"
      }
    }
    return nil
  }

  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "ping", "xlink:href", "manifest",
    "longdesc", "usemap", "code", "codebase", "archive", "classid", "profile", "icon", "dynsrc", "lowsrc",
  ]

  /// Elements whose address is a program, or decides where other addresses lead.
  private static let loading: Set<String> = [
    "script", "object", "embed", "base", "link",
  ]

  private static let safeSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Whether a browser takes the address for one of a safe scheme, or for one without a scheme.
  private static func isSafe(_ address: [UInt8]) -> Bool {
    let seen = address.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let end = seen.firstIndex(where: { ":/?#\\".utf8.contains($0) }), seen[end] == UInt8(ascii: ":") else {
      return true
    }
    return safeSchemes.contains(String(decoding: seen[..<end], as: UTF8.self).lowercased())
  }
}

extension HTMLToken {
  fileprivate var isText: Bool { if case .text = self { true } else { false } }

  fileprivate func holds(_ bytes: Set<UInt8>) -> Bool {
    if case .text(let text, _) = self { text.contains(where: bytes.contains) } else { false }
  }

  fileprivate var isEmphasis: Bool {
    switch self {
    case .start(let name, _), .end(let name): name == "em" || name == "strong"
    default: false
    }
  }

  fileprivate var isLink: Bool {
    switch self {
    case .start("a", _), .end("a"): true
    default: false
    }
  }
}
