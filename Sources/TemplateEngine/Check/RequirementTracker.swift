/// Follows which required fields are placed on every way through the template; see ``Requirement`` for the rule.
struct RequirementTracker {
  /// The fields that lead to a value from the root record; the same value has the same path wherever it is named.
  typealias Path = [Int]

  /// How a section decides whether its body is printed.
  enum Condition {
    case always(Path?)
    /// - Parameter marks: whether a body that prints anything places the value: not where the value is a text, which must be printed itself.
    case whenThere(Path, marks: Bool = true)
    case whenNothing(Path)
  }

  private struct Body {
    var condition = Condition.always(nil)
    var sectionName = ""
    var sectionPlace: Place?
    /// The values that are placed on every way through this body.
    var placed: Set<Path> = []
    /// What the bodies of the sections in this body place, by the value that decides about them.
    var branches: [Path: (there: Set<Path>?, nothing: Set<Path>?)] = [:]
    /// Whether a section over a value prints anything, on a way on which nothing but the value and its own parts decides.
    var prints = false
    /// The bodies around this one, and itself, that print when this one does: no other value decides between them.
    var printsWith: [Int] = [0]
    /// A section inside that prints something, but not always when this one could.
    var hiding: (name: String, place: Place)?
  }

  /// Stands for anything visible among the values that a body places.
  private static let ink: Path = []

  private var bodies = [Body()]
  /// Where a value is placed under a condition, and the section that can hide it.
  private var hidden: [Path: (place: Place, section: String, sectionPlace: Place)] = [:]
  /// Where the first section over a value stands.
  private var sections: [Path: Place] = [:]

  mutating func print() {
    guard bodies[bodies.count - 1].placed.insert(RequirementTracker.ink).inserted else { return }
    for body in bodies[bodies.count - 1].printsWith { bodies[body].prints = true }
  }

  /// A tag prints the value at `path`, and with it a part of the records that lead there.
  mutating func print(_ path: Path, at place: Place) {
    print()
    for length in 1...max(1, path.count) where length == path.count || !isInside(path.prefix(length)) {
      mark(Array(path.prefix(length)), at: place)
    }
  }

  /// Whether a section over the value is open: then its own end says whether it is placed.
  private func isInside(_ path: ArraySlice<Int>) -> Bool {
    bodies.contains { body in
      switch body.condition {
      case .always(let over?), .whenThere(let over, _): over[...] == path
      case .always(nil), .whenNothing: false
      }
    }
  }

  mutating func open(_ condition: Condition, name: String, at place: Place) {
    let around = bodies[bodies.count - 1].printsWith.filter { isDecided(condition, by: bodies[$0].condition) }
    bodies.append(
      Body(condition: condition, sectionName: name, sectionPlace: place, printsWith: around + [bodies.count]))
  }

  /// Whether a section inside of another is printed whenever the other is, as far as other values than the other's own are concerned.
  private func isDecided(_ inner: Condition, by outer: Condition) -> Bool {
    switch (inner, outer) {
    case (.always, _): true
    case (.whenThere(let path, _), .always(let over?)), (.whenThere(let path, _), .whenThere(let over, _)):
      path.starts(with: over)
    case (.whenNothing(let path), .always(let over?)), (.whenNothing(let path), .whenThere(let over, _)):
      path.count > over.count && path.starts(with: over)
    case (_, .always(nil)), (_, .whenNothing): false
    }
  }

  mutating func close() {
    guard bodies.count > 1, let body = bodies.popLast() else { return }
    let parent = bodies.count - 1
    if body.placed.contains(RequirementTracker.ink), let place = body.sectionPlace {
      bodies[parent].hiding = bodies[parent].hiding ?? (body.sectionName, place)
    }
    switch body.condition {
    case .always(let path):
      if body.placed.contains(RequirementTracker.ink) { print() }
      bodies[parent].placed.formUnion(body.placed)
      markSection(over: path, body)
    case .whenThere(let path, let marks):
      if marks { markSection(over: path, body) }
      // What every element prints is placed as surely as the list itself.
      bodies[parent].placed.formUnion(
        body.placed.filter { $0.count + (marks ? 0 : 1) > path.count && $0.starts(with: path) })
      bodies[parent].branches[path, default: (nil, nil)].there =
        body.placed.union(bodies[parent].branches[path]?.there ?? [])
      join(path)
    case .whenNothing(let path):
      bodies[parent].branches[path, default: (nil, nil)].nothing =
        body.placed.union(bodies[parent].branches[path]?.nothing ?? [])
      join(path)
    }
  }

