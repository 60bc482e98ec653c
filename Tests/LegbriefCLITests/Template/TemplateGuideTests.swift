import BuiltinTemplates
import ClinicalRecord
import ClinicalRules
import Diagnostics
import Glibc
import RecordReaders
import RuleEngine
import TemplateEngine
import TestFolders
import Testing

@testable import FileAccess
@testable import LegbriefCLI
@testable import ReportBuilder

/// Templates/README.md teaches with examples, and all of them are run: in the order of the text, in one folder, compared byte for byte.
///
/// - "```mustache PATH" writes a file;
/// - "```mustache" is a piece of a report template, and the "```text" after it is what it prints for `anna.json`, or why it is refused;
/// - "```console" holds commands after `$ ` and what they print: `legbrief`, with `| head -N` if need be, and `cp`.
///
/// `RECORD_GOLDEN=1 swift test --filter TemplateGuideTests` writes the answers anew and fails, so that nobody records without reading.
@Suite struct TemplateGuideTests {
  private static let guide = "Templates/README.md"

  @Test func everyExampleDoesWhatTheGuideSays() throws {
    let text = try Repository.text(Self.guide)
    let desk = try Desk()
    var blocks = Self.blocks(of: text)
    var fragment: String?
    var run = 0
    for index in blocks.indices {
      let block = blocks[index]
      var answer = block.body
      switch block.info.first {
      case "mustache" where block.info.count == 2: try desk.write(block.body, to: block.info[1])
      case "mustache": fragment = block.body
      case "text":
        answer = try desk.answer(to: try #require(fragment, "line \(block.line): no template before this answer"))
        fragment = nil
      case "console": answer = desk.answers(to: block.body)
      case "": break
      default: Issue.record("line \(block.line): nobody runs a block of \(block.info)")
      }
      run += 1
      blocks[index].body = answer
      #expect(answer == block.body, "line \(block.line) of \(Self.guide) shows another answer")
    }
    #expect(fragment == nil, "the last template has no answer")
    #expect(run > 30)
    if getenv("RECORD_GOLDEN") != nil {
      let file = OutputFile(path: Self.guide, bytes: Array(Self.text(text, with: blocks).utf8))
      try Disk(root: Repository.root).replace([file])
      Issue.record("recorded: read the difference, then run without RECORD_GOLDEN")
    }
  }

  /// The names that the guide lists as required are those that the checker asks for.
  @Test func theGuideListsWhatIsRequired() throws {
    let rows = try Repository.text(Self.guide).split(separator: "\n").filter { $0.hasPrefix("| `") }
    for requirement in ReportShape.requirements {
      let row = try #require(rows.first { $0.hasPrefix("| `\(requirement.name)`") }, "\(requirement.name)")
      #expect(row.hasSuffix("| \(requirement.reason) |"))
      for part in requirement.parts { #expect(row.contains("`\(part)`"), "\(requirement.name).\(part)") }
    }
  }

  // MARK: the text

  private struct Block {
    /// The words after the fence.
    var info: [String]
    var line: Int
    var body: String
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open {
        if line == "```" {
          blocks.append(block)
          open = nil
        } else {
          open?.body += line + "\n"
        }
      } else if line.hasPrefix("```") {
        open = Block(info: line.dropFirst(3).split(separator: " ").map(String.init), line: number + 1, body: "")
      }
    }
    return blocks
  }

  private static func text(_ text: String, with blocks: [Block]) -> String {
    var result: [Substring] = []
    var bodies = blocks.map(\.body)[...]
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside, line != "```" { continue }
      result.append(line)
      guard line.hasPrefix("```") else { continue }
      isInside.toggle()
      if isInside, let body = bodies.popFirst() {
        result += body.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      }
    }
    return result.joined(separator: "\n")
  }

  // MARK: the reader's desk

