import Diagnostics
import TestFolders
import Testing

@testable import BatchReports

/// The list of a clinic.
@Suite struct PersonListTests {
  private func entries(_ text: String) throws -> [String] {
    try PersonList(file: "clinic.csv", bytes: Array(text.utf8)).entries.map { "\($0.row) \($0.person) \($0.slot)" }
  }

  @Test func columnsAreFoundByName() throws {
    #expect(try entries("personId\nA\nB\n") == ["2 A ", "3 B "])
    #expect(try entries("slot,personId\r\n09:00,A\r\n\"09:20, late\",B\r\n") == ["2 A 09:00", "3 B 09:20, late"])
    #expect(try entries("\u{FEFF}PersonID,Time\n A , 9 \n,\nB,10\n") == ["2 A 9", "4 B 10"])
  }

  @Test(arguments: [
    ("", "names nobody"), ("name\nA\n", "no column is called personId"), ("personId\n", "names nobody"),
    ("personId,slot\n,9\n", "personId is empty"), ("personId\nA\nB\nA\n", "the person of row 2 stands here again"),
  ])
  func whatCannotBeUsedIsSaid(text: String, reason: String) {
    do {
      _ = try entries(text)
      Issue.record("\(text) was taken")
    } catch let fault as PersonList.Fault {
      #expect(fault.diagnostic.message.contains(reason) || text.isEmpty, "\(fault.diagnostic.message)")
      #expect(fault.diagnostic.remedy != nil)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(throws: PersonList.Fault.self) { try PersonList(file: "c.csv", bytes: [0xFF, 0xFE, 0x41]) }
  }

  @Test func theListPicksAndOrders() throws {
    let folder = try TestFolder()
    let lines = Batch.lines(1...9)
    let clinic = try PersonList(
      file: "clinic.csv",
      bytes: Array("slot,personId\n09:00,SYN-5-0000007\n09:00,SYN-5-0000002\n09:20,nobody\n09:40,SYN-5-0000005\n".utf8))
    let came = try Batch(folder).run(lines, clinic: clinic)
    #expect(came.ending == .complete && came.tally.made == 3 && came.tally.failed == 1)
    #expect(came.diagnostics.map(\.id) == ["no-record"])
    #expect(came.diagnostics[0].location?.line == 4)
    let table = try #require(folder.text("out/index.csv")).split(separator: "\r\n").map(String.init)
    #expect(table[0].hasPrefix("slot,level,"))
    #expect(table.dropFirst().map { $0.prefix(5) } == ["09:00", "09:00", "09:20", "09:40"])
    #expect(table[3] == "09:20,no report,,,,,nobody,,,,,")
    #expect(
      ["0000007", "0000002", "nobody", "0000005"].enumerated().allSatisfy { table[$0.offset + 1].contains($0.element) })
    let page = try #require(folder.text("out/index.html"))
    #expect(page.ranges(of: "scope=\"rowgroup\"").count == 3)
    #expect(page.contains("<th scope=\"row\">nobody</th>"))
  }
}
