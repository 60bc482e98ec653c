/// Names for the files of each record, made from the records' paths alone: never from what a record says about a person.
///
/// `anna.json` gives `anna.md`, `anna.html` and `anna.verdicts.json`. A record called `record.json` is the one of its folder: alone
/// it gives `report.md`, `report.html` and `verdicts.json`; among several it is called after its folder. Where two records would
/// have the same name, the later one gets `-2`, `-3` and so on.
struct OutputNames {
  private var names: [ReportNames] = []

  init(for records: [String]) {
    var taken: Set<String> = []
    for path in records {
      let stem = OutputNames.stem(of: path, alone: records.count == 1)
      var name = stem ?? "report"
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        name = "\(stem ?? "report")-\(number)"
      }
      names.append(ReportNames(stem: stem == nil ? nil : name))
    }
  }

  subscript(_ position: Int) -> ReportNames { names[position] }

  /// Nil for the one `record.json` of a run.
  private static func stem(of path: String, alone: Bool) -> String? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let file = parts.last ?? "record"
    let dot = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : $0 }
    let stem = String(file[..<(dot ?? file.endIndex)])
    guard stem == "record" else { return stem }
    if alone { return nil }
    guard let folder = parts.dropLast().last, folder != ".." else { return stem }
    return String(folder)
  }
}

/// The names of one record's files.
struct ReportNames {
  /// Nil for the names without a stem.
  let stem: String?

  func name(for format: ReportFormat) -> String {
    switch format {
    case .markdown: "\(stem ?? "report").md"
    case .page: "\(stem ?? "report").html"
    case .verdicts: stem.map { "\($0).verdicts.json" } ?? "verdicts.json"
    }
  }
}
