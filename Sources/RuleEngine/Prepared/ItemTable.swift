import ClinicalRecord

/// Values by item id, for the thousands of look-ups that judging one record takes: the slot comes from the id's own fingerprint, which a `Dictionary` would hash again each time.
struct ItemTable<Value: Sendable>: Sendable {
  private(set) var items: [ItemID] = []
  /// In the order in which the items were added.
  var values: [Value] = []
  /// The position of an item plus one, or 0 where the slot is free; a power of two of slots, at most half of them taken.
  private var slots: [Int32]

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < 2 * minimumCapacity { size *= 2 }
    slots = Array(repeating: 0, count: size)
    items.reserveCapacity(minimumCapacity)
    values.reserveCapacity(minimumCapacity)
  }

  /// Of several values of an item the first counts.
  init(_ pairs: [(ItemID, Value)]) {
    self.init(minimumCapacity: pairs.count)
    for (item, value) in pairs { _ = position(of: item, adding: value) }
  }

  func position(of item: ItemID) -> Int? {
    let found = slots[slot(of: item)]
    return found == 0 ? nil : Int(found) - 1
  }

  subscript(_ item: ItemID) -> Value? {
    let found = slots[slot(of: item)]
    return found == 0 ? nil : values[Int(found) - 1]
  }

  /// The position of the item, which is added with the value where the table lacks it.
  mutating func position(of item: ItemID, adding value: @autoclosure () -> Value) -> Int {
    let slot = slot(of: item)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    items.append(item)
    values.append(value())
    slots[slot] = Int32(items.count)
    if 2 * items.count > slots.count { grow() }
    return items.count - 1
  }

  private func slot(of item: ItemID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: item.fingerprint) & mask
    while slots[slot] != 0, items[Int(slots[slot]) - 1] != item { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    for position in items.indices { slots[slot(of: items[position])] = Int32(position + 1) }
  }
}
