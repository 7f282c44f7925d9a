import Archives
import Foundation
import Markup
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ODSStylesTests {
  /// The style and shape of every cell, as the reader of cells would ask for them.
  struct Walk: MarkupReceiver {
    var styles: ODSStyles
    var defaults: ODSDefaultStyles
    var shapes: [String: NumberShape] = [:]
    var formats: [String: ODSStoredFormat] = [:]
    private var sheet = ""
    private var row = 1
    private var rowRepeats = 1
    private var column = 1
    private var isInBody = false

    init(_ styles: ODSStyles) {
      self.styles = styles
      defaults = ODSDefaultStyles(limits: SpreadsheetLimits())
    }

    static let names = ODSName.content + ODSStyleName.content

    mutating func start(_ element: borrowing MarkupElement) throws(MarkupError) {
      let style = element.withValue(of: ODSStyleName.defaultCellStyle) {
        styles.number(ofStyle: $0)
      }
      switch element.token {
      case ODSName.spreadsheet: isInBody = true
      case ODSName.table:
        sheet = element.string(ODSName.name) ?? ""
        row = 1
        defaults.startTable()
      case ODSName.column:
        defaults.addColumns(element.integer(ODSName.columnsRepeated) ?? 1, style: style ?? nil)
      case ODSName.row:
        column = 1
        rowRepeats = element.integer(ODSName.rowsRepeated) ?? 1
        defaults.startRow(style: style ?? nil)
      case ODSName.cell:
        let own = element.withValue(of: ODSName.styleName) { styles.number(ofStyle: $0) }
        let number = defaults.style(named: own ?? nil, column: column)
        let place = "\(sheet)!\(CellAddress(row: row, column: column))"
        shapes[place] = styles.shape(ofStyle: number)
        formats[place] = styles.format(ofStyle: number)
        column += element.integer(ODSName.columnsRepeated) ?? 1
      default: if !isInBody { try styles.start(element) }
      }
    }

    mutating func end(_ token: Int32) throws(MarkupError) {
      if token == ODSName.row { row += rowRepeats }
      if !isInBody { try styles.end(token) }
    }

    mutating func text(_ bytes: borrowing Span<UInt8>) throws(MarkupError) {
      if !isInBody { try styles.text(bytes) }
    }
  }

  static func reading(
    content: [UInt8], styles: [UInt8]? = nil, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws -> Walk {
    var read = ODSStyles(contents: .everything, limits: limits)
    if let styles {
      read.part = .styles
      try MarkupReader.read(styles, names: Walk.names, to: &read)
    }
    read.part = .content
    var walk = Walk(read)
    try MarkupReader.read(content, names: Walk.names, to: &walk)
    return walk
  }

  static func reading(_ file: String) throws -> Walk {
    let bytes = try SavedWorkbooksTests.bytes(file)
    guard !file.hasSuffix(".fods") else { return try reading(content: bytes) }
    return try reading(
      content: ODSExtrasTests.part("content.xml", of: bytes),
      styles: ODSExtrasTests.part("styles.xml", of: bytes))
  }

  /// The shapes of the formats that the twin was given (`Fixtures/workbooks/make.py`).
  @Test(arguments: ["libreoffice.ods", "libreoffice.fods", "libreoffice.ots", "gnumeric.ods"])
  func knowsTheShapeOfEachCell(file: String) throws {
    let shapes = try Self.reading(file).shapes
    let expected: [(String, NumberShape)] = [
      ("B2", .plain), ("B3", .plain), ("B4", .date), ("B5", .dateAndTime), ("B6", .time),
      ("B7", .duration), ("B8", .percent), ("B12", .plain), ("B13", .plain),
    ]
    for (place, shape) in expected { #expect(shapes["Кадры!\(place)"] == shape, "\(place)") }
  }

  @Test func takesTheStyleOfAColumnThatOdfpySaved() throws {
    let file = ODSExtrasTests.folder.appending(path: "odfpy.ods")
    let bytes = [UInt8](try Data(contentsOf: file))
    let walk = try Self.reading(content: ODSExtrasTests.part("content.xml", of: bytes))
    #expect(
      walk.shapes == [
        "Сведения!A1": .plain, "Сведения!B1": .percent,
        "Сведения!A2": .plain, "Сведения!B2": .percent,
      ])
  }

  @Test(arguments: ["libreoffice.ods", "libreoffice.fods"])
  func keepsThePartsOfAFormat(file: String) throws {
    let walk = try Self.reading(file)
    let date = try #require(walk.formats["Кадры!B4"])
    #expect(date.parts.map(\.name) == ["day", "text", "month", "text", "year"])
    #expect(date.parts[1].text == ".")
    #expect(date.parts[4].attributes == ["style": "long"])
    let percent = try #require(walk.formats["Кадры!B8"])
    #expect(percent.parts.first?.attributes["decimal-places"] == "1")
    #expect(percent.parts.last?.text == "%")
  }

  static let names =
    Sample.namespaces + #" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#

  static func common(_ styles: String) -> [UInt8] {
    Array(
      "<office:document-styles \(names)><office:styles>\(styles)</office:styles></office:document-styles>"
        .utf8)
  }

  static func content(_ styles: String, table: String = "") -> [UInt8] {
    Array(
      """
      <office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles>\
      <office:body><office:spreadsheet><table:table table:name="Л">\(table)</table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """.utf8)
  }

  static func style(_ name: String, parent: String = "", format: String = "") -> String {
    """
    <style:style style:name="\(name)" style:family="table-cell"\
    \(parent.isEmpty ? "" : " style:parent-style-name=\"\(parent)\"")\
    \(format.isEmpty ? "" : " style:data-style-name=\"\(format)\"")/>
    """
  }

  static let percent =
    #"<number:percentage-style style:name="N1"><number:number/></number:percentage-style>"#
  static let date = #"<number:date-style style:name="N1"><number:day/></number:date-style>"#

  @Test func findsAFormatInTheStylesOfItsOwnPartFirst() throws {
    let styles = Self.common(
      Self.percent + Self.style("Общий", format: "N1")
        + #"<number:time-style style:name="N2" number:truncate-on-overflow="false"/>"#)
    let content = Self.content(
      Self.date + Self.style("ce1", format: "N1") + Self.style("ce2", parent: "Общий")
        + Self.style("ce3", format: "N2") + Self.style("ce4"))
    let read = try Self.reading(content: content, styles: styles).styles
    let shapes = ["ce1", "ce2", "ce3", "ce4", "Общий"].map { name in
      let bytes = Array(name.utf8)
      return read.shape(ofStyle: read.number(ofStyle: bytes.span))
    }
    #expect(shapes == [.date, .percent, .duration, .plain, .percent])
  }

  @Test func takesTheFormatOfAllCellsWhereNoStyleHasOne() throws {
    let styles = Self.common(
      Self.percent
        + #"<style:default-style style:family="table-cell" style:data-style-name="N1"/>"#)
    let read = try Self.reading(content: Self.content(Self.style("ce1")), styles: styles).styles
    let name = Array("ce1".utf8)
    #expect(read.shape(ofStyle: read.number(ofStyle: name.span)) == .percent)
    #expect(read.shape(ofStyle: nil) == .percent)
  }

  @Test func endsAtStylesThatAreParentsOfOneAnother() throws {
    let styles = Self.common(
      Self.style("a", parent: "b") + Self.style("b", parent: "a") + Self.style("c", parent: "c"))
    let read = try Self.reading(content: Self.content(""), styles: styles).styles
    for name in ["a", "b", "c"] {
      let bytes = Array(name.utf8)
      #expect(read.shape(ofStyle: read.number(ofStyle: bytes.span)) == .plain)
    }
  }

  @Test func prefersCellOverRowOverColumn() throws {
    let content = Self.content(
      Self.percent + Self.style("доля", format: "N1")
        + #"<number:date-style style:name="N2"><number:year/></number:date-style>"#
        + Self.style("день", format: "N2")
        + #"<number:currency-style style:name="N3"><number:currency-symbol/></number:currency-style>"#
        + Self.style("деньги", format: "N3"),
      table: """
        <table:table-column table:number-columns-repeated="2" \
        table:default-cell-style-name="доля"/>\
        <table:table-column table:number-columns-repeated="99999999999"/>\
        <table:table-row><table:table-cell/><table:table-cell table:style-name="день"/>\
        <table:table-cell/></table:table-row>\
        <table:table-row table:default-cell-style-name="деньги"><table:table-cell/>\
        <table:table-cell table:style-name="день"/><table:table-cell/></table:table-row>
        """)
    let shapes = try Self.reading(content: content).shapes
    #expect(
      ["A1", "B1", "C1", "A2", "B2", "C2"].map { shapes["Л!\($0)"] } == [
        .percent, .date, .plain, .currency, .date, .currency,
      ])
  }

  /// LibreOffice writes the format "0.0%;@" so: the section that is named first comes first.
  @Test func letsTheFirstSectionDecide() throws {
    let content = Self.content(
      Self.percent
        + #"<number:text-style style:name="N9"><number:text-content/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1"/></number:text-style>"#
        + Self.style("ce1", format: "N9"))
    let read = try Self.reading(content: content).styles
    let name = Array("ce1".utf8)
    let number = read.number(ofStyle: name.span)
    #expect(read.shape(ofStyle: number) == .percent)
    #expect(read.format(ofStyle: number)?.sections.map(\.condition) == ["value()>=0"])
  }

  /// Writes down what it is fed.
  struct Log: ODSFormatBuilder {
    var lines: [String]

    static func line(_ name: String, _ attributes: [String: String]) -> String {
      name + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    }

    init?(element: String, attributes: [String: String]) {
      lines = [Self.line(element, attributes)]
    }
    mutating func start(_ element: String, _ attributes: [String: String]) {
      lines.append("+" + Self.line(element, attributes))
    }
    mutating func text(_ text: String) { lines.append(text) }
    mutating func end(_ element: String) { lines.append("-" + element) }
  }

  @Test func feedsABuilderWhatTheFileHas() throws {
    let content = Self.content(
      """
      <number:number-style style:name="N1P0"/>\
      <number:number-style style:name="N1" number:language="ru" number:country="RU">\
      <style:text-properties/><number:number number:decimal-places="0" number:grouping="true">\
      <number:embedded-text number:position="3">-</number:embedded-text></number:number>\
      <number:text> &lt;ед.&gt;</number:text><style:map style:condition="value()&gt;=0" \
      style:apply-style-name="N1P0"/></number:number-style>
      """ + Self.style("ce1", format: "N1"))
    let read = try Self.reading(content: content).styles
    let name = Array("ce1".utf8)
    let format = try #require(read.format(ofStyle: read.number(ofStyle: name.span)))
    #expect(
      format.built(as: Log.self)?.lines == [
        "number:number-style number:country=RU number:language=ru",
        "+number:number number:decimal-places=0 number:grouping=true",
        "+number:embedded-text number:position=3", "-", "-number:embedded-text",
        "-number:number", "+number:text", " <ед.>", "-number:text",
        "+style:map style:apply-style-name=N1P0 style:condition=value()>=0", "-style:map",
      ])
    #expect(read.format(named: "N1P0", of: format)?.kind == .number)
  }

  @Test func keepsNoPartsOfAFormatThatNoProgramWrites() throws {
    let long = String(repeating: "я", count: 2_000)
    let many = String(repeating: "<number:day/>", count: 1_000)
    let content = Self.content(
      #"<number:date-style style:name="N1"><number:text>\#(long)</number:text></number:date-style>"#
        + #"<number:date-style style:name="N2">\#(many)<number:hours/></number:date-style>"#
        + Self.style("ce1", format: "N1") + Self.style("ce2", format: "N2"))
    let read = try Self.reading(content: content).styles
    for (name, shape) in [("ce1", NumberShape.date), ("ce2", .dateAndTime)] {
      let bytes = Array(name.utf8)
      let number = read.number(ofStyle: bytes.span)
      #expect(read.shape(ofStyle: number) == shape)
      #expect(read.format(ofStyle: number)?.parts == [])
    }
  }

  @Test func holdsStylesToTheirLimit() throws {
    var limits = SpreadsheetLimits()
    // A style of numbers counts with its part.
    limits.styles = 4
    let three = Self.percent + Self.style("a") + Self.style("b")
    _ = try Self.reading(content: Self.content(three), limits: limits)
    let error = #expect(throws: MarkupError.self) {
      try Self.reading(content: Self.content(three + Self.style("c")), limits: limits)
    }
    #expect(error?.code == .tooLarge)
  }

  /// OpenDocument 1.3, part 3, 19.619: each of the columns has its own. What is expected is what
  /// LibreOffice shows, which gives columns without a declaration the style of the last one.
  @Test(arguments: [
    (#"<table:table-column table:number-columns-repeated="2"/>"#, "25%", "0,25"),
    ("", "25%", "25%"),
  ])
  func showsEachOfRepeatedCellsAsItsColumnSays(
    _ declared: String, _ second: String, _ last: String
  ) throws {
    let styles = """
      <office:automatic-styles><number:percentage-style style:name="N1"><number:number \
      number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>\
      <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>\
      </office:automatic-styles>
      """
    let table = """
      <table:table-column/><table:table-column table:default-cell-style-name="ce1"/>\(declared)\
      <table:table-row>\
      <table:table-cell office:value-type="float" office:value="0.25" \
      table:number-columns-repeated="3"/></table:table-row>
      """
    let number = #"xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" "#
    let content = """
      <office:document-content \(number)\(Sample.namespaces)>\(styles)<office:body>\
      <office:spreadsheet><table:table table:name="Лист1">\(table)</table:table>\
      </office:spreadsheet></office:body></office:document-content>
      """
    let file = try Sample.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
    let cells = try Workbook(reading: file, contents: .everything).sheets.first?.cells ?? []
    #expect(cells.map(\.shown) == ["0,25", second, last])
  }
}
