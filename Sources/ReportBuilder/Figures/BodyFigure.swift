import ClinicalRecord
import RuleEngine

/// The body map: both legs from the front and from the back, sites marked by the days with a symptom there.
package struct BodyFigure: Sendable, Hashable {
  package var title: String
  package var description: String
  package var textForm: [String]
  /// Every site of the leg that an entry names.
  package var sites: [Site]
  /// Sites elsewhere that entries name, with their days.
  package var elsewhere: [Site]
  package var drawing: Drawing

  /// Days with any symptom at a site; an entry of both sides counts on each.
  package struct Site: Sendable, Hashable {
    package var name: String
    package var right: Int
    package var left: Int
    /// Days of entries that give no side.
    package var unsided: Int
  }

  package struct Drawing: Sendable, Hashable {
    package var regions: [Region]
    package var labels: [Label]
    /// What the picture cannot place, a line each.
    package var notes: [Note]
    package var height: Int

    /// A part of one leg.
    package struct Region: Sendable, Hashable {
      package var outline: String
      package var level: Level
    }

    package enum Level: Sendable, Hashable, CaseIterable {
      case none, few, some, many

      init(_ days: Int) {
        switch days {
        case ...0: self = .none
        case ...3: self = .few
        case ...9: self = .some
        default: self = .many
        }
      }
    }

    package struct Label: Sendable, Hashable {
      package var text: String
      package var left: Int
      package var textLine: Int
      /// The text ends at `left`.
      package var isBefore: Bool
      /// The line from the text to the site.
      package var leader: String
    }

    package struct Note: Sendable, Hashable {
      package var text: String
      package var textLine: Int
    }
  }

  init?(_ log: FigureLog) {
    var days: [String: (right: Set<Day>, left: Set<Day>, unsided: Set<Day>)] = [:]
    for entry in log.items where entry.isSymptom {
      guard let site = entry.site else { continue }
      var found = days[site] ?? ([], [], [])
      switch entry.side {
      case "right": found.right.insert(entry.date)
      case "left": found.left.insert(entry.date)
      case "both":
        found.right.insert(entry.date)
        found.left.insert(entry.date)
      default: found.unsided.insert(entry.date)
      }
      days[site] = found
    }
    func sites(_ ids: [String]) -> [(id: String, site: Site)] {
      ids.compactMap { id in
        days[id].map {
          (
            id,
            Site(
              name: Words.code(id), right: $0.right.count, left: $0.left.count, unsided: $0.unsided.count)
          )
        }
      }
    }
    let legs = sites(LegRegion.sites)
    guard !legs.isEmpty else { return nil }
    let others = sites(days.keys.filter { !LegRegion.sites.contains($0) }.sorted())
    self.sites = legs.map(\.site)
    elsewhere = others.map(\.site)
    let symptoms = log.items.filter(\.isSymptom)
    let sited = symptoms.count { $0.site != nil }
    title = "Where in the legs, last 12 weeks"
    description =
      "Days with any symptom at a site, of \(log.observed.count) observed days; \(sited) of \(symptoms.count) entries "
      + "name a site. A blank site was not named in the log."
    textForm =
      [FigureText.line(FigureText.column("Site", 18), "right   left   side not recorded (days)")]
      + legs.map { _, site in
        FigureText.line(
          FigureText.column(site.name, 18), FigureText.number(site.right, 5), FigureText.number(site.left, 7),
          FigureText.number(site.unsided, 7))
      }
    drawing = Drawing(legs, others.map(\.site), observed: log.observed.count)
  }
}

extension BodyFigure.Drawing {
  private static let view = 930
  private static let feet = 700
  private static let pitch = 33

  fileprivate init(_ legs: [(id: String, site: BodyFigure.Site)], _ others: [BodyFigure.Site], observed: Int) {
    typealias Drawing = BodyFigure.Drawing
    let sites = Dictionary(legs.map { ($0.id, $0.site) }, uniquingKeysWith: { first, _ in first })
    var regions: [Region] = []
    var labels: [Label] = []
    for (index, view) in [LegRegion.front, LegRegion.back].enumerated() {
      for isMirrored in [false, true] {
        // From the front the patient's right leg stands at the viewer's left, from the back the left one.
        let isRight = (index == 0) != isMirrored
        func days(_ site: BodyFigure.Site?) -> Int { site.map { isRight ? $0.right : $0.left } ?? 0 }
        func x(_ x: Int) -> Int { index * Drawing.view + (isMirrored ? Drawing.view - x : x) }
        var line = 112
        for region in view {
          let count = days(sites[region.site])
          regions.append(
            Region(outline: LegRegion.outline(region.points.map { (x($0.x), $0.y) }), level: Level(count)))
          guard count > 0 else { continue }
          line = max(line, region.label.y + 9)
          let left = x(278)
          labels.append(
            Label(
              text: "\(Words.code(region.site)) \(count)", left: left, textLine: line, isBefore: !isMirrored,
              leader: "\(x(284)),\(line - 9) \(x(region.label.x)),\(region.label.y)"))
          line += Drawing.pitch
        }
        let whole = days(sites["wholeLeg"])
        if index == 0, whole > 0 {
          labels.append(
            Label(
              text: "whole leg \(whole)", left: x(278), textLine: 80, isBefore: !isMirrored,
              leader: "\(x(284)),71 \(x(300)),71 \(x(300)),680"))
        }
      }
    }
    self.regions = regions
    self.labels = labels
    let unsided = legs.map(\.site).filter { $0.unsided > 0 }.map { "\($0.name) \($0.unsided)" }
    var words: [String] = []
    if !unsided.isEmpty {
      words += FigureText.lines(
        "Side not recorded, so not in the picture (days): " + unsided.joined(separator: ", ") + ".", Figures.width)
    }
    if !others.isEmpty {
      words += FigureText.lines(
        "Sites elsewhere, named in entries: " + others.map(\.name).joined(separator: ", ") + ".", Figures.width)
    }
    notes = words.enumerated().map { Note(text: $1, textLine: Drawing.feet + 116 + $0 * 34) }
    height = Drawing.feet + 88 + words.count * 34
  }
}
