/// Names stored once each and numbered in the order in which they came.
///
/// The hash is Swift's own, seeded anew in every process: nobody can choose names that collide.
struct SymbolTable: Sendable {
  private struct Symbol {
    var hash: Int
    var start: Int
    var count: Int
  }

  private var bytes: [UInt8] = []
  private var symbols: [Symbol] = []
  /// Open addressing: the number of a symbol plus one, 0 where nothing is; always a power of two in size, at most half full.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { symbols.count }

  /// The memory that the names take.
  var byteCount: Int { bytes.count + symbols.count * MemoryLayout<Symbol>.stride }

  static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(name))
    return hasher.finalize()
  }

  /// The number of a name; nil when it never came.
  func find(_ name: UnsafeBufferPointer<UInt8>, hash: Int) -> UInt32? {
    let number = slots[slot(of: name, hash: hash)]
    return number == 0 ? nil : number - 1
  }

  /// The number of a name, which is taken in if it is new.
  mutating func intern(_ name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { intern($0, hash: SymbolTable.hash($0)) }
  }

  mutating func intern(_ name: UnsafeBufferPointer<UInt8>, hash: Int) -> UInt32 {
    let index = slot(of: name, hash: hash)
    if slots[index] > 0 { return slots[index] - 1 }
    symbols.append(Symbol(hash: hash, start: bytes.count, count: name.count))
    bytes.append(contentsOf: name)
    slots[index] = UInt32(symbols.count)
    if symbols.count * 2 > slots.count { grow() }
    return UInt32(symbols.count - 1)
  }

  /// The numbers that the names of another table have in this one.
  func numbers(of other: SymbolTable) -> [UInt32?] {
    other.bytes.withUnsafeBufferPointer { bytes in
      other.symbols.map { symbol in
        let name = UnsafeBufferPointer(rebasing: bytes[symbol.start..<symbol.start + symbol.count])
        return find(name, hash: symbol.hash)
      }
    }
  }

  /// Where a name is, or where it belongs.
  private func slot(of name: UnsafeBufferPointer<UInt8>, hash: Int) -> Int {
    var index = hash & (slots.count - 1)
    while slots[index] > 0 {
      let symbol = symbols[Int(slots[index]) - 1]
      if symbol.hash == hash, symbol.count == name.count, isEqual(symbol, name) { break }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private func isEqual(_ symbol: Symbol, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < name.count, bytes[symbol.start + index] == name[index] { index += 1 }
      return index == name.count
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, symbol) in symbols.enumerated() {
      var index = symbol.hash & (slots.count - 1)
      while slots[index] > 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = UInt32(number + 1)
    }
  }
}
