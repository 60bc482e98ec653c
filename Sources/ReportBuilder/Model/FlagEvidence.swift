extension FlagEvidence {
  /// Circumstances: all of them, else as many of their names as fit; nil where there is no room for any.
  static func circumstances(_ all: [String], atMost limit: Int) -> String? {
    let whole = all.joined(separator: ", ")
    guard whole.isLonger(than: limit) else { return all.isEmpty ? nil : whole }
    // What stands behind a colon is which medicine or test it is.
    let names = all.map { String($0.prefix { $0 != ":" }) }
    let shown = (1...names.count).reversed().lazy.map { count in
      names.prefix(count).joined(separator: ", ") + (count < names.count ? " and more" : "")
    }
    return shown.first { !$0.isLonger(than: limit) }
  }
}

/// What a flag rests on, the piece that decided it first; it is shortened by whole pieces, never inside one.
package struct FlagEvidence: Sendable, Hashable {
  /// Answers, results, and the entries of one place, each with its day.
  package var pieces: [String]
  /// The first piece in as few words as say what and when; it stands wherever the flag does.
  package var core: String

  package init(_ pieces: [String], core: String? = nil) {
    self.pieces = pieces
    self.core = core ?? pieces.first ?? ""
  }

  package var whole: String { pieces.joined(separator: "; ") }

  private static let more = "; and more"

  /// As many pieces as fit; where not even the first does, its core.
  package func text(atMost limit: Int) -> String {
    let whole = whole
    guard whole.isLonger(than: limit) else { return whole }
    var shown = ""
    for piece in pieces {
      let longer = shown.isEmpty ? piece : "\(shown); \(piece)"
      guard !longer.isLonger(than: limit - FlagEvidence.more.count) else { break }
      shown = longer
    }
    if shown.isEmpty { return pieces.count > 1 ? core + FlagEvidence.more : core }
    return shown + FlagEvidence.more
  }
}
