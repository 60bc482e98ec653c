import Crypto

/// How reports are spread over folders: few stand beside each other, many in folders by the digest of their name.
enum FolderLayout: String, Sendable {
  case flat
  /// 256 folders.
  case byTwoDigits
  /// 4,096 folders.
  case byThreeDigits

  /// - Parameter count: how many records there are; nil where only the end tells.
  init(count: Int?) {
    switch count {
    case .some(...2_000): self = .flat
    case .some(500_001...): self = .byThreeDigits
    default: self = .byTwoDigits
    }
  }

  /// The folder of a name inside the output folder, with a slash behind it; empty where there are none.
  func folder(of name: String) -> String {
    switch self {
    case .flat: ""
    case .byTwoDigits: NamePattern.digest(name).prefix(2) + "/"
    case .byThreeDigits: NamePattern.digest(name).prefix(3) + "/"
    }
  }
}
