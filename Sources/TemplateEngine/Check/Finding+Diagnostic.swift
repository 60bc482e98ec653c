internal import Diagnostics

extension Finding {
  /// The diagnostic that a person reads: words, place, excerpt, the other places, and the partial tags that lead there.
  var diagnostic: Diagnostic {
    var diagnostic = Finding.diagnostic(for: fault)
    diagnostic.location = place.location
    if !place.span.isEmpty || place.span.lowerBound > 0 { diagnostic.excerpt = place.excerpt }
    diagnostic.notes = related.map { related in
      Diagnostic.Note(
        related.role.message, at: related.place.location,
        excerpt: related.role == .endOfTemplate ? nil : related.place.excerpt)
    }
    return diagnostic
  }

  /// The words alone, for a fault that has no place.
  static func diagnostic(for fault: Fault) -> Diagnostic {
    Diagnostic(fault.isWarning ? .warning : .error, id: fault.id, fault.message, remedy: fault.remedy)
  }
}

extension Place {
  var excerpt: Excerpt { Excerpt(of: text, marking: span) }
}
