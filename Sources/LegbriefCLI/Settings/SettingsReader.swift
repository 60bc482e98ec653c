import ClinicalRecord
import Diagnostics
import RecordReaders
import ReportBuilder

/// Reads the settings of a practice, and reports everything that is wrong with them in one run.
struct SettingsReader {
  private let source: SourceText
  private(set) var settings = ReportSettings()
  private(set) var diagnostics: [Diagnostic] = []

  /// The keys, in the order in which `legbrief config` prints them.
  enum Key: String, CaseIterable {
    case practiceName, letterhead, accentColour, sectionOrder, hiddenSections
  }

  /// The settings of a file, unless it has errors; and every fault.
  static func read(_ source: SourceText) -> (settings: ReportSettings?, diagnostics: [Diagnostic]) {
    let read = JSONDocumentReader.read(source)
    guard let document = read.document else { return (nil, read.diagnostics) }
    var reader = SettingsReader(source: source)
    reader.read(document)
    let isUsable = !reader.diagnostics.contains { $0.severity == .error }
    return (isUsable ? reader.settings : nil, reader.diagnostics)
  }

  private init(source: SourceText) { self.source = source }

  private mutating func read(_ document: LocatedJSON) {
    guard let members = document.members else {
      return fault(.notAnObject, at: document.bytes)
    }
    var seen: [String: LocatedJSON] = [:]
    for (name, value) in members {
      let place = value.key ?? value.bytes
      if let first = seen[name] {
        fault(.keyTwice(name), at: place, first: first.key)
        continue
      }
      seen[name] = value
      switch Key(rawValue: name) {
      case .practiceName: settings.practiceName = line(value, of: name).flatMap { $0.isEmpty ? nil : $0 }
      case .letterhead: settings.letterhead = letterhead(value)
      case .accentColour: colour(value)
      case .sectionOrder: sectionOrder(value)
      case .hiddenSections: hiddenSections(value)
      case nil: fault(.unknownKey(name), at: place)
      }
    }
    if settings.practiceName == nil, !settings.letterhead.isEmpty, let letterhead = seen[Key.letterhead.rawValue] {
      fault(.letterheadWithoutName, at: letterhead.key ?? letterhead.bytes)
    }
  }

  // MARK: Values

  /// A text of one line; nil, and a fault, for anything else.
  private mutating func line(_ value: LocatedJSON, of name: String) -> String? {
    guard let text = value.string else {
      fault(.wrongKind(name, "a text"), at: value.bytes)
      return nil
    }
    if text.unicodeScalars.count > ReportSettings.lineLength {
      fault(.lineTooLong(name), at: value.bytes)
      return nil
    }
    // A line end, a control character or a mark that turns the reading direction would reach beyond its line.
    guard Excerpt.visible(text) == text else {
      fault(.notOneLine(name), at: value.bytes)
      return nil
    }
    if PracticeText.makesClinicalStatement(text) { fault(.clinicalStatement(name), .warning, at: value.bytes) }
    return text
  }

  private mutating func letterhead(_ value: LocatedJSON) -> [String] {
    let name = Key.letterhead.rawValue
    guard let items = value.array else {
      fault(.wrongKind(name, "a list of texts"), at: value.bytes)
      return []
    }
    if items.count > ReportSettings.letterheadLines {
      fault(.tooManyLines, at: items[ReportSettings.letterheadLines].bytes)
    }
    return items.compactMap { line($0, of: name) }.filter { !$0.isEmpty }
  }

  private mutating func colour(_ value: LocatedJSON) {
    guard let text = value.string else {
      return fault(.wrongKind(Key.accentColour.rawValue, "a colour such as \"#0b4f8a\""), at: value.bytes)
    }
    guard let colour = Colour(hex: text) else { return fault(.notAColour, at: value.bytes) }
    guard colour.contrast(on: .white) >= ReportSettings.leastContrast else {
      return fault(.lowContrast(colour), at: value.bytes)
    }
    settings.accent = colour
  }

  private mutating func sectionOrder(_ value: LocatedJSON) {
    for (id, item) in ids(value, of: Key.sectionOrder.rawValue) {
      if let section = ReportSection(rawValue: id) {
        settings.sectionOrder.append(section)
      } else if AppendixPart(rawValue: id) != nil {
        fault(.partNotMoved(id), at: item.bytes)
      } else if let fixed = FixedSection(rawValue: id) {
        fault(.fixed(fixed, hidden: false), at: item.bytes)
      } else {
        fault(.unknownSection(id, among: ReportSection.allCases.map(\.rawValue)), at: item.bytes)
      }
    }
  }

  private mutating func hiddenSections(_ value: LocatedJSON) {
    for (id, item) in ids(value, of: Key.hiddenSections.rawValue) {
      if let section = ReportSection(rawValue: id) {
        settings.hiddenSections.insert(section)
      } else if let part = AppendixPart(rawValue: id) {
        settings.hiddenParts.insert(part)
      } else if let fixed = FixedSection(rawValue: id) {
        fault(.fixed(fixed, hidden: true), at: item.bytes)
      } else {
        let known = ReportSection.allCases.map(\.rawValue) + AppendixPart.allCases.map(\.rawValue)
        fault(.unknownSection(id, among: known), at: item.bytes)
      }
    }
  }

  /// The ids of a list, each once; a fault for what is none, or stands twice.
  private mutating func ids(_ value: LocatedJSON, of name: String) -> [(id: String, item: LocatedJSON)] {
    guard let items = value.array else {
      fault(.wrongKind(name, "a list of section ids"), at: value.bytes)
      return []
    }
    var seen: [String: LocatedJSON] = [:]
    var found: [(id: String, item: LocatedJSON)] = []
    for item in items {
      guard let id = item.string else {
        fault(.wrongKind(name, "a list of section ids"), at: item.bytes)
        continue
      }
      if let first = seen[id] {
        fault(.sectionTwice(id), at: item.bytes, first: first.bytes)
      } else {
        seen[id] = item
        found.append((id, item))
      }
    }
    return found
  }

  private mutating func fault(
    _ fault: SettingsFault, _ severity: Diagnostic.Severity = .error, at range: Range<Int>, first: Range<Int>? = nil
  ) {
    let words = fault.words
    diagnostics.append(
      Diagnostic(
        severity, id: fault.id, words.message, at: source.location(at: range.lowerBound),
        excerpt: Excerpt(of: source, marking: range), remedy: words.remedy,
        notes: first.map {
          [
            Diagnostic.Note(
              "first written here", at: source.location(at: $0.lowerBound), excerpt: Excerpt(of: source, marking: $0))
          ]
        } ?? []))
  }
}
