package import TemplateEngine

/// Every name that a template may use, read off the shape that templates are checked against.
package struct TemplateFieldList: Sendable {
  /// The templates that start from this list.
  package enum Root: String, Sendable, CaseIterable {
    case report, page, calendar, timeline, hours, body, results

    /// The figure that its template draws; nil for report and page.
    var figure: FigureName? { FigureName(rawValue: rawValue) }

    package var shape: RecordShape {
      switch self {
      case .report: ReportShape.report
      case .page: ReportShape.page
      case .calendar: ReportShape.calendarDrawing
      case .timeline: ReportShape.timelineDrawing
      case .hours: ReportShape.hoursDrawing
      case .body: ReportShape.bodyDrawing
      case .results: ReportShape.resultsDrawing
      }
    }

    var requirements: [Requirement] {
      switch self {
      case .report: ReportShape.requirements
      case .page: ReportShape.pageRequirements
      case .calendar, .timeline, .hours, .body, .results: []
      }
    }
  }

  /// One name, where it is known and what it means.
  package struct Entry: Sendable, Hashable {
    package var root: Root
    /// The sections around it from the outside in; empty for a name that is known everywhere.
    package var scope: [String]
    package var name: String
    package var kind: Kind
    package var isOptional: Bool
    package var meaning: String
    package var unit: String?
    package var example: String?
    /// Why every template of the root must place it; nil where it may be left out.
    package var required: String?
  }

  package enum Kind: String, Sendable {
    case text, markup, flag, record, list
    /// A list whose elements are plain texts.
    case lines
  }

  package let entries: [Entry]

  /// The names of all templates that ship with the program, or of one root.
  package init(_ roots: [Root] = Root.allCases) {
    var entries: [Entry] = []
    for root in roots { TemplateFieldList.walk(root.shape, root, scope: [], example: nil, into: &entries) }
    self.entries = entries
  }

  /// The fields of a record, then those of the records inside it, so that a scope's names stand together.
  private static func walk(
    _ shape: RecordShape, _ root: Root, scope: [String], example: String?, into entries: inout [Entry]
  ) {
    for field in shape.fields {
      let required = reason(field.name, scope, root)
      let (kind, isOptional) = TemplateFieldList.kind(field.shape)
      entries.append(
        Entry(
          root: root, scope: scope, name: field.name, kind: kind, isOptional: isOptional, meaning: field.summary,
          unit: field.unit, example: field.example ?? (field.name == "." ? example : nil), required: required))
    }
    for field in shape.fields {
      guard let inner = inside(field.shape) else { continue }
      walk(inner, root, scope: scope + [field.name], example: field.example, into: &entries)
    }
  }

  /// Why the name must be placed: by every report, or by every document of the kind whose record it stands in.
  private static func reason(_ name: String, _ scope: [String], _ root: Root) -> String? {
    if let own = root.requirements.first(where: { requirement in
      scope.isEmpty ? requirement.name == name : [requirement.name] == scope && requirement.parts.contains(name)
    }) {
      return own.reason
    }
    guard root == .report, let first = scope.first,
      let kind = DocumentKind.allCases.first(where: { $0.record == first })
    else { return nil }
    let part = (scope.dropFirst() + [name]).joined(separator: ".")
    return kind.requirements.first { $0.name == first && $0.parts.contains(part) }?.reason
  }

  private static func kind(_ shape: Shape) -> (Kind, isOptional: Bool) {
    switch shape {
    case .text: (.text, false)
    case .markup: (.markup, false)
    case .flag: (.flag, false)
    case .record: (.record, false)
    case .list(let element): (element.index(of: ".") == nil ? .list : .lines, false)
    case .optional(let inner): (kind(inner).0, true)
    }
  }

  private static func inside(_ shape: Shape) -> RecordShape? {
    switch shape {
    case .record(let inner), .list(let inner): inner
    case .optional(let inner): inside(inner)
    case .text, .markup, .flag: nil
    }
  }
}

extension TemplateFieldList.Entry {
  /// How a template writes it, such as `{{age}}` or `{{#redFlags}}…{{/redFlags}}`.
  package var tag: String {
    switch kind {
    case .text: isOptional ? "{{#\(name)}}{{\(name)}}{{/\(name)}}" : "{{\(name)}}"
    case .markup: "{{{\(name)}}}"
    case .flag, .record, .list, .lines: "{{#\(name)}}…{{/\(name)}}"
    }
  }

  /// The kind in words for a person who writes templates.
  package var kindWords: String {
    let words =
      switch kind {
      case .text: "text"
      case .markup: "HTML"
      case .flag: "yes or no"
      case .record: "group"
      case .list: "list"
      case .lines: "list of lines"
      }
    return isOptional ? words + ", may be absent" : words
  }

  /// The sections in which the name is known, as a template opens them.
  package var scopeTags: String { scope.map { "{{#\($0)}}" }.joined() }
}
