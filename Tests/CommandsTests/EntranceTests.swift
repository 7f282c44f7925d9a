import ArgumentParser
import Testing

@testable import Commands

/// What the command line takes before it comes to a command.
@Suite struct EntranceTests {
  @Test(arguments: [
    ["--lang", "ru", "results", "campaign"], ["--lang=ru", "-v", "results", "campaign"],
    ["results", "--lang", "ru", "campaign", "--verbose"], ["results", "campaign", "--lang=ru"],
  ])
  func languageAndVerboseStandBeforeTheCommandAndBehindIt(arguments: [String]) throws {
    let command = try SvodkaCommand.parseAsRoot(arguments) as? ResultsCommand
    #expect(command?.campaign.folder == "campaign")
  }

  /// The sentences of ArgumentParser 1.x, which has no other language.
  @Test(arguments: [
    (["scan"], "Ошибка: не указано: <"), (["lock", "."], "Ошибка: не указано: --period <"),
    (["status", "--foo"], "Ошибка: ключа --foo нет; возможно, имелся в виду --now"),
    (["status", "--completely-unknown"], "Ошибка: ключа --completely-unknown нет"),
    (["status", "--period"], "Ошибка: не указано значение: --period <"),
    (["results", ".", "more"], "Ошибка: лишнее: «more»"),
    (["results", ".", "more", "and"], "Ошибка: лишнее: 'more', 'and'"),
    (["results", "--format", "x"], "возможные значения: 'table', 'json' и 'csv'"),
    (
      ["status", "--only", "x"],
      "Ошибка: «x» не годится для --only <\(say("состояние", "state"))>; возможные значения:"
    ),
    (["remind", "--help"], "; по умолчанию:"),
    (["results", "--excel=1"], "Ошибка: ключу --excel значение не нужно, а указано «1»"),
    (["--help"], "ВЫЗОВ: svodka [--lang <ru|en>] [--verbose] <команда>"),
    (["scan", "--help"], "КЛЮЧИ:"), (["help", "scan"], "ЧТО УКАЗАТЬ:"),
  ])
  func theFrameOfTheParserIsRussian(arguments: [String], words: String) throws {
    let error = try #require(throws: (any Error).self) {
      var command = try SvodkaCommand.parseAsRoot(arguments)
      try command.run()
    }
    let text = SvodkaCommand.fullMessage(for: error)
    #expect(RussianFrame.isAround(text))
    let russian = RussianFrame.words(of: text)
    #expect(russian.contains(words), "\(russian)")
    for english in ["Error", "Usage", "USAGE", "OVERVIEW", "OPTIONS", "See '", "subcommand"] {
      #expect(!russian.contains(english), "\(russian)")
    }
  }

  @Test(arguments: [
    (["colect", "campaign"], "collect"), (["--lang", "ru", "stat"], "status"),
    (["help", "lok"], "new, forms, collect"), (["campaign"], "new, forms, collect"),
  ])
  func aCommandThatIsNoneIsSaid(arguments: [String], words: String) {
    let message = UnknownCommand.message(arguments)
    #expect(message?.contains(words) == true, "\(message ?? "")")
  }

  @Test(arguments: [
    [], ["--help"], ["help"], ["help", "pack", "check"], ["-v", "--lang=en", "scan", "no"],
    ["--generate-completion-script", "bash"], ["--version"], ["help", "--help"],
  ])
  func whatIsACommandIsNot(arguments: [String]) {
    #expect(UnknownCommand.message(arguments) == nil)
  }

  @Test func whatIsNoFrameIsLeftAlone() throws {
    let error = try #require(throws: (any Error).self) {
      try SvodkaCommand.parseAsRoot(["--version"])
    }
    #expect(!RussianFrame.isAround(SvodkaCommand.fullMessage(for: error)))
  }

  @Test func anotherLanguageIsRefusedWhereverItStands() {
    for arguments in [["--lang", "fr", "results"], ["results", "--lang", "fr"]] {
      #expect(throws: (any Error).self) { try SvodkaCommand.parseAsRoot(arguments) }
    }
  }
}
