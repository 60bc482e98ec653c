@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Hears of changes in folders through inotify.
///
/// Folders are watched rather than files: an editor that saves by renaming a new file into place leaves a watch on the old one behind.
final class FolderWatch: Sendable {
  private let descriptor: Int32
  private let source: any DispatchSourceRead
  /// The folders by the kernel's number for each.
  private let folders = Mutex<[Int32: String]>([:])
  /// One element for each burst of events: the folders in which something happened.
  let events: AsyncStream<Set<String>>

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF
      | IN_MOVE_SELF)

  /// Nil where the system gives no watch.
  init?() {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    let (events, continuation) = AsyncStream.makeStream(of: Set<String>.self, bufferingPolicy: .bufferingNewest(256))
    self.events = events
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global(qos: .userInteractive))
    source.setEventHandler { [weak self] in
      guard let self else { return }
      let changed = self.read()
      if !changed.isEmpty { continuation.yield(changed) }
    }
    source.setCancelHandler {
      close(descriptor)
      continuation.finish()
    }
    source.resume()
  }

  /// Watches these folders as well; watching one twice changes nothing.
  ///
  /// - Returns: false when one of them could not be watched.
  @discardableResult
  func add(_ paths: [String]) -> Bool {
    var isComplete = true
    for path in paths {
      let number = inotify_add_watch(descriptor, path, FolderWatch.mask)
      if number >= 0 { folders.withLock { $0[number] = path } } else { isComplete = false }
    }
    return isComplete
  }

  func end() { source.cancel() }

  /// The folders of all events that wait.
  private func read() -> Set<String> {
    var changed: Set<String> = []
    let size = 64 << 10
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer, size)
      guard count > 0 else { return changed }
      var offset = 0
      let head = MemoryLayout<inotify_event>.size
      while offset + head <= count {
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        offset += head + Int(event.len)
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
          changed.formUnion(folders.withLock { $0.values })
        } else if let folder = folders.withLock({ $0[event.wd] }) {
          changed.insert(folder)
        }
        if event.mask & UInt32(IN_IGNORED) != 0 { folders.withLock { $0[event.wd] = nil } }
      }
    }
  }
}
