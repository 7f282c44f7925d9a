import ArgumentParser
import Campaign
import Monitoring

struct LockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: say(
      "Закрыть период: сохранить подписанные итоги.",
      "Close a period: keep its results as they are signed."),
    discussion: say(
      """
      Сначала показывает, что будет подписано: сколько организаций сдали формы, кого нет, где \
      остались ошибки. Если чего-то не хватает, ничего не делает без --anyway. Итоги ложатся в \
      out/<период>/signed.csv; контрольная сумма этой таблицы стоит в журнале. Документы периода \
      больше не помечаются «ПРОЕКТ»; формы, которые придут позже, хранятся и не учитываются.

      Код завершения 1 — период не закрыт: нужно --anyway.

      Примеры:
        svodka lock кампания --period 2021 --author "И. О. Фамилия" --dry-run
        svodka lock кампания --period 2021 --author "И. О. Фамилия" --reason "приказ № 5"
      """,
      """
      First shows what will be signed: how many units handed in, who is missing, where errors are \
      open. When anything is lacking, nothing is done without --anyway. The results go to \
      out/<period>/signed.csv, whose hash stands in the journal. The documents of the period no \
      longer say «ПРОЕКТ» (draft); forms that come later are kept and do not count.

      Exit code 1: the period was not closed, --anyway is needed.

      Examples:
        svodka lock campaign --period 2021 --author "Name" --dry-run
        svodka lock campaign --period 2021 --author "Name" --reason "order No. 5"
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption
  @OptionGroup var author: AuthorOption

  @Option(
    help: ArgumentHelp(
      say("Какой период закрыть.", "The period to close."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period

  @Option(
    help: ArgumentHelp(
      say("Основание: приказ, протокол.", "The grounds: an order, minutes."),
      valueName: say("текст", "text")), transform: ReasonText.checked)
  var reason: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Закрыть, хотя не все сдали или остались ошибки.",
        "Close although forms are missing or errors are open.")))
  var anyway = false

  @Flag(help: ArgumentHelp(say("Показать, ничего не закрывая.", "Show, and close nothing.")))
  var dryRun = false

  func run() async throws {
    let summary = try await campaign.alone(isDryRun: dryRun) { campaign in
      try LockPeriod(
        campaign: campaign, period: period, author: try author.name(), reason: reason,
        now: clock.now, doubts: anyway ? .accept : .refuse, isDryRun: dryRun
      ).run()
    }
    Terminal.print(LockPrinter(summary: summary).text)
    if summary.outcome == .refused { throw ExitStatus.findings }
  }
}

struct UnlockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: say(
      "Открыть закрытый период: нужна причина.", "Open a closed period: needs a reason."),
    discussion: say(
      """
      Подписанные итоги остаются: всё, что после этого изменится, документы и results помечают \
      «уточнено», а svodka revisions перечисляет.

      Пример:
        svodka unlock кампания --period 2021 --author "И. О. Фамилия" --reason "ошибка школы № 3"
      """,
      """
      The signed results stay: what changes afterwards is marked «уточнено» (revised) in documents \
      and results, and svodka revisions lists it.

      Example:
        svodka unlock campaign --period 2021 --author "Name" --reason "a slip of school 3"
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption
  @OptionGroup var author: AuthorOption

  @Option(
    help: ArgumentHelp(
      say("Какой период открыть.", "The period to open."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period

  @Option(
    help: ArgumentHelp(say("Причина.", "The reason."), valueName: say("текст", "text")),
    transform: ReasonText.checked)
  var reason: String

  @Flag(help: ArgumentHelp(say("Показать, ничего не открывая.", "Show, and open nothing.")))
  var dryRun = false

  func run() async throws {
    try await campaign.alone(isDryRun: dryRun) { campaign in
      let late = try UnlockPeriod(
        campaign: campaign, period: period, author: try author.name(), reason: reason,
        now: clock.now, isDryRun: dryRun
      ).run()
      Terminal.print(LockPrinter.opened(period, late: late, isDryRun: dryRun))
      guard !dryRun else { return }
      // Forms that came when it was closed count from now on, as far as rules let them.
      _ = try await CheckForms(
        campaign: try self.campaign.open(), isDryRun: false, progress: Terminal.progress()
      ).run()
    }
  }
}
