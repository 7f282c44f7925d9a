import ExactNumbers
import Foundation
import Spreadsheets
import TestSupport
import Testing

@Suite struct NewWorkbookTests {
  @Test(arguments: NewWorkbook.FileFormat.allCases)
  func givesTheSameBytesForTheSameValue(format: NewWorkbook.FileFormat) throws {
    let bytes = try FormSample.workbook.bytes(as: format)
    #expect(try FormSample.workbook.bytes(as: format) == bytes)
    if let folder = ProcessInfo.processInfo.environment["SVODKA_SAMPLE"] {
      try Data(bytes).write(to: URL(filePath: folder + "/form." + format.rawValue))
    }
  }
}
