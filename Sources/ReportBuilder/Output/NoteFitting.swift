import TemplateEngine

/// A note within its limit: rendered whole, then with one more ``NoteReduction`` after the other until it fits.
struct NoteFitting {
  let template: ReportTemplate

  func text(_ model: ReportModel) throws -> [UInt8] {
    var shortest = 0
    for last in [nil] + NoteReduction.allCases.map(Optional.some) {
      var reduced = model
      reduced.documents.note = model.documents.note.reduced(upTo: last)
      let bytes = PlainTextLayout.wrapped(PlainTextLayout.ascii(try template.checked.render(reduced.record())))
      shortest = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
      if shortest <= ReportDocuments.Note.limit { return bytes }
    }
    throw NoteError.tooLong(scalars: shortest)
  }
}

/// Why there is no note.
package enum NoteError: Error, Hashable {
  /// The template's own words leave too little room for what no reduction takes away.
  case tooLong(scalars: Int)
}
