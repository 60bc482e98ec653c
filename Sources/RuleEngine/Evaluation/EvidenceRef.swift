import ClinicalRecord

/// Names one piece of evidence by where it stands in the record; ``Evidence`` with its texts is made of it when somebody reads it.
struct EvidenceRef: Sendable, Hashable {
  enum Kind: UInt64 {
    /// An item of the person, answers or history: its position among the prepared items.
    case item
    /// A log entry with one of its fields.
    case entry
    case lab, measurement, score
    /// A medicine with those of its classes that count.
    case medicine
    /// A sentence of the patient's own text.
    case quote
  }

  /// Kind, detail and position in one word, so that refs are told apart and copied at no cost.
  let bits: UInt64

  init(_ kind: Kind, _ position: Int, detail: Int = 0) {
    bits =
      kind.rawValue << 56 | UInt64(truncatingIfNeeded: detail & 0xFF_FFFF) << 32
      | UInt64(UInt32(truncatingIfNeeded: position))
  }

  var kind: Kind { Kind(rawValue: bits >> 56) ?? .item }
  var position: Int { Int(bits & 0xFFFF_FFFF) }
  /// For an entry the field, for a medicine the list of classes, by number.
  var detail: Int { Int(bits >> 32 & 0xFF_FFFF) }
}

/// Which refs were seen since the last `begin`; begins anew without clearing its memory.
struct SeenRefs {
  private var slots: [(bits: UInt64, round: UInt32)] = Array(repeating: (0, 0), count: 256)
  private var round: UInt32 = 0
  private var count = 0

  mutating func begin() {
    round += 1
    count = 0
  }

  /// True where the ref was not seen before.
  mutating func insert(_ ref: EvidenceRef) -> Bool {
    if 2 * count >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (ref.bits &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].round == round {
      if slots[slot].bits == ref.bits { return false }
      slot = (slot + 1) & mask
    }
    slots[slot] = (ref.bits, round)
    count += 1
    return true
  }

  private mutating func grow() {
    let old = slots.filter { $0.round == round }
    slots = Array(repeating: (0, 0), count: 2 * slots.count)
    count = 0
    for (bits, _) in old { _ = insert(EvidenceRef(bits: bits)) }
  }
}

extension EvidenceRef {
  fileprivate init(bits: UInt64) { self.bits = bits }
}
