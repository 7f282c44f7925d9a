import ExactNumbers
import Testing
import Wording

struct PluralTests {
  @Test(arguments: [
    (0, "педагогов"), (1, "педагог"), (2, "педагога"), (4, "педагога"), (5, "педагогов"),
    (11, "педагогов"), (12, "педагогов"), (14, "педагогов"), (21, "педагог"), (22, "педагога"),
    (100, "педагогов"), (101, "педагог"), (111, "педагогов"), (112, "педагогов"),
    (1001, "педагог"), (-1, "педагог"), (-3, "педагога"),
  ])
  func choosesTheFormAfterAWholeNumber(count: Int, expected: String) {
    #expect(Language.ru.plural(count, "педагог", "педагога", "педагогов") == expected)
  }

  @Test(arguments: [
    ("1", "процент"), ("2", "процента"), ("5", "процентов"), ("1.5", "процента"),
    ("1.0", "процента"), ("0.7", "процента"), ("37.5", "процента"), ("1e3", "процентов"),
    ("-21", "процент"),
  ])
  func choosesTheFormAfterANumberAsItIsPrinted(written: String, expected: String) throws {
    let number = try #require(ExactNumber(written))
    #expect(Language.ru.plural(number, "процент", "процента", "процентов") == expected)
  }

  @Test func takesTheFormsOfAnyCase() {
    #expect(Language.ru.counted(21, "школы", "школ", "школ") == "21\u{A0}школы")
    #expect(Language.ru.counted(3, "школе", "школах", "школах") == "3\u{A0}школах")
  }

  @Test func choosesEnglishForms() {
    #expect(Language.en.plural(1, "school", "schools", "schools") == "school")
    #expect(Language.en.plural(21, "school", "schools", "schools") == "schools")
    #expect(Language.en.plural(0, "school", "schools", "schools") == "schools")
  }
}
