import ClinicalRecord

/// Looks in one patient's files for what identifies another patient of the same window.
///
/// Texts are compared as sequences of words, so that escapes, line breaks and markup between them do not hide anything.
struct LeakCheck: Sendable {
  /// What identifies one person of the window.
  struct Mark: Sendable, Hashable {
    /// Position of the record in the window.
    let owner: Int
    /// The field that holds it.
    let field: ItemID
    /// Hashes of its first words, at most ``words``.
    let hashes: [UInt64]
  }

  /// A file holds a mark of another record.
  struct Leak: Sendable, Hashable {
    let owner: Int
    let field: ItemID
  }

  /// So many words in a row are the same by chance only where they are a common phrase.
  private static let words = 4
  /// Shorter values are numbers and initials that stand everywhere.
  private static let fewestLetters = 4

  private let marks: [UInt64: [Mark]]
  /// Whether any mark begins with a word of these first two bytes: of most words of a report nothing else is looked at.
  private let begins: [Bool]

  init(_ records: [(owner: Int, record: PatientRecord)], identifying: Set<ItemID>) {
    var marks: [UInt64: [Mark]] = [:]
    var begins = [Bool](repeating: false, count: 1 << 16)
    for (owner, record) in records {
      for (mark, opening) in LeakCheck.marks(of: record, owner, identifying) {
        guard let first = mark.hashes.first else { continue }
        marks[first, default: []].append(mark)
        begins[opening] = true
      }
    }
    self.marks = marks
    self.begins = begins
  }

  /// The marks of other records that stand in the bytes, and not in what the record itself says.
  func leaks(in bytes: [UInt8], of owner: Int, whoseRecord own: [UInt8]) -> Set<Leak> {
    guard !marks.isEmpty else { return [] }
    let found = hits(in: bytes).filter { $0.owner != owner }
    guard !found.isEmpty else { return [] }
    let said = hits(in: own)
    return Set(found.subtracting(said).map { Leak(owner: $0.owner, field: $0.field) })
  }

  private func hits(in bytes: [UInt8]) -> Set<Mark> {
    var hits: Set<Mark> = []
    // The marks that may go on with the next word, and how many of their words stood there.
    var going: [(mark: Mark, matched: Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var words = Words(bytes)
      while let word = words.next() {
        guard begins[word.opening] || !going.isEmpty else { continue }
        let hash = word.hash
        going = going.compactMap { mark, matched in
          guard mark.hashes[matched] == hash else { return nil }
          if matched + 1 == mark.hashes.count {
            hits.insert(mark)
            return nil
          }
          return (mark, matched + 1)
        }
        for mark in marks[hash] ?? [] {
          if mark.hashes.count == 1 { hits.insert(mark) } else { going.append((mark, 1)) }
        }
      }
    }
    return hits
  }

  /// With the first two bytes of each.
  private static func marks(
    of record: PatientRecord, _ owner: Int, _ identifying: Set<ItemID>
  ) -> [(mark: Mark, opening: Int)] {
    var texts: [(ItemID, String)] = []
    for (item, recorded) in record.person where identifying.contains(item) {
      switch recorded.value {
      case .text(let text): texts.append((item, text))
      case .day(let day): texts.append((item, day.iso))
      default: break
      }
    }
    for entry in record.log {
      for (item, recorded) in entry.values where identifying.contains(item) {
        if case .text(let text) = recorded.value { texts.append((item, text)) }
      }
    }
    return texts.compactMap { item, text in
      var hashes: [UInt64] = []
      var opening = 0
      var letters = 0
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var rest = Words(bytes)
        while let word = rest.next() {
          if hashes.isEmpty { opening = word.opening }
          if hashes.count < words { hashes.append(word.hash) }
          letters += word.bytes.count
        }
      }
      // A sentence of few words may be anybody's; an id is one person's however short it is.
      let isEnough = item == "personId" || item == "birthDate" ? letters >= fewestLetters : hashes.count == words
      return isEnough ? (Mark(owner: owner, field: item, hashes: hashes), opening) : nil
    }
  }
}

/// A run of letters and digits; bytes above ASCII are letters.
private struct Word {
  let bytes: Slice<UnsafeBufferPointer<UInt8>>

  /// FNV-1a.
  var hash: UInt64 { bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

  /// The first two bytes as one number.
  var opening: Int { Int(bytes[bytes.startIndex]) << 8 | (bytes.count > 1 ? Int(bytes[bytes.startIndex + 1]) : 0) }
}

/// The words of a text, one after the other.
private struct Words {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Word? {
    while position < bytes.count, !Words.isLetter(bytes[position]) { position += 1 }
    let start = position
    while position < bytes.count, Words.isLetter(bytes[position]) { position += 1 }
    return start < position ? Word(bytes: bytes[start..<position]) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
