internal import Foundation
internal import ShippedTemplates
internal import TemplateEngine

/// Everything that is measured, ready to run.
public struct Workload {
  /// All contenders, in the order of the table.
  public let contenders: [Contender]
  /// How many views one pass prints.
  public let viewCount: Int
  let reference: [[UInt8]]?

  /// Reads the workload and compares the outputs of all contenders.
  ///
  /// The folder is that of the environment variable `LEGBRIEF_BENCH`, and `LEGBRIEF_BENCH_VIEWS` says how many views a pass prints (20).
  ///
  /// - Throws: what is missing, which template has faults, or which outputs differ.
  public static func fromEnvironment() throws -> Workload {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["LEGBRIEF_BENCH"] else {
      throw WorkloadError("LEGBRIEF_BENCH is not set: `make bench-templates` in the root of the repository sets it")
    }
    let views = environment["LEGBRIEF_BENCH_VIEWS"].flatMap(Int.init) ?? 20
    let repository = environment["LEGBRIEF_REPOSITORY"] ?? ".."
    let workload = try Workload(WorkloadFiles(folder: folder, repository: repository, views: views))
    try workload.requireAgreement()
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
    let shipped = ShippedTemplates(
      sources: files.shipped.map { TemplateSource(name: $0, text: $1) })

    viewCount = count
    reference = files.reference
    contenders = [
      Contender("straight Swift, copy", .reference, views: count) { StraightReport<CopyWriting>.render(escaped[$0]) },
      Contender("typed, copy", .reference, views: count) { try copy.template.render(copyRecords[$0]) },
      Contender("straight Swift, HTML", .reference, views: count) { StraightReport<HTMLWriting>.render(asGiven[$0]) },
      Contender("typed, HTML", .reference, views: count) { try html.template.render(htmlRecords[$0]) },
      Contender("straight Swift, Markdown", .markdown, views: count) {
        StraightReport<MarkdownWriting>.render(asSpoken[$0])
      },
      Contender("typed, Markdown", .markdown, views: count) { try markdown.template.render(markdownRecords[$0]) },
      Contender(
        "typed, Markdown: records alone", .none, views: count,
        pass: { try (0..<count).reduce(0) { try $0 + markdown.shapes.record(asSpoken[$1]).shape.fields.count } }),
      Contender("typed, Markdown: records and render", .markdown, views: count) {
        try markdown.template.render(markdown.shapes.record(asSpoken[$0]))
      },
      Contender(
        "swift-mustache", .reference, views: count,
        pass: { try (0..<count).reduce(0) { try $0 + mustache.render(dictionaries[$1]).utf8.count } },
        render: { Array(try mustache.render(dictionaries[$0]).utf8) }),
      Contender(
        "Stencil", .reference, views: count,
        pass: { try (0..<count).reduce(0) { try $0 + stencil.render(dictionaries[$1]).utf8.count } },
        render: { Array(try stencil.render(dictionaries[$0]).utf8) }),
      Contender(
        "check: the workload's templates", .none, views: 1,
        pass: { try TypedReport<MarkdownTyping>.check(withoutRawTags, markdown.shapes.report).name.utf8.count }),
      Contender(
        "check: all shipped templates", .none, views: 1,
        pass: { try shipped.check().reduce(0) { $0 + $1.utf8.count } }),
    ]
  }
}
