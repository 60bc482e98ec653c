import ClinicalRecord
import RuleEngine

/// The timeline strip: symptom onset, last period, HRT and medicines on one axis, a lane for each.
///
/// Names and dates stand in columns of their own, so that no number of medicines and no equal dates make labels meet.
package struct TimelineFigure: Sendable, Hashable {
  package var title: String
  package var description: String
  package var textForm: [String]
  /// Every dated line, in the order of the lanes.
  package var lanes: [Lane]
  /// Medicines whose start was not recorded, by name.
  package var undated: [String]
  package var drawing: Drawing

  package struct Lane: Sendable, Hashable {
    package var name: String
    package var dates: String
    /// False for a line that the drawing leaves to the table.
    package var isDrawn: Bool
  }

  package struct Drawing: Sendable, Hashable {
    package var height: Int
    package var lanesHeight: Int
    package var axisLine: Int
    package var lanes: [Lane]
    package var ticks: [Tick]
    /// The first day of the log; nil where it began before the axis.
    package var logBegin: LogBegin?
    package var asOf: String

    package struct Lane: Sendable, Hashable {
      package var name: String
      package var dates: String
      package var textLine: Int
      package var middle: Int
      package var bars: [Bar]
      package var points: [Int]
      package var changes: [Int]
      package var isBeforeAxis: Bool
    }

    /// A medicine from start to stop.
    package struct Bar: Sendable, Hashable {
      package var left: Int
      package var width: Int
      package var right: Int
      /// It goes on at the as-of day.
      package var isCurrent: Bool
      /// It ended on a recorded day.
      package var isStopped: Bool
    }

    package struct Tick: Sendable, Hashable {
      package var left: Int
      package var name: String
    }

    package struct LogBegin: Sendable, Hashable {
      package var left: Int
      package var name: String
      /// The name stands before the line, where there is room.
      package var isNameBefore: Bool
      package var nameLeft: Int
    }
  }

  package static let drawnLanes = 6

  init?(_ record: PatientRecord) {
    let items = TimelineItem.all(of: record)
    let undated = record.medications.filter { $0.start == nil }.map(TimelineItem.name)
    let begin = record.log.first { $0.date <= record.asOf }?.date
    guard !items.isEmpty || !undated.isEmpty || begin != nil else { return nil }
    let drawn = items.filter { $0.days.contains { $0 <= record.asOf } }.prefix(TimelineFigure.drawnLanes)
    self.undated = undated.sorted()
    lanes = items.map { item in Lane(name: item.name, dates: item.fullDates, isDrawn: drawn.contains(item)) }
    let axis = TimelineAxis(of: Array(drawn), begin: begin, asOf: record.asOf)
    title = "Timeline, \(FigureText.count(axis.years, "year")) to \(record.asOf.iso)"
    var words = items.isEmpty ? "No dated event or medicine" : "\(FigureText.count(items.count, "dated line"))"
    if items.count > drawn.count { words += ", \(drawn.count) of them drawn and all in the table" }
    if let begin { words += "; the log begins \(begin.iso)" } else { words += "; no log" }
    if !undated.isEmpty { words += "; start not recorded: \(TimelineFigure.shortList(self.undated))" }
    description = words + "."
    drawing = Drawing(Array(drawn), axis, begin: begin)
    textForm = TimelineFigure.text(Array(drawn), axis, begin: begin)
  }

  /// Three names, so that the sentence stays one.
  private static func shortList(_ names: [String]) -> String {
    names.count <= 3
      ? FigureText.list(names) : names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
  }

  private static let columns = 48

  private static func text(_ items: [TimelineItem], _ axis: TimelineAxis, begin: Day?) -> [String] {
    func strip(_ item: TimelineItem) -> String {
      var signs = Array(repeating: Character("."), count: columns)
      func column(_ day: Day) -> Int { axis.position(of: day, over: columns - 1) }
      if let start = item.start {
        for index in column(start)...column(item.barEnd(by: axis.asOf)) { signs[index] = "=" }
        if start < axis.first { signs[0] = "<" }
        if item.isCurrent { signs[columns - 1] = ">" }
      }
      for day in item.points { signs[column(day)] = day < axis.first ? "<" : "*" }
      return String(signs)
    }
    var lines = [
      FigureText.column("Event or medicine", 34) + FigureText.column(axis.first.iso, columns - 10) + axis.asOf.iso
    ]
    for item in items {
      lines.append(
        FigureText.line(FigureText.column(item.name, 33), " ", strip(item), "  ", item.shortDates))
    }
    if let begin { lines.append("Log begins \(begin.iso). * event, = taken, > still taken, < before the strip.") }
    return lines
  }
}

