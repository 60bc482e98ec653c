/// The preview as one thing to run: a server on loopback, and a watch that keeps what it shows current.
package struct PreviewServer: Sendable {
  private let server: LoopbackServer
  private let watch: WorkspaceWatch
  private let workspace: Workspace
  /// Where a browser finds the index.
  package let address: String

  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - templateFolders: where templates, style sheet and settings are saved.
  ///   - isPolling: looks at contents instead of trusting the kernel to tell of changes.
  /// - Throws: where the port cannot be had.
  package init(
    _ workspace: Workspace, port: UInt16 = 0, token: Token = Token(), templateFolders: [String] = [],
    isPolling: Bool = false
  ) throws {
    try self.init(
      workspace, port: port, token: token, templateFolders: templateFolders, isPolling: isPolling,
      limits: OpenConnections.Limits())
  }

  init(
    _ workspace: Workspace, port: UInt16, token: Token, templateFolders: [String], isPolling: Bool,
    limits: OpenConnections.Limits
  ) throws {
    // Which port it is shows only when the server listens.
    server = try LoopbackServer(port: port, limits: limits) { request, port in
      await Router(gate: Gate(token: token, port: port), workspace: workspace).answer(request)
    }
    watch = WorkspaceWatch(workspace: workspace, templateFolders: templateFolders, isPolling: isPolling)
    self.workspace = workspace
    address = "http://127.0.0.1:\(server.port)/\(token.text)/"
  }

  package var port: UInt16 { server.port }

  /// Serves until the task is cancelled.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await watch.run() }
      group.addTask {
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(8))
          await workspace.beat()
        }
      }
      await server.run()
      group.cancelAll()
    }
    await workspace.end()
  }
}
