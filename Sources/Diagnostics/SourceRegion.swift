/// A stretch of a text file as editors count: 1-based lines, 1-based columns in UTF-16 code units, the end not included.
///
/// ``SourceLocation`` counts bytes, which SARIF and the Language Server Protocol have no word for.
/// Sources: SARIF 2.1.0, 3.30 and 3.14.17; Language Server Protocol 3.17, Position.
public struct SourceRegion: Sendable, Hashable {
  /// The line of the first code unit.
  public var startLine: Int
  /// The column of the first code unit.
  public var startColumn: Int
  /// The line of the end.
  public var endLine: Int
  /// The column after the last code unit.
  public var endColumn: Int

  /// A region.
  public init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

extension SourceText {
  /// Columns further out than this are not counted: a hostile line of many megabytes costs no more than a long one.
  private static let countedColumns = 1 << 16

  /// The region of a range of byte offsets; nil where a line is too long for its columns to be counted.
  public func region(_ range: Range<Int>) -> SourceRegion? {
    guard let start = place(range.lowerBound), let end = place(range.upperBound) else { return nil }
    return SourceRegion(startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  /// The 1-based line and the 1-based column in UTF-16 code units.
  private func place(_ offset: Int) -> (line: Int, column: Int)? {
    let (line, column) = lineAndColumn(at: offset)
    guard column <= SourceText.countedColumns else { return nil }
    return (line, String(decoding: lineBytes(line).prefix(column - 1), as: UTF8.self).utf16.count + 1)
  }
}
