import BatchReports

/// Names for the files of each record, made from the records' paths and the templates' names alone: never from what a record says about a person.
///
/// `anna.json` gives `anna.md`, `anna.html` and `anna.verdicts.json`. Of several templates, and of any other than the appointment summary,
/// each file says which one it is from: `anna.appointment.md`, `anna.note.txt`, `anna.referral-sleep.md`. A record called `record.json` is the one of its folder: alone it gives
/// `report.md`, `report.html` and `verdicts.json`, of several templates `appointment.md`, `note.txt`; among several records it is called
/// after its folder. Where two records would have a file of the same name, the later one gets `-2`, `-3` and so on.
struct OutputNames {
  private var names: [ReportNames] = []

  /// - Parameters:
  ///   - records: the records' paths.
  ///   - templates: the names of the templates where files are called after them; empty with one template.
  init(for records: [String], templates: [String] = []) {
    var taken: Set<String> = []
    for path in records {
      let stem = OutputNames.stem(of: path, alone: records.count == 1)
      var name = stem ?? "report"
      var number = 1
      func wanted() -> [String] { [name] + templates.map { "\(name).\($0)" } }
      while !taken.isDisjoint(with: wanted()) {
        number += 1
        name = "\(stem ?? "report")-\(number)"
      }
      taken.formUnion(wanted())
      names.append(ReportNames(stem: stem == nil ? nil : name, namesTemplate: !templates.isEmpty))
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
  /// Whether the files of a report are called after its template.
  let namesTemplate: Bool

  func name(of output: ReportOutput) -> String {
    guard let template = output.template else { return stem.map { "\($0).verdicts.json" } ?? "verdicts.json" }
    let name = namesTemplate ? [stem, template].compactMap(\.self).joined(separator: ".") : stem ?? "report"
    return "\(name).\(output.ending)"
  }
}
