import ArgumentParser
import ClinicalRules
import RuleEngine

/// `appointment,note`: templates in the order in which they were named, each once.
struct TemplateNames: ExpressibleByArgument {
  var all: [String]

  init(_ all: [String]) { self.all = all }

  init?(argument: String) {
    all = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard !name.isEmpty, !name.contains("/") else { return nil }
      if !all.contains(name) { all.append(name) }
    }
  }

  var defaultValueDescription: String { all.joined(separator: ",") }
}

/// The clinic of a referral letter: one that the rule book knows.
struct ClinicName: ExpressibleByArgument {
  let id: String

  init?(argument: String) {
    guard ClinicName.allValueStrings.contains(argument) else { return nil }
    id = argument
  }

  static var allValueStrings: [String] { LegbriefRules.book.clinics.map(\.id) }
}
