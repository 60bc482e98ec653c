/// How far an address is written that a template puts together, and so what a value may add to it.
struct AddressPlace: Sendable, Equatable {
  private enum Phase: Sendable, Equatable {
    /// Nothing stands there yet.
    case empty
    /// Literal text without `/`, `?`, `#` or `:`: it could be the beginning of a scheme.
    case scheme
    /// A value may have begun it, and may have written half of a scheme.
    case begun
    /// The same, after `&`.
    case begunReference
    /// A `/` that may begin the address: another one would begin a host.
    case slash
    /// The same, and a value that may be empty.
    case slashAndValue
    /// A `/` behind a value that begins the address: another one would begin a host if the value is empty.
    case slashBehindValue
    /// Behind `//` or the scheme of a page, where slashes mean nothing until the host begins.
    case beforeHost
    /// In the host, with a user or a port.
    case host
    /// Scheme and host are certain, or it is certain that there is none.
    case fixed
    /// The literal scheme is one that may run a script.
    case unsafe
    /// Literal text that means something else after decoding.
    case unclear
  }

  private var phase = Phase.empty
  /// The literal beginning, as far as it can be a scheme.
  private var scheme: [UInt8] = []

  /// - Returns: true when the byte could make a scheme out of a value before it.
  mutating func read(_ byte: UInt8) -> Bool {
    switch phase {
    case .fixed, .unsafe, .unclear: return false
    case .empty where byte <= 0x20: return false
    case .empty, .scheme:
      phase = .scheme
      switch byte {
      case UInt8(ascii: "/"): phase = scheme.isEmpty ? .slash : .fixed
      case UInt8(ascii: "?"), UInt8(ascii: "#"): phase = .fixed
      case UInt8(ascii: ":"):
        let hasHost = scheme.first.map { $0 | 0x20 == UInt8(ascii: "h") } ?? false
        phase = AddressEscaper.isSafe(scheme: scheme) ? (hasHost ? .beforeHost : .fixed) : .unsafe
      case UInt8(ascii: "&"), UInt8(ascii: "\\"), 0...0x20, 0x7F: phase = .unclear
      default: if scheme.count < 16 { scheme.append(byte) }
      }
    case .slash, .slashAndValue, .slashBehindValue:
      switch byte {
      case UInt8(ascii: "/"), 0x5C: phase = .beforeHost
      case UInt8(ascii: "&"): phase = .unclear
      // They are dropped from addresses.
      case 0x09, 0x0A, 0x0D: break
      default: phase = .fixed
      }
    case .beforeHost:
      switch byte {
      case UInt8(ascii: "/"), 0x5C, 0...0x20: break
      case UInt8(ascii: "&"): phase = .unclear
      case UInt8(ascii: "?"), UInt8(ascii: "#"): phase = .fixed
      default: phase = .host
      }
    case .host:
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): phase = .fixed
      default: break
      }
    case .begunReference where byte == UInt8(ascii: "#") || byte | 0x20 == UInt8(ascii: "c"):
      // `&#58;` or `&colon;`
      phase = .unsafe
      return true
    case .begun, .begunReference:
      switch byte {
      case UInt8(ascii: "/"): phase = .slashBehindValue
      case UInt8(ascii: "?"), UInt8(ascii: "#"): phase = .fixed
      case UInt8(ascii: ":"):
        phase = .unsafe
        return true
      default: phase = byte == UInt8(ascii: "&") ? .begunReference : .begun
      }
    }
    return false
  }

  /// A text stands here.
  mutating func placeText() -> Result<Escape, PlaceFault> {
    switch phase {
    case .empty:
      phase = .begun
      return .success(.address)
    case .slash, .slashAndValue:
      phase = .slashAndValue
      return .success(.addressPart)
    case .slashBehindValue:
      phase = .fixed
      return .success(.addressPart)
    case .beforeHost, .host: return .failure(PlaceFault(.addressHost))
    case .fixed: return .success(.addressPart)
    case .scheme: return .failure(PlaceFault(.addressBeginning))
    case .begun, .begunReference: return .failure(PlaceFault(.addressAfterValue))
    case .unsafe: return .failure(PlaceFault(.addressScheme))
    case .unclear: return .failure(PlaceFault(.addressUnclear))
    }
  }

  /// Whether a value here could choose the host.
  var isInHost: Bool { phase == .beforeHost || phase == .host }

  /// Markup stands here: whatever it holds.
  mutating func placeMarkup() { phase = .unclear }

  /// Control flow comes here also from `other`, or will come back here.
  mutating func join(_ other: AddressPlace) {
    guard self != other, phase != .fixed || other.phase != .fixed else { return }
    for worst in [Phase.unsafe, .unclear] where phase == worst || other.phase == worst {
      phase = worst
      return
    }
    let phases = [phase, other.phase]
    func areAll(_ some: [Phase]) -> Bool { phases.allSatisfy { some.contains($0) } }
    let certain: [Phase] = [.slash, .slashAndValue, .slashBehindValue, .fixed]
    if areAll(certain) {
      phase = .slashAndValue
    } else if areAll([.host, .fixed]) {
      phase = .host
    } else if isInHost || other.isInHost {
      phase = areAll(certain + [.beforeHost, .host]) ? .beforeHost : .unclear
    } else {
      phase = .begun
    }
  }

  /// A section over a list begins here: what it writes may stand before it the next time.
  mutating func beginLoop() {
    if phase == .empty || phase == .scheme { phase = .begun }
  }
}
