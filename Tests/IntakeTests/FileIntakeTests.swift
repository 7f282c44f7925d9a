import Archives
import Findings
import Foundation
import Intake
import TestSupport
import Testing

@Suite struct FileIntakeTests {
  @Test(arguments: [
    ("a.rar", "Rar!\u{1A}\u{7}", "file.packed"), ("a.7z", "?", "file.packed"),
    ("winmail.dat", "?", "file.packed"), ("форма.xlsx.rar", "Rar!\u{1A}\u{7}", "file.packed"),
    ("=?utf-8?Q?=D0=A4?=.msg", "?", "file.packed"), ("a.xlsx.pdf", "%PDF-1.7", "file.foreign"),
    ("форма.xlsx.dat", "?", "file.not-workbook"), ("форма_xlsx", "?", "file.not-workbook"),
    ("форма.xlsx (1)", "?", "file.not-workbook"), ("ATT00001.bin", "?", "file.foreign"),
    ("a.xlsx", "Rar!\u{1A}", "file.not-workbook"),
    ("a.pdf", "%PDF-1.7", "file.foreign"), ("a.xlsx", "%PDF-1.7", "file.not-workbook"),
    ("a.xlsx", "UEsDBBQABgAIAAAAIQ", "file.mail"), ("a.eml", "From: a\nTo: b\n", "file.packed"),
    ("a.xls", "<html><table>", "file.html"), ("a.xls", "\u{9}\u{0}\u{4}\u{0}\u{2}", "file.old-xls"),
    ("a.xlsx", "PK\u{3}\u{4}", "file.truncated"), ("a.zip", "PK\u{3}\u{4}", "file.truncated"),
    ("a.xlsx", "", "file.empty"),
    ("~$a.xlsx", "", "file.service"), ("2021/Thumbs.db", "?", "file.service"),
    ("DESKTOP.INI", "?", "file.service"), (".DS_Store", "?", "file.service"),
    ("a.xml", "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "file.foreign"),
    ("a.xls", "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "file.xml-2003"),
  ])
  func saysWhatAFileIs(path: String, content: String, code: String) {
    let reading = FileIntake().read(path: path, hash: "h", bytes: Array(content.utf8))
    #expect(reading.findings.map(\.code.rawValue) == [code])
    #expect(reading.form == nil)
  }

  /// Names lose their endings on the way; the content decides.
  @Test(arguments: [
    "форма.xlsx.dat", "форма_xlsx", "ATT00001.bin", "form.xlsx (1)", "форма", "форма.rar",
  ])
  func knowsAFormByItsContent(_ path: String) throws {
    let form = Checkout.fixtures.appending(path: "workbooks/openpyxl.xlsx")
    let bytes = Array(try Data(contentsOf: form))
    let reading = FileIntake().read(path: path, hash: "h", bytes: bytes)
    #expect(reading.form != nil)
    #expect(reading.findings.isEmpty)
  }

  @Test func aMangledNameIsShownReadableBesideTheTrueOne() throws {
    let form = Checkout.fixtures.appending(path: "workbooks/openpyxl.xlsx")
    let path = "почта/%D0%A4%D0%BE%D1%80%D0%BC%D0%B0.xlsx"
    let reading = FileIntake().read(
      path: path, hash: "h", bytes: Array(try Data(contentsOf: form)))
    #expect(reading.form?.path == path)
    #expect(reading.findings.map(\.code) == ["file.name-mangled"])
    #expect(reading.findings.first?.arguments["name"] == .text("почта/Форма.xlsx"))
    #expect(reading.findings.first?.origins.map(\.file) == [path])
  }

  /// A form with macros is read; that they are there is said.
  @Test func saysThatAFormHoldsMacros() throws {
    let form = Checkout.fixtures.appending(path: "workbooks/openpyxl.xlsx")
    var archive = try Archive(path: form.path)
    var writer = try ArchiveWriter()
    for part in archive.parts { try writer.add(part.name, try archive.bytes(of: part)) }
    try writer.add("xl/vbaProject.bin", [1, 2, 3])
    let reading = FileIntake().read(path: "a.xlsm", hash: "h", bytes: try writer.finish())
    #expect(reading.findings.map(\.code.rawValue) == ["file.macros"])
    #expect(reading.form != nil)
  }
}
