import Foundation
import Testing

@testable import MarkdownHTML

/// A whole report (synthetic patient), and the frame of the page that it is put into.
@Suite struct ReportTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  private func report() throws -> String {
    let markdown = try Data(contentsOf: Self.folder.appending(path: "Fixtures/appointment.md"))
    return String(decoding: try MarkdownConverter().html(Array(markdown)), as: UTF8.self)
  }

  @Test func everythingOfTheReportIsMarkedUp() throws {
    let html = try report()
    #expect(html.matches(of: /<table>/).count == 6)
    #expect(html.matches(of: /<div class="alert alert-caution" role="note">/).count == 1)
    #expect(html.matches(of: /<td class="status"><strong>\? not recorded<\/strong>/).count == 5)
    #expect(html.matches(of: /<th scope="row"><strong>10 Self-management<\/strong><\/th>/).count == 1)
    #expect(html.matches(of: /class="half"/).count == 2)
    #expect(html.matches(of: /<pre class="figure-text">/).count == 1)
    #expect(html.matches(of: #/<section /#).count == html.matches(of: #/</section>/#).count)
    #expect(!html.contains("|--"))
  }

  @Test func idsAreUniqueAndEveryPlaceThatIsLinkedExists() throws {
    let html = try report()
    let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let places = html.matches(of: /href="#([^"]*)"|aria-labelledby="([^"]*)"/).map { String($0.1 ?? $0.2 ?? "") }
    #expect(places.contains("5-red-flags"))
    #expect(Set(places).isSubset(of: ids))
  }

  @Test func theSameBytesGiveTheSamePage() throws {
    #expect(try report() == report())
  }

  @Test(arguments: ["page.css", "page.html.mustache"])
  func theFrameLoadsNothing(_ file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "../../Templates/\(file)"), encoding: .utf8)
    for barred in ["url(", "@import", "<script", "src=", "http:", "https:", "<link"] {
      #expect(!text.contains(barred), "\(file) holds \(barred)")
    }
  }

  @Test func theStyleSheetCannotEndItsElement() throws {
    let css = try String(contentsOf: Self.folder.appending(path: "../../Templates/page.css"), encoding: .utf8)
    #expect(!css.contains("<"))
  }
}
