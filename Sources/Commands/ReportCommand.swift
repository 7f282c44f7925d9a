import ArgumentParser
import Campaign
import Monitoring

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(
      "Составить отчёт, рекомендации, дорожную карту и приказ.",
      "Write the report, recommendations, roadmap and order."),
    discussion: say(
      """
      Документы — в out/<период>, для размещения на сайте — в out/<период>/public. Документ, \
      который вы правили, не перезаписывается: новый ложится рядом.

      Примеры:
        svodka report кампания
        svodka report кампания --period 2020
        svodka report кампания --dry-run      показать, что будет записано
      """,
      """
      The documents are in out/<period>, those to be published in out/<period>/public. A \
      document that you edited is not overwritten: the new one is written beside it.

      Examples:
        svodka report campaign
        svodka report campaign --period 2020
        svodka report campaign --dry-run      say what would be written
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @OptionGroup var chosen: PeriodOption

  @Flag(help: ArgumentHelp(say("Показать, что будет записано.", "Say what would be written.")))
  var dryRun = false

  func run() async throws {
    try await campaign.alone(isDryRun: dryRun) { campaign in
      let step = WriteDocuments(
        campaign: campaign, period: chosen.period, now: clock.now, isDryRun: dryRun,
        progress: Terminal.progress())
      let written = try await Interruption.stopping { try await step.run() }
      Terminal.print(ReportPrinter(written: written, isDryRun: dryRun).text)
      SampleNote.say(campaign)
      try UncheckedNote.say(campaign, until: chosen.period ?? campaign.current)
      try BreachNote.say(written.breaches)
    }
  }
}
