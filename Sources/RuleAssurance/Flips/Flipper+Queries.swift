import ClinicalRecord
import RuleEngine

// Queries on the log and on medicines: kinds, windows, counts, shares and what an entry must show.
extension Flipper {
  func queryFlips(_ condition: Condition) -> [Mutant<Condition>] {
    switch condition {
    case .entries(let query, let count, let otherwise):
      var found = neighbours(count).map {
        Mutant("at least \(count) entries becomes \($0)", Condition.entries(query, atLeast: $0, otherwise: otherwise))
      }
      if otherwise != .met {
        let other: Truth = otherwise == .notMet ? .notRecorded : .notMet
        found.append(
          Mutant(
            "fewer entries: \(otherwise.rawValue) becomes \(other.rawValue)",
            .entries(query, atLeast: count, otherwise: other)))
      }
      return found + flips(query).map { $0.within("entries", { .entries($0, atLeast: count, otherwise: otherwise) }) }
    case .daysAtOneSite(let query, let count, let first):
      return neighbours(count).map {
        Mutant("on at least \(count) days becomes \($0)", .daysAtOneSite(query, atLeast: $0, exceptFirst: first))
      } + flips(query).map { $0.within("entries", { .daysAtOneSite($0, atLeast: count, exceptFirst: first) }) }
        + flips(first).map { $0.within("except first", { .daysAtOneSite(query, atLeast: count, exceptFirst: $0) }) }
    case .atAnySite(let sites, let part):
      return flips(sites.entries).map { mutant in
        mutant.within("sites", { .atAnySite(SitesQuery(sites.answer, $0), part) })
      }
    case .share(let query): return flips(query).map { $0.within("share", Condition.share) }
    case .side(let query, let sides):
      var found = reductions(sides, of: "side").map { $0.within("", { Condition.side(query, in: $0) }) }
      found += reductions(query.kinds, of: "kind").map { mutant in
        mutant.within("side", { .side(SideQuery($0, query.window, joints: query.joints), in: sides) })
      }
      found += flips(query.window).map { mutant in
        mutant.within("side", { .side(SideQuery(query.kinds, $0, joints: query.joints), in: sides) })
      }
      if query.joints != nil {
        found.append(Mutant("sides of the answer dropped", .side(SideQuery(query.kinds, query.window), in: sides)))
      }
      return found
    case .log(let quality): return flips(quality).map { $0.within("", Condition.log) }
    case .medication(let query): return flips(query).map { $0.within("medicine", Condition.medication) }
    case .medicinesRecord(let fields, let query):
      return fields.drops("field").map { $0.within("", { .medicinesRecord($0, query) }) }
        + flips(query).map { $0.within("medicine", { .medicinesRecord(fields, $0) }) }
    case .freeText(let hints): return flips(hints).map { $0.within("words", Condition.freeText) }
    default: return []
    }
  }

  func flips(_ window: Window) -> [Mutant<Window>] {
    guard case .days(let days) = window else { return [Mutant("the whole log becomes a year", .year)] }
    return neighbours(days).map { Mutant("\(days) days becomes \($0)", .days($0)) }
  }

  func flips(_ query: EntryQuery) -> [Mutant<EntryQuery>] {
    func changed(_ change: (inout EntryQuery) -> Void) -> EntryQuery {
      var copy = query
      change(&copy)
      return copy
    }
    var found = reductions(query.kinds, of: "kind").map { mutant in
      mutant.within("", { kinds in changed { $0.kinds = kinds } })
    }
    found += flips(query.window).map { mutant in mutant.within("", { window in changed { $0.window = window } }) }
    if let condition = query.condition {
      found.append(Mutant("what the entry must show dropped", changed { $0.condition = nil }))
      found += flips(condition).map { mutant in mutant.within("where", { part in changed { $0.condition = part } }) }
    }
    return found
  }

  func flips(_ condition: EntryCondition) -> [Mutant<EntryCondition>] {
    switch condition {
    case .all(let parts):
      return (parts.drops("part") + parts.flips("all", \.self, flips)).map { $0.within("", EntryCondition.all) }
        + (parts.count < 2 ? [] : [Mutant("all becomes any", .any(parts))])
    case .any(let parts):
      return (parts.drops("part") + parts.flips("any", \.self, flips)).map { $0.within("", EntryCondition.any) }
        + (parts.count < 2 ? [] : [Mutant("any becomes all", .all(parts))])
    case .kind(let kinds): return reductions(kinds, of: "kind").map { $0.within("", EntryCondition.kind) }
    case .site(let sites): return reductions(sites, of: "site").map { $0.within("", EntryCondition.site) }
    case .theSite: return []
    case .side(let sides): return reductions(sides, of: "side").map { $0.within("", EntryCondition.side) }
    case .sign(let item, let codes):
      return reductions(codes, of: item.name).map { $0.within("", { .sign(item, in: $0) }) }
    case .code(let item, let codes):
      return reductions(codes, of: item.name).map { $0.within("", { .code(item, in: $0) }) }
    case .number(let item, let comparison, let limit):
      return thresholds(comparison, limit, step: step(.item(item), limit)).map { mutant in
        mutant.within(item.name, { .number(item, $0.comparison, $0.limit) })
      }
    case .firstAtSite(let kinds):
      return reductions(kinds, of: "kind").map { $0.within("", { .firstAtSite(kinds: $0) }) }
    }
  }

