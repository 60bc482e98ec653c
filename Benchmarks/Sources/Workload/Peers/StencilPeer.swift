import Stencil

/// Stencil with its templates split into tokens beforehand and views as dictionaries.
///
/// It reads the workload's Jinja templates as they are; the filter `e`, which Jinja has and Stencil lacks, is the same hand-written
/// escaping that the yardstick uses.
struct StencilPeer {
  private let report: Template

  init(templates: [String: String]) throws {
    let filters = Extension()
    filters.registerFilter("e") { (value: Any?) -> Any? in
      switch value {
      case let text as String: String(decoding: HTMLText.escaped(text), as: UTF8.self)
      case let value?: String(describing: value)
      case nil: nil
      }
    }
    let environment = Environment(loader: TokenLoader(templates: templates), extensions: [filters])
    report = try environment.loadTemplate(name: "report.j2")
  }

  func render(_ view: [String: Any]) throws -> String { try report.render(view) }
}

/// Keeps the templates once they are split into tokens; Stencil's own loaders do that again at every `include`.
private final class TokenLoader: Loader {
  private let sources: [String: String]
  private var loaded: [String: Template] = [:]

  init(templates: [String: String]) { sources = templates }

  func loadTemplate(name: String, environment: Environment) throws -> Template {
    if let template = loaded[name] { return template }
    guard let source = sources[name] else { throw TemplateDoesNotExist(templateNames: [name], loader: self) }
    let template = Template(templateString: source, environment: environment, name: name)
    loaded[name] = template
    return template
  }
}
