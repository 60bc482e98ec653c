package import ClinicalRecord
package import Diagnostics
package import ReportBuilder
package import RuleEngine

/// Makes everything that a run asks for of one record, in memory: a value without state, so that no report can hold
/// anything of the one before it.
package struct ReportMaker: Sendable {
  /// What became of one record.
  package struct Made: Sendable {
    /// Nil where a report of the record cannot be made; the diagnostics say why.
    package var outputs: [ReportOutput]?
    package var diagnostics: [Diagnostic]
    /// For the list of a clinic; nil where nobody asked for it.
    package var triage: TriageRow?
  }

  private let book: RuleBook
  private let pipeline: ReportPipeline
  /// One for each template of the pipeline, in its order.
  private let origins: [ReportOrigin]
  private let formats: [ReportFormat]
  private let clinic: String?

  package init(
    book: RuleBook, pipeline: ReportPipeline, origins: [ReportOrigin], formats: [ReportFormat], clinic: String? = nil
  ) {
    self.book = book
    self.pipeline = pipeline
    self.origins = origins
    self.formats = formats
    self.clinic = clinic
  }

  /// - Parameters:
  ///   - sha256: of the bytes that the record was read from.
  ///   - warnings: what was found when it was read.
  ///   - path: the record's place, for diagnostics.
  ///   - isListed: whether the row of a clinic list is wanted as well.
  package func make(
    _ record: PatientRecord, sha256: String, warnings: [Diagnostic], at path: String,
    comparedWith comparison: ReportComparison = .nothing, isListed: Bool = false
  ) -> Made {
    let earlier = comparison.earlier(of: record, at: path, by: pipeline, book: book)
    var made = Made(outputs: nil, diagnostics: earlier.diagnostics, triage: nil)
    guard !earlier.diagnostics.contains(where: { $0.severity == .error }) else { return made }
    let verdicts = pipeline.judge(record)
    var outputs: [ReportOutput] = []
    if formats != [.verdicts] || isListed {
      let model = pipeline.compose(
        verdicts, warnings: warnings.forReaders, clinic: clinic, comparedWith: earlier.period)
      if isListed { made.triage = pipeline.triageRow(verdicts, model) }
      guard formats != [.verdicts] else {
        made.outputs = [verdictsFile(verdicts, warnings)]
        return made
      }
      for (template, origin) in zip(pipeline.reports, origins) {
        do {
          outputs += try self.outputs(of: origin.completing(model, of: record, sha256: sha256), template)
        } catch {
          made.diagnostics.append(RenderFault.diagnostic(error, template: template.name, record: path))
          return made
        }
      }
    }
    if formats.contains(.verdicts) { outputs.append(verdictsFile(verdicts, warnings)) }
    made.outputs = outputs
    return made
  }

  /// What the files of a template are called after; letters to two clinics are two files.
  package static func name(of template: ReportTemplate, _ clinic: String?) -> String {
    guard template.kind == .referral, let clinic else { return template.name }
    return "\(template.name)-\(clinic)"
  }

  /// The names that files carry: none for the appointment summary alone, so that no other document ever takes its place.
  package static func names(of templates: [ReportTemplate], _ clinic: String?) -> [String] {
    templates.map(\.name) == ["appointment"] ? [] : templates.map { name(of: $0, clinic) }
  }

  private func verdictsFile(_ verdicts: Verdicts, _ warnings: [Diagnostic]) -> ReportOutput {
    let text = VerdictsJSON.text(verdicts, warnings: warnings.withoutFolders)
    return ReportOutput(template: nil, ending: "json", bytes: Array(text.utf8))
  }

  /// One template's files in the order of the formats; plain text is one file whatever they are.
  private func outputs(of model: ReportModel, _ template: ReportTemplate) throws -> [ReportOutput] {
    let text = try pipeline.text(model, by: template)
    let name = ReportMaker.name(of: template, clinic)
    if template.isPlain { return [ReportOutput(template: name, ending: "txt", bytes: text)] }
    return try formats.compactMap { format in
      switch format {
      case .markdown: ReportOutput(template: name, ending: "md", bytes: text)
      case .page:
        ReportOutput(template: name, ending: "html", bytes: try pipeline.page(text, model, by: template))
      case .verdicts: nil
      }
    }
  }
}

extension [Diagnostic] {
  /// Warnings as a report prints them: the place in the record and what looks wrong there.
  package var forReaders: [String] {
    map { warning in (warning.location.map { "line \($0.line): " } ?? "") + warning.message }
  }

  /// With the file's name alone, so that a report does not change with the folder it is made from.
  package var withoutFolders: [Diagnostic] {
    func short(_ location: SourceLocation) -> SourceLocation {
      var location = location
      location.file = location.file.split(separator: "/").last.map(String.init) ?? location.file
      return location
    }
    return map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.location = diagnostic.location.map(short)
      for position in diagnostic.notes.indices {
        diagnostic.notes[position].location = diagnostic.notes[position].location.map(short)
      }
      return diagnostic
    }
  }
}
