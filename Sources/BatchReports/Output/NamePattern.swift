import ClinicalRecord
import Crypto

/// How the files of a record are called: fixed text, and parts in braces.
package struct NamePattern: Sendable, Hashable {
  package enum Part: String, Sendable, CaseIterable {
    /// Sixteen hexadecimal digits of the SHA-256 of `personId`: the same person has the same name in every batch.
    case pseudonym
    /// `personId` as it stands; only for pseudonyms that may be seen in a folder.
    case id
    /// The name of the record's file without its ending.
    case file
    /// The line of the record in its file; 1 for a file of its own.
    case line
    /// The day on which the report ends.
    case asOf
  }

  private enum Piece: Sendable, Hashable {
    case text(String)
    case part(Part)
  }

  private let pieces: [Piece]
  package let text: String

  package static let standard = "{pseudonym}"

  /// Nil for a pattern with an unknown part, without any part, or with what a file's name cannot hold.
  package init?(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"),
        let part = Part(rawValue: String(rest[rest.index(after: open)..<close]))
      else { return nil }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.part(part))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    var hasPart = false
    for piece in pieces {
      switch piece {
      case .part: hasPart = true
      case .text(let text): guard text.utf8.allSatisfy(NamePattern.isPlain) else { return nil }
      }
    }
    guard hasPart, text.first != "-" else { return nil }
    self.pieces = pieces
  }

  /// Fixed text, for where no file is named.
  init(literal text: String) {
    self.text = text
    pieces = [.text(text)]
  }

  /// What a name depends on besides the record: another pattern, or with `{file}` or `{line}` another place, is another name.
  func key(at place: RecordPlace) -> String {
    let file = pieces.contains(.part(.file)) ? place.fileName : ""
    return "\(text)\n\(file)\n\(pieces.contains(.part(.line)) ? place.line ?? 1 : 0)"
  }

  /// The name for a record; whatever a file's name should not hold becomes `_`.
  func name(of record: PatientRecord, at place: RecordPlace) -> String {
    let name = pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .part(let part): value(part, record, place)
      }
    }.joined()
    let plain = String(decoding: name.utf8.map { NamePattern.isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    // A leading hyphen would be taken for an option, and a long name does not fit with its ending.
    let shown = plain.hasPrefix("-") ? "_" + plain : plain
    // The list of patients is called so.
    if shown.lowercased() == "index" { return shown + "_" }
    return shown.utf8.count <= 150 ? shown : String(shown.prefix(133)) + "-" + NamePattern.digest(name)
  }

  private func value(_ part: Part, _ record: PatientRecord, _ place: RecordPlace) -> String {
    switch part {
    case .pseudonym: return NamePattern.digest(NamePattern.person(of: record, at: place))
    case .id: return NamePattern.person(of: record, at: place)
    case .file:
      let name = place.fileName
      return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
    case .line: return "\(place.line ?? 1)"
    case .asOf: return record.asOf.iso
    }
  }

  /// Whom the record is of: `personId`, or the place of a record that has none.
  private static func person(of record: PatientRecord, at place: RecordPlace) -> String {
    if case .text(let id)? = record.person["personId"]?.value { return id }
    return place.line == nil ? place.file : record.file
  }

  static func digest(_ text: String) -> String {
    Digest.hex(SHA256.hash(data: Array(text.utf8)).prefix(8))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    // What stands behind a dot is the template and the ending: a name with one could be that of another person's letter.
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
