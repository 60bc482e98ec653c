import Foundation

/// The parsers behind `Scripts/parse-markup`: gumbo and html5lib, and libcmark-gfm for Markdown with tables.
enum OtherParsers {
  enum Language: String { case html, html5lib, gfm }

  /// The script with its Python; nil, said once, where a part is missing.
  static let command: [String]? = {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scripts/parse-markup").standardizedFileURL.path
    // Debian's Python has Debian's packages; another one on the path may not.
    let pythons = [ProcessInfo.processInfo.environment["LEGBRIEF_PYTHON"], "/usr/bin/python3", "python3"]
    for python in pythons.compactMap({ $0 }) {
      if (try? run(["/usr/bin/env", python, script, "--check"], input: Data())) != nil {
        return ["/usr/bin/env", python, script]
      }
    }
    print(
      "SKIPPED: proof by other parsers; install python3-html5-parser, python3-html5lib and cmark-gfm (make packages)")
    return nil
  }()

  /// A tree of libxml2, which html5-parser makes, has no place for code points that are no characters, such as U+FFFE.
  static func withoutNoncharacters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains($0.value) ? "?" : $0 }))
  }

  struct Failure: Error, CustomStringConvertible { var description: String }

  /// Parses all texts in one process.
  static func parse(_ language: Language, _ texts: [[UInt8]]) throws -> [ParsedMarkup] {
    guard let command else { throw Failure(description: "Scripts/parse-markup cannot run here") }
    var input = Data()
    for text in texts {
      input += try JSONSerialization.data(withJSONObject: [language.rawValue, String(decoding: text, as: UTF8.self)])
      input.append(0x0A)
    }
    let output = try run(command, input: input)
    return try output.split(separator: 0x0A).map { line in
      guard let pair = try JSONSerialization.jsonObject(with: line) as? [Any], let tree = pair.first as? String,
        let addresses = pair.last as? [String]
      else { throw Failure(description: "Scripts/parse-markup answered something else") }
      return ParsedMarkup(tree: Array(tree.utf8), addresses: addresses.map { Array($0.utf8) })
    }
  }

  private static func run(_ command: [String], input: Data) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(path: "legbrief-proof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (read, written) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try input.write(to: read)
    try Data().write(to: written)
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardInput = try FileHandle(forReadingFrom: read)
    process.standardOutput = try FileHandle(forWritingTo: written)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return try Data(contentsOf: written)
  }
}
