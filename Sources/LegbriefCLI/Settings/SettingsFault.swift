import Diagnostics
import ReportBuilder

/// A section that stands where it stands in every report, and why.
enum FixedSection: String, CaseIterable {
  case header, data, redFlags, notAsked, precedence, areas, method, provenance, footer

  var reason: String {
    switch self {
    case .header: "it says whose report it is and of which day"
    case .data: "counts mean nothing without the days observed"
    case .redFlags: "red flags come first and are never left out"
    case .notAsked: "what was not asked must not look like a no"
    case .precedence: "it says what is held back while something more urgent is open"
    case .areas: "the evidence of every statement stands there"
    case .method: "it says how the report counts, and that no clinician has reviewed the rules"
    case .provenance: "it says what the report was made from"
    case .footer: "it says that the report is not a diagnosis"
    }
  }
}

/// What can be wrong with the settings of a practice. They hold no patient's data: what was written may be quoted.
enum SettingsFault {
  case notAnObject
  case unknownKey(String)
  case keyTwice(String)
  case wrongKind(String, String)
  case lineTooLong(String)
  case notOneLine(String)
  case clinicalStatement(String)
  case tooManyLines
  case letterheadWithoutName
  case notAColour
  case lowContrast(Colour)
  case unknownSection(String, among: [String])
  case sectionTwice(String)
  case partNotMoved(String)
  case fixed(FixedSection, hidden: Bool)

  /// The stable name of the kind of fault.
  var id: String {
    switch self {
    case .notAnObject: "not-settings"
    case .unknownKey: "unknown-key"
    case .keyTwice: "duplicate-key"
    case .wrongKind: "wrong-kind"
    case .lineTooLong: "text-too-long"
    case .notOneLine: "control-character"
    case .clinicalStatement: "clinical-statement"
    case .tooManyLines: "too-many-lines"
    case .letterheadWithoutName: "letterhead-without-name"
    case .notAColour: "not-a-colour"
    case .lowContrast: "low-contrast"
    case .unknownSection: "unknown-section"
    case .sectionTwice: "repeated-section"
    case .partNotMoved: "not-movable"
    case .fixed: "fixed-section"
    }
  }

  var words: (message: String, remedy: String?) {
    switch self {
    case .notAnObject:
      ("the settings are an object that starts with \"{\"", "\"legbrief config\" prints one to begin with")
    case .unknownKey(let name):
      (
        "unknown key \"\(Excerpt.visible(name))\"",
        near(name, SettingsReader.Key.allCases.map(\.rawValue), "the keys are")
      )
    case .keyTwice(let name): ("\"\(name)\" stands here a second time", "keep one of the two")
    case .wrongKind(let name, let expected): ("\"\(name)\" is \(expected)", nil)
    case .lineTooLong(let name):
      ("a line of \"\(name)\" has at most \(ReportSettings.lineLength) characters", "shorten it")
    case .notOneLine(let name):
      (
        "\"\(name)\" is plain text: line ends, control characters and marks that turn the reading direction are refused",
        name == SettingsReader.Key.letterhead.rawValue
          ? "write each line as a text of its own in the list" : "take them out"
      )
    case .clinicalStatement(let name):
      (
        "\"\(name)\" reads like a finding, and it stands above the red flags of every patient",
        "write the name and address of the practice alone"
      )
    case .tooManyLines:
      ("a letterhead has at most \(ReportSettings.letterheadLines) lines", "join some of them: page 1 has little room")
    case .letterheadWithoutName:
      ("a letterhead needs a name above it", "write \"practiceName\" as well")
    case .notAColour: ("a colour is written as # and six hexadecimal digits", "write one such as \"#0b4f8a\"")
    case .lowContrast(let colour): lowContrast(colour)
    case .unknownSection(let id, let known):
      (
        "there is no section \"\(Excerpt.visible(id))\"",
        near(id, known + FixedSection.allCases.map(\.rawValue), "sections:", known)
      )
    case .sectionTwice(let id): ("\"\(Excerpt.visible(id))\" stands here a second time", "name every section once")
    case .partNotMoved(let id):
      ("\"\(id)\" is a part of the appendix, whose order is fixed", "it can be named in \"hiddenSections\"")
    case .fixed(let section, let isHidden):
      (
        "\"\(section.rawValue)\" can be neither hidden nor moved: \(section.reason)",
        "take it out of \"\(isHidden ? SettingsReader.Key.hiddenSections.rawValue : SettingsReader.Key.sectionOrder.rawValue)\""
      )
    }
  }

  private func lowContrast(_ colour: Colour) -> (message: String, remedy: String?) {
    let least = ReportSettings.leastContrast
    let darker = colour.mixed(with: .black, until: least, on: .white)
    return (
      "\(colour.hex) has a contrast of \(SettingsFault.ratio(colour.contrast(on: .white))) on white; text needs at least \(least):1",
      "choose a darker colour, such as \"\(darker.hex)\" (\(SettingsFault.ratio(darker.contrast(on: .white))))"
    )
  }

  /// Cut, not rounded: 4.499 is not 4.5.
  static func ratio(_ contrast: Double) -> String {
    let hundredths = Int(contrast * 100)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest):1"
  }

  private func near(_ written: String, _ names: [String], _ opening: String, _ offered: [String]? = nil) -> String {
    NearestNames.question(for: written, among: names) ?? "\(opening) \((offered ?? names).joined(separator: ", "))"
  }
}
