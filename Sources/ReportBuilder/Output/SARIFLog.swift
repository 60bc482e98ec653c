package import ClinicalRecord
package import Diagnostics

/// The diagnostics of one run as one SARIF document, for editors and CI.
///
/// Columns are UTF-16 code units, which is what VS Code and GitHub count; a diagnostic whose line is too long to count has its line alone.
/// Source: SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
package struct SARIFLog {
  private let diagnostics: [Diagnostic]
  private let program: String
  private let version: String

  package init(_ diagnostics: [Diagnostic], program: String, version: String) {
    self.diagnostics = diagnostics
    self.program = program
    self.version = version
  }

  package var json: JSONValue {
    let ids = Set(diagnostics.map(\.id)).sorted()
    let rules = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    return [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": .string(program), "version": .string(version), "semanticVersion": .string(version),
              "rules": .array(ids.map(SARIFLog.rule)),
            ]
          ],
          "columnKind": "utf16CodeUnits",
          "newlineSequences": ["\r\n", "\n", "\r"],
          "results": .array(diagnostics.map { result($0, rule: rules[$0.id] ?? 0) }),
        ]
      ],
    ]
  }

  private static func rule(_ id: String) -> JSONValue {
    ["id": .string(id), "shortDescription": ["text": .string(DiagnosticRules.description(of: id))]]
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(diagnostic.id)), .init("ruleIndex", .number(Double(rule))),
      .init("level", diagnostic.severity == .error ? "error" : "warning"),
      .init("message", ["text": .string(SARIFLog.text(diagnostic))]),
    ]
    if let location = diagnostic.location {
      members.append(.init("locations", [SARIFLog.location(location, diagnostic.excerpt)]))
    }
    let related = diagnostic.notes.compactMap { note in
      note.location.map { SARIFLog.location($0, note.excerpt, message: note.message) }
    }
    if !related.isEmpty { members.append(.init("relatedLocations", .array(related))) }
    return .object(members)
  }

  /// The sentence, what to do, and the notes that name no place.
  private static func text(_ diagnostic: Diagnostic) -> String {
    var sentences = [diagnostic.message]
    if let remedy = diagnostic.remedy { sentences.append("Help: " + remedy) }
    sentences += diagnostic.notes.filter { $0.location == nil }.map { "Note: " + $0.message }
    return sentences.map { $0.hasSuffix("?") || $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }

  private static func location(_ place: SourceLocation, _ excerpt: Excerpt?, message: String? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(
        "physicalLocation",
        ["artifactLocation": ["uri": .string(uri(place.file))], "region": region(place, excerpt?.region)])
    ]
    if let message { members.append(.init("message", ["text": .string(message)])) }
    return .object(members)
  }

  private static func region(_ place: SourceLocation, _ region: SourceRegion?) -> JSONValue {
    guard let region else { return ["startLine": .number(Double(place.line))] }
    return [
      "startLine": .number(Double(region.startLine)), "startColumn": .number(Double(region.startColumn)),
      "endLine": .number(Double(region.endLine)), "endColumn": .number(Double(region.endColumn)),
    ]
  }

  /// A path as a URI reference: relative where the path is, every byte outside RFC 3986's unreserved ones and "/" written as %XX.
  static func uri(_ path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).enumerated()
      .filter { $1 != "." && (!$1.isEmpty || $0 == 0) }.map { encoded($1) }
    let joined = parts.joined(separator: "/")
    return path.hasPrefix("/") ? "file://" + joined : joined
  }

  private static func encoded(_ part: Substring) -> String {
    var out = ""
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return out
  }
}
