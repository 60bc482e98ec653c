import ClinicalRecord
import Crypto
import Diagnostics
import FileAccess
import RecordReaders
import RuleEngine

// What threads do with one record before its report is made.
extension BatchItem {
  /// With the digest of the record and of everything else that its report depends on.
  func withKey(_ order: BatchOrder) -> BatchItem {
    guard faults.isEmpty else { return self }
    var item = self
    item.sha256 = Digest.hex(bytes)
    if case .previous = order.changes {
      // Which verdicts it is compared with depends on whose record it is.
      item = item.withRecord(order)
      guard item.faults.isEmpty else { return item }
    }
    var compared = ""
    if case .verdicts(_, _, let sha256) = item.comparison { compared = sha256 }
    // Reports cite the record's file; of a line they cite the record itself, so that a line may move.
    let text =
      "\(order.setup)\n\(item.sha256)\n\(place.line == nil ? place.fileName : "")\n\(compared)\n\(order.naming.key(at: place))"
    item.key = Digest.hex(SHA256.hash(data: Array(text.utf8)).prefix(16))
    return item
  }

  /// With the validated record, its name and what it is compared with; or with everything that is wrong with it.
  func withRecord(_ order: BatchOrder) -> BatchItem {
    guard record == nil, faults.isEmpty, let decoder else { return self }
    var item = self
    let result = decoder.read(SourceText(file: place.file, bytes: bytes), asOf: order.asOf)
    item.warnings = result.diagnostics.filter { $0.severity == .warning }
    guard var record = result.record else {
      item.faults = faults(by: decoder, order.asOf)
      return item
    }
    if place.line != nil { record.file = lineName(of: record) }
    if let locale = order.locale { record.person[LocalePack.item] = RecordedItem(.code(locale)) }
    item.record = record
    item.name = order.naming.name(of: record, at: place)
    switch order.changes {
    case .nothing: break
    case .since(let day): item.comparison = .day(day)
    case .previous(let folder): item.compare(with: folder)
    }
    return item
  }

  /// What is wrong, with the places that an editor shows.
  private func faults(by decoder: any RecordDecoder, _ asOf: Day?) -> [Diagnostic] {
    decoder.read(SourceText(file: place.file, bytes: bytes, firstLine: place.line ?? 1), asOf: asOf).diagnostics
      .filter { $0.severity == .error }
  }

  /// What the report of a line cites instead of a file: the same wherever the line stands, in whatever part of a split input.
  private func lineName(of record: PatientRecord) -> String {
    if case .text(let id)? = record.person["personId"]?.value { return id }
    return "record \((sha256.isEmpty ? Digest.hex(bytes) : sha256).prefix(8))"
  }

  /// The verdicts of the same name in the folder of an earlier batch; a patient who was not in it is compared with nothing.
  private mutating func compare(with folder: String) {
    let files = Disk()
    let paths = [FolderLayout.flat, .byTwoDigits, .byThreeDigits].map {
      "\(folder)/\($0.folder(of: name))\(name).verdicts.json"
    }
    guard let path = paths.first(where: { files.identity(of: $0) != nil }) else { return }
    let loaded = ReportComparison.load(since: nil, previous: path, files: files)
    if let source = loaded.source {
      comparison = source
    } else {
      faults = loaded.diagnostics
      record = nil
    }
  }
}
