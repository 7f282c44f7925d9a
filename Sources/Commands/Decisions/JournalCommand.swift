import ArgumentParser
import Campaign
import Foundation
import Monitoring

struct JournalCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: say(
      "Что было в кампании: файлы, выбор, решения, закрытие периодов.",
      "What happened in a campaign: files, choices, decisions, closed periods."),
    discussion: say(
      """
      Время — всемирное (UTC).

      Примеры:
        svodka journal кампания
        svodka journal кампания --since 2022-01-20      что изменилось с этого дня
        svodka journal кампания --unit school-07 --format csv
      """,
      """
      Times are UTC.

      Examples:
        svodka journal campaign
        svodka journal campaign --since 2022-01-20      what has changed since that day
        svodka journal campaign --unit school-07 --format csv
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      say("С этого дня или времени, включительно.", "From this day or time on, inclusive."),
      valueName: "2022-01-20"), transform: moment)
  var since: String?

  @Option(help: ArgumentHelp(say("Вид: table, json или csv.", "How to print: table, json or csv.")))
  var format: Format = .table

  func run() throws {
    let campaign = try campaign.open()
    try selection.check(campaign)
    let story = try CampaignJournal(
      campaign: campaign, unit: selection.unit.map { UnitCode(rawValue: $0) },
      period: selection.period, since: since
    ).run()
    let printer = JournalPrinter(lines: story.lines, names: story.names)
    switch format {
    case .table: Terminal.print(printer.table)
    case .json: Terminal.write(try printer.json())
    case .csv: Terminal.write(Array(printer.csv.utf8))
    }
  }

  /// As the journal writes times, so that texts compare like times.
  private static func moment(_ text: String) throws -> String {
    let styles: [Date.ISO8601FormatStyle] = [.iso8601, .iso8601.year().month().day()]
    for style in styles {
      if let date = try? Date(text, strategy: style) { return date.formatted(.iso8601) }
    }
    throw ValidationError(
      say(
        "«\(text)» — не время; нужно так: 2022-01-20 или 2022-01-20T10:00:00Z",
        "\"\(text)\" is no time; write 2022-01-20 or 2022-01-20T10:00:00Z"))
  }
}
