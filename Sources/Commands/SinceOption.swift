import ArgumentParser
import Campaign
import Foundation
import Wording

/// From when on a story is told.
struct SinceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Что было с этого дня (по часовому поясу кампании) или с этого времени, включительно.",
        "What happened from this day (in the campaign's time zone) or time on, inclusive."),
      valueName: "2022-01-20"), transform: SinceOption.beginning)
  var since: CampaignJournal.Beginning?

  private static func beginning(_ text: String) throws -> CampaignJournal.Beginning {
    if text.utf8.count == 10, let day = CalendarDate(iso: text) { return .day(day) }
    if let moment = try? Date(text, strategy: .iso8601) { return .moment(moment) }
    throw ValidationError(
      say(
        "«\(text)» — не день и не время; нужно так: 2022-01-20 или 2022-01-20T10:00:00Z",
        "\"\(text)\" is no day and no time; write 2022-01-20 or 2022-01-20T10:00:00Z"))
  }
}
