import ArgumentParser
import Campaign

struct CheckCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Показать все замечания к сданным формам.", "Show all findings of the forms handed in."),
    discussion: say(
      """
      Правила пакета выполняются заново над сохранёнными значениями; реестр форм обновляется.

      Примеры:
        svodka check кампания
        svodka check кампания --unit КОД --period 2021
        svodka check кампания --format json
      """,
      """
      The pack's rules run anew over the stored values; the register of forms is renewed.

      Examples:
        svodka check campaign
        svodka check campaign --unit CODE --period 2021
        svodka check campaign --format json
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      say("Вид: table или json.", "How to print: table or json."),
      valueName: say("вид", "format")))
  var format: Format = .table

  @Flag(help: ArgumentHelp(say("Ничего не записывать.", "Write nothing.")))
  var dryRun = false

  func run() async throws {
    let campaign = try campaign.open()
    try selection.check(campaign)
    let step = CheckForms(
      campaign: campaign, isDryRun: dryRun, progress: Terminal.progress())
    let summary = try await step.run()
    let printer = FindingsPrinter(
      findings: selection.filter(summary.findings), speaker: summary.speaker)
    switch format {
    case .table:
      Terminal.print(printer.table)
      if !summary.summaries.isEmpty { Terminal.print(CollectPrinter.next) }
    case .json: Terminal.write(try printer.json())
    }
    if printer.hasErrors { throw ExitStatus.findings }
  }
}
