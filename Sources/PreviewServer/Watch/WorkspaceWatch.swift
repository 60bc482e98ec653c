/// Keeps a workspace current: hears of saves, waits until a burst of them is over, and looks by itself from time to time as well.
struct WorkspaceWatch: Sendable {
  let workspace: Workspace
  /// Folders of templates, style sheet and settings.
  let templateFolders: [String]
  /// Looks at contents several times a second instead of trusting the kernel's word.
  let isPolling: Bool

  /// A save is several events; what comes within this time is one change.
  private static let settling = Duration.milliseconds(20)

  private enum Sign: Sendable {
    /// Something happened in these folders.
    case event(Set<String>)
    /// Time to look without being told.
    case tick
  }

  /// Runs until the task is cancelled.
  func run() async {
    let folders = await workspace.recordFolders()
    let isRemote = (templateFolders + folders.prefix(1)).contains(where: RemoteFolder.isRemote)
    let watch = isPolling || isRemote ? nil : FolderWatch()
    let (signs, continuation) = AsyncStream.makeStream(of: Sign.self, bufferingPolicy: .bufferingNewest(1024))
    await withDiscardingTaskGroup { group in
      if let watch {
        watch.add(templateFolders + folders)
        group.addTask { for await changed in watch.events { continuation.yield(.event(changed)) } }
      }
      group.addTask {
        while !Task.isCancelled {
          try? await Task.sleep(for: watch == nil ? .milliseconds(150) : .seconds(2))
          continuation.yield(.tick)
        }
        continuation.finish()
      }
      // Between the first look and the first watch something may have been saved.
      continuation.yield(.tick)
      await act(on: signs, watch, folders)
      watch?.end()
      group.cancelAll()
    }
  }

  /// One look after the other, so that what was seen last is what counts.
  private func act(on signs: AsyncStream<Sign>, _ watch: FolderWatch?, _ first: [String]) async {
    let templates = Set(templateFolders)
    var recordFolders = Set(first)
    for await sign in signs {
      switch sign {
      case .event(let changed):
        try? await Task.sleep(for: WorkspaceWatch.settling)
        let isRecords = !changed.isDisjoint(with: recordFolders)
        await workspace.refresh(templates: !changed.isDisjoint(with: templates), records: isRecords)
        guard isRecords else { continue }
      case .tick: await workspace.refresh(templates: true, records: true, byContent: true)
      }
      // A folder that was away, or is new, is watched from now on; what was saved in it before is found by the next look.
      guard let watch else { continue }
      let folders = await workspace.recordFolders()
      if Set(folders) != recordFolders {
        recordFolders = Set(folders)
        watch.add(templateFolders + folders)
        await workspace.refresh(templates: false, records: true)
      } else if case .tick = sign {
        watch.add(templateFolders + folders)
      }
    }
  }
}
