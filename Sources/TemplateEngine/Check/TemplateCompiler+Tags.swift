internal import Diagnostics

/// Variables and sections.
extension TemplateCompiler {
  // MARK: Variables

  mutating func visitVariable(_ node: Node) {
    guard let template = frames.last?.template else { return }
    let name = template.text(node.name)
    switch scopes.resolve(name) {
    case .failure(let failure):
      report(failure, in: node)
      // Whatever it was to be, something is printed here.
      requirements.print()
      guard case .success(let meant) = scopes.resolve(failure.repaired(name)) else { return }
      use(meant)
      requirements.print(meant.fromRoot, at: placeOf(node.span))
    case .success(let resolution):
      use(resolution)
      if place.isShown { requirements.print(resolution.fromRoot, at: placeOf(node.span)) }
      print(resolution, name, node)
    }
  }

  private mutating func print(_ resolution: ScopeStack.Resolution, _ name: String, _ node: Node) {
    switch resolution.shape.unwrapped {
    case .text:
      if node.kind == .rawVariable { report(.rawText(name), node.span) }
      texts.append(PlacedText(name: name, place: placeOf(node.name)))
      switch place.placeText(texts.count - 1) {
      case .success(let escape):
        // Where the value may begin the line it may be the number of a list: the mark stands behind it, and not before a full stop.
        if checker.isMarking, [.markdownInline, .markdownCell].contains(escape) { emitMark(of: node) }
        emitter.emit(.text(emitter.slot(resolution.path), escape))
        if checker.isMarking, escape == .markdown, !isNumber(node) { emitMark(of: node) }
      case .failure(let fault): report(.misplaced(name, fault.misplacement), node.name)
      }
    case .markup(let markup):
      if markup != dialect {
        return report(.wrongDialect(name, markup: markup, template: dialect), node.name)
      }
      texts.append(PlacedText(name: name, place: placeOf(node.name)))
      if let fault = place.placeMarkup(texts.count - 1) { report(.misplaced(name, fault), node.name) }
      emitter.emit(.markup(emitter.slot(resolution.path)))
    case .flag:
      return report(.variableOfWrongKind(name, kind: resolution.shape.words, advice: .question(name)), node.name)
    case .list:
      return report(.variableOfWrongKind(name, kind: resolution.shape.words, advice: .loop(name)), node.name)
    case .record(let shape):
      let printable = shape.fields.filter { if case .text = $0.shape { true } else { false } }
      let names = printable.prefix(1).map { "\(name).\($0.name)" }
      return report(
        .variableOfWrongKind(name, kind: resolution.shape.words, advice: .fields(names)), node.name)
    case .optional: return
    }
    if resolution.shape.isOptional, !hasFallback(name) { report(.optionalWithoutFallback(name), node.name) }
  }

  private mutating func emitMark(of node: Node) {
    emitter.literal(marks.mark(placeOf(node.name).location))
  }

