import Foundation

/// A record as a Swift program reads it that has nothing but Foundation: structs with synthesised conformances, days and codes as texts.
///
/// Of what ``RecordReader`` does it does the least: no value is checked, no place is kept, no fault is explained. Answers and history
/// are dictionaries, because that is quicker than structs with a property for each of their 274 questions.
struct DecodableRecord: Decodable {
  let legbrief: Int
  let person: Person
  let log: [LogEntry]?
  let answers: [String: Answer]?
  let history: [String: Answer]?
  let medications: [Medication]?
  let labs: [LabResult]?
  let measurements: [Measurement]?
  let scores: [Measurement]?

  struct Person: Decodable {
    let reportDate: String?
    let appointmentDate: String?
    let localePack: String?
    let personId: String?
    let ageYears: Int?
    let birthDate: String?
    let sexRegisteredAtBirth: String?
    let ethnicity: String?
    let mainConcern: String?
    let patientGoals: [String]?
    let dataEnteredBy: String?
  }

  struct Medication: Decodable {
    let medName: String?
    let medClass: [String]?
    let medRoute: String?
    let medDose: String?
    let medStartDate: String?
    let medChangeDate: String?
    let medStopDate: String?
    let medAdherence: String?
    let medReason: String?
  }

  struct LabResult: Decodable {
    let labId: String
    let labValue: Value
    let labUnit: String?
    let labDate: String?
    let labRefLow: Double?
    let labRefHigh: Double?
    let labFasting: String?
  }

  /// A measurement, or a score that somebody else worked out.
  struct Measurement: Decodable {
    let id: String
    let value: Value
    let date: String?
    let by: String?
    let form: String?
  }

  struct JointSite: Decodable {
    let site: String
    let side: String?
  }
}

extension DecodableRecord {
  /// A bare value, or an object with its day and respondent.
  struct Answer: Decodable {
    let value: Value
    let date: String?
    let by: String?

    private enum CodingKeys: CodingKey {
      case value, date, by
    }

    init(from decoder: any Decoder) throws {
      // Four of five are bare codes, and a wrong guess costs an error that is made and thrown away.
      let container = try decoder.singleValueContainer()
      if let code = try? container.decode(String.self) {
        (value, date, by) = (.text(code), nil, nil)
      } else if let members = try? decoder.container(keyedBy: CodingKeys.self) {
        value = try members.decode(Value.self, forKey: .value)
        date = try members.decodeIfPresent(String.self, forKey: .date)
        by = try members.decodeIfPresent(String.self, forKey: .by)
      } else {
        (value, date, by) = (try container.decode(Value.self), nil, nil)
      }
    }
  }

  /// What stands for an answer, a result or a score.
  enum Value: Decodable {
    case number(Double)
    case text(String)
    case texts([String])
    case numbers([Double])
    case joints([JointSite])
    case subscales([String: Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let texts = try? container.decode([String].self) {
        self = .texts(texts)
      } else if let numbers = try? container.decode([Double].self) {
        self = .numbers(numbers)
      } else if let joints = try? container.decode([JointSite].self) {
        self = .joints(joints)
      } else {
        self = .subscales(try container.decode([String: Double].self))
      }
    }
  }
}
