/// The kinds of JSON value that the workload uses: there is no `null` and no fraction in it.
enum JSONValue: Decodable {
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// The same as Swift's own strings, integers, arrays and dictionaries: what a user of the untyped engines hands in.
  var untyped: Any {
    switch self {
    case .flag(let flag): return flag
    case .number(let number): return number
    case .text(let text): return text
    case .list(let list):
      let objects = list.compactMap { if case .object(let object) = $0 { object.mapValues(\.untyped) } else { nil } }
      return objects.count == list.count ? objects : list.map(\.untyped)
    case .object(let object): return object.mapValues(\.untyped)
    }
  }
}
