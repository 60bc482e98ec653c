internal import Diagnostics

/// The way from the root to a value: a scope and the fields from there on.
struct FieldPath: Hashable, Sendable {
  /// The scope, counted from the root record, which is 0.
  var level: Int
  /// The position of the field in the scope, then of the fields inside it.
  var fields: [Int]
}

/// The records that are open at a place of the template, innermost last, and which optional values are known to be there.
///
/// A name is looked up as Mustache asks: its first part in the innermost record that has it, the rest strictly inside.
/// Source: https://github.com/mustache/spec/blob/master/specs/interpolation.yml ("Dotted Names", "Context Precedence")
struct ScopeStack {
  /// What a section adds to the stack.
  enum Entry {
    /// A section over a record or a list.
    case scope(FieldPath, RecordShape)
    /// A section over an optional that is no record.
    case known(FieldPath)
    /// A section over an optional record: it is known and it is a scope.
    case knownScope(FieldPath, RecordShape)
    /// A section that changes nothing about names.
    case nothing
  }

  /// A name that was found.
  struct Resolution {
    var path: FieldPath
    /// The positions of the fields that lead to the value from the root record, through lists as well.
    var fromRoot: [Int]
    /// The shape of the value, without `optional` where a section around it makes sure that it is there.
    var shape: Shape
  }

  /// A name that was not found, with the part of it that is at fault.
  struct Failure: Error {
    var fault: Fault
    /// Bytes from the start of the name.
    var span: Range<Int>
    /// The name that was most likely meant by the part at fault.
    var meant: String?

    /// The name with what was most likely meant; the name itself when that is not clear.
    func repaired(_ name: String) -> String {
      guard let meant else { return name }
      let bytes = Array(name.utf8)
      return String(decoding: bytes[..<span.lowerBound], as: UTF8.self) + meant
        + String(decoding: bytes[span.upperBound...], as: UTF8.self)
    }
  }

  private var scopes: [RecordShape]
  /// For every scope the fields that lead to it from the root record.
  private var origins: [[Int]] = [[]]
  private var entries: [Entry] = []
  private var known: [FieldPath: Int] = [:]
  /// What is said about a name that no open record has.
  private let index: FieldIndex

  init(root: RecordShape) {
    scopes = [root]
    index = FieldIndex(root: root)
  }

  /// The position of the innermost scope.
  var level: Int { scopes.count - 1 }

  /// Names that a record of the shape has twice.
  var repeatedFields: [Fault] { index.repeated }

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    switch entry {
    case .scope(let path, let shape): enter(path, shape)
    case .known(let path): known[path, default: 0] += 1
    case .knownScope(let path, let shape):
      known[path, default: 0] += 1
      enter(path, shape)
    case .nothing: break
    }
  }

  private mutating func enter(_ path: FieldPath, _ shape: RecordShape) {
    origins.append(origins[path.level] + path.fields)
    scopes.append(shape)
  }

  private mutating func leave() {
    origins.removeLast()
    scopes.removeLast()
  }

  mutating func pop() {
    switch entries.popLast() {
    case .scope: leave()
    case .known(let path): known[path, default: 1] -= 1
    case .knownScope(let path, _):
      known[path, default: 1] -= 1
      leave()
    case .nothing, nil: break
    }
  }

  func resolve(_ name: String) -> Result<Resolution, Failure> {
    if name == "." { return resolveImplicit() }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let level = scopes.lastIndex(where: { $0.index(of: parts[0]) != nil }) else {
      return .failure(notVisible(parts[0]))
    }
    var path = FieldPath(level: level, fields: [])
    var container = scopes[level]
    var offset = 0
    for (position, part) in parts.enumerated() {
      guard let index = container.index(of: part) else {
        return .failure(unknown(part, at: offset, in: container.name, known: container.fields.map(\.name)))
      }
      path.fields.append(index)
      let shape = effective(container.fields[index].shape, at: path)
      guard position + 1 < parts.count else { return .success(resolution(path, shape)) }
      offset += part.utf8.count + 1
      guard case .record(let inner) = shape else {
        let fault = Fault.pathThrough(
          parts[...position].joined(separator: "."), rest: parts[(position + 1)...].joined(separator: "."),
          kind: shape.words, optional: shape.isOptional && shape.fieldsInside != nil)
        return .failure(Failure(fault: fault, span: 0..<name.utf8.count))
      }
      container = inner
    }
    return .failure(Failure(fault: .badName(name), span: 0..<name.utf8.count))
  }

  /// `{{.}}`: the text of the innermost optional or element.
  private func resolveImplicit() -> Result<Resolution, Failure> {
    let level = scopes.count - 1
    for entry in entries.reversed() {
      guard case .known(let path) = entry else {
        if case .nothing = entry { continue }
        break
      }
      if let shape = shape(at: path) { return .success(resolution(path, shape.unwrapped)) }
    }
    guard let index = scopes[level].index(of: ".") else {
      return .failure(Failure(fault: .unknownImplicit, span: 0..<1))
    }
    let path = FieldPath(level: level, fields: [index])
    return .success(resolution(path, effective(scopes[level].fields[index].shape, at: path)))
  }

  private func resolution(_ path: FieldPath, _ shape: Shape) -> Resolution {
    Resolution(path: path, fromRoot: origins[path.level] + path.fields, shape: shape)
  }

  private func shape(at path: FieldPath) -> Shape? {
    var container = scopes[path.level]
    for index in path.fields.dropLast() {
      guard let inner = container.fields[index].shape.fieldsInside else { return nil }
      container = inner
    }
    return path.fields.last.map { container.fields[$0].shape }
  }

  private func effective(_ shape: Shape, at path: FieldPath) -> Shape {
    shape.isOptional && (known[path] ?? 0) > 0 ? shape.unwrapped : shape
  }

  /// The names, of any record, that may have been meant by a text that is no name, such as `has Log` or `age.`.
  func names(like written: String) -> [String] {
    let word = String(
      decoding: written.utf8.filter { !TagScanner.isSpace($0) && $0 != UInt8(ascii: ".") }, as: UTF8.self)
    return index.names.contains(word) ? [word] : NearestNames.to(word, among: index.names, limit: 1)
  }

  /// Every name that a tag may begin with here, innermost first.
  private var visibleNames: [String] {
    var seen: Set<String> = ["."]
    return scopes.reversed().flatMap { $0.fields.map(\.name).filter { seen.insert($0).inserted } }
  }

  /// A first part that none of the open records has; another record may have it.
  private func notVisible(_ name: String) -> Failure {
    let visible = visibleNames
    let near = NearestNames.to(name, among: visible)
    let innermost = scopes[scopes.count - 1].name
    if let elsewhere = index.place(of: name) {
      return Failure(
        fault: .nameOutOfScope(name, in: innermost, elsewhere: elsewhere, near: near), span: 0..<name.utf8.count,
        meant: nil)
    }
    if near.isEmpty, let distant = NearestNames.to(name, among: index.names, limit: 1).first,
      let elsewhere = index.place(of: distant)
    {
      return Failure(
        fault: .nameNearOutOfScope(name, in: innermost, near: distant, elsewhere: elsewhere),
        span: 0..<name.utf8.count, meant: nil)
    }
    return unknown(name, at: 0, in: innermost, known: visible)
  }

  private func unknown(_ name: String, at offset: Int, in container: String, known: [String]) -> Failure {
    Failure(
      fault: .unknownName(name, in: container, known: known), span: offset..<offset + name.utf8.count,
      meant: NearestNames.to(name, among: known, limit: 1).first)
  }
}
