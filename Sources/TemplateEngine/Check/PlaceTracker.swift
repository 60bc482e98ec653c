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

  /// - Returns: the offset of a bracket that a value before it could turn into an image; nil when all is well.
  mutating func read(_ literal: ArraySlice<UInt8>) -> Int? {
    switch self {
    case .markdown(var place):
      let fault = place.read(literal)
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
  mutating func placeText() -> Result<Escape, PlaceFault> {
    switch self {
    case .markdown(var place):
      let result = place.placeText()
      self = .markdown(place)
      return result
    case .html(var place):
      let fault = place.placeText()
      self = .html(place)
      return fault.map { .failure(PlaceFault($0)) } ?? .success(.html)
    case .plain: return .success(.plain)
    }
  }

  /// Markup of the template's dialect stands here.
  ///
  /// - Returns: why it cannot.
  mutating func placeMarkup() -> Misplacement? {
    switch self {
    case .markdown(var place):
      place.placeMarkup()
      self = .markdown(place)
      return nil
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
    guard case .markdown(var place) = self else { return }
    place.beginSection(repeats: repeats)
    self = .markdown(place)
  }

  /// The section that began at `start` ends here.
  ///
  /// - Returns: false when it ends in another construct than it began in.
  mutating func endSection(from start: PlaceTracker) -> Bool {
    switch (self, start) {
    case (.markdown(var place), .markdown(let start)):
      place.join(start)
      self = .markdown(place)
      return place.construct == start.construct
    case (.html(var place), .html(let start)):
      let isSame = place.endSection(from: start)
      self = .html(place)
      return isSame
    default: return true
    }
  }
}
