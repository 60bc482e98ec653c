import FileAccess
import TestFolders

extension TestFolder {
  /// The paths of all files below a folder, without what the batch keeps for itself.
  func files(below folder: String) -> [String] { below(folder, "").sorted() }

  private func below(_ folder: String, _ prefix: String) -> [String] {
    let disk = Disk(root: path)
    let own = ((try? disk.fileNames(in: folder)) ?? []).map { prefix + $0 }
    return own
      + ((try? disk.folderNames(in: folder)) ?? []).flatMap { below("\(folder)/\($0)", "\(prefix)\($0)/") }
  }
}
