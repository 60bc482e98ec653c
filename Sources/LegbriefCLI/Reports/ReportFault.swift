import BatchReports
import Diagnostics
import ReportBuilder

/// What a run of `legbrief report` cannot do with the templates that it was given, before any record is read.
enum ReportFault {
  /// What no run can do with its templates, however many records it reads.
  static func all(formats: [ReportFormat], clinic: String?, _ templates: [ReportTemplate]) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if formats.contains(.page), !formats.contains(.markdown) {
      faults += templates.filter(\.isPlain).map(notPage)
    }
    if clinic != nil, !templates.contains(where: { $0.kind == .referral }) { faults.append(clinicUnused) }
    return faults
  }

  /// Every fault of the command, given its templates.
  static func all(_ command: ReportCommand, _ templates: [ReportTemplate]) -> [Diagnostic] {
    let formats = command.format.all
    var faults = all(formats: formats, clinic: command.clinic?.id, templates)
    if command.output == "-", faults.isEmpty {
      let count = outputs(formats, templates)
      // Lines of plain text can stand below each other; pages and verdicts cannot.
      let isPlain = count == 1 && templates.allSatisfy(\.isPlain) && !formats.contains(.verdicts)
      if count != 1 || (command.records.count != 1 && !isPlain) { faults.append(notOne(count)) }
    }
    return faults
  }

  /// How many files each record gets.
  private static func outputs(_ formats: [ReportFormat], _ templates: [ReportTemplate]) -> Int {
    formats.count { $0 == .verdicts }
      + templates.reduce(0) { sum, template in
        sum + (template.isPlain ? (formats == [.verdicts] ? 0 : 1) : formats.count { $0 != .verdicts })
      }
  }

  private static func notPage(_ template: ReportTemplate) -> Diagnostic {
    Diagnostic(
      .error, id: "plain-template",
      "the template \"\(template.name)\" writes plain text: it makes a .txt file and no HTML page",
      remedy: "leave --format out, or name md as well: --format md,html")
  }

  private static let clinicUnused = Diagnostic(
    .error, id: "clinic-unused", "--clinic chooses the clinic of a referral letter, and no template of this run is one",
    remedy: "add --template referral")

  private static func notOne(_ count: Int) -> Diagnostic {
    Diagnostic(
      .error, id: "not-one-output",
      count == 1
        ? "--output - prints one report: only plain text, such as --template triage, can be printed for several records"
        : "--output - prints one report, and this run makes \(count) for each record",
      remedy: "name one template and one format: --format md, html or json")
  }
}