/// One line of the timeline: an event, or a medicine with its course.
struct TimelineItem: Sendable, Hashable {
  var name: String
  /// Onsets first, then the menopause, then HRT, then other medicines.
  var rank: Int
  /// Events.
  var points: [Day] = []
  /// The start of a course.
  var start: Day?
  var stop: Day?
  /// The last change of a course, or of HRT.
  var change: Day?
  var isCurrent = false
  /// Stopped, on a day that was not recorded.
  var isStoppedUndated = false

  var days: [Day] { points + [start, stop, change].compactMap { $0 } }

  /// For the column beside the lane.
  var shortDates: String {
    if let start {
      if let stop { return "\(start.iso) to \(stop.iso)" }
      return isStoppedUndated ? "\(start.iso), stop undated" : "\(start.iso) to now"
    }
    if let stop { return "until \(stop.iso)" }
    return (points.first ?? change)?.iso ?? ""
  }

  var fullDates: String {
    guard start != nil || stop != nil else { return shortDates }
    var words = start == nil ? "start not recorded, \(shortDates)" : shortDates
    if let change, change != start { words += ", changed \(change.iso)" }
    return words
  }

  /// Where the bar ends: a course without an end goes to the as-of day, one that ends before it began has no length.
  func barEnd(by asOf: Day) -> Day { max(start ?? asOf, stop.map { min($0, asOf) } ?? asOf) }

  static func name(_ medicine: Medication) -> String {
    if let name = medicine.name, name.contains(where: { !$0.isWhitespace }) { return name }
    return medicine.classes.isEmpty
      ? "medicine without a name" : medicine.classes.map(Words.code).joined(separator: ", ")
  }

  static func all(of record: PatientRecord) -> [TimelineItem] {
    var items = events(record) + hormoneTherapy(record)
    items += record.medications.compactMap { TimelineItem($0, asOf: record.asOf) }
    func order(_ item: TimelineItem) -> (Int, Int, String) {
      // What began last stands first among medicines; events stand in the order of their days.
      let day = (item.days.min() ?? record.asOf).number
      return (item.rank, item.rank == 3 ? -(item.days.max() ?? record.asOf).number : day, item.name)
    }
    return items.sorted { order($0) < order($1) }
  }

  private static func day(_ item: ItemID, _ items: [ItemID: RecordedItem]) -> Day? {
    if case .day(let day)? = items[item]?.value { return day }
    return nil
  }

  private static func events(_ record: PatientRecord) -> [TimelineItem] {
    [
      ("Joint pain began", 0, day("qJointOnsetDate", record.answers)),
      ("Restless legs diagnosed", 0, day("rlsDiagnosedDate", record.history)),
      ("Bleeding on HRT began", 0, day("bleedOnHrtOnset", record.history)),
      ("Last period", 1, day("lmpDate", record.history)),
      ("Ovaries removed", 1, day("oophorectomyDate", record.history)),
      ("Levonorgestrel IUD fitted", 2, day("lngIudInsertedDate", record.history)),
    ].compactMap { name, rank, day in day.map { TimelineItem(name: name, rank: rank, points: [$0]) } }
  }

  /// The regimen as a course; whether it goes on is not recorded with it, so the medicines say that.
  private static func hormoneTherapy(_ record: PatientRecord) -> [TimelineItem] {
    var regimen = ""
    if case .code(let code)? = record.history["hrtRegimen"]?.value { regimen = ", \(Words.code(code))" }
    return [
      ("HRT regimen started" + regimen, day("hrtRegimenStartDate", record.history)),
      ("HRT changed", day("hrtRegimenChangeDate", record.history)),
    ].compactMap { name, day in day.map { TimelineItem(name: name, rank: 2, points: [$0]) } }
  }

  private static let hormoneClasses: Set<String> = [
    "systemicEstrogen", "vaginalEstrogen", "progestogen", "tibolone",
  ]

  /// Nil where no day of the medicine is recorded.
  private init?(_ medicine: Medication, asOf: Day) {
    name = TimelineItem.name(medicine)
    rank = medicine.classes.contains(where: TimelineItem.hormoneClasses.contains) ? 2 : 3
    (start, stop, change) = (medicine.start, medicine.stop, medicine.change)
    isCurrent = start != nil && medicine.isCurrent(on: asOf)
    isStoppedUndated = stop == nil && medicine.adherence == "stopped"
    if days.isEmpty { return nil }
  }

