import Foundation

/// The `*.cases.md` below a folder, in alphabetical order of their paths.
package struct CaseFiles: Sendable {
  package let folder: String
  /// Paths below the folder.
  package let names: [String]

  package init(below folder: String) {
    self.folder = folder
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    names = found.filter { $0.hasSuffix(".cases.md") }.sorted()
  }

  package func path(_ name: String) -> String { "\(folder)/\(name)" }

  package func table(_ name: String) throws -> CaseTable {
    CaseTable(try String(contentsOf: URL(fileURLWithPath: path(name)), encoding: .utf8))
  }
}
