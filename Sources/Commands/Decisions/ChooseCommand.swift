import ArgumentParser
import Campaign
import Monitoring

struct ChooseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose",
    abstract: say(
      "Сказать, какой из файлов школы учитывается.", "Say which of a school's files counts."),
    discussion: say(
      """
      Когда неизвестно, какой файл новее, или когда нужно вернуться к прежнему. Файл, который \
      придёт позже, сравнивается с выбранным.

      Примеры:
        svodka choose кампания school-07 форма-исправленная.xlsx --reason "по телефону"
        svodka choose кампания school-07 1 --reason "вторая версия испорчена"
      """,
      """
      Where it is not known which file is newer, or to go back to an earlier one. A file that \
      comes later is compared with the chosen one.

      Examples:
        svodka choose campaign school-07 form-corrected.xlsx --reason "by telephone"
        svodka choose campaign school-07 1 --reason "the second version is broken"
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var unit: DecidedUnit

  @Argument(
    help: ArgumentHelp(
      say("Имя файла или номер версии.", "The file's name or the number of its version."),
      valueName: say("файл", "file")))
  var file: String

  @Option(
    help: ArgumentHelp(
      say("Какой формы этот файл, если их несколько.", "Of which form, where there are several."),
      valueName: say("форма", "form")))
  var form: String?

  @OptionGroup var why: ReasonOption
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let outcome = try ChooseFile(
        campaign: campaign, unit: unit.unit, period: options.period, file: file,
        form: form, note: try options.note(why.reason), isDryRun: options.dryRun
      ).run()
      Terminal.print(DecisionPrinter(outcome: outcome).text)
      try options.renewPages(of: campaign)
    }
  }
}
