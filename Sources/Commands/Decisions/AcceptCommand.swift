import ArgumentParser
import Campaign
import Findings
import Monitoring

struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: say(
      "Учесть значение, несмотря на замечание.", "Let a value count in spite of a finding."),
    discussion: say(
      """
      Решение действует для тех значений, о которых замечание говорит сейчас: если форма придёт \
      с другими, замечание откроется снова. То, что не читается, учесть нельзя: исправьте его \
      (svodka correct).

      Ошибку тоже можно принять: значения войдут в итоги как есть, о чём команда предупредит.

      Примеры:
        svodka accept кампания school-07 КОД --reason "две ставки, справка от 12.01"
        svodka accept кампания school-07 КОД --cell 'Кадры!C14' --reason "…"
        svodka accept кампания school-07 КОД --all --reason "…" --dry-run
      """,
      """
      The decision holds for the values that the finding names now: when the form comes with \
      others, the finding is open again. What cannot be read cannot count: correct it \
      (svodka correct).

      An error can be accepted, too: the values count as they stand, and the command says so.

      Examples:
        svodka accept campaign school-07 CODE --reason "two posts, paper of 12 January"
        svodka accept campaign school-07 CODE --cell 'Кадры!C14' --reason "…"
        svodka accept campaign school-07 CODE --all --reason "…" --dry-run
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var unit: DecidedUnit

  @Argument(
    help: ArgumentHelp(
      say("Код замечания из протокола.", "The finding's code in the protocol."),
      valueName: say("замечание", "finding")), transform: { FindingCode(rawValue: $0) })
  var code: FindingCode

  @Option(
    help: ArgumentHelp(
      say("То, которое у этой ячейки.", "The one at this cell."),
      valueName: say("Лист!C14", "Sheet!C14")))
  var cell: String?

  @Flag(help: ArgumentHelp(say("Все замечания с этим кодом.", "All findings of this code.")))
  var all = false

  @OptionGroup var why: ReasonOption
  @OptionGroup var options: DecisionOptions

  func validate() throws {
    if cell != nil, all {
      throw ValidationError(
        say("нужно одно из двух: --cell или --all", "give either --cell or --all"))
    }
  }

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let outcome = try AcceptFindings(
        campaign: campaign, unit: unit.unit, period: options.period, code: code,
        choice: cell.map { .cell($0) } ?? (all ? .all : .only),
        note: try options.note(why.reason), isDryRun: options.dryRun
      ).run()
      let printer = DecisionPrinter(outcome: outcome)
      Terminal.print(printer.text)
      if let warning = printer.warning { Terminal.print(warning) }
      try options.renewPages(of: campaign)
    }
  }
}
