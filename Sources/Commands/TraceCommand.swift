import ArgumentParser
import Campaign
import Monitoring

struct TraceCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: say(
      "Показать, откуда взято число: файл, лист, ячейка, что в ней стояло.",
      "Show where a number comes from: file, sheet, cell and what stood in it."),
    discussion: say(
      """
      Адрес числа: показатель/организация/разрез/период/что. Показатель — код или номер, как в \
      results --indicator; разрез «-» — по организации в целом; \
      «что» — value, numerator, denominator, coverage или change. Адрес каждого числа отчёта \
      есть в его HTML-версии (всплывающая подсказка) и в svodka results --format csv.

      Примеры:
        svodka trace кампания ПОКАЗАТЕЛЬ/ШКОЛА/-/2021/value
        svodka trace кампания ПОКАЗАТЕЛЬ/РАЙОН/СЛОВАРЬ=СТРОКА/2021/numerator
      """,
      """
      The address of a number: indicator/unit/breakdown/period/term. The indicator is a code or \
      number, as for results --indicator; the breakdown "-" is the \
      whole unit; the term is value, numerator, denominator, coverage or change. Each number of \
      a report has its address in the HTML version (its tooltip) and in \
      svodka results --format csv.

      Examples:
        svodka trace campaign INDICATOR/UNIT/-/2021/value
        svodka trace campaign INDICATOR/ROOT/DICTIONARY=ROW/2021/numerator
      """))

  @OptionGroup var campaign: CampaignOptions

  @Argument(
    help: ArgumentHelp(
      say("Адрес числа.", "The number's address."), valueName: say("адрес", "address")))
  var address: String

  @Option(
    help: ArgumentHelp(
      say("Вид: text или json.", "How to print: text or json."),
      valueName: say("вид", "format")))
  var format: Format = .text

  func run() throws {
    guard let parsed = ValueAddress(address) else {
      throw ValidationError(
        say(
          "«\(address)» — не адрес числа; нужно так: показатель/школа/-/2021/value",
          "\"\(address)\" is no address of a number; write indicator/unit/-/2021/value"))
    }
    let traced = try TraceValue(campaign: try campaign.open(), address: parsed).run()
    let printer = TracePrinter(traced)
    switch format {
    case .text: Terminal.print(printer.text)
    case .json: Terminal.write(try printer.json())
    }
  }
}
