/// Where the output is, in the terms of the template's dialect.
enum PlaceTracker {
  case markdown(MarkdownPlace)
  case html(HTMLPlace)
  case plain

  init(_ dialect: Dialect) {
    switch dialect {
    case .markdown: self = .markdown(MarkdownPlace())
    case .html: self = .html(HTMLPlace())
    case .plain: self = .plain
    }
  }

  /// - Parameter source: what ``LiteralSite`` calls the file of the text.
  /// - Returns: the offset of a bracket that a value before it could turn into an image; nil when all is well.
  mutating func read(_ literal: ArraySlice<UInt8>, from source: Int = 0) -> Int? {
    switch self {
    case .markdown(var place):
      let fault = place.read(literal, from: source)
      self = .markdown(place)
      return fault
    case .html(var place):
      place.read(literal)
      self = .html(place)
      return nil
    case .plain: return nil
    }
  }

  /// A text stands here.
  ///
  /// - Parameter id: what ``takeBroken()`` calls it.
  mutating func placeText(_ id: Int) -> Result<Escape, PlaceFault> {
    switch self {
    case .markdown(var place):
      let result = place.placeText(id)
      self = .markdown(place)
      return result
    case .html(var place):
      let result = place.placeText(id)
      self = .html(place)
      return result
    case .plain: return .success(.plain)
    }
  }

  /// Whether a reader of the output sees what stands here, as far as the template itself says: not in an address or an attribute, for example.
  var isShown: Bool {
    switch self {
    case .markdown(let place): place.isShown
    case .html(let place): place.isShown
    case .plain: true
    }
  }

  /// Texts of which only what was read behind them shows that they cannot stand where they do.
  mutating func takeBroken() -> [PendingText] {
    switch self {
    case .markdown(var place):
      let broken = place.takeBroken()
      self = .markdown(place)
      return broken
    case .html(var place):
      let broken = place.takeBroken()
      self = .html(place)
      return broken
    case .plain: return []
    }
  }

  /// What is allowed but most likely not meant.
  mutating func takeWarnings() -> [PlaceWarning] {
    guard case .markdown(var place) = self else { return [] }
    let warnings = place.takeWarnings()
    self = .markdown(place)
    return warnings
  }

  /// The template ends here.
  mutating func end() {
    guard case .markdown(var place) = self else { return }
    place.end()
    self = .markdown(place)
  }

  /// Markup of the template's dialect stands here.
  ///
  /// - Parameter id: what ``takeBroken()`` and ``takeWarnings()`` call it.
  /// - Returns: why it cannot.
  mutating func placeMarkup(_ id: Int) -> Misplacement? {
    switch self {
    case .markdown(var place):
      let fault = place.placeMarkup(id)
      self = .markdown(place)
      return fault
    case .html(var place):
      let fault = place.placeMarkup()
      self = .html(place)
      return fault
    case .plain: return nil
    }
  }

  /// Whether this is the content of `<script>` or `<style>`, which has braces of its own.
  var isInScriptOrStyle: Bool {
    if case .html(let place) = self { place.isInScriptOrStyle } else { false }
  }

  mutating func beginSection(repeats: Bool) {
    switch self {
    case .markdown(var place):
      place.beginSection(repeats: repeats)
      self = .markdown(place)
    case .html(var place):
      place.beginSection(repeats: repeats)
      self = .html(place)
    case .plain: break
    }
  }

  /// The section that began at `start` ends here.
  ///
  /// - Returns: false when it ends in another construct than it began in, or cannot stand behind its own end.
  mutating func endSection(from start: PlaceTracker, repeats: Bool) -> Bool {
    switch (self, start) {
    case (.markdown(var place), .markdown(let start)):
      let isSame = place.endSection(from: start, repeats: repeats)
      self = .markdown(place)
      return isSame
    case (.html(var place), .html(let start)):
      let isSame = place.endSection(from: start, repeats: repeats)
      self = .html(place)
      return isSame
    default: return true
    }
  }
}

/// A text whose place shows only later to be what it seemed, and why it cannot stand there if it does not.
struct PendingText: Sendable, Equatable {
  var id: Int
  var misplacement: Misplacement

  /// How many may wait in one construct: more than any person writes, few enough to be compared wherever two ways meet.
  static let most = 200
}

extension [PendingText] {
  /// Adds those of another way; most often that way has only begun what this one holds.
  mutating func join(_ other: [PendingText]) {
    if starts(with: other) { return }
    for value in other where !contains(value) { append(value) }
  }
}
