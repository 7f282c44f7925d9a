import ExactNumbers
import Foundation
import Testing

@testable import Spreadsheets

/// Data styles of OpenDocument as LibreOffice writes them, and what it shows under them, from the
/// file that Tests/Cases/number-formats/shown.py makes.
@Suite struct NumberFormatDataStyleTests {
  struct Event: Decodable {
    var start: String?
    var attributes: [String: String]?
    var text: String?
    var end: String?
  }

  struct Case: Decodable {
    var language: String
    var styles: [String: [Event]]
    var cells: [[String]]
  }

  static func style(_ events: [Event]) throws -> ODSNumberStyle {
    let head = try #require(events.first)
    var style = try #require(
      ODSNumberStyle(element: head.start ?? "", attributes: head.attributes ?? [:]))
    for event in events.dropFirst().dropLast() {
      if let start = event.start { style.start(start, event.attributes ?? [:]) }
      if let text = event.text { style.text(text) }
      if let end = event.end { style.end(end) }
    }
    return style
  }

  @Test func showsWhatLibreOfficeShowsUnderItsStyles() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Cases/number-formats/data-styles.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    #expect(cases.count == 2)
    for one in cases {
      let language = try #require(DisplayLanguage(rawValue: one.language))
      let styles = try one.styles.mapValues(Self.style)
      #expect(one.cells.count > 1000)
      for cell in one.cells {
        let style = try #require(styles[cell[0]])
        let format = style.format { styles[$0] }
        #expect(format.isUnderstood, "\(cell[0])")
        let value = ExactNumber(cell[1]).map(CellValue.number) ?? .text(cell[1])
        let shown = format.text(value, language: language)
        #expect(
          shown == cell[2],
          "\(cell[0]) shows \(cell[1]) in \(language) as \(shown), not \(cell[2])")
      }
    }
  }
}
