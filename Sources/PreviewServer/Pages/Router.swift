import ClinicalRecord
import Diagnostics
import FileAccess

/// What each address gives. Nothing of an address ever becomes a part of a file's path: records are found by number, templates by name in a list.
struct Router: Sendable {
  let gate: Gate
  let workspace: Workspace

  func answer(_ request: RequestHead) async -> Response {
    switch gate.admit(request) {
    case .failure(let refusal): refusal.response
    case .success(let path): await respond(path.split(separator: "/", omittingEmptySubsequences: false), request.query)
    }
  }

  private static let notFound = Response.refusal(404)

  private func respond(_ parts: [Substring], _ query: [String: String]) async -> Response {
    switch parts {
    case [""]: return shell(Assets.index)
    case ["index.js"]: return script(Assets.indexScript)
    case ["view.js"]: return script(Assets.viewScript)
    case ["preview.css"]: return Response(type: "text/css; charset=utf-8", Assets.style)
    case ["events"]: return Response(events: await workspace.subscribe())
    case ["records.json"]: return .json(await IndexData.value(workspace))
    default: break
    }
    guard parts.count == 2, let id = Int(parts[1]), String(id) == parts[1], let entry = await workspace.record(id)
    else {
      return Router.notFound
    }
    switch parts[0] {
    case "record": return shell(Assets.view)
    case "faults": return .text(Array(Workspace.text(entry.summary?.faults ?? []).utf8))
    case "source":
      guard let text = await workspace.text(of: id) else { return Router.notFound }
      return .text(text.bytes)
    default: break
    }
    guard let view = await view(id, query) else { return .refusal(400) }
    switch parts[0] {
    case "state.json":
      guard let shown = await workspace.shown(view) else { return Router.notFound }
      return .json(await ViewData.value(view, entry, shown, workspace))
    case "page":
      // Made anew if need be: a page never shows what is no longer so.
      guard let page = await workspace.shown(view)?.report?.page else { return Router.notFound }
      return Response(type: "text/html; charset=utf-8", page, headers: [Policy.report])
    case "text":
      guard let text = await workspace.shown(view)?.report?.text else { return Router.notFound }
      return .text(text)
    case "verdicts.json":
      guard let verdicts = await workspace.verdicts(view) else { return Router.notFound }
      return Response(type: "application/json; charset=utf-8", verdicts)
    case "fields.json":
      guard let fields = await workspace.fields(of: view.template) else { return Router.notFound }
      return .json(ViewData.fields(fields))
    case "why.json":
      guard let why = await workspace.why(view) else { return Router.notFound }
      return .json(why)
    default: return Router.notFound
    }
  }

  /// Nil where a day is no day; a template that nobody knows is found by the workspace.
  private func view(_ id: Int, _ query: [String: String]) async -> Workspace.View? {
    var view = Workspace.View(record: id, template: query["template"] ?? "", asOf: nil)
    if view.template.isEmpty {
      let names = await workspace.templates.names
      view.template = names.contains("appointment") ? "appointment" : names.first ?? ""
    }
    if let written = query["as-of"], !written.isEmpty {
      guard let day = Day(iso: written) else { return nil }
      view.asOf = day
    }
    return view
  }

  private func shell(_ page: [UInt8]) -> Response {
    Response(type: "text/html; charset=utf-8", page, headers: [Policy.shell])
  }

  private func script(_ bytes: [UInt8]) -> Response { Response(type: "text/javascript; charset=utf-8", bytes) }
}
