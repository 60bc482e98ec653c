import TemplateEngine

// The figures as records of the report's shape.
extension Figures {
  func write(to report: inout RecordWriter) {
    report.record("calendar", calendar) { $1.write(to: &$0) }
    report.record("timeline", timeline) { $1.write(to: &$0) }
    report.record("hours", hours) { $1.write(to: &$0) }
    report.record("body", body) { $1.write(to: &$0) }
    report.record("results", results) { $1.write(to: &$0) }
  }
}

extension CalendarFigure {
  fileprivate func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.texts("textForm", textForm)
    record.text("symptomDays", "\(withSymptom)")
    record.text("observed", "\(observed)")
    record.flag("hasKinds", !kinds.isEmpty)
    record.list("kinds", kinds) { row, kind in
      row.text("name", kind.name)
      row.text("days", "\(kind.days)")
      row.text("first", kind.first)
      row.text("last", kind.last)
      row.flag("isDrawn", kind.isDrawn)
    }
  }
}

extension TimelineFigure {
  fileprivate func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.texts("textForm", textForm)
    record.flag("hasLanes", !lanes.isEmpty)
    record.list("lanes", lanes) { row, lane in
      row.text("name", lane.name)
      row.text("dates", lane.dates)
      row.flag("isDrawn", lane.isDrawn)
    }
    record.texts("undated", undated)
  }
}

extension HoursFigure {
  fileprivate func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.texts("textForm", textForm)
    record.list("rows", rows) { writer, row in
      writer.text("name", row.name)
      writer.text("morning", "\(row.morning)")
      writer.text("afternoon", "\(row.afternoon)")
      writer.text("evening", "\(row.evening)")
      writer.text("night", "\(row.night)")
      writer.text("share", row.share)
      writer.text("timed", "\(row.timed)")
      writer.text("entries", "\(row.entries)")
    }
  }
}

extension BodyFigure {
  fileprivate func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.texts("textForm", textForm)
    record.list("sites", sites) { $1.write(to: &$0) }
    record.flag("hasElsewhere", !elsewhere.isEmpty)
    record.list("elsewhere", elsewhere) { $1.write(to: &$0) }
  }
}

extension BodyFigure.Site {
  fileprivate func write(to row: inout RecordWriter) {
    row.text("name", name)
    row.text("right", "\(right)")
    row.text("left", "\(left)")
    row.text("unsided", "\(unsided)")
  }
}

extension ResultsFigure {
  fileprivate func write(to record: inout RecordWriter) {
    record.text("title", title)
    record.text("description", description)
    record.texts("textForm", textForm)
    record.list("tests", tests) { row, test in
      row.text("name", test.name)
      row.list("measured", test.results) { row, result in
        row.text("value", result.value)
        row.text("date", result.date)
        row.text("age", result.age)
      }
      row.list("limits", test.limits) { row, limit in
        row.text("words", limit.words)
        row.text("rules", limit.rules.joined(separator: ", "))
      }
    }
  }
}
