internal import Diagnostics

// Where a value goes, and what is wrong with it when it goes nowhere.
extension RecordWriter {
  /// The cell for a value; nil when the value does not fit, which is noted.
  ///
  /// - Parameter dialect: of markup; plain for every other kind.
  /// - Parameter count: bytes or elements.
  @inline(__always)
  mutating func place(
    _ name: String, _ kind: Cell.Kind, _ dialect: Dialect = .plain, count: Int = 1
  ) -> UnsafeMutablePointer<Cell>? {
    guard next.pointee.name == name, next.pointee.takes(kind, dialect), count <= limits.count else {
      return placeElsewhere(name, kind, dialect, count)
    }
    return placeNext()
  }

  /// The cell for the field that is expected next.
  @inline(__always)
  mutating func placeNext() -> UnsafeMutablePointer<Cell> {
    defer {
      next += 1
      cell += 1
    }
    return cell
  }

  /// The same for a field in any order, and for a value that does not fit.
  @inline(never)
  mutating func placeElsewhere(
    _ name: String, _ kind: Cell.Kind, _ dialect: Dialect, _ count: Int
  ) -> UnsafeMutablePointer<Cell>? {
    let found =
      switch kind {
      case .absent: "nothing"
      case .text: "text"
      case .markup: "\(dialect.words) markup"
      case .flag: "a flag"
      case .record: "a record"
      case .list: "a list"
      }
    return placeElsewhere(name, count, found: found) { $0.takes(kind, dialect) }
  }

  /// The cell of a field in any order; nil when the value does not fit, which is noted.
  ///
  /// - Parameter found: what was given, in words.
  mutating func placeElsewhere(
    _ name: String, _ count: Int, found: @autoclosure () -> String, fits: (FieldKind) -> Bool
  ) -> UnsafeMutablePointer<Cell>? {
    guard let index = shape.index(of: name) else {
      faults.append(.unknown(name: name, nearest: NearestNames.to(name, among: shape.names)))
      return nil
    }
    scatter()
    let target = firstCell + index
    guard target.pointee.isMissing else {
      faults.append(.repeated(name: name))
      return nil
    }
    // Given, if not as it should be: it is not missing as well.
    target.initialize(to: .absent(at: target))
    if count > limits.count {
      faults.append(.tooLong(name: name, limit: limits.count))
    } else if !fits(shape.kinds[index]) {
      faults.append(.wrongKind(name: name, expected: shape.fields[index].shape.words, found: found()))
    } else {
      return target
    }
    return nil
  }

  /// The cell of the first field.
  private var firstCell: UnsafeMutablePointer<Cell> { cell - (next - shape.expected) }

  /// The field whose value a cell of this record takes.
  func field(at cell: UnsafeMutablePointer<Cell>) -> FieldKind { shape.expected[cell - firstCell] }

  /// Gives up the order of the fields for this record: every value is looked up from now on, and what is not given is marked.
  private mutating func scatter() {
    guard !isScattered else { return }
    isScattered = true
    while !next.pointee.isEnd {
      cell.initialize(to: .missing(at: cell))
      next += 1
      cell += 1
    }
  }

  /// Notes the fields that were not given.
  mutating func noteMissing() {
    guard isScattered || !next.pointee.isEnd else { return }
    scatter()
    for (index, name) in shape.names.enumerated() where firstCell[index].isMissing {
      faults.append(.missing(name: name))
    }
  }

  /// Notes what the shape itself has too much of.
  mutating func noteLimits() {
    if shape.kinds.count > limits.fields { faults.append(.tooManyFields(limit: limits.fields)) }
    if level == 0, shape.depth > limits.depth { faults.append(.tooDeep(limit: limits.depth)) }
  }
}
