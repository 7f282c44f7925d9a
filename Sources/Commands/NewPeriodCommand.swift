import ArgumentParser
import Campaign
import Monitoring
import Wording

struct NewPeriodCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-period",
    abstract: say(
      "Начать следующий год кампании.", "Begin the next year of a campaign."),
    discussion: say(
      """
      В campaign.yaml добавятся период и его срок, в system/<год> — копия пакета, в журнал — строка. \
      Остальное в campaign.yaml, с пояснениями, остаётся как было. Прошлый год сначала закройте: \
      svodka lock. Повторный запуск ничего не меняет.

      Примеры:
        svodka new-period кампания --deadline 2023-01-25 --author "И. О. Фамилия"
        svodka new-period кампания --keep-pack --author "И. О. Фамилия"
        svodka new-period кампания --author "И. О. Фамилия" --dry-run
      """,
      """
      campaign.yaml gets the period and its deadline, system/<year> a copy of the pack, the journal \
      a line. All else in campaign.yaml, comments included, stays. Close the year before first: \
      svodka lock. A second run changes nothing.

      Examples:
        svodka new-period campaign --deadline 2023-01-25 --author "A. Name"
        svodka new-period campaign --keep-pack --author "A. Name"
        svodka new-period campaign --author "A. Name" --dry-run
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var clock: ClockOption

  @Option(
    help: ArgumentHelp(
      say("Год (по умолчанию — следующий).", "The year (default: the next)."),
      valueName: say("год", "year")))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "Пакет: имя или папка (по умолчанию — пакет кампании, какой он сейчас).",
        "The pack: a name or a folder (default: the campaign's pack as it is now)."),
      valueName: say("пакет", "pack")))
  var pack: String?

  @Flag(
    help: ArgumentHelp(
      say("Взять пакет прошлого года без изменений.", "Take last year's pack as it was.")))
  var keepPack = false

  @Option(
    help: ArgumentHelp(
      say(
        "Срок сдачи форм (по умолчанию — через год после прошлого).",
        "The deadline (default: a year after the last one)."), valueName: "2023-01-25"))
  var deadline: String?

  @OptionGroup var author: AuthorOption

  @Flag(
    help: ArgumentHelp(
      say(
        "Начать период, хотя между ним и прошлым пропущены годы.",
        "Begin the period although years lie between it and the last one.")))
  var anyway = false

  @Flag(help: ArgumentHelp(say("Только показать, что будет.", "Only say what would be done.")))
  var dryRun = false

  func validate() throws {
    if keepPack, pack != nil {
      throw ValidationError(
        say("дайте что-то одно: --pack или --keep-pack", "give --pack or --keep-pack, not both"))
    }
    if let deadline, deadline.count != 10 || CalendarDate(iso: deadline) == nil {
      throw ValidationError(
        say(
          "«\(deadline)» — не дата; нужно так: 2023-01-25",
          "\"\(deadline)\" is no day; write 2023-01-25"))
    }
    _ = try author.name()
  }

  func run() async throws {
    try await campaign.alone(isDryRun: dryRun) { campaign in
      let source: BeginPeriod.PackSource =
        keepPack ? .kept : pack.map { .given($0) } ?? .named
      let begun = try BeginPeriod(
        campaign: campaign, year: year, source: source, deadline: deadline,
        author: try author.name(), now: clock.now, gap: anyway ? .accept : .refuse, isDryRun: dryRun
      ).run()
      Terminal.print(NewPeriodPrinter(begun: begun, campaign: campaign, isDryRun: dryRun).text)
    }
  }
}
