import ClinicalRecord
import Diagnostics

/// The state of reading one file; each section of the format has an extension of its own.
struct Reading {
  typealias Token = TokenTape.Token
  typealias Entry = Vocabulary.Entry

  let source: SourceText
  let bytes: [UInt8]
  let tokens: [Token]
  /// False when a fault of the grammar ended the tokens early: then nothing can be called missing.
  let isComplete: Bool
  let vocabulary: Vocabulary
  var faults: FaultList
  /// The end of all windows, once it is known.
  var asOf: Day?
  /// Of the place that was asked for last, from 0.
  private var line = 0

  init(source: SourceText, tape: TokenTape, vocabulary: Vocabulary, faults: FaultList, asOf: Day?) {
    self.source = source
    bytes = source.bytes
    tokens = tape.tokens
    isComplete = tape.isComplete
    self.vocabulary = vocabulary
    self.faults = faults
    self.asOf = asOf
  }

  mutating func place(_ index: Int) -> Place {
    let (line, column) = source.lineAndColumn(at: tokens[index].start, near: &line)
    return Place(line: line, column: column)
  }

  mutating func fault(_ fault: RecordFault, at index: Int) { faults.add(fault, at: tokens[index].range) }

  mutating func missing(_ fault: RecordFault, at index: Int) {
    // The bracket alone is marked, not all of a long entry.
    let start = tokens[index].start
    if isComplete { faults.add(fault, at: start..<start + 1) }
  }

  // MARK: Objects and lists

  /// The token after the last one inside the container at `index`.
  private func contentEnd(_ index: Int) -> Int { tokens[index].next - 1 }

  /// The key that follows `previous` in the object at `object`, with its value; nil at the end. A key's value is the next token.
  func member(of object: Int, after previous: Int?) -> Int? {
    let key = previous.map { tokens[$0 + 1].next } ?? object + 1
    return key + 1 < contentEnd(object) ? key : nil
  }

  /// The element that follows `previous` in the list at `list`; nil at the end.
  func element(of list: Int, after previous: Int?) -> Int? {
    let element = previous.map { tokens[$0].next } ?? list + 1
    return element < contentEnd(list) ? element : nil
  }

  /// The keys of one object that were seen, so that a second one is found.
  struct Seen {
    /// For each name of the table the index of its key, or 0: token 0 is never a key.
    var keys: [Int32]
    var unknown: [String: Int32] = [:]

    init(_ table: ByteTable) { keys = [Int32](repeating: 0, count: table.names.count) }

    func contains(_ position: Int?) -> Bool { position.map { keys[$0] != 0 } ?? false }

    /// The key of a name of the table.
    func key(_ position: Int?) -> Int? {
      guard let position, keys[position] != 0 else { return nil }
      return Int(keys[position])
    }
  }

  /// The position in `table` of the key at `key`; nil, and a fault, when the name does not exist or stands twice.
  mutating func position(
    of key: Int, in table: ByteTable, _ seen: inout Seen, unknown: @autoclosure () -> RecordFault
  ) -> Int? {
    let token = tokens[key]
    let found =
      token.hasEscapes
      ? table.position(of: JSONText.string(token, in: bytes)) : table.position(of: token.content, in: bytes)
    guard let found else {
      if let first = seen.unknown.updateValue(Int32(key), forKey: JSONText.string(token, in: bytes)) {
        duplicate(key, first: Int(first))
      } else {
        fault(unknown(), at: key)
      }
      return nil
    }
    if seen.keys[found] != 0 {
      duplicate(key, first: Int(seen.keys[found]))
      return nil
    }
    seen.keys[found] = Int32(key)
    return found
  }

  private mutating func duplicate(_ key: Int, first: Int) {
    faults.add(.duplicateKey, at: tokens[key].range, noting: (.firstHere, tokens[first].range))
  }

  /// False, and a fault, when the token is no object.
  mutating func isObject(_ index: Int, _ name: String) -> Bool {
    expect(.objectStart, at: index, name, .object)
  }

  /// False, and a fault, when the token is no list.
  mutating func isList(_ index: Int, _ name: String) -> Bool { expect(.arrayStart, at: index, name, .list) }

  /// False, and a fault that says what was expected, unless the token is of `kind`. A token with a fault of its own needs no second one.
  mutating func expect(
    _ kind: TokenTape.Kind, at index: Int, _ name: String, _ expectation: RecordFault.Expectation
  ) -> Bool {
    let found = tokens[index].kind
    if found == kind { return true }
    switch found {
    case .invalid: break
    case .null: fault(.nullValue(name), at: index)
    default: wrongKind(name, expectation, at: index)
    }
    return false
  }

  mutating func wrongKind(_ name: String, _ expectation: RecordFault.Expectation, at index: Int) {
    let token = tokens[index]
    // A long list is marked by its bracket.
    let range = token.opensContainer ? token.start..<token.start + 1 : token.range
    faults.add(.wrongKind(name, expected: expectation, isNumber: token.kind == .number), at: range)
  }
}
