import Foundation
import Spreadsheets
import TestSupport
import Testing

/// What other programs find in the files that are written.
@Suite struct WrittenFilesTests {
  @Test func givesOpenDocumentThatIsValid() throws {
    guard let shared = Checkout.shared, OutsideProgram.path("/usr/bin/jing") != nil else {
      print("skipped: validity of written ODS (there is no ../shared/tools, or no jing)")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.ods")
    try Data(FormSample.workbook.bytes(as: .ods)).write(to: file)
    let check = shared.appending(path: "tools/check-odt").path
    let (status, said) = try OutsideProgram.run("/usr/bin/env", ["bash", check, file.path])
    #expect(status == 0, "\(said)")
  }

  @Test func givesWhatOpenpyxlReadsAsItWasMeant() throws {
    guard let python = OutsideProgram.path(Checkout.root.appending(path: ".venv/bin/python").path)
    else {
      print("skipped: openpyxl's reading of written XLSX (there is no .venv)")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    try Data(FormSample.workbook.bytes(as: .xlsx)).write(to: file)
    let cases = Checkout.root.appending(path: "Tests/Cases/new-workbook")
    let (status, said) = try OutsideProgram.run(
      python, ["-B", cases.appending(path: "facts.py").path, file.path])
    #expect(status == 0)
    let expected = try String(
      contentsOf: cases.appending(path: "facts.txt"), encoding: .utf8)
    #expect(said == expected)
  }
}
