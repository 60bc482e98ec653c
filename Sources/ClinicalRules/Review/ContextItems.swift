import ClinicalRecord

/// Items of the dictionary that no rule reads, with what they are for instead; `legbrief rules lint` names every other.
enum ContextItems {
  static let all: [ItemID: String] = [:]
}
