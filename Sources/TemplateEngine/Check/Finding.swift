internal import Diagnostics

/// A stretch of one template's text.
struct Place: Sendable {
  var text: SourceText
  /// Byte offsets.
  var span: Range<Int>

  var location: SourceLocation { text.location(at: span.lowerBound) }
}

/// A fault with where it is, other places it refers to, and the partial tags through which the checker came there.
struct Finding: Sendable {
  /// Another place that the fault refers to.
  struct Related: Sendable {
    enum Role: Sendable, Hashable {
      case opened(String)
      case endOfTemplate
      case closedInside
      case hiddenBy(String)
      case includedBy(String)
      case inheritedBy(String)
      case fillsBlock(String)
      case firstOverride
    }

    var role: Role
    var place: Place

    init(_ role: Role, _ place: Place) {
      self.role = role
      self.place = place
    }
  }

  var fault: Fault
  var place: Place
  var related: [Related]

  init(_ fault: Fault, at place: Place, related: [Related] = []) {
    self.fault = fault
    self.place = place
    self.related = related
  }
}
