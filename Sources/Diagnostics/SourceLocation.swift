/// A place in a text file: 1-based line, 1-based column in UTF-8 bytes, as editors and compilers count.
public struct SourceLocation: Sendable, Hashable, Comparable {
  /// The file as the user named it (a path or a template name), for printing only.
  public var file: String
  /// The line, counted from 1; a line ends at LF, CRLF or CR.
  public var line: Int
  /// The column in UTF-8 bytes, counted from 1.
  public var column: Int

  /// A place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, line and column.
  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }

  /// `file:line:column`, the form that terminals and editors turn into a link.
  public var text: String { "\(file):\(line):\(column)" }
}
