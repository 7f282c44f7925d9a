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

  @Test func anotherLanguageIsRefusedWhereverItStands() {
    for arguments in [["--lang", "fr", "results"], ["results", "--lang", "fr"]] {
      #expect(throws: (any Error).self) { try SvodkaCommand.parseAsRoot(arguments) }
    }
  }
}