  /// A folder with what the reader copied and wrote so far.
  private final class Desk {
    private let folder: TestFolder
    private let report: Record
    private var written: [(name: String, text: String)] = []

    init() throws {
      folder = try TestFolder()
      let anna = try Repository.bytes("Examples/swollen-calf-oral-hrt/record.json")
      let source = SourceText(file: "anna.json", bytes: anna)
      let record = try #require(RecordReader(dictionary: LegbriefFields.dictionary).read(source, asOf: nil).record)
      let book = LegbriefRules.book
      report = try ReportComposer(book: book).compose(RuleJudge(book).judge(record), warnings: []).record()
    }

    func write(_ text: String, to path: String) throws {
      let parts = path.split(separator: "/")
      if parts.count == 2 { folder.makeFolder(String(parts[0])) }
      try folder.put(text, at: path)
      written.append((String(parts[parts.count - 1]), text))
    }

    /// What a piece of a report template prints, without the rules for whole reports; or every fault.
    func answer(to fragment: String) throws -> String {
      let name = "example.md.mustache"
      let set = TemplateSet(
        BuiltinTemplates.files.map { TemplateSource(name: $0.name, text: SourceText(file: $0.name, bytes: $0.bytes)) }
          + written.map { TemplateSource(name: $0.name, text: $0.text) } + [TemplateSource(name: name, text: fragment)])
      do {
        let template = try TemplateChecker(shape: ReportShape.report).check(name, in: set)
        return String(decoding: try template.render(report), as: UTF8.self)
      } catch let faults as TemplateFaults {
        return faults.diagnostics.map(DiagnosticPrinter.text).joined()
      }
    }

    /// The commands with what a terminal shows after each.
    func answers(to block: String) -> String {
      var text = ""
      for line in block.split(separator: "\n") where line.hasPrefix("$ ") {
        text += line + "\n"
        let words = line.dropFirst(2).split(separator: " ").map(String.init)
        switch words.first {
        case "legbrief": text += shown(Array(words.dropFirst()))
        case "cp": copy(words[words.count - 2], to: words[words.count - 1])
        default: Issue.record("nobody runs \(line)")
        }
      }
      return text
    }

    /// What is left of it after `| head -N`.
    private func shown(_ words: [String]) -> String {
      guard let bar = words.firstIndex(of: "|") else { return terminal(words) }
      let count = words.last.flatMap { Int($0.dropFirst()) } ?? 0
      #expect(words[bar + 1] == "head" && count > 0)
      let lines = terminal(Array(words[..<bar])).split(separator: "\n", omittingEmptySubsequences: false)
      return lines.prefix(count).joined(separator: "\n") + "\n"
    }

    /// Copies a file or the templates and records of a folder: of the reader's own, or of the repository.
    private func copy(_ source: String, to target: String) {
      let own = Disk(root: folder.path)
      let disk = own.identity(of: source) == nil ? Disk(root: Repository.root) : own
      do throws(FileError) {
        if let names = try? disk.fileNames(in: source) {
          folder.makeFolder(target)
          for name in names where name.hasSuffix(".json") || name.hasSuffix(".mustache") {
            copy("\(source)/\(name)", to: "\(target)/\(name)")
          }
          for name in try disk.folderNames(in: source) { copy("\(source)/\(name)", to: "\(target)/\(name)") }
        } else {
          try own.replace([OutputFile(path: target, bytes: try disk.read(source, limit: 1 << 26))])
        }
      } catch {
        Issue.record("cannot copy \(source): \(error)")
      }
    }

    private func terminal(_ arguments: [String]) -> String {
      final class Screen { var text = "" }
      let screen = Screen()
      let session = Session(
        files: Disk(root: folder.path),
        output: { (bytes) throws(FileError) in screen.text += String(decoding: bytes, as: UTF8.self) },
        error: { screen.text += $0 })
      _ = CommandLineTool.run(arguments, in: session)
      return screen.text
    }
  }
}
