import TestFolders
import Testing

@testable import BatchReports
@testable import FileAccess
@testable import LegbriefCLI

/// Several templates in one run, plain ones and clinics: names of files, and what is refused before a record is read.
@Suite struct DocumentCommandTests {
  private static func run(_ records: [String], _ options: String...) throws -> (run: Run, made: [String]) {
    let folder = try TestFolder()
    for record in records {
      if let slash = record.lastIndex(of: "/") { folder.makeFolder(String(record[..<slash])) }
      try folder.put(Repository.record(), at: record)
    }
    folder.makeFolder("out")
    let run = Run.run(
      ["report"] + records + ["--output", "out", "--diagnostics", "json"] + options, files: Disk(root: folder.path))
    return (run, folder.names(in: "out"))
  }

  @Test(arguments: [
    (["anna.json"], "appointment", ["anna.html", "anna.md"]),
    (["anna.json"], "note", ["anna.note.txt"]),
    (
      ["anna.json"], "appointment,note,patient",
      [
        "anna.appointment.html", "anna.appointment.md", "anna.note.txt", "anna.patient.html", "anna.patient.md",
      ]
    ),
    (["record.json"], "triage", ["triage.txt"]),
    (["anna.json"], "appointment", ["anna.html", "anna.md"]),
    (["record.json"], "triage,note", ["note.txt", "triage.txt"]),
    (["a/record.json", "b/record.json"], "triage,note", ["a.note.txt", "a.triage.txt", "b.note.txt", "b.triage.txt"]),
    (["a/x.json", "b/x.json"], "note,note", ["x-2.note.txt", "x.note.txt"]),
  ])
  func filesAreCalledAfterRecordAndTemplate(records: [String], templates: String, expected: [String]) throws {
    let (run, made) = try Self.run(records, "--template", templates)
    #expect(run.status == .success, "\(run.error)")
    #expect(made == expected)
  }

