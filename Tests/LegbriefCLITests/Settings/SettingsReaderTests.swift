import ClinicalRecord
import Diagnostics
import ReportBuilder
import Testing

@testable import LegbriefCLI

/// What the settings of a practice may say, and what is said of those that may not.
@Suite struct SettingsReaderTests {
  private static func read(_ text: String) -> (settings: ReportSettings?, diagnostics: [Diagnostic]) {
    SettingsReader.read(SourceText(file: "legbrief.json", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("{}", ReportSettings()),
    (#"{"practiceName": "", "letterhead": []}"#, ReportSettings()),
    (
      #"{"practiceName": "Example Street", "letterhead": ["1 Example Street", "", "Ärzte & Söhne <b>"]}"#,
      ReportSettings(practiceName: "Example Street", letterhead: ["1 Example Street", "Ärzte & Söhne <b>"])
    ),
    (##"{"accentColour": "#0B4F8A"}"##, ReportSettings(accent: Colour(red: 11, green: 79, blue: 138))),
    (##"{"accentColour": "#767676"}"##, ReportSettings(accent: Colour(red: 118, green: 118, blue: 118))),
    (#"{"sectionOrder": ["fired", "words"]}"#, ReportSettings(sectionOrder: [.fired, .words])),
    (
      #"{"hiddenSections": ["figures", "references"]}"#,
      ReportSettings(hiddenSections: [.figures], hiddenParts: [.references])
    ),
    // Named in both: the order is that of a section that is not there.
    (
      #"{"sectionOrder": ["figures"], "hiddenSections": ["figures"]}"#,
      ReportSettings(sectionOrder: [.figures], hiddenSections: [.figures])
    ),
  ])
  func goodSettings(text: String, expected: ReportSettings) {
    let read = Self.read(text)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(DiagnosticPrinter.text))")
    #expect(read.settings == expected)
  }

  /// What reads like a finding above every patient's flags is used, and warned of.
  @Test(arguments: [
    ("No red flags met", true), ("All clear: routine only", true), ("NO FLAG MET", true), ("Clots excluded", true),
    ("Clinically reviewed rules", true), ("Not a diagnosis", true),
    ("Example Street Practice", false), ("Red Flag Hill Surgery", true), ("Diagnostic Centre North", false),
    ("Normal, Illinois", false), ("Urgent Care Centre", false), ("Metfield Surgery", false), ("", false),
  ])
  func aClinicalStatementIsWarnedOf(text: String, isWarned: Bool) {
    for settings in [
      "{\"practiceName\": \"\(text)\"}", "{\"practiceName\": \"x\", \"letterhead\": [\"\(text)\"]}",
    ] {
      let read = Self.read(settings)
      #expect(read.diagnostics.map(\.id) == (isWarned ? ["clinical-statement"] : []), "\(settings)")
      #expect(read.diagnostics.allSatisfy { $0.severity == .warning })
      #expect(read.settings != nil)
    }
  }

  @Test func theDefaultIsReadAsItIsPrinted() {
    #expect(Self.read(ReportSettings().json.pretty()).settings?.json == ReportSettings().json)
  }

  /// `column id help`, the help cut to what matters.
  @Test(arguments: [
    ("[]", "1 not-settings", "legbrief config"),
    (#"{"practicename": "x"}"#, "2 unknown-key", #"did you mean "practiceName"?"#),
    (#"{"logo": "x"}"#, "2 unknown-key", "the keys are practiceName"),
    (#"{"practiceName": "x", "practiceName": "y"}"#, "23 duplicate-key", "keep one"),
    (#"{"practiceName": 7}"#, "18 wrong-kind", ""),
    (#"{"practiceName": "a\nb"}"#, "18 control-character", "take them out"),
    (#"{"practiceName": "a\u202eb"}"#, "18 control-character", "take them out"),
    ("{\"practiceName\": \"\(String(repeating: "x", count: 121))\"}", "18 text-too-long", "shorten"),
    (#"{"letterhead": ["a"]}"#, "2 letterhead-without-name", "practiceName"),
    (#"{"practiceName": "x", "letterhead": "a"}"#, "37 wrong-kind", ""),
    (#"{"practiceName": "x", "letterhead": ["a", 1]}"#, "43 wrong-kind", ""),
    (#"{"practiceName": "x", "letterhead": ["a","b","c","d","e","f","g"]}"#, "62 too-many-lines", "little room"),
    (#"{"practiceName": "x", "letterhead": ["a\nb"]}"#, "38 control-character", "a text of its own"),
    (#"{"accentColour": "blue"}"#, "18 not-a-colour", "#0b4f8a"),
    (##"{"accentColour": "#777777"}"##, "18 low-contrast", "4.5"),
    (#"{"accentColour": 7}"#, "18 wrong-kind", ""),
    (#"{"sectionOrder": ["figure"]}"#, "19 unknown-section", #"did you mean "figures"?"#),
    (#"{"sectionOrder": ["words", "words"]}"#, "28 repeated-section", "once"),
    (#"{"sectionOrder": ["references"]}"#, "19 not-movable", "hiddenSections"),
    (#"{"sectionOrder": ["redFlags"]}"#, "19 fixed-section", "sectionOrder"),
    (#"{"sectionOrder": "words"}"#, "18 wrong-kind", ""),
    (#"{"sectionOrder": [{}]}"#, "19 wrong-kind", ""),
    (#"{"hiddenSections": ["redflags"]}"#, "21 unknown-section", #"did you mean "redFlags"?"#),
    (#"{"hiddenSections": ["precedence"]}"#, "21 fixed-section", "hiddenSections"),
    (#"{"hiddenSections": ["scores", "scores"]}"#, "31 repeated-section", "once"),
    (#"{"hiddenSections": null}"#, "20 wrong-kind", ""),
    (#"{"hiddenSections": ["words"}"#, "28 wrong-bracket", ""),
    ("", "1 empty-file", ""),
  ])
  func faultySettings(text: String, expected: String, help: String) throws {
    let read = Self.read(text)
    #expect(read.settings == nil)
    let first = try #require(read.diagnostics.first)
    #expect("\(first.location?.column ?? 0) \(first.id)" == expected, "\(DiagnosticPrinter.text(first))")
    #expect(help.isEmpty || first.remedy?.contains(help) == true, "\(first.remedy ?? "no help")")
    #expect(read.diagnostics.count == 1, "\(read.diagnostics.map(DiagnosticPrinter.text))")
  }

  /// Every safety section is refused by name, with the reason.
  @Test(arguments: FixedSection.allCases) func aFixedSectionSaysWhy(section: FixedSection) throws {
    for key in ["hiddenSections", "sectionOrder"] {
      let fault = try #require(Self.read(#"{"\#(key)": ["\#(section.rawValue)"]}"#).diagnostics.first)
      #expect(fault.id == "fixed-section")
      #expect(fault.message.contains(section.reason))
    }
  }

  @Test func theRatioIsToldAndCutAndADarkerColourPasses() throws {
    let fault = try #require(Self.read(##"{"accentColour": "#777777"}"##).diagnostics.first)
    #expect(fault.message.contains("4.47:1"))
    let offered = try #require(fault.remedy?.split(separator: "\"").first { $0.hasPrefix("#") })
    #expect(Self.read(##"{"accentColour": "\##(offered)"}"##).diagnostics.isEmpty)
  }

  @Test func allFaultsComeInOneRun() {
    let text = ##"{"practiceNam": "x", "accentColour": "#ffff00", "hiddenSections": ["footer", "wordz"]}"##
    #expect(
      Self.read(text).diagnostics.map(\.id) == ["unknown-key", "low-contrast", "fixed-section", "unknown-section"])
  }
}
