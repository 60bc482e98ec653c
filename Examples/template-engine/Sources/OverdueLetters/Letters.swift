import TemplateEngine

/// The letters to all readers, each made by a task of its own.
func letters(to readers: [Reader], by template: CheckedTemplate) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for (index, reader) in readers.enumerated() {
      group.addTask { (index, String(decoding: try template.render(reader.letter()), as: UTF8.self)) }
    }
    var letters = readers.map { _ in "" }
    for try await (index, letter) in group { letters[index] = letter }
    return letters
  }
}
