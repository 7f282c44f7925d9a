import ArgumentParser
import Campaign

struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: say("Отозвать решение.", "Take a decision back."),
    discussion: say(
      """
      Номер строки печатает svodka journal. Сама строка остаётся в журнале.

      Примеры:
        svodka withdraw кампания 3 --reason "ошиблись школой"
      """,
      """
      svodka journal prints the number of the line. The line itself stays in the journal.

      Examples:
        svodka withdraw campaign 3 --reason "it was another school"
      """))

  @OptionGroup var campaign: CampaignOptions

  @Argument(
    help: ArgumentHelp(
      say("Номер строки журнала.", "The number of the journal's line."),
      valueName: say("номер", "number")))
  var line: Int

  @OptionGroup var why: ReasonOption
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let outcome = try WithdrawDecision(
        campaign: campaign, line: line, note: try options.note(why.reason),
        isDryRun: options.dryRun
      ).run()
      Terminal.print(DecisionPrinter(outcome: outcome).text)
      try options.renewPages(of: campaign)
    }
  }
}
