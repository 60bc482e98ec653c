/// The values in which names are looked up, the innermost last.
///
/// Where a name is in an object depends only on the object's layout: it is searched for once for every layout and then remembered.
struct UntypedScopes {
  private static let unknown: Int32 = -2
  private static let absent: Int32 = -1
  /// How many places are remembered; data with more different objects than that is searched every time.
  private static let mostRemembered = 1 << 16

  private let program: UntypedProgram
  private let data: UntypedData
  private let entries: UnsafeBufferPointer<UntypedData.Entry>
  private var values: [UInt32] = [0]
  /// The symbol of every part of a name in the data.
  private let symbols: [UInt32?]
  /// The position of every part of a name in every layout.
  private var places: [Int32]
  private let partCount: Int
  /// How many scopes were visited in vain.
  private(set) var visited = 0

  init(_ program: UntypedProgram, _ data: UntypedData, entries: UnsafeBufferPointer<UntypedData.Entry>) {
    self.program = program
    self.data = data
    self.entries = entries
    partCount = program.parts.count
    symbols = data.symbols.numbers(of: program.parts)
    let (count, overflow) = partCount.multipliedReportingOverflow(by: data.layouts.count)
    places = Array(
      repeating: UntypedScopes.unknown, count: overflow || count > UntypedScopes.mostRemembered ? 0 : count)
    values.reserveCapacity(32)
  }

  @inline(__always)
  subscript(value: Int) -> UntypedData.Entry { entries[value] }

  @inline(__always)
  mutating func push(_ value: UInt32) { values.append(value) }

  @inline(__always)
  mutating func pop() { values.removeLast() }

  /// Makes the next value of a list the innermost scope; false when that would be `end`.
  @inline(__always)
  mutating func advance(to end: UInt32) -> Bool {
    let last = values.count - 1
    guard values[last] + 1 < end else { return false }
    values[last] += 1
    return true
  }

  /// The value of a name: the first part is looked for from the innermost scope outwards, the others strictly inside it.
  @inline(__always)
  mutating func find(_ name: UInt32) -> Int? {
    let name = program.names[Int(name)]
    guard name.count > 0 else { return Int(values[values.count - 1]) }
    guard var value = findFirst(program.path[Int(name.start)]) else { return nil }
    var index = Int(name.start) + 1
    while index < Int(name.start + name.count) {
      guard let inner = field(program.path[index], of: value) else { return nil }
      value = inner
      index += 1
    }
    return value
  }

  @inline(__always)
  private mutating func findFirst(_ part: UInt32) -> Int? {
    var level = values.count - 1
    while level >= 0 {
      if let found = field(part, of: Int(values[level])) { return found }
      visited += 1
      level -= 1
    }
    return nil
  }

  @inline(__always)
  private mutating func field(_ part: UInt32, of value: Int) -> Int? {
    let entry = entries[value]
    guard entry.kind == .object else { return nil }
    let place = Int(entry.layout) * partCount + Int(part)
    var position = place < places.count ? places[place] : UntypedScopes.unknown
    if position == UntypedScopes.unknown {
      position = search(part, Int(entry.layout))
      if place < places.count { places[place] = position }
    }
    return position >= 0 ? Int(entry.start) + Int(position) : nil
  }

  @inline(never)
  private func search(_ part: UInt32, _ layout: Int) -> Int32 {
    guard let symbol = symbols[Int(part)], let position = data.layouts.position(of: symbol, in: layout) else {
      return UntypedScopes.absent
    }
    return Int32(truncatingIfNeeded: position)
  }
}
