import Archives
import Foundation
import Markup
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ODSExtrasTests {
  static let folder = Checkout.fixtures.appending(path: "workbooks/extras")

  static func workbook(_ file: String) throws -> Workbook {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
    return try Workbook(reading: bytes, contents: .everything)
  }

  static func part(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    var archive = try Archive(bytes: bytes)
    let found = archive.part(named: name)
    let part = try #require(found)
    return try archive.bytes(of: part)
  }

  /// A line as a program keeps it: nil where it loses it.
  static func kept(_ line: String, by file: String) -> String? {
    // Both leave it open whether a cell that takes anything may be empty, which means that it may.
    if line.contains("\tany\t") {
      return line.replacing("\tany\t\t\t\t\t\t", with: "\tany\t\t\t\t\tblank\t")
    }
    // Neither keeps that a name is hidden.
    if line.hasPrefix("name") { return line.replacing("\ttrue", with: "\tfalse") }
    if file.hasPrefix("libreoffice"), line.hasPrefix("comment") {
      // LibreOffice 7.4 does not keep who wrote a note of Excel.
      return line.replacing("Иванова", with: "").replacing("Петров", with: "")
    }
    guard file.hasPrefix("gnumeric") else { return line }
    if line.hasPrefix("protection") || line.hasPrefix("table") { return nil }
    // Validations reach to the last row in use; one formula is kept as a text.
    let start = "formula\tКадры\tE18\t"
    guard !line.hasPrefix(start) else {
      return start + #"ORG.GNUMERIC.ERROR("SUM('О''Нил'!A1:B2)")"#
    }
    return line.replacing("A1:A1048576", with: "A3")
  }

  @Test(arguments: ["libreoffice.ods", "libreoffice.fods", "gnumeric.ods"])
  func findsWhatOpenpyxlFindsInTheTwin(file: String) throws {
    let table = try String(contentsOf: Self.folder.appending(path: "facts.tsv"), encoding: .utf8)
    let expected = Set(table.split(separator: "\n").compactMap { Self.kept(String($0), by: file) })
    // Gnumeric gives each sheet names for its printing, whatever it was asked to save.
    let found = Set(WorkbookLines.of(try Self.workbook(file))).filter {
      !$0.contains("Print_Area") && !$0.contains("Sheet_Title")
    }
    for line in expected.subtracting(found).sorted() { Issue.record("\(file) lacks: \(line)") }
    for line in found.subtracting(expected).sorted() { Issue.record("\(file) has: \(line)") }
  }

  static let start =
    #"<office:document-content \#(Sample.namespaces) xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"><office:body>"#
  static let end = "</office:body></office:document-content>"

  static func read(
    _ spreadsheet: String, _ contents: WorkbookContents = .everything,
    limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> Workbook {
    try Workbook(
      reading: Sample.archive([("content.xml", start + spreadsheet + end)]), contents: contents,
      limits: limits)
  }

  static func lines(
    _ spreadsheet: String, _ contents: WorkbookContents = .everything,
    limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> [String] {
    WorkbookLines.of(try read(spreadsheet, contents, limits: limits))
  }

  static func sheet(_ rows: String, after: String = "", name: String = "Лист1") -> String {
    #"<table:table table:name="\#(name)">\#(rows)\#(after)</table:table>"#
  }

  @Test func readsANoteWithItsParagraphsSpansAndAuthor() throws {
    let rows = """
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>\
      <table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>\
      <office:annotation><dc:creator>Иванова</dc:creator><dc:date>2024-01-01</dc:date>\
      <text:p>раз<text:s text:c="2"/>два<text:tab/>три</text:p>
      <text:list><text:list-item><text:p><text:span>че</text:span><text:span>тыре</text:span>\
      <text:line-break/>пять</text:p></text:list-item></text:list></office:annotation>\
      <text:p>значение</text:p></table:table-cell></table:table-row>
      """
    let spreadsheet = "<office:spreadsheet>\(Self.sheet(rows))</office:spreadsheet>"
    #expect(
      try Self.lines(spreadsheet) == [
        "comment\tЛист1\tC4\tИванова\tраз  два\tтри\\nчетыре\\nпять"
      ])
    #expect(try Self.lines(spreadsheet, [.validations, .names]) == [])
  }

  @Test(arguments: [
    #"<text:s text:c="600"/><text:s text:c="600"/>"#, #"<text:s text:c="999999999999"/>"#,
    String(repeating: "<text:line-break/>", count: 1_001), String(repeating: "я", count: 501),
  ])
  func holdsNotesToTheirLength(text: String) throws {
    var limits = SpreadsheetLimits()
    limits.textBytes = 1_000
    let rows = """
      <table:table-row><table:table-cell><office:annotation><text:p>\(text)</text:p>\
      </office:annotation></table:table-cell></table:table-row>
      """
    let error = #expect(throws: SpreadsheetError.self) {
      try Self.lines("<office:spreadsheet>\(Self.sheet(rows))</office:spreadsheet>", limits: limits)
    }
    #expect(error?.code == .limit)
  }

  @Test func readsNamesOfTheWorkbookAndOfSheets() throws {
    let own = """
      <table:named-expressions><table:named-range table:name="Своё" \
      table:base-cell-address="$Лист1.$B$4" table:cell-range-address="$Лист1.B5:.$C$6"/>\
      </table:named-expressions>
      """
    let lines = try Self.lines(
      """
      <office:spreadsheet>\(Self.sheet("", after: own))<table:named-expressions>\
      <table:named-range table:name="Область" table:cell-range-address="Лист1.$E$24:Лист1.$E$26" \
      loext:hidden="true"/><table:named-expression table:name="Ставка" \
      table:expression="of:=[.A1]*2" table:base-cell-address="$Лист1.$A$2"/>\
      <table:named-range table:cell-range-address="$Лист1.$A$1"/>\
      <table:named-expression table:name="Пустое" table:expression=""/></table:named-expressions>\
      </office:spreadsheet>
      """)
    // As seen from A1, where Excel looks from: what stands above A2 is the last row from there.
    #expect(
      lines == [
        "name\tЛист1\tСвоё\tЛист1!A2:$C$6\tfalse", "name\t\tОбласть\tЛист1!$E$24:$E$26\ttrue",
        "name\t\tСтавка\tA1048576*2\tfalse",
      ])
  }

  @Test func readsDatabaseRangesThatHaveAName() throws {
    let spreadsheet = """
      <office:spreadsheet>\(Self.sheet(""))<table:database-ranges>\
      <table:database-range table:name="__Anonymous_Sheet_DB__0" \
      table:target-range-address="Лист1.A1:Лист1.B2"/>\
      <table:database-range table:target-range-address="Лист1.A1:Лист1.B2"/>\
      <table:database-range table:name="Свод" table:contains-header="false" \
      table:target-range-address="'Лист 2'.A1:'Лист 2'.C9"/>\
      <table:database-range table:name="Нет" table:target-range-address="Лист1.#REF!"/>\
      </table:database-ranges></office:spreadsheet>
      """
    let tables = try Self.read(spreadsheet).description.tables
    let range = try #require(CellRange("A1:C9"))
    #expect(
      tables == [SheetTable(name: "Свод", sheet: "Лист 2", range: range, hasHeadings: false)])
  }

  @Test func readsProtection() throws {
    let workbook = try Self.read(
      """
      <office:spreadsheet table:structure-protected="true" table:protection-key="x">\
      <table:table table:name="а" table:protected="true"/>\
      <table:table table:name="б" table:protected="true" table:protection-key="y"/>\
      <table:table table:name="в" table:protected="false" table:protection-key="y"/>\
      </office:spreadsheet>
      """)
    #expect(WorkbookLines.of(workbook) == ["protection\tа\t", "protection\tб\tpassword"])
    #expect(workbook.description.isStructureProtected)
  }

  static func validated(_ cells: String, base: String = "Лист1.A1", name: String = "v") -> String {
    """
    <office:spreadsheet><table:content-validations><table:content-validation \
    table:name="\(name)" table:condition="of:is-true-formula([.A1]=1)" \
    table:base-cell-address="\(base)"/></table:content-validations>\(cells)</office:spreadsheet>
    """
  }

  /// Excel reads references from the first cell of the ranges, OpenDocument from the base cell.
  @Test func seesTheReferencesOfAValidationFromItsFirstCell() throws {
    let cell = #"<table:table-cell table:content-validation-name="v"/>"#
    let rows = """
      <table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>\
      <table:table-row table:number-rows-repeated="1048572"><table:table-cell/>\(cell)\(cell)\
      </table:table-row>
      """
    #expect(
      try Self.lines(Self.validated(Self.sheet(rows))) == [
        "validation\tЛист1\tB5:C1048576\tcustom\t\tB5=1\t\t\tblank\t\t|\t|"
      ])
    // Gnumeric 1.12 gives a base cell that is none.
    let gnumeric = Self.validated(
      Self.sheet(rows.replacing(#""v""#, with: #""VAL-1""#)), base: "$'Лист1'.Y7", name: "VAL-1")
    #expect(try Self.lines(gnumeric).first?.contains("A1=1") == true)
  }

  @Test func givesAValidationToEachSheetThatUsesIt() throws {
    let row =
      #"<table:table-row><table:table-cell table:content-validation-name="v"/><table:table-cell table:content-validation-name="нет такой"/></table:table-row>"#
    let sheets =
      Self.sheet(row) + Self.sheet("", name: "Лист2")
      + Self.sheet("<table:table-row/>" + row, name: "Лист3")
    #expect(
      try Self.lines(Self.validated(sheets)).map { $0.split(separator: "\t")[1...2] } == [
        ["Лист1", "A1"], ["Лист3", "A2"],
      ])
  }

  @Test(arguments: [
    ("two comments", "more than 1 comments"), ("two names", "more than 1 defined names"),
    ("two tables", "more than 1 tables"), ("two validations", "more than 1 validations"),
    ("two ranges", "more than 1 ranges of validations"),
  ])
  func holdsEachKindToItsLimit(trait: String, message: String) throws {
    let note = "<office:annotation><text:p>а</text:p></office:annotation>"
    let name = #"<table:named-expression table:name="и" table:expression="1"/>"#
    let table = #"<table:database-range table:name="т" table:target-range-address="Л.A1"/>"#
    let spreadsheet =
      switch trait {
      case "two comments":
        Self.sheet(
          "<table:table-row><table:table-cell>\(note)\(note)</table:table-cell></table:table-row>")
      case "two names": name + name
      case "two tables": table + table
      case "two validations":
        #"<table:content-validation table:name="а"/><table:content-validation table:name="б"/>"#
      default:
        #"<table:content-validation table:name="v"/>"#
          + Self.sheet(
            #"<table:table-row><table:table-cell table:content-validation-name="v"/><table:table-cell/><table:table-cell table:content-validation-name="v"/></table:table-row>"#
          )
      }
    var limits = SpreadsheetLimits()
    limits.extras = 1
    let error = #expect(throws: SpreadsheetError.self) {
      try Self.lines("<office:spreadsheet>\(spreadsheet)</office:spreadsheet>", limits: limits)
    }
    #expect(error?.code == .limit)
    #expect(error?.detail.contains(message) == true, "\(error?.detail ?? "")")
  }

  @Test func findsNamesByBytes() {
    var names = ByteNames()
    let all = (0..<2_000).map { String(repeating: "имя", count: $0 % 5) + "\($0)" }
    for (number, name) in all.enumerated() {
      let bytes = Array(name.utf8)
      #expect(names.number(of: bytes.span) == nil)
      #expect(names.take(bytes.span) == number)
    }
    for (number, name) in all.enumerated() {
      let bytes = Array(name.utf8)
      #expect(names.take(bytes.span) == number)
      #expect(names.number(of: bytes.span) == number)
    }
    #expect(names.count == all.count)
  }

  @Test(arguments: [
    ("libreoffice.ods", "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2"),
    ("libreoffice.fods", "LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2"),
    ("gnumeric.ods", "gnumeric/1.12.55"), ("odfpy.ods", "ODFPY/1.4.1"),
  ])
  func readsWhoMadeItAndWhen(file: String, producer: String) throws {
    let properties = try Self.workbook(file).description.properties
    #expect(properties.producer == producer)
    let created = file == "odfpy.ods" ? "2024-02-03T04:05:06" : "2023-08-31T08:00:00"
    #expect(properties.created?.hasPrefix(created) == true)
    #expect(properties.modified?.hasPrefix("20") == true)
  }

  /// Whatever the bytes are, reading ends with facts or with an error.
  @Test(arguments: ["odfpy.ods", "gnumeric.ods", "libreoffice.ods"])
  func endsOnDamagedContent(file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: file)))
    let content = try Self.part("content.xml", of: bytes)
    var seed: UInt64 = 9
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let marks = Array("[].$!:;(){}|~#0A9-".utf8)
    // Places within values of attributes: markup stays, so that what is damaged is read.
    let head = try #require(content.firstRange(of: Array("<office:body".utf8))).lowerBound
    var isQuoted = false
    let places = content.indices.dropFirst(head).filter { index in
      if content[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      return isQuoted && content[index] < 0x80 && !Array("\"'<>&;=".utf8).contains(content[index])
    }
    var facts = 0
    for _ in 0..<60 {
      var damaged = content
      for _ in 0..<(1 + random(20)) {
        damaged[places[random(places.count)]] = marks[random(marks.count)]
      }
      let package = try Sample.archive([("content.xml", damaged)])
      let workbook = try? Workbook(reading: package, contents: .everything)
      facts += workbook.map { WorkbookLines.of($0).count } ?? 0
      _ = try? ODSStylesTests.reading(content: damaged)
    }
    #expect(facts > 0)
  }
}
