import Commands
import Testing
import Wording

@Suite struct SpeechTests {
  @Test(arguments: [
    ([], ["LANG": "ru_RU.UTF-8"], Language.ru), ([], ["LANG": "en_US.UTF-8"], .en),
    ([], ["LANG": "C"], .en), ([], [:], .ru), (["--lang", "en"], ["LANG": "ru_RU"], .en),
    (["--lang=ru"], ["LC_ALL": "en_US"], .ru), ([], ["LC_ALL": "ru_RU", "LANG": "en_US"], .ru),
    (["--lang", "fr"], ["LANG": "ru_RU"], .ru),
  ])
  func speaksTheLanguageThatIsAskedForElseTheLocales(
    arguments: [String], environment: [String: String], expected: Language
  ) {
    #expect(Speech.chosen(arguments: arguments, environment: environment) == expected)
  }
}
