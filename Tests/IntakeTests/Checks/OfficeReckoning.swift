import ExactNumbers
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// LibreOffice, which reckons workbooks anew.
struct OfficeReckoning {
  /// Nil where it is not installed: tests that need it are not enabled then.
  static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Asks LibreOffice to reckon every formula when it opens a file, whoever wrote it.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """

  /// What stands in the result of a formula before it is reckoned.
  static let stale = "устарело"

  /// The results of each workbook as LibreOffice reckons them. What stands in the formulas before
  /// is wrong on purpose.
  static func results(
    of books: [[NewSheet]], as format: NewWorkbook.FileFormat
  ) throws -> [CheckResults] {
    let path = try #require(path)
    let scratch = try ScratchFolder()
    let names = try books.enumerated().map { number, sheets in
      let book = NewWorkbook(
        title: "Форма", created: "2021-02-01T10:00:00Z", sheets: sheets.map(\.stale))
      let name = "form-\(number)"
      try Data(try book.bytes(as: format)).write(
        to: scratch.url.appending(path: "\(name).\(format.rawValue)"))
      return name
    }
    let other: NewWorkbook.FileFormat = format == .xlsx ? .ods : .xlsx
    let out = scratch.url.appending(path: "out")
    try convert(names.map { "\($0).\(format.rawValue)" }, to: other, in: scratch.url, path)
    return try names.map { name in
      let file = out.appending(path: "\(name).\(other.rawValue)")
      return CheckResults(try Workbook(reading: [UInt8](Data(contentsOf: file))))
    }
  }

  private static func convert(
    _ files: [String], to format: NewWorkbook.FileFormat, in folder: URL, _ path: String
  ) throws {
    let profile = folder.appending(path: "profile")
    let user = profile.appending(path: "user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
    let program = Process()
    program.executableURL = URL(filePath: path)
    program.currentDirectoryURL = folder
    program.arguments =
      [
        "--headless", "-env:UserInstallation=\(profile)", "--convert-to", format.rawValue,
        "--outdir", "out",
      ] + files
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    try program.run()
    program.waitUntilExit()
    try #require(program.terminationStatus == 0, "LibreOffice gave up")
  }
}

extension NewSheet {
  /// The sheet with wrong results in all its formulas.
  fileprivate var stale: NewSheet {
    var sheet = self
    for row in sheet.rows.indices {
      for column in sheet.rows[row].cells.indices {
        guard case .formula(let formula, _) = sheet.rows[row].cells[column].content else {
          continue
        }
        sheet.rows[row].cells[column].content = .formula(
          formula, shown: .text(OfficeReckoning.stale))
      }
    }
    return sheet
  }
}

extension CheckResults {
  init(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      for cell in sheet.cells { values[sheet.name, default: [:]][cell.address] = .init(cell.value) }
    }
  }
}

extension FormulaValue {
  fileprivate init(_ value: CellValue) {
    switch value {
    case .number(let number): self = Double(number.description).map(Self.number) ?? .error
    case .text(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    case .empty: self = .blank
    case .moment, .error, .formulaWithoutResult: self = .error
    }
  }
}
