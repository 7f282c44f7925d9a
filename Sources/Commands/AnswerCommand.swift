import ArgumentParser
import Campaign
import Monitoring

struct AnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: say(
      "Ответить школам: протоколы, их файлы с замечаниями, письма.",
      "Answer the schools: protocols, their files with remarks, letters."),
    discussion: say(
      """
      Ответ каждой школы — в out/<период>/answers/<код>: протокол (HTML и ODT), копия её файла с \
      замечаниями у ячеек и письмо .eml, которое почтовая программа открывает черновиком с \
      вложениями. Сначала запустите collect. Обновляются ответы, которые изменились; файл, \
      который вы правили, не перезаписывается: новый ложится рядом.

      Примеры:
        svodka answer кампания
        svodka answer кампания --unit school-07 --unit school-08
        svodka answer кампания --all          составить заново все ответы
        svodka answer кампания --dry-run      показать, что будет записано
      """,
      """
      The answer to each school is in out/<period>/answers/<code>: the protocol (HTML and ODT), a \
      copy of its file with the remarks at their cells, and a letter .eml, which mail programs \
      open as a draft with attachments. Run collect first. Answers that have changed are renewed; \
      a file that you edited is not overwritten: the new one is written beside it.

      Examples:
        svodka answer campaign
        svodka answer campaign --unit school-07 --unit school-08
        svodka answer campaign --all          make all answers anew
        svodka answer campaign --dry-run      say what would be written
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @OptionGroup var chosen: PeriodOption

  @Option(
    help: ArgumentHelp(
      say(
        "Только этой школе (код из реестра); можно повторить.",
        "Only to this school (its code in the register); may be repeated."),
      valueName: say("код", "code")))
  var unit: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        "Составить заново все ответы, а не только изменившиеся.",
        "Make all answers anew, not only those that have changed.")))
  var all = false

  @Flag(help: ArgumentHelp(say("Показать, что будет записано.", "Say what would be written.")))
  var dryRun = false

  func run() async throws {
    let (answered, speaker) = try await campaign.alone(isDryRun: dryRun) { campaign in
      let step = AnswerSchools(
        campaign: campaign, period: chosen.period,
        units: unit.map(UnitCode.init(rawValue:)),
        scope: all ? .all : .changed, now: clock.now, isDryRun: dryRun,
        progress: Terminal.progress())
      defer { SampleNote.say(campaign) }
      return (
        try await Interruption.stopping { try await step.run() },
        FindingSpeaker(packs: campaign.packs)
      )
    }
    Terminal.print(AnswerPrinter(answered: answered, speaker: speaker, isDryRun: dryRun).text)
    if answered.answers.contains(where: { $0.outcome == .failed }) { throw ExitStatus.couldNotRun }
  }
}
