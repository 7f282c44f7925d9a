import Foundation
import Spreadsheets
import Testing

/// The example of README.md and Documentation/Formats.md, built with what is public alone.
@Suite struct ExampleTests {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["libreoffice.xlsx", "libreoffice.ods"])
  func listsAWorkbook(file: String) throws {
    let path = Self.root.appending(path: "Fixtures/workbooks/\(file)").path
    let lines = try lines(ofWorkbookAt: path)
    #expect(lines.contains { $0.hasPrefix("Кадры!B8 shows 37") && $0.hasSuffix("number(0.375)") })
    #expect(lines.contains("Кадры!B11 cell.error"))
    #expect(throws: SpreadsheetError.self) { try SpreadsheetsExampleTests.lines(ofWorkbookAt: "/") }
  }

  /// A receiver of a stranger's own sums up what it likes, and keeps nothing.
  struct Texts: CellReceiver {
    var count = 0
    var sheets: [String] = []

    mutating func sheet(_ heading: SheetHeading) -> Bool {
      sheets.append(heading.name)
      return !heading.isHidden
    }

    mutating func cells(_ batch: borrowing CellBatch) {
      for index in 0..<batch.count where batch.kind(at: index) == .text { count += 1 }
    }

    mutating func fact(_ fact: SheetFact) {}
  }

  @Test func streamsIntoAReceiverOfAStranger() throws {
    let path = Self.root.appending(path: "Fixtures/workbooks/libreoffice.ods").path
    var texts = Texts()
    try WorkbookReader.read(path: path, into: &texts)
    #expect(texts.sheets == ["Кадры", "Служебный"])
    #expect(texts.count > 5)
  }

  @Test(arguments: ["README.md", "Documentation/Formats.md"])
  func standsInTheDocuments(page: String) throws {
    let example = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Example.swift"), encoding: .utf8)
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    #expect(text.contains("```swift\n\(example)```"))
  }
}
