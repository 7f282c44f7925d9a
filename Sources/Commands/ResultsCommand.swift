import Analysis
import ArgumentParser
import Campaign
import Monitoring

struct ResultsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: say(
      "Показатели по району, школам, предметам и годам.",
      "Indicators by municipality, school, subject and year."),
    discussion: say(
      """
      Примеры:
        svodka results кампания --period 2021
        svodka results кампания --format csv --excel > показатели.csv   (для русского Excel)
        svodka results кампания --indicator КОД --format json
      """,
      """
      Examples:
        svodka results campaign --period 2021
        svodka results campaign --format csv --excel > results.csv   (as Russian Excel opens it)
        svodka results campaign --indicator CODE --format json
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      say("Только этот показатель.", "Only this indicator."), valueName: say("код", "code")))
  var indicator: String?

  @Option(help: ArgumentHelp(say("Вид: table, json или csv.", "How to print: table, json or csv.")))
  var format: Format = .table

  @Flag(
    help: ArgumentHelp(
      say(
        "CSV для русского Excel: BOM, точка с запятой, десятичная запятая.",
        "CSV for Russian Excel: BOM, semicolon, decimal comma.")))
  var excel = false

  func run() throws {
    let campaign = try campaign.open()
    try selection.check(campaign, beside: try campaign.importedPeriods())
    if let indicator, campaign.pack.indicator(IndicatorCode(rawValue: indicator)) == nil {
      let codes = campaign.pack.indicators.map(\.code.rawValue).joined(separator: ", ")
      throw ValidationError(
        say(
          "показателя «\(indicator)» в пакете нет; есть \(codes)",
          "the pack has no indicator \"\(indicator)\"; it has \(codes)"))
    }
    let reckoning = try ReckonResults(campaign: campaign).run()
    let rows = reckoning.table.rows.filter { row in
      (selection.unit.map { row.unit.rawValue == $0 } ?? true)
        && (selection.period.map { row.period == $0 } ?? true)
        && (indicator.map { row.indicator.rawValue == $0 } ?? true)
    }
    let printer = ResultsPrinter(rows: rows, reckoning: reckoning)
    switch format {
    case .table: Terminal.print(printer.table)
    case .json: Terminal.write(try printer.json())
    case .csv:
      Terminal.write(
        ResultsCSV(
          campaign: campaign, style: excel ? .russianExcel : .plain, language: Speech.language
        ).bytes(rows))
    }
    try UncheckedNote.say(campaign, until: selection.period)
    try BreachNote.say(reckoning.breaches)
  }
}
