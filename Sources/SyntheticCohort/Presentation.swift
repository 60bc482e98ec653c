import ClinicalRecord

/// One way in which patients come: what they answer, log, take and have had measured.
struct Presentation: Sendable {
  let id: String
  let apply: @Sendable (inout Draft) -> Void

  init(_ id: String, _ apply: @escaping @Sendable (inout Draft) -> Void) {
    self.id = id
    self.apply = apply
  }

  static let all: [Presentation] =
    restlessLegs + joints + girdle + circulation + arteries + hormones + bleeding + muscles + nerves + tendons + bones
    + flags + moreFlags
}
