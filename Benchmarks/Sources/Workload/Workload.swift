internal import Foundation
internal import ShippedTemplates
internal import TemplateEngine

/// Everything that is measured, ready to run.
public struct Workload {
  /// The name of the contender that the engine is to beat by far.
  public static let mustache = "swift-mustache"

  /// All contenders, in the order of the table.
  public let contenders: [Contender]
  /// How many views one pass prints.
  public let viewCount: Int
  let reference: [[UInt8]]?

  /// Whether outputs were also compared with those of Jinja2.
  public var hasReference: Bool { reference != nil }

  /// Reads the workload and, unless told otherwise, compares the outputs of all contenders.
  ///
  /// The folder is that of the environment variable `LEGBRIEF_BENCH`, and `LEGBRIEF_BENCH_VIEWS` says how many views a pass prints (20).
  ///
  /// - Throws: what is missing, which template has faults, or which outputs differ.
  public static func fromEnvironment(comparing: Bool = true) throws -> Workload {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["LEGBRIEF_BENCH"] else {
      throw WorkloadError("LEGBRIEF_BENCH is not set: `make bench-templates` in the root of the repository sets it")
    }
    let views = environment["LEGBRIEF_BENCH_VIEWS"].flatMap(Int.init) ?? 20
    let repository = environment["LEGBRIEF_REPOSITORY"] ?? ".."
    let workload = try Workload(WorkloadFiles(folder: folder, repository: repository, views: views))
    if comparing { try workload.requireAgreement() }
    return workload
  }

  init(_ files: WorkloadFiles) throws {
    func views(_ wording: Wording) throws -> [ReportView] {
      try files.views.map { try ReportView(Fields(object: $0, wording: wording)) }
    }
    let asGiven = try views(.asGiven)
    let asSpoken = try views(.asSpoken)
    let escaped = try views(.escaped)
    let count = files.views.count
    // Where everything is text, nothing may be printed raw: the engine says so, and this is the remedy that it names.
    let withoutRawTags = files.mustache.mapValues {
      $0.replacingOccurrences(of: "{{{", with: "{{").replacingOccurrences(of: "}}}", with: "}}")
    }
    let html = try TypedReport<HTMLTyping>(views: asGiven, templates: files.mustache)
    let markdown = try TypedReport<MarkdownTyping>(views: asSpoken, templates: withoutRawTags)
    let copy = try TypedReport<CopyTyping>(views: escaped, templates: files.mustache)
    let htmlRecords = try html.records()
    let markdownRecords = try markdown.records()
    let copyRecords = try copy.records()
    let dictionaries = files.views.map { $0.mapValues(\.untyped) }
    let mustache = try MustachePeer(templates: files.mustache)
    let stencil = try StencilPeer(templates: files.jinja)
    let lenient = try LenientReport(templates: files.mustache, views: files.views)
    let shipped = ShippedTemplates(sources: files.shipped.map { TemplateSource(name: $0, text: $1) })
    guard shipped.faultCount() == 0 else { throw WorkloadError("the shipped templates have faults") }

    let (straightCopy, straightHTML) = ("straight Swift, copy", "straight Swift, HTML")
    let straightMarkdown = "straight Swift, Markdown"
    viewCount = count
    reference = files.reference
    contenders = [
      Contender(straightCopy, .reference, views: count) { StraightReport<CopyWriting>.render(escaped[$0]) },
      Contender("typed, copy", .reference, yardstick: straightCopy, views: count) {
        try copy.template.render(copyRecords[$0])
      },
      Contender(straightHTML, .reference, views: count) { StraightReport<HTMLWriting>.render(asGiven[$0]) },
      Contender("typed, HTML", .reference, yardstick: straightHTML, views: count) {
        try html.template.render(htmlRecords[$0])
      },
      Contender("typed, HTML: records and render", .reference, yardstick: straightHTML, views: count) {
        try html.template.render(html.shapes.record(asGiven[$0]))
      },
      Contender("typed, HTML: values, records and render", .reference, yardstick: straightHTML, views: count) {
        try html.template.render(html.shapes.recordOfValues(asGiven[$0]))
      },
      Contender(straightMarkdown, .markdown, views: count) { StraightReport<MarkdownWriting>.render(asSpoken[$0]) },
      Contender("typed, Markdown", .markdown, yardstick: straightMarkdown, views: count) {
        try markdown.template.render(markdownRecords[$0])
      },
      Contender("typed, Markdown: records alone", units: count) {
        try (0..<count).reduce(0) { try $0 + markdown.shapes.record(asSpoken[$1]).shape.fields.count }
      },
      Contender("typed, Markdown: records and render", .markdown, yardstick: straightMarkdown, views: count) {
        try markdown.template.render(markdown.shapes.record(asSpoken[$0]))
      },
      Contender("typed, Markdown: values, records and render", .markdown, yardstick: straightMarkdown, views: count) {
        try markdown.template.render(markdown.shapes.recordOfValues(asSpoken[$0]))
      },
      Contender("lenient, laid out", .reference, yardstick: straightHTML, views: count) { try lenient.renderData($0) },
      Contender("lenient, from values", .reference, yardstick: straightHTML, views: count) {
        try lenient.renderValue($0)
      },
      Contender(Self.mustache, .reference, yardstick: straightHTML, views: count) {
        try mustache.render(dictionaries[$0])
      },
      Contender("Stencil", .reference, yardstick: straightHTML, views: count) { try stencil.render(dictionaries[$0]) },
      Contender("check: the workload's templates", units: 1) {
        try TypedReport<MarkdownTyping>.check(withoutRawTags, markdown.shapes.report).name.utf8.count
      },
      Contender("check: all shipped templates", units: 1) { shipped.faultCount() },
    ]
  }
}
