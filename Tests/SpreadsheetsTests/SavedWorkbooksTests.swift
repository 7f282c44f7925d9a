import Foundation
import Spreadsheets
import TestSupport
import Testing

/// One workbook as several office programs save it (`Fixtures/workbooks`).
@Suite struct SavedWorkbooksTests {
  static let folder = Checkout.fixtures.appending(path: "workbooks")

  static let files = [
    "openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "libreoffice.fods", "libreoffice.ots",
    "gnumeric.xlsx", "gnumeric.ods",
  ]

  static func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: file)))
  }

  /// What differs by the program that saved it, not by the reader.
  static func ownReading(_ file: String, _ place: String) -> String? {
    switch (file, place) {
    case ("openpyxl.xlsx", "Кадры!B10"), ("openpyxl.xlsx", "Кадры!B11"): "formula "
    // LibreOffice turns the true of a cell in general format into a formula with a number.
    case ("libreoffice.ods", "Кадры!B9"), ("libreoffice.fods", "Кадры!B9"),
      ("libreoffice.ots", "Кадры!B9"):
      "number 1"
    default: nil
    }
  }

  static func described(_ value: CellValue) -> String {
    switch value {
    case .number(let number): "number \(number)"
    case .text(let text): "text " + text.replacingOccurrences(of: "\n", with: "\\n")
    case .boolean(let flag): "boolean \(flag)"
    case .moment(let moment):
      "\(moment.shape == .dateAndTime ? "datetime" : moment.shape.rawValue) \(moment.iso)"
    case .error(let code): "error \(code)"
    case .formulaWithoutResult: "formula "
    case .empty: "empty"
    }
  }

  @Test(arguments: files)
  func readsTheSameCellsWhoeverSavedThem(file: String) throws {
    let workbook = try Workbook(reading: Self.bytes(file))
    var found: [String: String] = [:]
    for sheet in workbook.sheets {
      for cell in sheet.cells where cell.value != .empty {
        found["\(sheet.name)!\(cell.address)"] = Self.described(cell.value)
      }
    }
    let table = try String(contentsOf: Self.folder.appending(path: "cells.tsv"), encoding: .utf8)
    var expected: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let place = "\(fields[0])!\(fields[1])"
      expected[place] = Self.ownReading(file, place) ?? "\(fields[2]) \(fields[3])"
    }
    for place in Set(found.keys).union(expected.keys).sorted() {
      #expect(found[place] == expected[place], "\(file): \(place)")
    }
  }

  @Test(arguments: files)
  func knowsMergesAndWhatIsHidden(file: String) throws {
    let workbook = try Workbook(reading: Self.bytes(file))
    let sheet = try #require(workbook.sheet(named: "Кадры"))
    #expect(sheet.merges.map(\.description) == ["A14:C15"])
    #expect(sheet.hiddenRows.contains { $0.contains(17) })
    #expect(!sheet.hiddenRows.contains { $0.contains(16) })
    #expect(sheet.hiddenColumns.contains { $0.contains(5) })
    #expect(!sheet.hiddenColumns.contains { $0.contains(4) })
    // Gnumeric's XLSX does not keep that a sheet is hidden.
    #expect(workbook.sheets.map(\.isHidden) == [false, file != "gnumeric.xlsx"])
    #expect(try #require(sheet.cell(at: CellAddress(row: 8, column: 2))).shape == .percent)
  }

  @Test(arguments: files)
  func knowsTheFormatByContent(file: String) throws {
    let verdict = FileVerdict.of(try Self.bytes(file))
    let expected: FileVerdict =
      file.hasSuffix("xlsx") ? .xlsx : file.hasSuffix(".fods") ? .fods : .ods
    #expect(verdict == expected)
  }

  @Test(arguments: ["cut-off.xlsx", "cut-off.ods"])
  func saysThatAFileIsCutOff(file: String) throws {
    let bytes = try Self.bytes(file)
    #expect(FileVerdict.of(bytes) == .truncated)
    #expect(throws: SpreadsheetError.self) { try Workbook(reading: bytes) }
  }

  @Test func readsWhoSavedItAndWhen() throws {
    let openpyxl = try Workbook(reading: Self.bytes("openpyxl.xlsx")).description.properties
    #expect(openpyxl.producer?.hasPrefix("Microsoft Excel") == true)
    #expect(openpyxl.modified?.hasPrefix("20") == true)
    for file in ["libreoffice.xlsx", "libreoffice.ods", "libreoffice.fods"] {
      let properties = try Workbook(reading: Self.bytes(file)).description.properties
      #expect(properties.producer?.contains("LibreOffice") == true, "\(file)")
      #expect(properties.modified?.hasPrefix("20") == true, "\(file)")
    }
  }
}
