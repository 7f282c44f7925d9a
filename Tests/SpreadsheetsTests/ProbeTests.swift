import Spreadsheets
import Testing

/// Traits of files that few programs write. The values are those of at least two of LibreOffice,
/// openpyxl and calamine; `Fixtures/probes` compares with them, and has some 300 traits.
@Suite struct ProbeTests {
  static func row(_ cells: String) -> String { "<row r=\"1\">\(cells)</row>" }

  @Test(arguments: [
    // An extension of a cell is none of its value, whatever its elements are called.
    (
      #"<c r="A1"><v>1</v><extLst><ext uri="x"><f>9</f><v>9</v></ext></extLst></c>"#,
      ["A1=number 1"]
    ),
    (#"<c r="A1"><v>1<!-- x -->2</v></c>"#, ["A1=number 12"]),
    (#"<c r="A1" t="str"><v>a<![CDATA[<b>&amp;]]>c</v></c>"#, ["A1=text a<b>&amp;c"]),
    (#"<c r="A1" t="str"><v>a<?x y?>c</v></c>"#, ["A1=text ac"]),
    (#"<c><v>2</v><f>1+1</f></c>"#, ["A1=number 2"]),
    (#"<c r="C1"><v>1</v></c><c><v>2</v></c>"#, ["C1=number 1", "D1=number 2"]),
    (#"<c r="b1"><v>1</v></c>"#, ["B1=number 1"]),
    (#"<c t="inlineStr"><v>a</v></c>"#, ["A1=text a"]),
  ])
  func readsCellsOfXLSX(cells: String, expected: [String]) throws {
    #expect(try Sample.cells(Sample.xlsx(Self.row(cells))) == expected)
  }

  @Test(arguments: [
    (#"<si><t>a</t><extLst><ext uri="x"><t>z</t></ext></extLst></si>"#, ["A1=text a"]),
    ("<si><t>a<!-- x -->b</t></si>", ["A1=text ab"]),
    ("<si><t>_xD83D__xDE00_</t></si>", ["A1=text 😀"]),
    ("<si><t>_x005F_x000A_</t></si>", ["A1=text _x000A_"]),
    ("<si><t>_X0041_ _x41_ _x0041</t></si>", ["A1=text _X0041_ _x41_ _x0041"]),
  ])
  func readsSharedStrings(strings: String, expected: [String]) throws {
    let bytes = try Sample.xlsx(Self.row(#"<c t="s"><v>0</v></c>"#), shared: strings)
    #expect(try Sample.cells(bytes) == expected)
  }

  @Test func readsNumberFormatsThatStandBehindTheCellFormats() throws {
    let styles = """
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>\
      <numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts>
      """
    let bytes = try Sample.xlsx(Self.row(#"<c s="1"><v>44286</v></c>"#), styles: styles)
    #expect(try Sample.cells(bytes) == ["A1=date 2021-03-31"])
  }

  @Test func takesNoNumberFormatFromConditionalStyles() throws {
    let styles = """
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>\
      <dxfs><dxf><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></dxf></dxfs>
      """
    let bytes = try Sample.xlsx(Self.row(#"<c s="1"><v>44286</v></c>"#), styles: styles)
    #expect(try Sample.cells(bytes) == ["A1=number 44286"])
  }

  @Test(arguments: [
    (
      #"office:value-type="date" office:date-value="2021-03-31T14:30:00,25""#, "x",
      ["A1=datetime 2021-03-31T14:30:00"]
    ),
    (#"office:value-type="string" office:string-value="""#, "а", ["A1=text а"]),
    (#"calcext:value-type="float" office:value="5""#, "5", ["A1=number 5"]),
    (#"office:value-type="string""#, "а<!-- x --><![CDATA[<б>]]><?x y?>", ["A1=text а<б>"]),
    (#"office:value-type="string""#, "а<text:tab/>б&#9;в", ["A1=text аб\tв"]),
  ])
  func readsCellsOfODS(attributes: String, text: String, expected: [String]) throws {
    #expect(try Sample.cells(Sample.ods(ODSTests.cell(attributes, text))) == expected)
  }

  @Test func saysThatATabWasLeftOut() throws {
    let cell = ODSTests.cell(#"office:value-type="string""#, "а<text:tab/>б")
    #expect(try Sample.notices(Sample.ods(cell)) == ["A1 cell.tab-left-out"])
  }

  @Test func readsASheetThatIsLinkedToAFileButNoneThatFormulasKeep() throws {
    let one = ODSTests.cell(#"office:value-type="float" office:value="1""#, "1")
    let linked = """
      <table:table-source table:table-name="T" table:mode="copy-all"/>\(one)</table:table>\
      <table:table table:name="'file:///home/u/b.ods'#T">\(one)</table:table>\
      <table:dde-links><table:dde-link><table:table>\(one)</table:table></table:dde-link>\
      </table:dde-links><table:table table:name="Лист2">
      """
    let workbook = try Workbook(reading: Sample.ods(linked))
    #expect(workbook.sheets.map(\.name) == ["Лист1", "Лист2"])
    #expect(workbook.sheets.map(\.cells.count) == [1, 0])
  }
}
