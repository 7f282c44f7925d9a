import ArgumentParser
import Campaign
import Foundation
import Wording

extension Language: ExpressibleByArgument {}

/// `--lang` and `--verbose`, which every command takes. The entrance has read them before parsing;
/// they stand here so that the parser knows them and names their values.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(
      say(
        "Язык сообщений: ru или en (по умолчанию — язык системы).",
        "Language of messages: ru or en (default: the locale's)."), valueName: "ru|en"))
  var language: Language?

  @Flag(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("Рассказывать о каждом шаге в stderr.", "Tell of every step on standard error.")))
  var verbose = false
}

/// The campaign's folder and what every command on a campaign takes.
struct CampaignOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("Папка кампании.", "The campaign's folder."), valueName: say("папка", "folder")))
  var folder = "."

  @OptionGroup var options: RunOptions

  func open() throws -> OpenCampaign {
    let campaign = try OpenCampaign.open(
      CampaignFolder(URL(filePath: folder, directoryHint: .isDirectory)), machineZone: .current)
    RegisterNote.say(campaign)
    return campaign
  }
}

/// The clock of the run.
struct ClockOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Считать текущим это время (для повторяемых документов).",
        "Take this as the time now (for documents that repeat to the byte)."),
      valueName: "2021-06-20T10:00:00Z"),
    transform: moment)
  var now: Date = Date()

  private static func moment(_ text: String) throws -> Date {
    let styles: [Date.ISO8601FormatStyle] = [
      .iso8601, .iso8601.year().month().day(),
    ]
    for style in styles {
      if let date = try? Date(text, strategy: style) { return date }
    }
    throw ValidationError(
      say(
        "«\(text)» — не время; нужно так: 2021-06-20T10:00:00Z или 2021-06-20",
        "\"\(text)\" is no time; write 2021-06-20T10:00:00Z or 2021-06-20"))
  }
}
