import Archives
import Foundation
import Testing

@testable import Spreadsheets

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

  /// A compound file whose root holds the first stream, and a folder with the second one in it.
  static func compound(_ stream: String, inner: String) -> [UInt8] {
    var bytes = compound("Root Entry")
    bytes += [UInt8](repeating: 0, count: 512)
    // Sectors of 512; the directory in sector 1, the table in sector 0, which ends the chain.
    bytes.replaceSubrange(30..<32, with: [9, 0])
    bytes.replaceSubrange(48..<52, with: [1, 0, 0, 0])
    bytes.replaceSubrange(516..<520, with: [0xFE, 0xFF, 0xFF, 0xFF])
    func put(_ number: Int, _ name: String, kind: UInt8, _ left: UInt8, _ child: UInt8) {
      let place = 1024 + number * 128
      let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      bytes.replaceSubrange(place..<place + 128, with: [UInt8](repeating: 0, count: 128))
      bytes.replaceSubrange(place..<place + units.count, with: units)
      bytes[place + 64] = UInt8(units.count + 2)
      bytes[place + 66] = kind
      for link in [(68, left), (72, 0xFF), (76, child)] {
        let rest: UInt8 = link.1 == 0xFF ? 0xFF : 0
        bytes.replaceSubrange(
          place + link.0..<place + link.0 + 4, with: [link.1, rest, rest, rest])
      }
    }
    put(0, "Root Entry", kind: 5, 0xFF, 1)
    put(1, stream, kind: 2, 2, 0xFF)
    put(2, "MBD0001", kind: 1, 0xFF, 3)
    put(3, inner, kind: 2, 3, 0xFF)
    return bytes
  }

  @Test func tellsAWorkbookFromADocumentThatHoldsOne() {
    #expect(FileVerdict.of(Self.compound("Workbook", inner: "WordDocument")) == .oldXLS)
    #expect(FileVerdict.of(Self.compound("WordDocument", inner: "Workbook")) == .document)
  }

  @Test(arguments: [
    ("EncryptedPackage", FileVerdict.passwordProtected), ("Workbook", .oldXLS), ("Book", .oldXLS),
    ("WordDocument", .document), ("PowerPoint Document", .document), ("Other", .unknown),
    ("__substg1.0_0037001F", .mail),
  ])
  func looksIntoCompoundFiles(stream: String, verdict: FileVerdict) {
    #expect(FileVerdict.of(Self.compound(stream)) == verdict)
  }

  @Test(arguments: [
    ("", FileVerdict.empty), ("<html><body><table><tr><td>1</td></tr></table>", .html),
    ("<!DOCTYPE html><p>", .html), ("Школа;Учителя;Доля\n1;2;3\n", .csv), ("%PDF-1.7\n", .pdf),
    ("Rar!\u{1A}\u{7}", .otherArchive), ("Добрый день!", .unknown), ("{\\rtf1", .document),
    ("<?xml version=\"1.0\"?><a/>", .unknown),
    (
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .xml2003
    ),
    ("<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">", .fods),
    ("<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">", .document),
    ("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related", .html),
    ("Received: from a\r\nContent-Type: multipart/mixed\r\n", .mail),
    ("\u{0}\u{0}\u{0}\u{18}ftypheic\u{0}", .picture), ("AT&TFORM\u{0}", .picture),
    ("UEsDBBQABgAIAAAAIQ", .mail), ("0M8R4KGxGuEAAAAA", .mail), ("7z\u{00}", .unknown),
  ])
  func looksAtTheFirstBytes(text: String, verdict: FileVerdict) {
    #expect(FileVerdict.of(Array(text.utf8)) == verdict)
  }

  /// The record that opens a stream: 0009, 0209, 0409 and 0809 ([MS-XLS] 2.4.21, and the
  /// documentation of OpenOffice.org on BIFF 2 to 4).
  @Test(arguments: [
    [9, 0, 4, 0, 2, 0, 16, 0], [9, 2, 6, 0, 0, 0, 16, 0], [9, 4, 6, 0, 0, 0, 16, 0],
    [9, 8, 8, 0, 0, 5, 5, 0], [9, 8, 16, 0, 0, 6, 5, 0],
  ])
  func knowsBareStreamsOfOldPrograms(bytes: [UInt8]) {
    #expect(FileVerdict.of(bytes) == .oldXLS)
  }

  @Test(arguments: [true, false]) func readsTextInUTF16(isLittle: Bool) {
    func wide(_ text: String) -> [UInt8] {
      ("\u{FEFF}" + text).utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
    }
    #expect(FileVerdict.of(wide("Школа\tУчителя\tДоля\n1\t2\t3\n")) == .csv)
    #expect(FileVerdict.of(wide("<html><table>")) == .html)
    #expect(FileVerdict.of(wide("<office:document office:mimetype=\"…\">")) == .fods)
  }

  @Test(arguments: [String.Encoding.utf16BigEndian, .utf16LittleEndian])
  func readsFlatODSInUTF16(encoding: String.Encoding) throws {
    let bytes = try SavedWorkbooksTests.bytes("libreoffice.fods")
    let text = String(decoding: bytes, as: UTF8.self)
      .replacingOccurrences(of: #"encoding="UTF-8""#, with: #"encoding="UTF-16""#)
    let wide = try #require(("\u{FEFF}" + text).data(using: encoding))
    #expect(try Workbook(reading: [UInt8](wide)) == Workbook(reading: bytes))
  }

  @Test func saysInWhichPartAFileBreaksOff() throws {
    let whole = try Sample.xlsx("<row><c><v>1</v></c></row>")
    let cut = Array(whole.prefix(whole.count * 4 / 10))
    #expect(FileVerdict.of(cut) == .truncated)
    #expect { try Workbook(reading: cut) } throws: { error in
      let error = error as? SpreadsheetError
      return error?.code == .notAWorkbook && error?.verdict == .truncated
        && error?.part == "xl/workbook.xml"
    }
  }

  @Test func readsAWorkbookWithSomethingBeforeIt() throws {
    let whole = try Sample.xlsx("<row><c><v>7</v></c></row>")
    #expect(try Sample.cells(Array("\r\n".utf8) + whole + Array("\r\n".utf8)) == ["A1=number 7"])
  }

  @Test func readsAWorkbookFromDisk() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    for name in ["libreoffice.xlsx", "libreoffice.ods", "libreoffice.fods"] {
      let bytes = try SavedWorkbooksTests.bytes(name)
      try Data(bytes).write(to: file)
      #expect(try Workbook(readingFileAt: file.path) == Workbook(reading: bytes), "\(name)")
    }
    #expect { try Workbook(readingFileAt: file.path + "-") } throws: {
      ($0 as? SpreadsheetError)?.code == .unreadable
    }
  }

  @Test func aLimitOnTheWholeFileIsOfWorkbooksOnly() throws {
    var limits = SpreadsheetLimits()
    limits.fileBytes = 10
    let workbook = try Sample.xlsx("")
    #expect { try Workbook(reading: workbook, limits: limits) } throws: {
      let error = $0 as? SpreadsheetError
      return error?.code == .limit && error?.verdict == nil
    }
    let other = try Sample.archive([("a.jpg", "a")])
    #expect(FileVerdict.of(other, limits: limits) == .archive)
  }

  @Test(arguments: [
    ("xl/vbaProject.bin", true), ("xl/macrosheets/sheet1.xml", true), ("xl/media/a.bin", false),
  ])
  func seesMacros(part: String, isThere: Bool) throws {
    let archive = try Archive(bytes: Sample.xlsx("", extra: [(part, "a")]))
    #expect(ArchiveVerdict.holdsMacros(archive) == isThere)
  }

  @Test func knowsAPackageThatIsEncryptedAsAWhole() throws {
    let mimetype = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    let bytes = try Sample.archive([mimetype, ("encrypted-package", "a")])
    #expect(FileVerdict.of(bytes) == .passwordProtected)
  }

  @Test func survivesEveryCutAndEveryChangedByteOfACompoundFile() {
    let whole = Self.compound("Workbook", inner: "WordDocument")
    for count in 0..<whole.count { _ = FileVerdict.of(Array(whole.prefix(count))) }
    for index in whole.indices where whole[index] != 0 || index < 96 {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var changed = whole
        changed[index] = value
        _ = FileVerdict.of(changed)
      }
    }
    #expect(FileVerdict.of(whole) == .oldXLS)
  }

  @Test func saysThatAFileLacksItsBeginning() throws {
    let whole = try Sample.xlsx("")
    #expect(FileVerdict.of(Array(whole.dropFirst(40))) == .truncated)
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
        Sample.archive([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "a")])) == .xlsb)
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
