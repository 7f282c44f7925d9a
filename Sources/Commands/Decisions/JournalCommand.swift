import ArgumentParser
import Campaign
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
      Дни и время — по часовому поясу кампании (time_zone в campaign.yaml, иначе — пояс этого \
      компьютера); json называет и всемирное время. То же о \
      выбранных школах печатает svodka status --since.

      Примеры:
        svodka journal кампания
        svodka journal кампания --since 2022-01-20      что изменилось с этого дня
        svodka journal кампания --unit school-07 --format csv
      """,
      """
      Days and times are those of the campaign's time zone (time_zone in campaign.yaml, else this \
      machine's); json has UTC too. svodka status --since tells \
      the same of chosen schools.

      Examples:
        svodka journal campaign
        svodka journal campaign --since 2022-01-20      what has changed since that day
        svodka journal campaign --unit school-07 --format csv
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @OptionGroup var start: SinceOption

  @Option(
    help: ArgumentHelp(
      say("Вид: table, json или csv.", "How to print: table, json or csv."),
      valueName: say("вид", "format")))
  var format: Format = .table

  func run() throws {
    let campaign = try campaign.open()
    try selection.check(campaign)
    let story = try CampaignJournal(
      campaign: campaign, unit: selection.unit.map { UnitCode(rawValue: $0) },
      period: selection.period, since: start.since
    ).run()
    let printer = JournalPrinter(
      lines: story.lines, names: story.names, speaker: FindingSpeaker(packs: campaign.packs),
      days: campaign.days)
    switch format {
    case .table: Terminal.print(printer.table)
    case .json: Terminal.write(try printer.json())
    case .csv: Terminal.write(Array(printer.csv.utf8))
    }
  }
}
