import ArgumentParser
import Campaign
import Findings
import Foundation
import Monitoring
import Wording

struct ImportResultsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-results",
    abstract: say(
      "Принять подписанную сводную таблицу прошлого года.",
      "Take over the signed summary table of an earlier year."),
    discussion: say(
      """
      Файл XLSX, ODS или CSV: строка — организация, графа — показатель (номер или название; \
      процент, количество либо числитель и знаменатель), или таблица svodka results другой \
      кампании. Год участвует в сравнениях с пометкой «по подписанной таблице»; к ячейкам форм \
      такие числа не прослеживаются. Что не понято, перечисляется, и ничего не принимается без \
      --anyway.

      Код завершения 1 — не всё понято, ничего не принято.

      Примеры:
        svodka import-results кампания итоги-2018.xlsx --period 2018 --author "И. О. Фамилия" \
      --reason "приказ № 7 от 01.02.2019"
        svodka import-results кампания --withdraw 12 --author "И. О. Фамилия" --reason "не та таблица"
      """,
      """
      An XLSX, ODS or CSV file: a row a unit, a column an indicator (its number or title; a \
      percentage, a count, or numerator and denominator), or the table of svodka results of another \
      campaign. The year takes part in comparisons, marked as taken over; its numbers go back to no \
      form. What is not understood is listed, and nothing is taken over without --anyway.

      Exit code 1: not all was understood, nothing was taken over.

      Examples:
        svodka import-results campaign results-2018.xlsx --period 2018 --author "Name" \
      --reason "order No. 7"
        svodka import-results campaign --withdraw 12 --author "Name" --reason "the wrong table"
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption
  @OptionGroup var author: AuthorOption

  @Argument(
    help: ArgumentHelp(
      say("Подписанная таблица.", "The signed table."), valueName: say("файл", "file")))
  var file: String?

  @Option(
    help: ArgumentHelp(
      say("За какой период эта таблица.", "The table's period."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period?

  @Option(
    help: ArgumentHelp(
      say("Основание или причина отзыва.", "The grounds, or why it is taken back."),
      valueName: say("текст", "text")), transform: ReasonText.checked)
  var reason: String

  @Option(
    help: ArgumentHelp(
      say("Отозвать принятую таблицу.", "Take an import back."),
      valueName: say("№ записи", "line")))
  var withdraw: Int?

  @Flag(help: ArgumentHelp(say("Принять то, что понято.", "Take over what was understood.")))
  var anyway = false

  @Flag(help: ArgumentHelp(say("Показать, ничего не принимая.", "Show, and take nothing over.")))
  var dryRun = false

  func run() async throws {
    if let withdraw {
      try await campaign.alone(isDryRun: dryRun) { campaign in
        try WithdrawImport(
          campaign: campaign, line: withdraw, author: try author.name(), reason: reason,
          now: clock.now, isDryRun: dryRun
        ).run()
      }
      Terminal.print(
        dryRun
          ? say("Ничего не отозвано (--dry-run).", "Nothing was taken back (--dry-run).")
          : say("Таблица отозвана.", "The table was taken back."))
      return
    }
    guard let file, let period else {
      throw ValidationError(
        say("назовите файл и --period ГОД", "name the file and --period YEAR"))
    }
    try await campaign.alone(isDryRun: dryRun) { campaign in
      let summary = try ImportResults(
        campaign: campaign, file: URL(filePath: file), period: period,
        author: try author.name(), reason: reason, now: clock.now,
        doubts: anyway ? .accept : .refuse, isDryRun: dryRun
      ).run()
      Terminal.print(
        ImportPrinter(summary: summary, names: CampaignNames(campaign: campaign)).text)
      if summary.outcome == .refused { throw ExitStatus.findings }
    }
  }
}
