import Testing
import Wording

struct TypographyTests {
  @Test(arguments: [
    ([], ""), (["а"], "а"), (["а", "б"], "а и б"), (["а", "б", "в"], "а, б и в"),
  ])
  func joinsMembersIntoAPhrase(members: [String], expected: String) {
    #expect(Language.ru.list(members) == expected)
  }

  @Test func joinsEnglishMembers() {
    #expect(Language.en.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test(arguments: [
    ("МБОУ \"СОШ № 1\"", "МБОУ «СОШ № 1»"),
    ("\"А\" (\"Б\")", "«А» («Б»)"),
    ("без кавычек", "без кавычек"),
  ])
  func turnsStraightQuotesRussian(text: String, expected: String) {
    #expect(Typography.guillemets(text) == expected)
  }

  @Test func quotesWithinQuotesDiffer() {
    #expect(Typography.quoted("МБОУ «СОШ № 1»") == "«МБОУ „СОШ № 1“»")
  }

  @Test func bindsShortWordsToTheNext() {
    #expect(
      Typography.bound("в школе № 5 и в лицее — все")
        == "в\u{A0}школе №\u{A0}5 и\u{A0}в\u{A0}лицее\u{A0}— все")
    #expect(Typography.bound("В п. 1.2") == "В\u{A0}п.\u{A0}1.2")
    #expect(Typography.bound("") == "")
  }

  @Test func makesTheFirstLetterACapital() {
    #expect(Typography.capitalized("педагоги МО") == "Педагоги МО")
    #expect(Typography.capitalized("") == "")
    #expect(Typography.uncapitalized("Доля") == "доля")
    #expect(
      ["14 > 12", "Впишите.", "Верно?", ""].map(Typography.stopped) == [
        "14 > 12.", "Впишите.", "Верно?", "",
      ])
    #expect(Typography.uncapitalized("СОШ № 1") == "СОШ № 1")
    #expect(Typography.uncapitalized("") == "")
  }
}
