import Archives
import Spreadsheets
import Testing

@Suite struct FileVerdictTests {
  /// A compound file's head and one directory entry, as [MS-CFB] 2.6.1 lays it out.
  static func compound(_ stream: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1536)
    bytes.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    var name: [UInt8] = []
    for unit in stream.utf16 { name += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    bytes.replaceSubrange(1152..<1152 + name.count, with: name)
    bytes[1152 + 64] = UInt8(name.count + 2)
    bytes[1152 + 66] = 2
    return bytes
  }

  @Test(arguments: [
    ("EncryptedPackage", FileVerdict.passwordProtected), ("Workbook", .oldXLS), ("Book", .oldXLS),
    ("WordDocument", .document), ("Other", .unknown),
  ])
  func looksIntoCompoundFiles(stream: String, verdict: FileVerdict) {
    #expect(FileVerdict.of(Self.compound(stream)) == verdict)
  }

  @Test(arguments: [
    ("", FileVerdict.empty), ("<html><body><table><tr><td>1</td></tr></table>", .html),
    ("<!DOCTYPE html><p>", .html), ("Школа;Учителя;Доля\n1;2;3\n", .csv), ("%PDF-1.7\n", .pdf),
    ("Rar!\u{1A}\u{7}", .otherArchive), ("Добрый день!", .unknown), ("{\\rtf1", .document),
    ("<?xml version=\"1.0\"?><a/>", .unknown),
  ])
  func looksAtTheFirstBytes(text: String, verdict: FileVerdict) {
    #expect(FileVerdict.of(Array(text.utf8)) == verdict)
  }

  @Test func callsAFileOfZerosEmpty() {
    #expect(FileVerdict.of([UInt8](repeating: 0, count: 4096)) == .empty)
  }

  @Test func looksIntoArchives() throws {
    #expect(
      try FileVerdict.of(
        Sample.archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")]))
        == .document)
    #expect(try FileVerdict.of(Sample.archive([("форма.xlsx", "PK")])) == .archive)
    #expect(
      try FileVerdict.of(
        Sample.archive([
          ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>"),
        ])) == .document)
    let manifest = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>\
      </manifest:file-entry></manifest:manifest>
      """
    #expect(FileVerdict.of(try Sample.ods("", manifest: manifest)) == .passwordProtected)
  }

  @Test func inflatesOnlyTheBeginningOfAManifest() throws {
    let filler = String(repeating: " ", count: 4 << 20)
    // More than the limits allow to inflate: only what is looked at counts.
    var limits = SpreadsheetLimits()
    limits.partBytes = 2 << 20
    let early = try Sample.ods("", manifest: "<a><encryption-data/></a>" + filler)
    #expect(FileVerdict.of(early, limits: limits) == .passwordProtected)
    let late = try Sample.ods("", manifest: filler + "<a><encryption-data/></a>")
    #expect(FileVerdict.of(late, limits: limits) == .ods)
  }

  @Test func readsNeitherOfThem() throws {
    #expect { try Workbook(reading: Self.compound("EncryptedPackage")) } throws: {
      ($0 as? SpreadsheetError)?.code == .encrypted
    }
    #expect { try Workbook(reading: []) } throws: {
      ($0 as? SpreadsheetError)?.code == .notAWorkbook
    }
  }
}
