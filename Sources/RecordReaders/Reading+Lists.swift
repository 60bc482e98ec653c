import ClinicalRecord

/// Values that are made of several: joints with sides, profiles, subscales.
extension Reading {
  private static let joint = ByteTable(["site", "side"])

  mutating func joints(at index: Int, _ name: String, sites: [String], sides: [String]) -> ItemValue? {
    guard expect(.arrayStart, at: index, name, .joints) else { return nil }
    var joints: [JointSite] = []
    var isSound = true
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      guard expect(.objectStart, at: element, name, .joint),
        let joint = joint(at: element, name, sites: sites, sides: sides)
      else {
        isSound = false
        continue
      }
      if joints.contains(joint) { fault(.repeated(name), at: element) } else { joints.append(joint) }
    }
    return isSound ? .joints(joints) : nil
  }

  private mutating func joint(at index: Int, _ name: String, sites: [String], sides: [String]) -> JointSite? {
    var seen = Seen(Reading.joint)
    var site: String?
    var side: String?
    var isSound = true
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      let unknown = RecordFault.unknownMember(of: "a joint of \"\(name)\"", allowed: Reading.joint.names)
      guard let position = position(of: key, in: Reading.joint, &seen, unknown: unknown) else { continue }
      let allowed = position == 0 ? sites : sides
      guard expect(.string, at: key + 1, Reading.joint.names[position], .code) else {
        isSound = false
        continue
      }
      let written = JSONText.string(tokens[key + 1], in: bytes)
      guard let code = allowed.first(where: { $0 == written }) else {
        fault(.outsideSet(Reading.joint.names[position], allowed: allowed), at: key + 1)
        isSound = false
        continue
      }
      if position == 0 { site = code } else { side = code }
    }
    guard seen.contains(0) else {
      missing(.missingMember("site", of: "a joint of \"\(name)\""), at: index)
      return nil
    }
    guard isSound, let site else { return nil }
    return JointSite(site: site, side: side)
  }

  mutating func profile(at index: Int, of entry: Entry, count: Int) -> ItemValue? {
    guard expect(.arrayStart, at: index, entry.name, .numbers) else { return nil }
    var numbers: [Double] = []
    var elements = 0
    var current = element(of: index, after: nil)
    while let element = current {
      current = self.element(of: index, after: element)
      elements += 1
      guard elements <= count else { continue }
      guard let number = number(at: element, of: entry, expecting: .numbers),
        isPossible(number, at: element, of: entry)
      else { continue }
      numbers.append(number)
    }
    guard elements == count else {
      missing(.wrongCount(entry.name, expected: count), at: index)
      return nil
    }
    return numbers.count == count ? .numbers(numbers) : nil
  }

  /// Subscales in the order of their declaration, so that the order of writing does not matter.
  mutating func subscales(at index: Int, of entry: Entry, names: [String]) -> ItemValue? {
    guard expect(.objectStart, at: index, entry.name, .subscales), let table = entry.codes else { return nil }
    var seen = Seen(table)
    var values = [Double?](repeating: nil, count: table.names.count)
    var current = member(of: index, after: nil)
    while let key = current {
      current = member(of: index, after: key)
      let unknown = RecordFault.unknownMember(of: "\"\(entry.name)\"", allowed: names)
      guard let position = position(of: key, in: table, &seen, unknown: unknown),
        let number = number(at: key + 1, of: entry, expecting: .number),
        isPossible(number, at: key + 1, of: entry)
      else { continue }
      values[position] = number
    }
    return .subscales(
      zip(names, values).compactMap { name, value in value.map { ItemValue.Subscale(name: name, value: $0) } })
  }
}
