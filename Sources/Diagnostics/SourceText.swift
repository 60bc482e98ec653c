/// The bytes of one input file with the starts of its lines, so that a byte offset becomes a line, a column and an excerpt.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The UTF-8 bytes as read; a byte order mark, if any, is still there.
  public let bytes: [UInt8]
  /// The number of the first line: a text may be one line of a file.
  private let firstLine: Int
  /// The byte offset at which each line starts.
  private let lineStarts: [Int]
  /// A byte order mark is invisible in an editor: it takes no column.
  private let hasByteOrderMark: Bool

  /// A file with these bytes, which need not be valid UTF-8; or some lines of it, with the number of the first of them in the file, from 1.
  public init(file: String, bytes: [UInt8], firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D, index == buffer.count || buffer[index] != 0x0A {
          starts.append(index)
        }
      }
    }
    self.lineStarts = starts
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// The 1-based line and column (in bytes) of a byte offset; an offset past the end is the end.
  public func location(at offset: Int) -> SourceLocation {
    let place = lineAndColumn(at: offset)
    return SourceLocation(file: file, line: place.line, column: place.column)
  }

  /// The 1-based line and column (in bytes) of a byte offset, without the file name.
  public func lineAndColumn(at offset: Int) -> (line: Int, column: Int) {
    var line = 0
    return lineAndColumn(at: offset, near: &line)
  }

  /// The same where offsets are asked for in ascending order: lines behind the last one are tried first.
  ///
  /// - Parameter line: where the last offset was, from 0; where this one is, afterwards.
  package func lineAndColumn(at offset: Int, near line: inout Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    if line < high, lineStarts[line] <= offset {
      low = line
      for next in line + 1..<line + 5 where next < lineStarts.count {
        guard lineStarts[next] > offset else {
          low = next
          continue
        }
        high = next
        break
      }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    line = low
    var column = offset - lineStarts[low] + 1
    if low == 0, hasByteOrderMark { column = max(1, column - 3) }
    return (low + firstLine, column)
  }

  /// The bytes of a 1-based line without its line end.
  func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    let line = line - firstLine + 1
    guard line >= 1, line <= lineStarts.count else { return [] }
    var start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    if line == 1, hasByteOrderMark { start = min(3, end) }
    return bytes[start..<end]
  }
}