  /// Letters to two clinics are two files, and no document takes the place of the summary.
  @Test func aLetterIsCalledAfterItsClinic() throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    for arguments in [["--template", "appointment"], ["--template", "patient"]]
      + ["sleep", "vascular"].map({ ["--template", "referral", "--clinic", $0] })
    {
      #expect(
        Run.run(["report", "anna.json", "--format", "md"] + arguments, files: Disk(root: folder.path)).status
          == .success)
    }
    #expect(
      folder.names() == [
        "anna.json", "anna.md", "anna.patient.md", "anna.referral-sleep.md", "anna.referral-vascular.md",
      ])
  }

  @Test func theVerdictsAreWrittenOnce() throws {
    let (_, made) = try Self.run(["anna.json"], "--template", "note,triage", "--format", "md,json")
    #expect(made == ["anna.note.txt", "anna.triage.txt", "anna.verdicts.json"])
    #expect(try Self.run(["anna.json"], "--template", "note,triage", "--format", "json").made == ["anna.verdicts.json"])
  }

  /// Two records can never share a file, also where the name of one ends like a template.
  @Test func namesNeverMeet() {
    let names = OutputNames(for: ["x/a.json", "x/a.b.json", "y/a.json"], templates: ["b", "c"])
    let all = (0..<3).flatMap { index in
      ["b", "c"].map { names[index].name(of: ReportOutput(template: $0, ending: "md", bytes: [])) }
    }
    #expect(Set(all).count == all.count)
    #expect(all.contains("a-2.b.md"))
  }

  @Test(arguments: [
    (["--template", "note", "--format", "html"], ["plain-template"]),
    (["--template", "note,triage,patient", "--format", "html"], ["plain-template", "plain-template"]),
    (["--template", "apointment,noet"], ["unknown-template", "unknown-template"]),
    (["--clinic", "vascular"], ["clinic-unused"]),
    (["--template", "note", "--clinic", "sleep"], ["clinic-unused"]),
  ])
  func faultsComeBeforeAnyRecord(options: [String], ids: [String]) throws {
    let folder = try TestFolder()
    let run = Run.run(["report", "nobody.json", "--diagnostics", "json"] + options, files: Disk(root: folder.path))
    #expect(run.status == .nothingStarted)
    #expect(run.ids == ids)
    #expect(!run.error.contains("nobody.json"))
    #expect(folder.names() == [])
  }

  @Test(arguments: [
    ["--template", ""], ["--template", "a,,b"], ["--template", "x/y"],
    ["--template", "referral", "--clinic", "dermatology"], ["--clinic", ""],
  ])
  func wrongWordsAreWrongUsage(options: [String]) throws {
    #expect(Run.run(["report", "nobody.json"] + options, files: Disk(root: try TestFolder().path)).status == .usage)
  }

  /// Lines of plain text can stand below each other; pages cannot.
  @Test func aClinicListGoesToTheStream() throws {
    let folder = try TestFolder()
    for name in ["anna.json", "berta.json"] { try folder.put(Repository.record(), at: name) }
    let list = Run.legbrief(
      "report", "anna.json", "berta.json", "--template", "triage", "--output", "-", in: folder.path)
    #expect(list.status == .success)
    #expect(list.output.split(separator: "\n").count == 2)
    #expect(list.output.hasPrefix("anna | "))
    for options in [
      ["--format", "md"], ["--template", "note,triage"], ["--template", "triage", "--format", "md,json"],
    ] {
      let refused = Run.run(
        ["report", "anna.json", "berta.json", "--output", "-", "--diagnostics", "json"] + options,
        files: Disk(root: folder.path))
      #expect(refused.status == .nothingStarted)
      #expect(refused.ids == ["not-one-output"])
      #expect(refused.output.isEmpty)
    }
    #expect(folder.names() == ["anna.json", "berta.json"])
  }

  @Test(arguments: [("vascular", "Vascular clinic"), ("menopause", "Menopause clinic")])
  func theClinicIsThatOfTheOption(clinic: String, title: String) throws {
    let folder = try TestFolder()
    try folder.put(Repository.record(), at: "anna.json")
    let run = Run.legbrief(
      "report", "anna.json", "--template", "referral", "--clinic", clinic, "--format", "md", "--output", "-",
      in: folder.path)
    #expect(run.status == .success)
    #expect(run.output.hasPrefix("# Referral: \(title)"))
  }

  /// A practice's own plain template, and one that stands in front of a shipped one.
  @Test func anOwnTemplateMayBePlainText() throws {
    let folder = try TestFolder()
    folder.makeFolder("own")
    try folder.put("{{#triage}}{{level}}, {{counts}}, {{coverage}}\n{{/triage}}", at: "own/line.txt.mustache")
    try folder.put(Repository.record(), at: "anna.json")
    let run = Run.legbrief(
      "report", "anna.json", "--templates", "own", "--template", "line", "--output", "-", in: folder.path)
    #expect(run.status == .success, "\(run.error)")
    #expect(run.output.hasPrefix("none met; "))
    try folder.put("{{#triage}}{{level}}{{/triage}}", at: "own/line.md.mustache")
    let two = Run.legbrief(
      "report", "anna.json", "--templates", "own", "--template", "line", "--diagnostics", "json", in: folder.path)
    #expect(two.ids == ["template-twice"])
  }

  @Test func theTemplateCommandsKnowThem() throws {
    let folder = try TestFolder()
    let list = Run.legbrief("template", "list", in: folder.path).output
    for line in ["note         plain text  report", "triage       plain text  report"] {
      #expect(
        list.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
          line.split(separator: " ").joined(separator: " ")))
    }
    #expect(Run.legbrief("template", "show", "triage", in: folder.path).output.contains("{{#triage}}"))
    let new = Run.legbrief("template", "new", "box", "--from", "note", "--output", "own", in: folder.path)
    #expect(new.output.contains("wrote own/box.txt.mustache"))
    let check = Run.legbrief("template", "check", "own", in: folder.path)
    #expect(check.status == .success)
    #expect(check.error.isEmpty, "\(check.error)")
    try folder.put(Repository.record(), at: "records.json")
    folder.makeFolder("records")
    try folder.put(Repository.record(), at: "records/anna.json")
    let diff = Run.legbrief("template", "diff", "note", "own/box.txt.mustache", "--records", "records", in: folder.path)
    #expect(diff.output == "The report stays the same.\n", "\(diff.output)\(diff.error)")
  }
}
