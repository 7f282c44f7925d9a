import Testing

@testable import Spreadsheets

@Suite struct NumberLikeTextTests {
  @Test(arguments: [
    "12", " 12", "1 250", "1\u{A0}250", "12,5", "12.5", "-3", "−3", "+4", "40 %", "007",
  ])
  func knowsNumbersThatWereTypedAsText(text: String) {
    #expect(NumberLikeText.matches(text))
  }

  @Test(arguments: [
    "", " ", "-", "—", "12 чел.", "31.03.2021", "1,2,3", "12-13", "нет", "% 5", "5 % 6", "МС-1",
    ",",
  ])
  func leavesOtherTextsAlone(text: String) {
    #expect(!NumberLikeText.matches(text))
  }

  @Test func noticesThemInBothFormats() throws {
    let data =
      #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>1 250</t></is></c><c r="C1" t="s"><v>1</v></c></row>"#
    let xlsx = try Sample.xlsx(data, shared: "<si><t>12,5</t></si><si><t>нет</t></si>")
    #expect(try Sample.notices(xlsx) == ["A1 cell.text-number", "B1 cell.text-number"])
    let ods = try Sample.ods(ODSTests.cell(#"office:value-type="string""#, "40 %"))
    #expect(try Sample.notices(ods) == ["A1 cell.text-number"])
  }
}
