import ArgumentParser
import Campaign
import Foundation

struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: say(
      "Прочесть формы из inbox, проверить их и сохранить.",
      "Read the forms in the inbox, check them and keep them."),
    discussion: say(
      """
      Файлы в inbox не меняются и не переносятся; повторный запуск ничего не удваивает. \
      Реестр форм — в out/<период>/summary.html; ответы школам составляет answer.

      Примеры:
        svodka collect кампания
        svodka collect кампания --dry-run     прочесть и проверить, ничего не сохраняя
      """,
      """
      Files in the inbox are neither changed nor moved; a second run doubles nothing. The \
      register of forms is out/<period>/summary.html; answer makes the answers to schools.

      Examples:
        svodka collect campaign
        svodka collect campaign --dry-run     read and check, keep nothing
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @Flag(
    help: ArgumentHelp(
      say("Прочесть и проверить, ничего не сохраняя.", "Read and check, keep nothing.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Файлы старого формата XLS преобразовать в XLSX программой LibreOffice, если она есть.",
        "Make XLSX of files in the old XLS format with LibreOffice, where there is one.")))
  var convertOld = false

  func run() async throws {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let campaign = try campaign.open()
    let step = CollectForms(
      campaign: campaign, now: clock.now, isDryRun: dryRun,
      converter: convertOld ? OldWorkbookConverter(path: path) : nil,
      progress: Terminal.progress(), waiting: WaitingNote.tell)
    let summary = try await Interruption.stopping { try await step.run() }
    Terminal.print(CollectPrinter(summary: summary, days: campaign.days, isDryRun: dryRun).text)
    SampleNote.say(campaign)
    if summary.hasErrors { throw ExitStatus.findings }
  }
}
