internal import Diagnostics
import TemplateEngine

/// Where the page frame must place its content security policy: a browser heeds it only in the head, and only for what comes after it.
///
/// Source: https://www.w3.org/TR/CSP3/#meta-element
enum PagePolicy {
  /// What is wrong with the place of `policyAndStyle` in a checked page frame; nil when nothing is.
  static func fault(of page: CheckedTemplate, in files: TemplateFiles) -> Diagnostic? {
    let mark = "<policy-and-style>"
    guard let source = files.set[TemplateFiles.page],
      let record = try? ReportShape.page.record([
        "language": .text("en"), "kind": .text("report"), "title": .text("x"),
        "policyAndStyle": .markup(Markup(mark, .html)),
        "body": .markup(Markup("", .html)), "footer": .text("x"), "date": .text("x"),
        "ruleSet": .text("x"), "generator": .text("x"),
        "provenance": .absent,
      ]), let bytes = try? page.render(record), let place = firstIndex(of: Array(mark.utf8), in: bytes)
    else { return nil }
    guard !isHead(bytes[..<place]) else { return nil }
    let name = Array("policyAndStyle".utf8)
    let start = firstIndex(of: name, in: source.text.bytes) ?? 0
    return Diagnostic(
      .error, id: "policy-not-first",
      "the page must place \"policyAndStyle\" in its head, before anything that it should rule",
      at: source.text.location(at: start), excerpt: Excerpt(of: source.text, marking: start..<start + name.count),
      remedy: "put it behind <meta charset=\"utf-8\">: only <meta> and <title> may stand before it")
  }

  private static let before = ["!doctype", "html", "head", "meta", "title", "/title"].map { Array($0.utf8) }

  /// Whether a browser is still in the head behind these bytes and has met nothing that loads or runs.
  private static func isHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    var isTitle = false
    while let byte = rest.first {
      guard byte == UInt8(ascii: "<") else {
        // Text outside of the title begins the body.
        if !isTitle, !(byte == 0x20 || (0x09...0x0D).contains(byte)) { return false }
        rest = rest.dropFirst()
        continue
      }
      if rest.starts(with: "<!--".utf8) {
        guard let end = firstIndex(of: Array("-->".utf8), in: Array(rest)) else { return false }
        rest = rest.dropFirst(end + 3)
        continue
      }
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 > 0x20 }.map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      }
      guard before.contains(name), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      isTitle = name.elementsEqual("title".utf8)
      rest = rest[(end + 1)...]
    }
    return !isTitle
  }

  private static func firstIndex(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
