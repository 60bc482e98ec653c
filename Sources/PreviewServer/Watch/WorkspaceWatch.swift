import Synchronization

/// Keeps a workspace current: hears of saves, waits until a burst of them is over, and looks by itself from time to time as well.
struct WorkspaceWatch: Sendable {
  let workspace: Workspace
  /// Folders of templates, style sheet and settings.
  let templateFolders: [String]
  /// Looks at contents several times a second instead of trusting the kernel's word.
  let isPolling: Bool

  /// A save is several events; what comes within this time is one change.
  private static let settling = Duration.milliseconds(20)

  /// What waits to be looked at, however many signs there were of it.
  private final class Waiting: Sendable {
    private let folders = Mutex<Set<String>>([])
    /// One element however often ``add(_:)`` was called since the last.
    let signs: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (signs, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func add(_ changed: Set<String>) {
      folders.withLock { $0.formUnion(changed) }
      continuation.yield()
    }

    func take() -> Set<String> {
      folders.withLock { folders in
        defer { folders = [] }
        return folders
      }
    }

    func end() { continuation.finish() }
  }

  /// Stands for all folders: time to look without being told.
  private static let everything = ""

  /// Runs until the task is cancelled.
  func run() async {
    let folders = await workspace.recordFolders()
    let isRemote = (templateFolders + folders.prefix(1)).contains(where: RemoteFolder.isRemote)
    let watch = isPolling || isRemote ? nil : FolderWatch()
    let waiting = Waiting()
    await withDiscardingTaskGroup { group in
      if let watch {
        watch.add(templateFolders + folders)
        group.addTask { for await changed in watch.events { waiting.add(changed) } }
      }
      // Between the first look and the first watch something may have been saved.
      waiting.add([WorkspaceWatch.everything])
      await withTaskCancellationHandler {
        await act(on: waiting, watch, folders)
      } onCancel: {
        waiting.end()
      }
      watch?.end()
      group.cancelAll()
    }
  }

  /// One look after the other, so that what was seen last is what counts.
  private func act(on waiting: Waiting, _ watch: FolderWatch?, _ first: [String]) async {
    let templates = Set(templateFolders)
    var recordFolders = Set(first)
    var clock = tick(waiting, after: .zero, watch)
    defer { clock.cancel() }
    for await _ in waiting.signs {
      try? await Task.sleep(for: WorkspaceWatch.settling)
      let changed = waiting.take()
      let isAll = changed.contains(WorkspaceWatch.everything)
      let isRecords = isAll || !changed.isDisjoint(with: recordFolders)
      let start = ContinuousClock.now
      await workspace.refresh(
        templates: isAll || !changed.isDisjoint(with: templates), records: isRecords, byContent: isAll)
      if let watch, isRecords {
        // A folder that was away, or is new, is watched from now on; what was saved in it before is found by another look.
        let folders = await workspace.recordFolders()
        let isNew = Set(folders) != recordFolders
        recordFolders = Set(folders)
        if isAll || isNew { watch.add(templateFolders + folders) }
        if isNew { await workspace.refresh(templates: false, records: true) }
      }
      guard isAll else { continue }
      clock.cancel()
      clock = tick(waiting, after: ContinuousClock.now - start, watch)
    }
  }

  /// The next look without being told: on slow drives looking takes at most a fifth of the time.
  private func tick(_ waiting: Waiting, after look: Duration, _ watch: FolderWatch?) -> Task<Void, Never> {
    let pause = max(watch == nil ? .milliseconds(150) : .seconds(2), look * 4)
    return Task {
      try? await Task.sleep(for: pause)
      if !Task.isCancelled { waiting.add([WorkspaceWatch.everything]) }
    }
  }
}
