import ClinicalRecord
import RuleEngine

/// The results on file beside the lines that the rules draw at them, a strip for each test.
package struct ResultsFigure: Sendable, Hashable {
  package var title: String
  package var description: String
  package var textForm: [String]
  package var tests: [Test]
  package var drawing: Drawing

  package struct Test: Sendable, Hashable {
    package var name: String
    package var results: [Result]
    package var limits: [Limit]
  }

  package struct Result: Sendable, Hashable {
    package var value: String
    package var date: String
    /// "current", "old" or "undated", as rules take it.
    package var age: String
  }

  /// Lines at one number.
  package struct Limit: Sendable, Hashable {
    /// Such as "at most 75 µg/L".
    package var words: String
    package var rules: [String]
  }

  package struct Drawing: Sendable, Hashable {
    package var height: Int
    package var tests: [Test]

    package struct Test: Sendable, Hashable {
      package var name: String
      package var newest: String
      package var textLine: Int
      package var limitLine: Int
      package var top: Int
      package var middle: Int
      package var hasStrip: Bool
      package var limits: [Limit]
      package var points: [Point]
    }

    package struct Limit: Sendable, Hashable {
      package var left: Int
      package var name: String
      /// The laboratory's own limit, or a multiple of it.
      package var isOfLaboratory: Bool
    }

    package struct Point: Sendable, Hashable {
      package var left: Int
      package var isNewest: Bool
    }
  }

  /// Tests with a strip; further ones stand in the table.
  package static let drawnTests = 14

  init?(_ record: PatientRecord, _ index: ResultLimitIndex) {
    // Most records hold no result, and the walk through the book is not free.
    guard !record.labs.isEmpty else { return nil }
    let book = index.book
    let limits = index.limits(for: record)
    let strips = book.dictionary.labs.compactMap { test -> ResultStrip? in
      let results = record.labs.filter { $0.id == test.id }
      guard !results.isEmpty, let limits = limits[test.id] else { return nil }
      return ResultStrip(test, results, limits, record, book)
    }
    guard !strips.isEmpty else { return nil }
    tests = strips.map(\.test)
    title = "Results on file and the lines that the rules draw"
    description =
      "\(FigureText.count(strips.count, "test")) that rules read, units of the locale pack; parts between lines are of equal "
      + "width, not to scale. Filled: newest dated result. Hollow: earlier or undated. Dashed: the laboratory’s own limit."
    textForm = strips.flatMap(\.textForm)
    drawing = Drawing(Array(strips.prefix(ResultsFigure.drawnTests)))
  }
}

/// One test with its results and lines, and where they stand between 0 and 1,000.
struct ResultStrip {
  let test: ResultsFigure.Test
  let newest: String
  /// Lines from the lowest, each at one number.
  let lines: [(name: String, place: Int, isOfLaboratory: Bool)]
  let points: [(place: Int, isNewest: Bool)]

