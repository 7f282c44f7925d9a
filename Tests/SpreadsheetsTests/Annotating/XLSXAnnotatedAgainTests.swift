import Testing

@testable import Spreadsheets

/// A copy that came back and is annotated anew; comments that the school has written.
@Suite struct XLSXAnnotatedAgainTests {
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A form with a comment at B2, and a yellow fill in A1.
  private func form(comment: String) throws -> [UInt8] {
    let styles = """
      <fonts count="1"><font/></fonts><fills count="3"><fill><patternFill/></fill><fill>\
      <patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">\
      <fgColor theme="4" tint="0.5"/></patternFill></fill></fills><borders count="1"><border/>\
      </borders><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="9" fillId="2"/>\
      </cellXfs>
      """
    let comments = """
      <comments xmlns="\(Sample.main)"><authors><author>Директор</author></authors><commentList>\
      <comment ref="B2" authorId="0"><text>\(comment)</text></comment></commentList></comments>
      """
    let sheet = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(Self.relations)/comments" Target="../comments1.xml"/>\
      </Relationships>
      """
    return try Sample.xlsx(
      #"<row r="1"><c r="A1" s="1"><v>0.5</v></c></row><row r="2"><c r="B2"/></row>"#,
      styles: styles,
      extra: [
        ("xl/worksheets/_rels/sheet1.xml.rels", sheet), ("xl/comments1.xml", comments),
      ])
  }

  private func comments(_ bytes: [UInt8]) throws -> [String] {
    let sheets = try Workbook(reading: bytes, contents: .everything).sheets
    return (sheets.first?.comments ?? []).map {
      "\($0.address) \($0.author ?? "–"): \($0.text)"
    }
  }

  private func style(_ cell: String, _ bytes: [UInt8]) throws -> XLSXFill {
    try AnnotatedSample.fill(of: cell, in: bytes)
  }

  @Test(arguments: [
    "<t>Так и есть</t>", "<r><rPr><b/></rPr><t>Так </t></r><r><t>и есть</t></r>",
  ])
  func keepsWhatTheSchoolHasWritten(_ comment: String) throws {
    let copy = try AnnotatedSample.annotated(
      form(comment: comment), [AnnotatedSample.mark("Лист1", "B2", .warning, "Проверьте")])
    #expect(
      try comments(copy.bytes) == ["B2 Директор: Так и есть\n\nСводка:\nПроверьте"])
    let part = try #require(try AnnotatedSample.part("xl/comments1.xml", of: copy.bytes))
    #expect(part.contains(comment))
  }

  @Test func takesBackWhatAnEarlierCopyHasSaid() throws {
    let form = try form(comment: "<t>Так и есть</t>")
    let first = try AnnotatedSample.annotated(
      form,
      [
        AnnotatedSample.mark("Лист1", "A1", .error, "Много"),
        AnnotatedSample.mark("Лист1", "B2", .warning, "Проверьте"),
        AnnotatedSample.mark("Лист1", "D9", .notice, nil),
      ])
    #expect(try style("A1", first.bytes) == XLSXFill(.error))
    let second = try AnnotatedSample.annotated(
      first.bytes, [AnnotatedSample.mark("Лист1", "B2", .error, "Снова")])
    #expect(try comments(second.bytes) == ["B2 Директор: Так и есть\n\nСводка:\nСнова"])
    #expect(
      try style("A1", second.bytes)
        == XLSXFill(pattern: "solid", foreground: ["theme=4", "tint=0.5"]))
    #expect(try style("B2", second.bytes) == XLSXFill(.error))
    #expect(try style("D9", second.bytes) == .none)
    #expect(
      try Workbook(reading: second.bytes).sheets.map(\.name) == ["Лист1", "Замечания"])
    let third = try AnnotatedSample.annotated(second.bytes, [])
    #expect(try comments(third.bytes) == ["B2 Директор: Так и есть"])
    #expect(try style("B2", third.bytes) == .none)
    #expect(
      try AnnotatedSample.part("xl/drawings/vmlDrawing1.vml", of: third.bytes)?
        .contains("<x:Row>0</x:Row>") == false)
  }

  @Test func leavesARemarkThatTheSchoolHasAnswered() throws {
    let first = try AnnotatedSample.annotated(
      form(comment: "<t>Да</t>"), [AnnotatedSample.mark("Лист1", "A1", .error, "Много")])
    let parts = try AnnotatedSample.parts(of: first.bytes).map { name, bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (name, name.contains("comments") ? text.replacing("Много", with: "Мало!") : text)
    }
    let third = try AnnotatedSample.annotated(Sample.archive(parts), [])
    #expect(try comments(third.bytes) == ["B2 Директор: Да", "A1 Сводка: Мало!"])
  }

  /// A copy in which something else stands in a part.
  private func changed(
    _ copy: [UInt8], _ part: String, _ old: String, _ new: String
  ) throws -> [UInt8] {
    try Sample.archive(
      AnnotatedSample.parts(of: copy).map { name, bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        return (name, name.contains(part) ? Array(text.replacing(old, with: new).utf8) : bytes)
      })
  }

  @Test func keepsWhatTheSchoolTypedBelowARemark() throws {
    let first = try AnnotatedSample.annotated(
      form(comment: "<t>Да</t>"),
      [
        AnnotatedSample.mark("Лист1", "A1", .error, "Много\nочень"),
        AnnotatedSample.mark("Лист1", "B2", .error, "Мало"),
      ])
    let more = try changed(first.bytes, "comments", "очень", "очень\nТак по приказу")
    let typed = try changed(more, "comments", "Мало", "Мало\nНет, верно")
    let second = try AnnotatedSample.annotated(
      typed, [AnnotatedSample.mark("Лист1", "A1", .error, "Снова")])
    #expect(
      try comments(second.bytes) == [
        "B2 Директор: Да\nНет, верно", "A1 Сводка: Так по приказу\n\nСводка:\nСнова",
      ])
  }

  @Test func takesNoSheetForTheListThatOnlyHoldsItsMark() throws {
    let data = """
      <row r="1"><c r="C1" t="inlineStr"><is><t>svodka:annotated:2</t></is></c></row>\
      <row r="5"><c r="A5"><v>7</v></c></row>
      """
    let copy = try AnnotatedSample.annotated(
      Sample.xlsx(data), [AnnotatedSample.mark("Лист1", "A5", .error, "Много")])
    let sheets = try Workbook(reading: copy.bytes, contents: .everything).sheets
    #expect(sheets.map(\.name) == ["Лист1", "Замечания"])
    #expect(sheets[0].comments.map(\.text) == ["Много"])
  }

  @Test(arguments: [
    ("Исправьте и пришлите снова.", "Исправлено!", ["Лист1", "Замечания", "Замечания (2)"]),
    ("Исправьте и пришлите снова.", "", ["Лист1", "Замечания"]),
  ])
  func keepsAListThatTheSchoolHasWrittenInto(
    _ old: String, _ new: String, _ names: [String]
  ) throws {
    let form = try form(comment: "<t>Да</t>")
    let first = try AnnotatedSample.annotated(
      form, [AnnotatedSample.mark("Лист1", "A1", .error, "Много")])
    let typed = try changed(first.bytes, "sheet2.xml", old, new)
    let second = try AnnotatedSample.annotated(typed, [])
    #expect(try Workbook(reading: second.bytes).sheets.map(\.name) == names)
    // All the same it tells what an earlier copy did.
    #expect(
      try style("A1", second.bytes)
        == XLSXFill(pattern: "solid", foreground: ["theme=4", "tint=0.5"]))
    #expect(try comments(second.bytes) == ["B2 Директор: Да"])
  }

  @Test func givesRowsOfTheListTheHeightOfTheirTexts() throws {
    let text = (1...6).map { "строка \($0)" }.joined(separator: "\n")
    let copy = try AnnotatedSample.annotated(
      Sample.xlsx(""), [AnnotatedSample.mark("Лист1", "A1", .error, text)])
    let list = try #require(
      try AnnotatedSample.part("xl/worksheets/sheet2.xml", of: copy.bytes))
    let row = try #require(list.firstMatch(of: /<row r="4" ht="([0-9.]+)" customHeight="1">/))
    // Six lines of letters of 10 points; Excel gives each 12.75.
    let height = try #require(Double(row.output.1))
    #expect(height >= 6 * 12.75 && height < 8 * 12.75)
    #expect(list.contains(#"<mergeCell ref="A1:C1"/>"#))
  }

  @Test func tellsAFillThatComesBackOnlyWhenItIsOne() {
    let fill = XLSXFill(pattern: "solid", foreground: ["rgb=FF00FF00"], background: ["auto=1"])
    #expect(XLSXFill(told: fill.told) == fill)
    // As a copy of an ODS tells it.
    #expect(XLSXFill(told: "#00FF00")?.foreground == ["rgb=FF00FF00"])
    #expect(ODSFormerCopy.colour(fill.told) == "#00FF00")
    #expect(ODSFormerCopy.colour("solid fg:theme=4") == nil)
    #expect(ODSFormerCopy.colour("#00FF0\"") == nil)
    for told in ["", "x", "solid fg:rgb=1", "solid fg:rgb=\"/><", "solid xx:auto=1", "solid fg"] {
      #expect(XLSXFill(told: told) == nil, "\(told)")
    }
  }
}
