import ArgumentParser
import Campaign
import Monitoring

struct StatusCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Кто сдал, у кого ошибки, кого нет.", "Who handed in, who has errors, who is missing."),
    discussion: say(
      """
      Примеры:
        svodka status кампания
        svodka status кампания --period 2021 --format json
      """,
      """
      Examples:
        svodka status campaign
        svodka status campaign --period 2021 --format json
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @Option(help: ArgumentHelp(say("Вид: table или json.", "How to print: table or json.")))
  var format: Format = .table

  func run() throws {
    let campaign = try campaign.open()
    try selection.check(campaign)
    let status = try CampaignStatus(campaign: campaign).run()
    let printer = StatusPrinter(status: status, unit: selection.unit, period: selection.period)
    switch format {
    case .table: Terminal.print(printer.table)
    case .json: Terminal.write(try printer.json())
    }
    guard !campaign.settings.locked.isEmpty else { return }
    try BreachNote.say(try ReckonResults(campaign: campaign).run().breaches)
  }
}