  init(
    _ test: LabDefinition, _ results: [LabResult], _ limits: [ResultLimit], _ record: PatientRecord, _ book: RuleBook
  ) {
    let unit = book.shownUnit(of: test, for: record)
    // Undated results first, then from the oldest.
    let ordered = results.sorted { ($0.date?.number ?? .min) < ($1.date?.number ?? .min) }
    let dated = ordered.last { $0.date.map { $0 <= record.asOf } ?? false }
    let newest = dated ?? ordered.last
    func shown(_ result: LabResult) -> String { ResultStrip.shown(book.shown(result, of: record)) }
    func age(_ result: LabResult) -> String {
      guard let date = result.date else { return "undated" }
      if date > record.asOf { return "after the data" }
      return date.days(to: record.asOf) > test.staleAfterDays ? "old" : "current"
    }
    let places = ResultStrip.places(limits, newest)
    let lines = places.map { place in
      (number: book.shownNumber(place.number, of: test, for: record), place: place)
    }
    self.test = ResultsFigure.Test(
      name: test.name,
      results: ordered.reversed().map { .init(value: shown($0), date: $0.date?.iso ?? "undated", age: age($0)) },
      limits: lines.flatMap { line in
        line.place.limits.map { limit in
          ResultsFigure.Limit(
            words: ResultStrip.words(limit.bound, limit.comparison, line.number, unit, newest)
              + (limit.withinDays.map { " in a result of at most \($0) days ago" } ?? ""),
            rules: limit.rules.map(\.name))
        }
      }.reduce(into: []) { limits, limit in
        if let known = limits.firstIndex(where: { $0.words == limit.words }) {
          limits[known].rules += limit.rules.filter { !limits[known].rules.contains($0) }
        } else {
          limits.append(limit)
        }
      })
    self.newest =
      newest.map { result in
        let words = age(result)
        return shown(result) + " · " + (result.date?.iso ?? "undated") + (words == "old" ? " · old" : "")
          + (results.count > 1 ? " · \(results.count - 1) more" : "")
      } ?? ""
    let count = places.count
    self.lines = lines.enumerated().map { index, line in
      let sign = line.place.limits.first.map { ResultStrip.sign($0.comparison) } ?? ""
      return (sign + line.number, (index + 1) * 1000 / (count + 1), line.place.isOfLaboratory)
    }
    let values = places.map(\.value)
    let highest = results.compactMap(\.number).max() ?? 0
    points = ordered.compactMap { result in
      guard let value = result.number, count > 0 else { return nil }
      let place = ResultStrip.place(of: value, between: places, highest: max(highest, (values.last ?? 0) * 1.5))
      return (place, result == dated)
    }
  }

  /// `ug/L` is printed as `µg/L`, also behind a value as written.
  private static func shown(_ text: String) -> String {
    guard let space = text.firstIndex(of: " ") else { return text }
    return text[...space] + ConditionDescriber.shown(String(text[text.index(after: space)...]))
  }

  /// All lines that stand at one number.
  struct Place {
    /// Where the line is drawn.
    var value: Double
    /// What the rules say, which rounding can part from it by half a unit.
    var number: Double
    var limits: [(comparison: Comparison, bound: ResultLimit.Bound, withinDays: Int?, rules: [RuleID])]

    var isOfLaboratory: Bool {
      limits.allSatisfy { limit in
        switch limit.bound {
        case .value, .rounded: return false
        case .reference, .multiple, .positive: return true
        }
      }
    }

    /// A result at the line itself belongs to the part above it.
    var isAtUpperPart: Bool { limits.contains { $0.comparison == .less || $0.comparison == .atLeast } }
  }

  private static func places(_ limits: [ResultLimit], _ newest: LabResult?) -> [Place] {
    var places: [Place] = []
    for limit in limits {
      guard let value = value(of: limit, newest) else { continue }
      let index =
        places.firstIndex { $0.value == value }
        ?? {
          places.append(Place(value: value, number: number(of: limit) ?? value, limits: []))
          return places.count - 1
        }()
      if let known = places[index].limits.firstIndex(where: {
        $0.comparison == limit.comparison && $0.bound == limit.bound && $0.withinDays == limit.withinDays
      }) {
        if !places[index].limits[known].rules.contains(limit.rule) {
          places[index].limits[known].rules.append(limit.rule)
        }
      } else {
        places[index].limits.append((limit.comparison, limit.bound, limit.withinDays, [limit.rule]))
      }
    }
    return places.sorted { $0.value < $1.value }
  }

  /// The number of the rule, where it has one.
  private static func number(of limit: ResultLimit) -> Double? {
    switch limit.bound {
    case .value(let number), .rounded(let number): number
    case .reference, .multiple, .positive: nil
    }
  }

