import Diagnostics
import TemplateEngine

/// One input of the fuzzer: a template, the partials that it may include, and a text of a patient.
///
/// The file is the template. A line `--- NAME` begins the partial of that name and a line `--- =` the text, each up to the next such line; a file without
/// such a line is a template and nothing else, so that every file of `seeds/templates` is an input.
package struct FuzzInput: Sendable {
  /// The bytes of the root template.
  package var template: [UInt8] = []
  /// The partials by name; of two with one name the later counts.
  package var partials: [(name: String, bytes: [UInt8])] = []
  /// The text that stands in every field in one of the renderings; nil when the file has none.
  package var text: String?

  /// What a line that begins a part starts with.
  private static let mark = Array("--- ".utf8)
  private static let longestName = 40

  private enum Part { case template, partial, text }

  /// Takes a file apart.
  package init(_ file: some Sequence<UInt8>) {
    var part = Part.template
    var text: [UInt8] = []
    for line in Array(file).split(separator: 0x0A, omittingEmptySubsequences: false) {
      if let name = FuzzInput.partName(line) {
        if name == "=" {
          part = .text
          self.text = ""
          text = []
        } else {
          part = .partial
          partials.append((name, []))
        }
        continue
      }
      switch part {
      case .template: template += line + [0x0A]
      case .partial: partials[partials.count - 1].bytes += line + [0x0A]
      case .text: text += line + [0x0A]
      }
    }
    // Every part lost the line feed before the next mark, and the last one never had it.
    if !template.isEmpty { template.removeLast() }
    for index in partials.indices where !partials[index].bytes.isEmpty { partials[index].bytes.removeLast() }
    if self.text != nil { self.text = String(decoding: text.dropLast(), as: UTF8.self) }
  }

  private static func partName(_ line: ArraySlice<UInt8>) -> String? {
    let name = line.dropFirst(mark.count)
    guard line.starts(with: mark), !name.isEmpty, name.count <= longestName, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The full name of the root template in a dialect.
  static func rootName(_ dialect: Dialect) -> String { "t" + dialect.suffix }

  /// All templates, written in one dialect.
  func templates(_ dialect: Dialect) -> TemplateSet {
    TemplateSet(
      (partials + [("t", template)]).map { name, bytes in
        TemplateSource(name: name + dialect.suffix, text: SourceText(file: name + dialect.suffix, bytes: bytes))
      })
  }

  /// Whether the bytes occur in one of the templates.
  func contains(_ bytes: [UInt8]) -> Bool {
    ([template] + partials.map(\.bytes)).contains { text in
      text.indices.contains { text[$0...].starts(with: bytes) }
    }
  }
}