  init(name: String, rank: Int, points: [Day]) {
    (self.name, self.rank, self.points) = (name, rank, points)
  }
}

/// The time that the strip shows.
struct TimelineAxis {
  let first: Day
  let asOf: Day
  let years: Int

  private static let spans = [1, 2, 5, 10, 20, 40]

  /// The shortest span that holds onsets, menopause and HRT of twenty years and other medicines of two: an old prescription
  /// must not press the rest together.
  init(of items: [TimelineItem], begin: Day?, asOf: Day) {
    self.asOf = asOf
    var oldest = begin ?? asOf
    for item in items {
      let limit = asOf.adding(months: item.rank < 3 ? -240 : -24)
      for day in item.days where day >= limit { oldest = min(oldest, day) }
    }
    let span = TimelineAxis.spans.first { asOf.adding(months: -12 * $0) <= oldest } ?? 40
    years = span
    first = asOf.adding(months: -12 * span)
  }

  /// 0 for the first day of the axis or any before, `length` for the as-of day or any after.
  func position(of day: Day, over length: Int) -> Int {
    let offset = min(max(first.days(to: day), 0), first.days(to: asOf))
    return offset * length / max(1, first.days(to: asOf))
  }

  /// Round dates on the axis, oldest first.
  var ticks: [(day: Day, name: String)] {
    let monthStep: Int =
      switch years {
      case 1: 3
      case 2: 6
      case 5: 12
      case 10: 24
      case 20: 60
      default: 120
      }
    var found: [(day: Day, name: String)] = []
    let start = first.civil
    for index in 0...(years * 12) {
      let months = start.year * 12 + start.month + index
      guard months % monthStep == 0, let day = Day(year: months / 12, month: months % 12 + 1, day: 1), day <= asOf,
        day >= first
      else { continue }
      let year = "\(months / 12)"
      let month = months % 12 + 1
      found.append((day, monthStep < 12 ? "\(year)-\(month < 10 ? "0" : "")\(month)" : year))
    }
    return found
  }
}

extension TimelineFigure.Drawing {
  private static let datesLeft = 620
  private static let left = 940
  private static let width = 900
  private static let top = 34
  private static let row = 30

  fileprivate init(_ items: [TimelineItem], _ axis: TimelineAxis, begin: Day?) {
    typealias Drawing = TimelineFigure.Drawing
    func left(_ day: Day) -> Int { Drawing.left + axis.position(of: day, over: Drawing.width) }
    lanes = items.enumerated().map { index, item in
      let middle = Drawing.top + index * Drawing.row + Drawing.row / 2
      var bars: [Bar] = []
      if let start = item.start, start <= axis.asOf {
        let end = left(item.barEnd(by: axis.asOf))
        bars.append(
          Bar(
            left: left(start), width: max(4, end - left(start)), right: end, isCurrent: item.isCurrent,
            isStopped: item.stop.map { $0 <= axis.asOf } ?? false))
      }
      let days = item.points + (item.start == nil ? [item.stop].compactMap { $0 } : [])
      return Lane(
        name: FigureText.fitted(item.name, Drawing.datesLeft - 12),
        dates: FigureText.fitted(item.shortDates, Drawing.left - Drawing.datesLeft), textLine: middle + 10,
        middle: middle, bars: bars, points: days.filter { $0 >= axis.first && $0 <= axis.asOf }.map(left),
        changes: [item.change].compactMap { $0 }.filter { $0 >= axis.first && $0 <= axis.asOf && $0 != item.start }
          .map(left),
        isBeforeAxis: (item.start ?? days.first).map { $0 < axis.first } ?? false)
    }
    lanesHeight = max(1, items.count) * Drawing.row
    axisLine = Drawing.top + lanesHeight
    height = axisLine + 40
    let end = Drawing.left + Drawing.width - 160
    var last = 0
    ticks = axis.ticks.compactMap { tick in
      let place = left(tick.day)
      // The as-of day stands at the end of the axis.
      let half = FigureText.width(tick.name) / 2
      guard place + half < end, place - half > last else { return nil }
      last = place + half + 10
      return Tick(left: place, name: tick.name)
    }
    asOf = axis.asOf.iso
    logBegin = begin.flatMap { begin in
      guard begin >= axis.first else { return nil }
      let place = left(begin)
      let name = "log begins \(begin.iso)"
      let isBefore = place - FigureText.width(name) > Drawing.left
      return LogBegin(left: place, name: name, isNameBefore: isBefore, nameLeft: isBefore ? place - 8 : place + 8)
    }
  }
}