  /// The number at which the line stands; nil where it is the laboratory's and the laboratory gave none.
  private static func value(of limit: ResultLimit, _ newest: LabResult?) -> Double? {
    switch limit.bound {
    case .value(let value): value
    // A half goes up: "at least 42" begins at 41.5, "at most 42" ends before 42.5.
    case .rounded(let value): limit.comparison == .less || limit.comparison == .atLeast ? value - 0.5 : value + 0.5
    case .reference(let fallback):
      (limit.comparison == .greater ? newest?.referenceHigh : newest?.referenceLow) ?? fallback
    case .multiple(let times): newest?.referenceHigh.map { $0 * times }
    case .positive: newest?.referenceHigh
    }
  }

  /// Before the number of a line: which side the first of its rules reads.
  private static func sign(_ comparison: Comparison) -> String {
    switch comparison {
    case .less: "<"
    case .atMost: "≤"
    case .equal: "="
    case .atLeast: "≥"
    case .greater: ">"
    }
  }

  private static func words(
    _ bound: ResultLimit.Bound, _ comparison: Comparison, _ number: String, _ unit: String, _ newest: LabResult?
  ) -> String {
    let word =
      switch comparison {
      case .less: "below"
      case .atMost: "at most"
      case .equal: "exactly"
      case .atLeast: "at least"
      case .greater: "above"
      }
    let amount = "\(word) \(number)" + (unit == "%" ? "%" : " \(unit)")
    let isGiven = (comparison == .greater ? newest?.referenceHigh : newest?.referenceLow) != nil
    return switch bound {
    case .value, .rounded: amount
    case .reference:
      amount + (isGiven ? " (the laboratory’s limit)" : " (the rule’s own, as the laboratory gave none)")
    case .positive: amount + " (the laboratory’s limit), or positive"
    case .multiple(let times): amount + " (\(JSONValue.plain(times)) × the laboratory’s limit)"
    }
  }

  /// Where a value stands: parts of equal width, in each of them by its share.
  private static func place(of value: Double, between places: [Place], highest: Double) -> Int {
    let count = places.count
    let part = 1000 / (count + 1)
    let index = places.count { $0.value < value || ($0.value == value && $0.isAtUpperPart) }
    let low = index == 0 ? 0 : places[index - 1].value
    let high = index == count ? highest : places[index].value
    let share = high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
    // Clear of the lines on both sides.
    let inside = 0.12 + 0.76 * share
    return index * part + Int(Double(part) * inside)
  }

  var textForm: [String] {
    var signs = Array(repeating: Character("-"), count: 41)
    for line in lines { signs[line.place * 40 / 1000] = "|" }
    for point in points { signs[point.place * 40 / 1000] = point.isNewest ? "#" : "o" }
    let text =
      FigureText.column(test.name, 37) + (lines.isEmpty ? FigureText.column("", 43) : "[" + String(signs) + "]")
    let numbers = lines.isEmpty ? "" : "  lines: " + lines.map(\.name).joined(separator: ", ")
    return [FigureText.line(text, "  ", newest, numbers)]
  }
}

extension LabResult {
  fileprivate var number: Double? {
    if case .number(let value) = value { return value }
    return nil
  }
}

extension ResultsFigure.Drawing {
  private static let left = 520
  private static let width = 760
  private static let row = 70

  fileprivate init(_ strips: [ResultStrip]) {
    typealias Drawing = ResultsFigure.Drawing
    func left(_ place: Int) -> Int { Drawing.left + place * Drawing.width / 1000 }
    tests = strips.enumerated().map { index, strip in
      let top = index * Drawing.row
      return Test(
        name: FigureText.fitted(strip.test.name, Drawing.left - 14),
        newest: FigureText.fitted(strip.newest, Figures.width - Drawing.left - Drawing.width - 20),
        textLine: top + 56, limitLine: top + 26, top: top + 34, middle: top + 46, hasStrip: !strip.lines.isEmpty,
        limits: strip.lines.map { Limit(left: left($0.place), name: $0.name, isOfLaboratory: $0.isOfLaboratory) },
        points: strip.points.map { Point(left: left($0.place), isNewest: $0.isNewest) })
    }
    height = strips.count * Drawing.row + 4
  }
}