  /// A section over a field that prints anything places the field.
  private mutating func markSection(over path: Path?, _ body: Body) {
    guard let path, let place = body.sectionPlace else { return }
    guard body.prints else {
      if let hiding = body.hiding, hidden[path] == nil { hidden[path] = (place, hiding.name, hiding.place) }
      return
    }
    if sections[path] == nil { sections[path] = place }
    mark(path, at: place)
  }

  /// What both branches place is placed.
  private mutating func join(_ path: Path) {
    let parent = bodies.count - 1
    guard let branches = bodies[parent].branches[path], let there = branches.there, let nothing = branches.nothing
    else { return }
    let both = there.intersection(nothing)
    if both.contains(RequirementTracker.ink) { print() }
    bodies[parent].placed.formUnion(both)
  }

  private mutating func mark(_ path: Path, at place: Place) {
    bodies[bodies.count - 1].placed.insert(path)
    guard hidden[path] == nil else { return }
    for body in bodies.dropFirst() {
      switch body.condition {
      case .always: continue
      case .whenThere(let over, _) where path.starts(with: over): continue
      case .whenThere, .whenNothing:
        guard let sectionPlace = body.sectionPlace else { continue }
        hidden[path] = (place, body.sectionName, sectionPlace)
        return
      }
    }
  }

  /// What is missing at the end of the template.
  func findings(_ requirements: [Requirement], shape: RecordShape, start: Place) -> [Finding] {
    requirements.flatMap { requirement in
      let found = requirement.ways.map { findings($0, shape, start) }
      return found.contains { $0.isEmpty } ? [] : found[0]
    }
  }

  private func findings(_ requirement: Requirement, _ shape: RecordShape, _ start: Place) -> [Finding] {
    guard let field = shape.index(of: requirement.name) else {
      return [Finding(.requirementUnknown(requirement.name, in: shape.name, known: shape.names), at: start)]
    }
    if let finding = finding([field], requirement.name, requirement, start) { return [finding] }
    let inside = shape.fields[field].shape.fieldsInside
    // Of a list of texts the texts are what must be read.
    let parts = requirement.parts + (inside?.index(of: ".") != nil && !requirement.parts.contains(".") ? ["."] : [])
    return parts.compactMap { part in
      var path = [field]
      var whole = inside
      // A dotted part lies inside a record or list of the required one.
      for name in part == "." ? ["."] : part.split(separator: ".").map(String.init) {
        guard let index = whole?.index(of: name) else {
          return Finding(
            .requirementUnknown(name, in: whole?.name ?? requirement.name, known: whole?.names ?? []), at: start)
        }
        path.append(index)
        whole = whole?.fields[index].shape.fieldsInside
      }
      if path.count > 1, let text = whole?.index(of: ".") { path.append(text) }
      return partFinding(path, part, requirement, start)
    }
  }

  private func finding(_ path: Path, _ name: String, _ requirement: Requirement, _ start: Place) -> Finding? {
    if bodies[0].placed.contains(path) { return nil }
    guard let hidden = hidden[path] else {
      return Finding(.requirementMissing(name, why: requirement.reason), at: start)
    }
    return Finding(
      .requirementHidden(name, why: requirement.reason), at: hidden.place,
      related: [.init(.hiddenBy(hidden.section), hidden.sectionPlace)])
  }

  /// A part that the section over the required value does not print for every element.
  private func partFinding(_ path: Path, _ part: String, _ requirement: Requirement, _ start: Place) -> Finding? {
    if bodies[0].placed.contains(path) { return nil }
    guard hidden[path] == nil else { return finding(path, part, requirement, start) }
    return Finding(
      .requirementPartMissing(part, of: requirement.name, why: requirement.reason),
      at: sections[Array(path.prefix(1))] ?? start)
  }
}
