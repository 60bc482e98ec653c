/// Follows which required fields are placed on every way through the template; see ``Requirement`` for the rule.
struct RequirementTracker {
  /// How a section decides whether its body is printed.
  enum Condition {
    case always(FieldPath?)
    case whenThere(FieldPath)
    case whenNothing(FieldPath)
  }

  private struct Body {
    var condition = Condition.always(nil)
    var sectionName = ""
    var sectionPlace: Place?
    /// Required fields that are placed on every way through this body.
    var placed: Set<Int> = []
    /// What the bodies of the sections in this body place, by the value that decides about them.
    var branches: [FieldPath: (there: Set<Int>?, nothing: Set<Int>?)] = [:]
    var prints = false
  }

  private var bodies = [Body()]
  /// Where a required field is placed under a condition, and the section that can hide it.
  private var hidden: [Int: (place: Place, section: String, sectionPlace: Place)] = [:]

  mutating func print() { bodies[bodies.count - 1].prints = true }

  /// A tag prints the value at `path`, or a part of it.
  mutating func print(_ path: FieldPath, at place: Place) {
    print()
    if path.level == 0, let field = path.fields.first { mark(field, at: place) }
  }

  mutating func open(_ condition: Condition, name: String, at place: Place) {
    bodies.append(Body(condition: condition, sectionName: name, sectionPlace: place))
  }

  mutating func close() {
    guard bodies.count > 1, let body = bodies.popLast() else { return }
    let parent = bodies.count - 1
    if body.prints { bodies[parent].prints = true }
    switch body.condition {
    case .always(let path):
      bodies[parent].placed.formUnion(body.placed)
      markSection(over: path, body)
    case .whenThere(let path):
      markSection(over: path, body)
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
  private mutating func markSection(over path: FieldPath?, _ body: Body) {
    guard body.prints, let path, path.level == 0, let field = path.fields.first, let place = body.sectionPlace else {
      return
    }
    mark(field, at: place)
  }

  /// What both branches place is placed.
  private mutating func join(_ path: FieldPath) {
    let parent = bodies.count - 1
    guard let branches = bodies[parent].branches[path], let there = branches.there, let nothing = branches.nothing
    else { return }
    bodies[parent].placed.formUnion(there.intersection(nothing))
  }

  private mutating func mark(_ field: Int, at place: Place) {
    bodies[bodies.count - 1].placed.insert(field)
    guard hidden[field] == nil else { return }
    for body in bodies.dropFirst() {
      switch body.condition {
      case .always: continue
      case .whenThere(let path) where path.level == 0 && path.fields.first == field: continue
      case .whenThere, .whenNothing:
        guard let sectionPlace = body.sectionPlace else { continue }
        hidden[field] = (place, body.sectionName, sectionPlace)
        return
      }
    }
  }

  /// What is missing at the end of the template.
  func findings(_ requirements: [Requirement], shape: RecordShape, start: Place) -> [Finding] {
    requirements.compactMap { requirement in
      guard let field = shape.index(of: requirement.name) else {
        return Finding(.requirementMissing(requirement.name, why: requirement.reason), at: start)
      }
      if bodies[0].placed.contains(field) { return nil }
      guard let hidden = hidden[field] else {
        return Finding(.requirementMissing(requirement.name, why: requirement.reason), at: start)
      }
      return Finding(
        .requirementHidden(requirement.name, why: requirement.reason), at: hidden.place,
        related: [.init(.hiddenBy(hidden.section), hidden.sectionPlace)])
    }
  }
}
