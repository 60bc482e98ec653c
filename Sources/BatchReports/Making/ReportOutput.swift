/// What a report can be written as.
package enum ReportFormat: String, CaseIterable, Sendable {
  case markdown = "md"
  case page = "html"
  case verdicts = "json"
}

/// One file that is made of a record.
package struct ReportOutput: Sendable, Hashable {
  /// The template that it is from; nil for the verdicts.
  package let template: String?
  /// The ending of its name, without the dot.
  package let ending: String
  package var bytes: [UInt8]

  package init(template: String?, ending: String, bytes: [UInt8]) {
    self.template = template
    self.ending = ending
    self.bytes = bytes
  }
}
