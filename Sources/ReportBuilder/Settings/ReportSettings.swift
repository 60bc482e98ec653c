package import ClinicalRecord

/// What a practice may change of a report without a template of its own: its name, its colour, and where the movable sections stand.
///
/// Nothing here reaches the red flags, the data line, what was not asked or the footer.
package struct ReportSettings: Sendable, Hashable {
  /// Nil for a report without one.
  package var practiceName: String?
  /// Further lines below the name, such as an address.
  package var letterhead: [String]
  package var accent: Colour
  package var sectionOrder: [ReportSection]
  package var hiddenSections: Set<ReportSection>
  package var hiddenParts: Set<AppendixPart>

  package init(
    practiceName: String? = nil, letterhead: [String] = [], accent: Colour = ReportSettings.defaultAccent,
    sectionOrder: [ReportSection] = [], hiddenSections: Set<ReportSection> = [], hiddenParts: Set<AppendixPart> = []
  ) {
    self.practiceName = practiceName
    self.letterhead = letterhead
    self.accent = accent
    self.sectionOrder = sectionOrder
    self.hiddenSections = hiddenSections
    self.hiddenParts = hiddenParts
  }

  /// The colour of headings in `page.css`.
  package static let defaultAccent = Colour(red: 0x16, green: 0x20, blue: 0x2A)
  /// The paper of `page.css` on a dark screen.
  package static let darkGround = Colour(red: 0x16, green: 0x1B, blue: 0x21)
  /// WCAG 2.2 AA for text; headings are text.
  package static let leastContrast = 4.5
  /// On a dark screen there is room for more.
  private static let darkContrast = 7.0

  package static let letterheadLines = 6
  /// Unicode scalars of the name and of each line.
  package static let lineLength = 120

  package var arrangement: ReportArrangement {
    ReportArrangement(order: sectionOrder, hiding: hiddenSections, hidingParts: hiddenParts)
  }

  /// What goes behind the style sheet; empty for the colour that the sheet has by itself.
  package var style: String {
    guard accent != ReportSettings.defaultAccent else { return "" }
    let light = accent.hex
    let dark = accent.mixed(
      with: .white, until: ReportSettings.darkContrast, on: ReportSettings.darkGround
    ).hex
    return """

      :root { --accent: \(light); }
      @media screen and (prefers-color-scheme: dark) { :root { --accent: \(dark); } }
      @media print { :root { --accent: \(light); } }

      """
  }

  /// Every key with its value, as `legbrief config` prints it and as it is fingerprinted: equal settings give equal text.
  package var json: JSONValue {
    .object([
      .init("practiceName", .string(practiceName ?? "")), .init("letterhead", .strings(letterhead)),
      .init("accentColour", .string(accent.hex)),
      .init("sectionOrder", .strings(ReportArrangement(order: sectionOrder).sections.map(\.rawValue))),
      .init(
        "hiddenSections",
        .strings(
          ReportSection.allCases.filter(hiddenSections.contains).map(\.rawValue)
            + AppendixPart.allCases.filter(hiddenParts.contains).map(\.rawValue))),
    ])
  }
}
