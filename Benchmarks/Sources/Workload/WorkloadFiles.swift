import Foundation

/// The files of the reference workload, read once.
struct WorkloadFiles {
  /// The views, as JSON.
  let views: [[String: JSONValue]]
  /// The Mustache templates by name without ending, such as `report`.
  let mustache: [String: String]
  /// The Jinja templates by name, such as `report.j2`.
  let jinja: [String: String]
  /// What Jinja2 prints for the views, where it was made.
  let reference: [[UInt8]]?
  /// The templates of the main package.
  let shipped: [String: String]

  /// - Parameters:
  ///   - folder: holds `templates/` and `data/`, made by the workload's `gen/make_data.py`.
  ///   - repository: the root of the main package.
  init(folder: String, repository: String, views count: Int) throws {
    let path = folder + "/data/views.ndjson"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw WorkloadError("\(path) is not there: `make bench-templates` in the root of the repository makes it")
    }
    let decoder = JSONDecoder()
    views = try bytes.split(separator: UInt8(ascii: "\n")).prefix(count).map {
      try decoder.decode([String: JSONValue].self, from: $0)
    }
    guard views.count == count else { throw WorkloadError("\(path) has \(views.count) views, \(count) are wanted") }
    mustache = Dictionary(
      uniqueKeysWithValues: try Self.texts(in: folder + "/templates/mustache", ending: ".mustache").map {
        (String($0.dropLast(".mustache".count)), $1)
      })
    jinja = try Self.texts(in: folder + "/templates/jinja", ending: ".j2")
    shipped = try Self.texts(in: repository + "/Templates", ending: ".mustache")
    reference = FileManager.default.contents(atPath: folder + "/data/reference.md").map { data in
      data.split(separator: 0x1E).map { Array($0) }
    }
  }

  private static func texts(in folder: String, ending: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }
    guard !names.isEmpty else { throw WorkloadError("\(folder) holds no file that ends with \"\(ending)\"") }
    let texts = try names.map { ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) }
    return Dictionary(uniqueKeysWithValues: texts)
  }
}
