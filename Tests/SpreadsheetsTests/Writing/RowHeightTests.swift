import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct RowHeightTests {
  /// Texts of many lengths in cells of many widths.
  private static let sheet: NewSheet = {
    var numbers = SplitMix(state: 7)
    let words =
      "педагогических работников, диагностика (затруднений) и Школа № 12 ЩУКА «Мы» 2020/21 в"
      .split(separator: " ")
    let rows = (0..<120).map { row in
      let text = (0...numbers.below(30)).map { _ in words[numbers.below(words.count)] }
        .joined(separator: " ")
      var cells = [NewCell](repeating: NewCell(), count: 4)
      cells[row % 4] = NewCell(
        .text(text),
        style: FormSample.style {
          $0.wraps = true
          $0.size = Double(9 + row % 5)
          $0.isBold = row % 3 == 0
          $0.indent = row % 7 == 0 ? 2 : 0
        })
      return NewSheet.Row(cells: cells)
    }
    return NewSheet(
      name: "А",
      columns: [.init(width: 25), .init(width: 40), .init(width: 80), .init(width: 150)],
      rows: rows)
  }()

  @Test(.enabled(if: OfficeProgram.path != nil, "soffice is not installed"))
  func isEnoughForTheLinesThatLibreOfficeMakesAndNotMuchMore() throws {
    let workbook = NewWorkbook(
      title: "", created: "2021-02-01T10:00:00Z", sheets: [Self.sheet])
    let bytes = try workbook.bytes(as: .ods)
    let saved = try OfficeProgram.convert(bytes, from: .ods, to: "fods")
    let found = try Self.heights(String(decoding: saved, as: UTF8.self))
    try #require(found.count >= Self.sheet.rows.count)
    var (needed, given) = (0.0, 0.0)
    for (row, height) in zip(1...Self.sheet.rows.count, found) {
      let own = Self.sheet.fittingHeight(row).own
      #expect(own > height - 0.2, "row \(row): \(own) mm for \(height) mm")
      needed += height
      given += own
    }
    #expect(given < needed * 1.3)
  }

  /// Millimetres, by rows.
  private static func heights(_ flat: String) throws -> [Double] {
    var heights: [Substring: Double] = [:]
    let style =
      /style:name="(ro\d+)" style:family="table-row">\s*<style:table-row-properties style:row-height="([\d.]+)in"/
    for match in flat.matches(of: style) { heights[match.1] = (Double(match.2) ?? 0) * 25.4 }
    let row = /<table:table-row table:style-name="(ro\d+)"(?: table:number-rows-repeated="(\d+)")?/
    return flat.matches(of: row).flatMap { match in
      [Double](repeating: heights[match.1] ?? 0, count: min(match.2.flatMap { Int($0) } ?? 1, 500))
    }
  }

  @Test func countsMergedCellsByTheWidthOfAllTheirColumns() {
    let text = String(repeating: "слово ", count: 20)
    let style = FormSample.style { $0.wraps = true }
    let narrow = style.height(of: text, in: 30)
    let wide = style.height(of: text, in: 120)
    #expect(wide < narrow / 2)
    var sheet = NewSheet(
      name: "А", columns: Array(repeating: .init(width: 30), count: 4),
      rows: [.init(cells: [NewCell(.text(text), style: style)])],
      merges: [FormSample.range("A1:D1")])
    #expect(sheet.fittingHeight(1).needed == wide)
    sheet.columns[3].isHidden = true
    #expect(sheet.fittingHeight(1).needed == style.height(of: text, in: 90))
    // A merge over several rows says nothing about one of them.
    sheet.merges = [FormSample.range("A1:D2")]
    #expect(sheet.fittingHeight(1).needed == NewSheet.plainHeight)
  }

  @Test func countsLinesOfTheirOwnAndWordsThatAreTooLong() {
    let style = FormSample.style { $0.wraps = true }
    let one = style.height(of: "а", in: 50)
    #expect(abs(style.height(of: "а\n\nб", in: 50) - 3 * one) < 0.001)
    #expect(style.height(of: "", in: 50) == one)
    #expect(style.height(of: String(repeating: "Щ", count: 60), in: 50) >= 4 * one)
    #expect(style.height(of: "а", in: 0) >= one)
  }
}
