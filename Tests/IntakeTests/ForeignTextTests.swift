import Monitoring
import Testing

@testable import Intake

@Suite struct ForeignTextTests {
  private let text = ForeignText(footnotes: ["(#)", "[note #]"], periods: .calendarYear)

  @Test(arguments: [
    ("Table 6.3", "table  6.3"), ("Argyll & Bute(2)", "ARGYLL - BUTE"),
    ("Учёт", "учет "), ("2010 (2)", "2010"), ("25–29", "25-29"), ("Other [note 12]", "other"),
  ])
  func takesForOne(a: String, b: String) { #expect(text.key(a) == text.key(b)) }

  @Test(arguments: [
    ("Table 1.11", "Table 11.1"), ("Argyll & Bute", "Argyll and Bute"), ("25", "25+"),
    ("Teachers", "Teachers, %"), ("<25", ">25"), ("A(2)", "A(b)"), ("..", "-"),
  ])
  func keepsApart(a: String, b: String) { #expect(text.key(a) != text.key(b)) }

  @Test(
    arguments: [
      ("Table 6.3: by age(1), 2017", 2017), ("2018(4)", 2018), ("за 2021 год", 2021),
      ("31.12.2021", 2021), ("2021-03-31", 2021), ("2020/21", nil),
      ("2020-2021", nil), ("2020 и 2021", nil),
      ("2006-2019", nil), ("Table 6.3", nil), ("12017", nil), ("1850", nil), ("", nil),
    ] as [(String, Int?)])
  func findsTheOnlyYear(words: String, year: Int?) {
    #expect(text.period(in: words)?.year == year)
  }

  @Test(
    arguments: [
      ("за 2020/21 учебный год", 2021), ("2020–2021", 2021), ("2021", 2021), ("2019/21", nil),
      ("2019/20 и 2020/21", nil),
    ] as [(String, Int?)])
  func findsTheOnlySchoolYear(words: String, year: Int?) {
    let text = ForeignText(footnotes: [], periods: .schoolYear)
    #expect(text.period(in: words)?.year == year)
  }

  @Test func findsWordsInATitle() {
    let title = "Table 6.3: Teachers in all sectors by age(1) and local authority, 2017"
    #expect(text.has("by age and local authority", in: title))
    #expect(!text.has("by grade and local authority", in: title))
    #expect(!text.has("", in: title))
  }
}
