import TemplateEngine

// The drawings as records of their own shapes, one for each template.
extension FigureName {
  /// The full name of the template that draws it.
  var template: String { "figure_\(rawValue)" + Dialect.html.suffix }

  /// What the template starts from.
  var shape: RecordShape {
    switch self {
    case .calendar: ReportShape.calendarDrawing
    case .timeline: ReportShape.timelineDrawing
    case .hours: ReportShape.hoursDrawing
    case .body: ReportShape.bodyDrawing
    case .results: ReportShape.resultsDrawing
    }
  }

  /// The figure of a template; nil for any other template.
  init?(template: String) {
    guard let name = FigureName.allCases.first(where: { $0.template == template }) else { return nil }
    self = name
  }
}

extension Figures {
  /// The record from which a figure is drawn; nil where there is nothing to draw.
  func drawing(_ name: FigureName) throws(RecordError) -> Record? {
    switch name {
    case .calendar:
      guard let calendar else { return nil }
      return try name.shape.record { calendar.draw(&$0) }
    case .timeline:
      guard let timeline else { return nil }
      return try name.shape.record { timeline.draw(&$0) }
    case .hours:
      guard let hours else { return nil }
      return try name.shape.record { hours.draw(&$0) }
    case .body:
      guard let body else { return nil }
      return try name.shape.record { body.draw(&$0) }
    case .results:
      guard let results else { return nil }
      return try name.shape.record { results.draw(&$0) }
    }
  }
}

extension RecordWriter {
  fileprivate mutating func number(_ name: String, _ number: Int) { text(name, "\(number)") }

  fileprivate mutating func places(_ name: String, _ places: [Int]) {
    list(name, places) { $0.number("left", $1) }
  }
}

extension CalendarFigure {
  fileprivate func draw(_ record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.number("height", drawing.height)
    record.number("gridHeight", drawing.gridHeight)
    record.number("legendLine", drawing.legendLine)
    record.list("rows", drawing.rows) { writer, row in
      writer.text("name", row.name)
      writer.number("textLine", row.textLine)
      writer.text("days", row.days)
      writer.flag("isSummary", row.isSummary)
      writer.number("top", row.top)
      writer.number("middle", row.middle)
      writer.places("symptoms", row.symptoms)
      writer.places("clear", row.clear)
    }
    record.list("gaps", drawing.gaps) { writer, gap in
      writer.number("left", gap.left)
      writer.number("width", gap.width)
    }
    record.list("months", drawing.months) { writer, month in
      writer.number("left", month.left)
      writer.number("nameLeft", month.nameLeft)
      writer.text("name", month.name)
      writer.flag("isStart", month.isStart)
    }
  }
}

extension TimelineFigure {
  fileprivate func draw(_ record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.number("height", drawing.height)
    record.number("lanesHeight", drawing.lanesHeight)
    record.number("axisLine", drawing.axisLine)
    record.list("lanes", drawing.lanes) { writer, lane in
      writer.text("name", lane.name)
      writer.number("textLine", lane.textLine)
      writer.text("dates", lane.dates)
      writer.number("middle", lane.middle)
      writer.list("bars", lane.bars) { writer, bar in
        writer.number("left", bar.left)
        writer.number("width", bar.width)
        writer.number("right", bar.right)
        writer.flag("isCurrent", bar.isCurrent)
        writer.flag("isStopped", bar.isStopped)
      }
      writer.places("points", lane.points)
      writer.places("changes", lane.changes)
      writer.flag("isBeforeAxis", lane.isBeforeAxis)
    }
    record.list("ticks", drawing.ticks) { writer, tick in
      writer.number("left", tick.left)
      writer.text("name", tick.name)
    }
    record.record("logBegin", drawing.logBegin) { writer, begin in
      writer.number("left", begin.left)
      writer.text("name", begin.name)
      writer.flag("isNameBefore", begin.isNameBefore)
      writer.number("nameLeft", begin.nameLeft)
    }
    record.text("asOf", drawing.asOf)
  }
}

extension HoursFigure {
  fileprivate func draw(_ record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.number("height", drawing.height)
    record.number("gridHeight", drawing.gridHeight)
    record.list("rows", drawing.rows) { writer, row in
      writer.text("name", row.name)
      writer.number("textLine", row.textLine)
      writer.flag("isSummary", row.isSummary)
      writer.number("top", row.top)
      writer.list("bars", row.bars) { writer, bar in
        writer.number("left", bar.left)
        writer.number("width", bar.width)
        writer.flag("isEveningOrNight", bar.isEveningOrNight)
        writer.text("count", bar.count)
        writer.number("countLeft", bar.countLeft)
      }
      writer.text("share", row.share)
      writer.text("untimed", row.untimed)
    }
  }
}

extension BodyFigure {
  fileprivate func draw(_ record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.number("height", drawing.height)
    record.list("regions", drawing.regions) { writer, region in
      writer.text("outline", region.outline)
      writer.flag("isFew", region.level == .few)
      writer.flag("isSome", region.level == .some)
      writer.flag("isMany", region.level == .many)
    }
    record.list("labels", drawing.labels) { writer, label in
      writer.text("text", label.text)
      writer.number("left", label.left)
      writer.number("textLine", label.textLine)
      writer.flag("isBefore", label.isBefore)
      writer.text("leader", label.leader)
    }
    record.list("notes", drawing.notes) { writer, note in
      writer.text("text", note.text)
      writer.number("textLine", note.textLine)
    }
  }
}

extension ResultsFigure {
  fileprivate func draw(_ record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.number("height", drawing.height)
    record.list("tests", drawing.tests) { writer, test in
      writer.text("name", test.name)
      writer.number("textLine", test.textLine)
      writer.text("newest", test.newest)
      writer.number("limitLine", test.limitLine)
      writer.number("top", test.top)
      writer.number("middle", test.middle)
      writer.flag("hasStrip", test.hasStrip)
      writer.list("limits", test.limits) { writer, limit in
        writer.number("left", limit.left)
        writer.text("name", limit.name)
        writer.flag("isOfLaboratory", limit.isOfLaboratory)
      }
      writer.list("points", test.points) { writer, point in
        writer.number("left", point.left)
        writer.flag("isNewest", point.isNewest)
      }
    }
  }
}
