import ExactNumbers
import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct NewWorkbookTests {
  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func givesTheSameBytesForTheSameValue(format: NewWorkbook.FileFormat) throws {
    let bytes = try FormSample.workbook.bytes(as: format)
    #expect(try FormSample.workbook.bytes(as: format) == bytes)
    // To look at: SVODKA_SAMPLE names the folder where the files are left.
    if let folder = ProcessInfo.processInfo.environment["SVODKA_SAMPLE"] {
      try Data(bytes).write(to: URL(filePath: folder + "/form." + format.rawValue))
    }
  }

  @Test func putsTheCursorWhereTheFirstValueIsTyped() {
    #expect(FormSample.staff.firstOpenCell == FormSample.range("C5").first)
    #expect(FormSample.check.firstOpenCell == nil)
    var sheet = FormSample.staff
    sheet.frozenRows = 6
    sheet.frozenColumns = 4
    #expect(sheet.firstOpenCell == FormSample.range("E7").first)
  }

  @Test func knowsWhichTextsAreMeantToBeTexts() {
    var sheet = FormSample.staff
    #expect(sheet.textRuns == [FormSample.range("A5:A13")])
    sheet.rows[6].cells[0].content = .number(3)
    #expect(sheet.textRuns == ["A5:A6", "A8:A13"].map(FormSample.range))
    #expect(FormSample.check.textRuns == [])
  }
}
