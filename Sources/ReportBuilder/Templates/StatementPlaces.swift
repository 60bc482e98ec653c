package import Diagnostics
import MarkdownHTML
import TemplateEngine

/// Which lines of which templates printed each statement of a page: for a program that shows a report beside its templates.
package enum StatementPlaces {
  /// What counts as a statement; a statement may hold others.
  package static let elements: Set<String> = ["h1", "h2", "h3", "p", "li", "tr", "figure"]

  /// The lines by statement, in the order in which the statements begin in the page's body; nil for a template that has faults or makes no page.
  package static func places(
    of model: ReportModel, by template: ReportTemplate, _ pipeline: ReportPipeline,
    builtin: [(name: String, bytes: [UInt8])], overlay: [(file: SourceText, name: String)]
  ) throws -> [[SourceLocation]]? {
    guard !template.isPlain else { return nil }
    let files = TemplateFiles(builtin: builtin, overlay: overlay)
    let checker = TemplateChecker(shape: ReportShape.report, requirements: template.kind.requirements)
    guard let marked = try? checker.checkMarking(template.file, in: files.set) else { return nil }
    // Marks take room: the form is that of the page without them.
    let form = try pipeline.fitted(model, template)
    let record = try model.record(form.limits ?? .unlimited, letter: form.letter)
    let markdown = MarkdownLayout.lay(try marked.template.render(record))
    let html = try MarkdownConverter(figures: pipeline.figures(model)).html(markdown)
    return read(html).map { numbers in
      numbers.compactMap { marked.places.indices.contains($0) ? marked.places[$0] : nil }
    }
  }

  /// The numbers of the marks inside each statement, each once; marks inside of tags count for nothing.
  package static func read(_ html: [UInt8]) -> [[Int]] {
    var statements: [[Int]] = []
    var open: [(name: String, position: Int)] = []
    var rest = html[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1
        let tag = rest[rest.index(after: rest.startIndex)...end]
        let isEnd = tag.first == UInt8(ascii: "/")
        let letters = (isEnd ? tag.dropFirst() : tag).prefix {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        }
        let name = String(decoding: letters, as: UTF8.self)
        if elements.contains(name) {
          if !isEnd {
            open.append((name, statements.count))
            statements.append([])
          } else if let position = open.lastIndex(where: { $0.name == name }) {
            open.removeSubrange(position...)
          }
        }
        rest = rest[(end + 1)...]
      } else if byte == 0xF4, rest.count >= 4 {
        let text = String(decoding: rest.prefix(4), as: UTF8.self)
        if let scalar = text.unicodeScalars.first, let number = PlaceMark.number(of: scalar) {
          for statement in open where !statements[statement.position].contains(number) {
            statements[statement.position].append(number)
          }
        }
        rest = rest.dropFirst(4)
      } else {
        rest = rest.dropFirst()
      }
    }
    return statements
  }
}
