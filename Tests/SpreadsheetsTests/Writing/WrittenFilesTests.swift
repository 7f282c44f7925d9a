import Foundation
import Spreadsheets
import TestSupport
import Testing

/// What other programs find in the files that are written.
@Suite struct WrittenFilesTests {
  @Test func givesOpenDocumentThatIsValid() throws {
    guard let shared = Checkout.shared, let jing = Self.tool("/usr/bin/jing") else {
      print("skipped: validity of written ODS (there is no ../shared/tools, or no jing)")
      return
    }
    _ = jing
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.ods")
    try Data(FormSample.workbook.bytes(as: .ods)).write(to: file)
    let check = shared.appending(path: "tools/check-odt").path
    let (status, said) = try Self.run("/usr/bin/env", ["bash", check, file.path])
    #expect(status == 0, "\(said)")
  }

  @Test func givesWhatOpenpyxlReadsAsItWasMeant() throws {
    guard let python = Self.tool(Checkout.root.appending(path: ".venv/bin/python").path) else {
      print("skipped: openpyxl's reading of written XLSX (there is no .venv)")
      return
    }
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "form.xlsx")
    try Data(FormSample.workbook.bytes(as: .xlsx)).write(to: file)
    let cases = Checkout.root.appending(path: "Tests/Cases/new-workbook")
    let (status, said) = try Self.run(
      python, ["-B", cases.appending(path: "facts.py").path, file.path])
    #expect(status == 0)
    let expected = try String(
      contentsOf: cases.appending(path: "facts.txt"), encoding: .utf8)
    #expect(said == expected)
  }

  private static func tool(_ path: String) -> String? {
    FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> (Int32, String) {
    let program = Process()
    let output = Pipe()
    program.executableURL = URL(filePath: path)
    program.arguments = arguments
    program.standardOutput = output
    program.standardError = output
    try program.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    program.waitUntilExit()
    return (program.terminationStatus, String(decoding: said, as: UTF8.self))
  }
}
