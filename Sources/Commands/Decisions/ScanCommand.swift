import ArgumentParser
import Campaign
import Foundation
import Monitoring
import Wording

struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: say(
      "Отметить, что получен скан подписанной формы.",
      "Note that the scan of the signed form was received."),
    discussion: say(
      """
      Если хоть один из кодов неверен или скан уже отмечен, не отмечается ничего.

      Примеры:
        svodka scan кампания school-07 school-08
        svodka scan кампания school-07 --on 2022-01-20 --reason "по почте"
      """,
      """
      When one of the codes is wrong, or its scan is noted already, nothing is noted.

      Examples:
        svodka scan campaign school-07 school-08
        svodka scan campaign school-07 --on 2022-01-20 --reason "by post"
      """))

  @OptionGroup var campaign: CampaignOptions

  @Argument(
    help: ArgumentHelp(
      say("Коды школ из реестра.", "Codes of schools in the register."),
      valueName: say("код", "code")), transform: { UnitCode(rawValue: $0) })
  var units: [UnitCode]

  @Option(
    help: ArgumentHelp(
      say("День, в который он получен (по умолчанию — сегодня).", "The day (default: today)."),
      valueName: "2022-01-20"), transform: day)
  var on: CalendarDate?

  @Option(
    help: ArgumentHelp(
      say("Что ещё сказать о нём.", "What else to say of it."), valueName: say("текст", "text")))
  var reason = ""

  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let today = campaign.days.day(of: options.clock.now)
      guard let day = on ?? today else { throw ExitStatus.couldNotRun }
      let note = try options.note(RecordScan.reason(day, reason))
      let outcomes = try RecordScan(
        campaign: campaign, units: units, period: options.period, received: day, note: note,
        isDryRun: options.dryRun
      ).run()
      for outcome in outcomes { Terminal.print(DecisionPrinter(outcome: outcome).head) }
      try options.renewPages(of: campaign)
    }
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard text.count == 10, let day = CalendarDate(iso: text) else {
      throw ValidationError(
        say(
          "«\(text)» — не день; нужно так: 2022-01-20",
          "\"\(text)\" is no day; write 2022-01-20"))
    }
    return day
  }
}
