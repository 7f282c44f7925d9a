import ExactNumbers
import Foundation
import Testing

@testable import Spreadsheets

/// What LibreOffice shows, from the files that the scripts in Tests/Cases/number-formats make.
@Suite struct NumberFormatShownTests {
  struct Case: Sendable {
    var code: String
    var value: String
    var language: DisplayLanguage
    var shown: String
  }

  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Cases/number-formats/shown.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
      let fields = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let language = DisplayLanguage(rawValue: fields[2]) else {
        return nil
      }
      return Case(code: fields[0], value: fields[1], language: language, shown: fields[3])
    }
  }

  @Test func showsWhatLibreOfficeShows() throws {
    let cases = try Self.cases()
    #expect(cases.count > 2000)
    for one in cases {
      let format = NumberFormat(code: one.code)
      let value = ExactNumber(one.value).map(CellValue.number) ?? .text(one.value)
      let shown = format.text(value, language: one.language)
      #expect(
        shown == one.shown,
        "\(one.code) shows \(one.value) in \(one.language) as \(shown), not \(one.shown)")
    }
  }
}
