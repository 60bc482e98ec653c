import Mustache

/// swift-mustache with its templates parsed beforehand and views as dictionaries, the faster of its two ways to hand in values.
struct MustachePeer {
  private let library: MustacheLibrary

  init(templates: [String: String]) throws {
    library = MustacheLibrary(templates: try templates.mapValues { try MustacheTemplate(string: $0) })
  }

  func render(_ view: [String: Any]) throws -> String {
    guard let report = library.render(view, withTemplate: "report") else {
      throw WorkloadError("swift-mustache has no template \"report\"")
    }
    return report
  }
}
