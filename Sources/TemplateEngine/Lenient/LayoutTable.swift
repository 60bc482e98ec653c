/// The different sets of names that the objects of some data have; most objects share theirs with others.
struct LayoutTable: Sendable {
  /// The symbols of all layouts, those of each in rising order.
  private var symbols: [UInt32] = []
  private var starts = [0]
  private var numbers: [[UInt32]: UInt32] = [:]

  var count: Int { starts.count - 1 }

  /// The number of a layout.
  ///
  /// - Parameter names: different symbols in rising order.
  mutating func intern(_ names: [UInt32]) -> UInt32 {
    if let number = numbers[names] { return number }
    let number = UInt32(count)
    numbers[names] = number
    symbols.append(contentsOf: names)
    starts.append(symbols.count)
    return number
  }

  /// The position of a symbol in a layout; nil when the layout does not have it.
  func position(of symbol: UInt32, in layout: Int) -> Int? {
    var low = starts[layout]
    var high = starts[layout + 1]
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low < starts[layout + 1] && symbols[low] == symbol ? low - starts[layout] : nil
  }
}

/// Layouts that were met lately: the objects of a list mostly have the same names in the same order, and comparing names costs less than looking them up.
struct RecentLayouts {
  /// Where the fields of an object stand in its layout.
  struct Known {
    fileprivate var fields: [UntypedObject.Field] = []
    var layout: UInt32 = 0
    /// How many different names there are.
    var count = 0
    /// The position of every field; -1 when a later field has the same name.
    var positions: [Int32] = []
  }

  private var slots = [Known?](repeating: nil, count: 32)

  mutating func layout(
    of fields: [UntypedObject.Field], symbols: inout SymbolTable, layouts: inout LayoutTable
  ) -> Known {
    let slot = (fields.count &* 5 &+ (fields.first?.name.utf8.count ?? 0)) & (slots.count - 1)
    if let known = slots[slot], RecentLayouts.haveSameNames(known.fields, fields) { return known }
    let known = RecentLayouts.lookUp(fields, &symbols, &layouts)
    slots[slot] = known
    return known
  }

  private static func haveSameNames(_ a: [UntypedObject.Field], _ b: [UntypedObject.Field]) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index].name != b[index].name { return false }
    return true
  }

  private static func lookUp(
    _ fields: [UntypedObject.Field], _ symbols: inout SymbolTable, _ layouts: inout LayoutTable
  ) -> Known {
    let names = fields.map { symbols.intern($0.name) }
    var different: [UInt32] = []
    for name in names.sorted() where different.last != name { different.append(name) }
    let layout = layouts.intern(different)
    var known = Known(fields: fields, layout: layout, count: different.count)
    var isTaken = [Bool](repeating: false, count: different.count)
    for name in names.reversed() {
      let position = layouts.position(of: name, in: Int(layout)) ?? 0
      known.positions.append(isTaken[position] ? -1 : Int32(truncatingIfNeeded: position))
      isTaken[position] = true
    }
    known.positions.reverse()
    return known
  }
}