  /// A share is exactly on its limit in one row of a table and a tenth beside it in another.
  private func flips(_ query: ShareQuery) -> [Mutant<ShareQuery>] {
    func changed(_ flip: String, _ change: (inout ShareQuery) -> Void) -> Mutant<ShareQuery> {
      var copy = query
      change(&copy)
      return Mutant(flip, copy)
    }
    var found = neighbours(query.minimum).map { minimum in
      changed("at least \(query.minimum) entries becomes \(minimum)") { $0.minimum = minimum }
    }
    found += [
      changed("met from \(number(query.metFrom)) becomes met above") { $0.metFrom += 0.001 },
      changed("met from \(number(query.metFrom)) becomes \(number(query.metFrom - 0.1))") { $0.metFrom -= 0.1 },
    ]
    // Where the two limits are one, the upper is asked first and the lower decides nothing.
    if query.notMetTo < query.metFrom {
      found += [
        changed("not met to \(number(query.notMetTo)) becomes not met below") { $0.notMetTo -= 0.001 },
        changed("not met to \(number(query.notMetTo)) becomes \(number(query.notMetTo + 0.1))") { $0.notMetTo += 0.1 },
      ]
    }
    found += reductions(query.values, of: query.field.name).map { mutant in
      mutant.within("", { values in changed("") { $0.values = values }.value })
    }
    found += reductions(query.kinds, of: "kind").map { mutant in
      mutant.within("", { kinds in changed("") { $0.kinds = kinds }.value })
    }
    return found
      + flips(query.window).map { mutant in
        mutant.within("", { window in changed("") { $0.window = window }.value })
      }
  }

  func flips(_ query: MedicationQuery) -> [Mutant<MedicationQuery>] {
    func changed(_ change: (inout MedicationQuery) -> Void) -> MedicationQuery {
      var copy = query
      change(&copy)
      return copy
    }
    var found = reductions(query.classes, of: "class").map { mutant in
      mutant.within("", { classes in changed { $0.classes = classes } })
    }
    if !query.routes.isEmpty { found.append(Mutant("any route", changed { $0.routes = [] })) }
    found += reductions(query.routes, of: "route").map { mutant in
      mutant.within("", { routes in changed { $0.routes = routes } })
    }
    switch query.period {
    case .current: break
    case .ever: found.append(Mutant("only current", changed { $0.period = .current }))
    case .currentOrStoppedWithin(let days):
      found.append(Mutant("only current", changed { $0.period = .current }))
      found += neighbours(days).map { other in
        Mutant(
          "stopped within \(days) days becomes \(other)", changed { $0.period = .currentOrStoppedWithin(days: other) })
      }
    }
    guard let timing = query.timing else { return found }
    found.append(Mutant("timing dropped", changed { $0.timing = nil }))
    found.append(
      Mutant(
        "an undated medicine \(timing.undatedFits ? "no longer " : "")fits",
        changed { $0.timing?.undatedFits = !timing.undatedFits }))
    if let days = timing.withinDays {
      found += neighbours(days).map { other in
        Mutant("within \(days) days of the onset becomes \(other)", changed { $0.timing?.withinDays = other })
      }
    }
    guard case .logged(let onset) = timing.onset else { return found }
    // The window of an onset is always the whole log.
    return found
      + flips(onset).filter { $0.value.window == onset.window }.map { mutant in
        mutant.within("onset", { other in changed { $0.timing?.onset = .logged(other) } })
      }
  }

  private func flips(_ quality: LogQuality) -> [Mutant<LogQuality>] {
    func shares(_ share: Double, _ make: (Double) -> LogQuality) -> [Mutant<LogQuality>] {
      [
        Mutant("from \(number(share)) becomes above", make(share + 0.001)),
        Mutant("from \(number(share)) becomes \(number(share - 0.1))", make(share - 0.1)),
      ]
    }
    switch quality {
    case .coverage(let days, let share):
      return neighbours(days).map { Mutant("\(days) days becomes \($0)", .coverage(days: $0, share: share)) }
        + shares(share) { .coverage(days: days, share: $0) }
    case .retrospective(let share): return shares(share) { .retrospective(share: $0) }
    case .gap(let days): return neighbours(days).map { Mutant("\(days) days becomes \($0)", .gap(days: $0)) }
    case .sparse(let entries):
      return neighbours(entries).map { Mutant("\(entries) entries becomes \($0)", .sparse(entries: $0)) }
    }
  }

  /// Hints and their groups; single words are wording, not logic.
  private func flips(_ hints: [WordHint]) -> [Mutant<[WordHint]>] {
    hints.drops("hint") + hints.flips("hint", \.groups) { $0.groups.drops("group") }
  }
}
