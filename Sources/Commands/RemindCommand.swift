import ArgumentParser
import Campaign
import Monitoring

extension RemindUnits.Scope: ExpressibleByArgument {}

struct RemindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: say(
      "Написать напоминания тем, кто не сдал или не исправил форму.",
      "Write reminders to those who have not handed in or mended their form."),
    discussion: say(
      """
      Письма — черновики .eml в out/<период>/reminders: их открывает почтовая программа, отправляете \
      вы. К письму тем, от кого формы нет, приложен бланк, если он выпущен. Кто ответил, чей черновик \
      вы не правили, того письмо убирается. За закрытый период (svodka lock) не пишется ничего, если не \
      дан ключ --anyway: формы, которые придут, не учитываются, пока период не открыт.

      Примеры:
        svodka remind кампания
        svodka remind кампания --only missing
        svodka remind кампания --dry-run      показать, кому
      """,
      """
      Letters are drafts, .eml in out/<period>/reminders: a mail program opens them, you send them. \
      Who has handed in nothing gets the blank with it, if it was issued. Letters to those who have \
      answered are taken away, unless you edited them. Nothing is written for a closed period \
      (svodka lock) without --anyway: forms that come do not count until it is opened.

      Examples:
        svodka remind campaign
        svodka remind campaign --only missing
        svodka remind campaign --dry-run      say to whom
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @OptionGroup var chosen: PeriodOption

  @Option(
    help: ArgumentHelp(
      say(
        "Кому: missing (формы нет), due (её нужно исправить) или all.",
        "To whom: missing (no form), due (it is to be mended) or all."),
      valueName: say("кому", "whom")))
  var only: RemindUnits.Scope = .all

  @Flag(
    help: ArgumentHelp(
      say("Написать, хотя период закрыт.", "Write although the period is closed.")))
  var anyway = false

  @Flag(help: ArgumentHelp(say("Показать, кому; ничего не писать.", "Say to whom, write nothing.")))
  var dryRun = false

  func run() async throws {
    try await campaign.alone(isDryRun: dryRun) { campaign in
      if let period = chosen.period, !campaign.settings.periods.contains(period) {
        let periods = campaign.settings.periods.map(\.description).joined(separator: ", ")
        throw ValidationError(
          say(
            "периода \(period) в кампании нет; есть \(periods)",
            "the campaign has no period \(period); it has \(periods)"))
      }
      let summary = try RemindUnits(
        campaign: campaign, period: chosen.period, scope: only, now: clock.now,
        closed: anyway ? .write : .refuse, isDryRun: dryRun
      ).run()
      Terminal.print(
        RemindPrinter(summary: summary, campaign: campaign, isDryRun: dryRun).text)
      SampleNote.say(campaign)
    }
  }
}
