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
        svodka results кампания --indicator 1.1 --format json
      """,
      """
      Examples:
        svodka results campaign --period 2021
        svodka results campaign --format csv --excel > results.csv   (as Russian Excel opens it)
        svodka results campaign --indicator 1.1 --format json
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Только этот показатель: номер, название или код.",
        "Only this indicator: its number, title or code."),
      valueName: say("показатель", "indicator")))
  var indicator: String?

  @Option(
    help: ArgumentHelp(
      say("Вид: table, json или csv.", "How to print: table, json or csv."),
      valueName: say("вид", "format")))
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
    let chosen = try indicator.map { try Self.indicator($0, of: campaign.pack) }
    let reckoning = try ReckonResults(campaign: campaign).run()
    let rows = reckoning.table.rows.filter { row in
      (selection.unit.map { row.unit.rawValue == $0 } ?? true)
        && (selection.period.map { row.period == $0 } ?? true)
        && (chosen.map { row.indicator == $0 } ?? true)
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

  /// - Throws: a usage error that names the indicators that may be meant.
  private static func indicator(_ typed: String, of pack: SystemPack) throws -> IndicatorCode {
    if let indicator = pack.indicator(named: typed) { return indicator.code }
    let names = pack.indicators(near: typed).map { "\($0.label) \($0.shortTitle)" }
      .joined(separator: "; ")
    throw ValidationError(
      say(
        "показателя «\(typed)» в пакете нет; есть: \(names)",
        "the pack has no indicator \"\(typed)\"; it has: \(names)"))
  }
}