  private func isNumber(_ node: Node) -> Bool {
    let bytes = placeOf(node.span).text.bytes
    guard node.span.upperBound < bytes.count else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: ")")].contains(bytes[node.span.upperBound])
  }

  // MARK: Sections

  mutating func visitSection(_ node: Node) {
    guard let template = frames.last?.template else { return }
    guard node.isNamed else { return skip(node) }
    let name = template.text(node.name)
    guard sections.count < checker.limits.sectionDepth else {
      report(.tooManySections(checker.limits.sectionDepth), node.span)
      return skip(node)
    }
    switch scopes.resolve(name) {
    case .success(let resolution): open(resolution, name, node)
    case .failure(let failure):
      // The end of the section tells what its beginning was to be.
      if let closing = closingName(of: node), closing != name, case .success(let resolution) = scopes.resolve(closing) {
        report(.sectionMisnamed(name, closing: closing, kind: failure.fault), node.name)
        explainMismatch(of: node)
        return open(resolution, closing, node)
      }
      report(failure, in: node)
      // The faults inside are worth finding when it is clear what was meant.
      let repaired = failure.repaired(name)
      guard case .success(let resolution) = scopes.resolve(repaired) else { return skip(node) }
      open(resolution, repaired, node)
    }
  }

  /// The name in the closing tag of a section, as it is written.
  private func closingName(of node: Node) -> String? {
    guard let template = frames.last?.template, node.partner >= 0 else { return nil }
    return template.text(template.nodes[node.partner].name)
  }

  /// Remembers that the template shows the value, or asks about it.
  private mutating func use(_ resolution: ScopeStack.Resolution) {
    for length in resolution.fromRoot.indices { used.insert(Array(resolution.fromRoot.prefix(length + 1))) }
    for index in sections.indices where sections[index].level == resolution.path.level {
      sections[index].usesElement = true
    }
  }

  private mutating func open(_ resolution: ScopeStack.Resolution, _ name: String, _ node: Node) {
    use(resolution)
    let slot = emitter.slot(resolution.path)
    let isInverted = node.kind == .inverted
    var entry = ScopeStack.Entry.nothing
    var condition = RequirementTracker.Condition.always(nil)
    var instruction: Instruction?
    var end = OpenSection.End.nothing
    switch (resolution.shape, isInverted) {
    case (.text, _), (.markup, _):
      report(.sectionOfWrongKind(name, kind: resolution.shape.words), node.span)
    case (.record, true):
      report(.neverPrinted(name, kind: resolution.shape.words), node.span)
      condition = .whenNothing(resolution.fromRoot)
      instruction = .ifAbsent(slot, otherwise: 0)
    case (.record(let shape), false):
      (entry, instruction, end) = (.scope(resolution.path, shape), .enter(slot, otherwise: 0), .leave)
      condition = .always(resolution.fromRoot)
    case (.list(let shape), false):
      (entry, instruction, end) = (.scope(resolution.path, shape), .begin(slot, otherwise: 0), .next)
      condition = .whenThere(resolution.fromRoot)
    case (.flag, false):
      (instruction, condition) = (.ifSet(slot, otherwise: 0), .whenThere(resolution.fromRoot))
    case (.list, true), (.flag, true):
      (instruction, condition) = (.ifNothing(slot, otherwise: 0), .whenNothing(resolution.fromRoot))
    case (.optional, true):
      (instruction, condition) = (.ifAbsent(slot, otherwise: 0), .whenNothing(resolution.fromRoot))
    case (.optional(.record(let shape)), false):
      (entry, instruction, end) = (.knownScope(resolution.path, shape), .enter(slot, otherwise: 0), .leave)
      condition = .whenThere(resolution.fromRoot)
    case (.optional(let inner), false):
      (entry, instruction) = (.known(resolution.path), .ifPresent(slot, otherwise: 0))
      condition = .whenThere(resolution.fromRoot, marks: !inner.isPrinted)
    }
    var asked: FieldPath?
    switch resolution.shape {
    case .flag, .list: asked = resolution.path
    case .text, .markup, .record, .optional: break
    }
    if let asked, let outer = sections.last(where: { $0.asked == asked }), outer.isInverted != isInverted {
      report(
        .neverPrintedInside(name, isInverted: isInverted), node.span, related: [.init(.opened(outer.name), outer.place)]
      )
    }
    frames[frames.count - 1].open.append(frames[frames.count - 1].position - 1)
    let start = placeOf(node.span)
    place.beginSection(repeats: end == .next)
    requirements.open(condition, name: name, at: start)
    scopes.push(entry)
    let jump = instruction.map { emitter.emitJump($0) }
    sections.append(
      OpenSection(
        name: name, place: start, start: place, jump: jump, end: end, asked: asked, isInverted: isInverted,
        level: end == .next ? scopes.level : nil, literals: emitter.literals.count))
  }

  mutating func visitClose(_ node: Node) {
    guard let template = frames.last?.template, node.partner >= 0 else { return }
    _ = frames[frames.count - 1].open.popLast()
    // The end of a block that was not replaced.
    if template.nodes[node.partner].kind == .block { return }
    guard let section = sections.popLast() else { return }
    if section.level != nil, !section.usesElement, !node.span.isEmpty,
      emitter.literals[section.literals...].contains(where: { !TagScanner.isSpace($0) })
    {
      report(Finding(.elementUnused(section.name), at: section.place))
    }
    if !place.endSection(from: section.start, repeats: section.end == .next) {
      report(
        Finding(.sectionChangesPlace(section.name, dialect), at: section.place))
      place = section.start
    }
    scopes.pop()
    requirements.close()
    switch section.end {
    case .nothing: break
    case .leave: emitter.emit(.leave)
    case .next: if let jump = section.jump { emitter.emitNext(after: jump) }
    }
    if let jump = section.jump { emitter.land(jump) }
  }

  /// Leaves out a section whose name means nothing: its body cannot be checked.
  private mutating func skip(_ node: Node) {
    guard node.partner >= 0 else { return }
    frames[frames.count - 1].position = node.partner + 1
  }

  private mutating func report(_ failure: ScopeStack.Failure, in node: Node) {
    // What is not known may have been meant for any of the open elements.
    for index in sections.indices { sections[index].usesElement = true }
    let start = node.name.lowerBound
    report(failure.fault, start + failure.span.lowerBound..<start + failure.span.upperBound)
  }
}
