import ArgumentParser
import Campaign
import Monitoring

struct ReturnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: say(
      "Вернуть форму школе: она не учитывается, пока не придёт другая.",
      "Send a form back: it does not count until another one comes."),
    discussion: say(
      """
      Файл остаётся в кампании. В status школа — «возвращена», причина — в протоколе.

      Примеры:
        svodka return кампания school-07 --reason "заполнены данные прошлого года"
        svodka return кампания school-07 --reason "…" --dry-run
      """,
      """
      The file stays in the campaign. The status is "returned", the reason is in the protocol.

      Examples:
        svodka return campaign school-07 --reason "filled in with last year's data"
        svodka return campaign school-07 --reason "…" --dry-run
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var unit: DecidedUnit

  @Option(
    help: ArgumentHelp(
      say("Какую форму, если их несколько.", "Which form, where there are several."),
      valueName: say("форма", "form")))
  var form: String?

  @OptionGroup var why: ReasonOption
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let outcome = try ReturnForm(
        campaign: campaign, unit: unit.unit, period: options.period, form: form,
        note: try options.note(why.reason), isDryRun: options.dryRun
      ).run()
      Terminal.print(DecisionPrinter(outcome: outcome).text)
      try options.renewPages(of: campaign)
    }
  }
}
