import ArgumentParser
import Campaign
import Monitoring
import Spreadsheets

struct FormsCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xlsx
    case ods
    case both

    var formats: [NewWorkbook.FileFormat] {
      switch self {
      case .xlsx: [.xlsx]
      case .ods: [.ods]
      case .both: [.xlsx, .ods]
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: say(
      "Выпустить бланки форм для школ.", "Write the blank form of each school."),
    discussion: say(
      """
      Бланк каждой школы — в out/<период>/forms. В нём уже вписаны её название и код, рядом с \
      ячейками для заполнения стоят её прошлогодние значения, лист «Проверка» находит ошибки, \
      пока форму заполняют. Файл, который вы правили, не перезаписывается: новый ложится рядом.

      Примеры:
        svodka forms кампания
        svodka forms кампания --format both
        svodka forms кампания --unit school-07 --unit school-08
        svodka forms кампания --dry-run       показать, что будет записано
      """,
      """
      The blank of each school is in out/<period>/forms. Its name and code are filled in, its \
      last year's values stand beside the cells to fill in, and the sheet «Проверка» finds \
      faults while the form is being filled in. A file that you edited is not overwritten: the \
      new one is written beside it.

      Examples:
        svodka forms campaign
        svodka forms campaign --format both
        svodka forms campaign --unit school-07 --unit school-08
        svodka forms campaign --dry-run       say what would be written
      """))

  @OptionGroup var campaign: CampaignOptions

  @OptionGroup var chosen: PeriodOption

  @Option(
    help: ArgumentHelp(
      say("Вид файла: xlsx, ods или both (оба).", "Kind of file: xlsx, ods or both."),
      valueName: say("вид", "format")))
  var format: Format = .xlsx

  @Option(
    help: ArgumentHelp(
      say(
        "Только для этой школы (код из реестра); можно повторить.",
        "Only for this school (its code in the register); may be repeated."),
      valueName: say("код", "code")))
  var unit: [String] = []

  @Flag(help: ArgumentHelp(say("Показать, что будет записано.", "Say what would be written.")))
  var dryRun = false

  func run() async throws {
    let issued = try await campaign.alone(isDryRun: dryRun) { campaign in
      let step = IssueForms(
        campaign: campaign, period: chosen.period,
        units: unit.map(UnitCode.init(rawValue:)),
        formats: format.formats, isDryRun: dryRun, progress: Terminal.progress())
      defer { SampleNote.say(campaign) }
      return try await Interruption.stopping { try await step.run() }
    }
    Terminal.print(FormsPrinter(issued: issued, isDryRun: dryRun).text)
  }
}
