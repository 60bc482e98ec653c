import TemplateEngine

/// What the values of a view are declared as: text that the engine escapes, or finished markup that it copies.
protocol Typing {
  static var dialect: Dialect { get }
  /// A text of the program.
  static var ofProgram: Shape { get }
  /// The words of a patient.
  static var ofPatient: Shape { get }
  static func ofProgram(_ text: String) -> Value
  static func ofPatient(_ text: String) -> Value
  /// Writes the words of a patient.
  static func patient(_ name: String, _ text: String, to record: inout RecordWriter)
  /// Writes a text of the program.
  static func program(_ name: String, _ text: String, to record: inout RecordWriter)
}

extension Typing {
  /// Markup that the program made.
  static var markup: Shape { .markup(dialect) }
  static func markup(_ text: String) -> Value { .markup(Markup(text, dialect)) }
}

/// What the workload's templates ask for: program texts are escaped for HTML, a patient's words come escaped. The bytes are those of the reference.
enum HTMLTyping: Typing {
  static let dialect = Dialect.html
  static let ofProgram = Shape.text
  static let ofPatient = Shape.markup(.html)
  static func ofProgram(_ text: String) -> Value { .text(text) }
  static func ofPatient(_ text: String) -> Value { markup(text) }
  static func program(_ name: String, _ text: String, to record: inout RecordWriter) { record.text(name, text) }
  static func patient(_ name: String, _ text: String, to record: inout RecordWriter) {
    record.markup(name, text, dialect)
  }
}

/// What Legbrief itself does: everything is text but what the program made, and is escaped for the place in the Markdown where it stands.
enum MarkdownTyping: Typing {
  static let dialect = Dialect.markdown
  static let ofProgram = Shape.text
  static let ofPatient = Shape.text
  static func ofProgram(_ text: String) -> Value { .text(text) }
  static func ofPatient(_ text: String) -> Value { .text(text) }
  static func program(_ name: String, _ text: String, to record: inout RecordWriter) { record.text(name, text) }
  static func patient(_ name: String, _ text: String, to record: inout RecordWriter) { record.text(name, text) }
}

/// All values are finished markup: what remains is the walk through the template, and copying. The bytes are those of the reference.
enum CopyTyping: Typing {
  static let dialect = Dialect.markdown
  static let ofProgram = Shape.markup(.markdown)
  static let ofPatient = Shape.markup(.markdown)
  static func ofProgram(_ text: String) -> Value { markup(text) }
  static func ofPatient(_ text: String) -> Value { markup(text) }
  static func program(_ name: String, _ text: String, to record: inout RecordWriter) {
    record.markup(name, text, dialect)
  }
  static func patient(_ name: String, _ text: String, to record: inout RecordWriter) {
    record.markup(name, text, dialect)
  }
}
