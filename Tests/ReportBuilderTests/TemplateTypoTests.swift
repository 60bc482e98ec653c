import BuiltinTemplates
import Diagnostics
import Testing

@testable import ReportBuilder

/// A slip of the finger in any tag of any shipped template is found where it is, with the name that was meant.
@Suite struct TemplateTypoTests {
  /// One tag of a shipped template: the bytes of its name.
  struct Tag {
    var file: String
    var name: Range<Int>
    var text: String
    /// It names a block or a parent, whose name stands in other places too: at its end, and where it is filled.
    var isNamedElsewhere: Bool
  }

  static let shipped: [(name: String, bytes: [UInt8])] = BuiltinTemplates.files.filter {
    $0.name.hasSuffix(".mustache")
  }

  static let tags: [Tag] = shipped.flatMap { file -> [Tag] in
    let bytes = file.bytes
    var tags: [Tag] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else {
        index += 1
        continue
      }
      var start = index + 2
      while start < bytes.count, Array("{#^/>$< ".utf8).contains(bytes[start]) { start += 1 }
      var end = start
      while end < bytes.count, bytes[end] != 0x7D, bytes[end] != 0x20 { end += 1 }
      if bytes[index + 2] != UInt8(ascii: "!"), end - start > 1 {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let isNamedElsewhere = Array("$<".utf8).contains(bytes[index + 2])
        tags.append(Tag(file: file.name, name: start..<end, text: text, isNamedElsewhere: isNamedElsewhere))
      }
      index = end
    }
    return tags
  }

  private static let includedBy = TemplateFiles(builtin: shipped, overlay: []).includedBy

  /// A template that is checked by itself and reaches the file: one is enough to find a slip in it.
  private static func root(of file: String) -> String {
    var name = file
    while let includer = includedBy[name]?.last { name = includer }
    return name
  }

  enum Slip: CaseIterable {
    case missingLetter, swappedLetters, doubledLetter, wrongLetter, wrongCase

    func apply(to name: [UInt8]) -> [UInt8] {
      var name = name
      let middle = name.count / 2
      switch self {
      case .missingLetter: name.remove(at: middle)
      case .swappedLetters: name.swapAt(middle - 1, middle)
      case .doubledLetter: name.insert(name[middle], at: middle)
      case .wrongLetter: name[middle] = name[middle] == UInt8(ascii: "q") ? UInt8(ascii: "x") : UInt8(ascii: "q")
      case .wrongCase: name[middle] ^= 0x20
      }
      return name
    }
  }

  @Test(arguments: Slip.allCases) func isFoundWithTheNameThatWasMeant(slip: Slip) throws {
    #expect(Self.tags.count > 100)
    var unnoticed: [String] = []
    // Every slip at every twentieth tag: all of them at each would take many minutes.
    let turn = Slip.allCases.firstIndex(of: slip) ?? 0
    for (number, tag) in Self.tags.enumerated() where number % (4 * Slip.allCases.count) == turn {
      let typed = slip.apply(to: Array(tag.text.utf8))
      guard typed != Array(tag.text.utf8), let file = Self.shipped.first(where: { $0.name == tag.file }) else {
        continue
      }
      var bytes = file.bytes
      bytes.replaceSubrange(tag.name, with: typed)
      let text = SourceText(file: tag.file, bytes: bytes)
      let found = TemplateReview.review(
        builtin: Self.shipped, overlay: [(text, tag.file)], roots: [Self.root(of: tag.file)]
      ).diagnostics
        .filter { $0.severity == .error }
      let lines = [text.location(at: tag.name.lowerBound)]
      let isThere = found.contains { diagnostic in
        let place = diagnostic.location
        let isAtTag = lines.contains { $0.line == place?.line && abs($0.column - (place?.column ?? 0)) <= 4 }
        return isAtTag && (diagnostic.message + (diagnostic.remedy ?? "")).contains(tag.text)
      }
      // Of such a name any of its places may be the one at fault: each is shown.
      if tag.isNamedElsewhere, found.contains(where: { $0.message.contains(tag.text) }) { continue }
      // A part that stands in several scopes is at fault in each.
      let scopes = max(1, Self.includedBy[tag.file]?.count ?? 1)
      if !isThere || found.count > (scopes > 1 ? 8 : 1) {
        unnoticed.append(
          "\(tag.file) \(tag.text) as \(String(decoding: typed, as: UTF8.self)) \(isThere ? "more" : "not found"): "
            + found.map { "\($0.location?.text ?? "") \($0.message)" }.joined(separator: "; "))
      }
    }
    #expect(unnoticed.count == 0, "\(unnoticed.joined(separator: "\n"))")
  }

  @Test func theShippedTemplatesHaveNoFaults() {
    let review = TemplateReview.review(builtin: BuiltinTemplates.files, overlay: [])
    #expect(review.diagnostics.map(DiagnosticPrinter.text) == [])
    #expect(
      review.templates.map { "\($0.name) \($0.kind.rawValue)" } == [
        "appendix.md.mustache partial", "appointment.md.mustache report", "area.md.mustache partial",
        "brief.md.mustache report", "continued.md.mustache partial",
        "figure_body.html.mustache figure", "figure_body.md.mustache partial", "figure_calendar.html.mustache figure",
        "figure_calendar.md.mustache partial", "figure_hours.html.mustache figure", "figure_hours.md.mustache partial",
        "figure_results.html.mustache figure", "figure_results.md.mustache partial",
        "figure_timeline.html.mustache figure", "figure_timeline.md.mustache partial",
        "figures_more.md.mustache partial", "figures_numbers.md.mustache partial", "figures_page1.md.mustache partial",
        "fired.md.mustache partial",
        "letterhead.md.mustache partial", "note.txt.mustache report", "page.html.mustache page",
        "page_one.md.mustache partial",
        "patient.md.mustache report",
        "provenance.md.mustache partial", "red_flags.md.mustache partial", "referral.md.mustache report",
        "section_changes.md.mustache partial", "section_figures.md.mustache partial",
        "section_fired.md.mustache partial", "section_overview.md.mustache partial",
        "section_to_ask.md.mustache partial", "section_to_test.md.mustache partial",
        "section_words.md.mustache partial", "triage.txt.mustache report",
      ])
  }
}
