package import ClinicalRecord
package import Diagnostics

/// Reads any JSON file into values with their places; what the values mean is for others to say.
package enum JSONDocumentReader {
  /// The document, or what breaks the grammar; excerpts show structure and no values.
  package static func read(
    _ source: SourceText, limits: RecordReader.Limits = RecordReader.Limits()
  ) -> (document: LocatedJSON?, diagnostics: [Diagnostic]) {
    var faults = FaultList()
    var tokens: [TokenTape.Token] = []
    var document: LocatedJSON?
    if source.bytes.count > limits.fileBytes {
      faults.add(.fileTooBig(limit: limits.fileBytes), at: 0..<0)
    } else {
      let tape = TokenTape(parsing: source.bytes, maxDepth: limits.depth)
      tokens = tape.tokens
      for fault in tape.faults {
        faults.add(.syntax(fault.kind), at: fault.range, noting: fault.related.map { (.openedHere, $0..<$0 + 1) })
      }
      // Only a tape without faults has a value behind every key.
      if !faults.hasErrors, !tokens.isEmpty { document = Walk(source: source, tokens: tokens).value(at: 0) }
    }
    let context = FaultContext(
      source: source, vocabulary: Vocabulary(FieldDictionary(fields: [], labs: [])), tokens: tokens)
    return (document, faults.diagnostics(in: context, limit: limits.diagnostics))
  }

  private struct Walk {
    let source: SourceText
    let tokens: [TokenTape.Token]

    /// The depth is that of the tape, which was limited.
    func value(at index: Int, behind key: Range<Int>? = nil) -> LocatedJSON {
      let token = tokens[index]
      let (line, column) = source.lineAndColumn(at: token.start)
      return LocatedJSON(
        content(of: token, at: index), at: Place(line: line, column: column),
        bytes: token.opensContainer ? token.start..<token.start + 1 : token.range, key: key)
    }

    private func content(of token: TokenTape.Token, at index: Int) -> LocatedJSON.Content {
      switch token.kind {
      case .objectStart: .object(members(of: index))
      case .arrayStart: .array(elements(of: index))
      case .string, .key: .string(JSONText.string(token, in: source.bytes))
      case .number: Scalars.number(token.range, in: source.bytes).map { .number($0) } ?? .null
      case .true: .bool(true)
      case .false: .bool(false)
      case .null, .invalid, .objectEnd, .arrayEnd: .null
      }
    }

    private func members(of object: Int) -> [(key: String, value: LocatedJSON)] {
      let end = tokens[object].next - 1
      var members: [(key: String, value: LocatedJSON)] = []
      var key = object + 1
      while key + 1 < end {
        members.append(
          (JSONText.string(tokens[key], in: source.bytes), value(at: key + 1, behind: tokens[key].range)))
        key = tokens[key + 1].next
      }
      return members
    }

    private func elements(of list: Int) -> [LocatedJSON] {
      let end = tokens[list].next - 1
      var elements: [LocatedJSON] = []
      var element = list + 1
      while element < end {
        elements.append(value(at: element))
        element = tokens[element].next
      }
      return elements
    }
  }
}
