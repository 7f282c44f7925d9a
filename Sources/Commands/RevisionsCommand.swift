import ArgumentParser
import Campaign
import Findings
import ExactNumbers
import Monitoring
import Wording

struct RevisionsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: say(
      "Что изменилось после подписания.", "What changed after it was signed."),
    discussion: say(
      """
      Сравнивает с тем, что было подписано впервые; подписанное хранится с команды lock.

      Пример:
        svodka revisions кампания --period 2021
      """,
      """
      Compares with what was signed first; signed results are kept by the command lock.

      Example:
        svodka revisions campaign --period 2021
      """))

  @OptionGroup var campaign: CampaignOptions

  @Option(
    help: ArgumentHelp(
      say("Только этот период.", "Only this period."), valueName: say("год", "year")),
    transform: SelectionOptions.period)
  var period: Period?

  @Option(
    help: ArgumentHelp(
      say("Вид: table или json.", "How to print: table or json."),
      valueName: say("вид", "format")))
  var format: Format = .table

  func run() throws {
    let listed = try ListRevisions(campaign: try campaign.open(), period: period).run()
    let printer = RevisionsPrinter(
      revisions: listed.revisions, campaign: listed.reckoning.campaign)
    switch format {
    case .table: Terminal.print(printer.text)
    case .json: Terminal.write(try printer.json())
    }
    try BreachNote.say(
      listed.reckoning.breaches.filter { period == nil || $0.key.period == period?.description })
  }
}

/// Revised values with what was signed and why they changed.
struct RevisionsPrinter {
  let revisions: [Revision]
  let campaign: OpenCampaign

  var text: String {
    guard !revisions.isEmpty else {
      return say(
        "Подписанные итоги не менялись.", "Signed results are as they were signed.")
    }
    var table = TextTable([
      (say("Период", "Period"), .left), (say("Показатель", "Indicator"), .left),
      (say("Организация", "Unit"), .left), (say("Разрез", "Breakdown"), .left),
      (say("Подписано", "Signed"), .right), (say("Теперь", "Now"), .right),
      (say("Уточнено", "Revised"), .left), (say("Из-за кого", "Changed by"), .left),
    ])
    for one in revisions {
      let address = one.address
      table.add([
        address.period.description,
        campaign.pack.indicator(address.indicator)?.label ?? address.indicator.rawValue,
        campaign.register[address.unit]?.name(in: address.period).short ?? address.unit.rawValue,
        address.breakdown.parts.map { part in
          campaign.pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
        }.joined(separator: ", "),
        TraceRemarks.value(one.signed),
        one.now.map(TraceRemarks.value) ?? say("не рассчитывается", "not reckoned"),
        one.at.map { TraceRemarks.day($0, campaign.days) }
          ?? say("период не открывали", "period was not opened"),
        units(of: one),
      ])
    }
    return ([table.text] + causes).joined(separator: "\n")
  }

  /// Short names; of many the first ones.
  private func units(of revision: Revision) -> String {
    let names = revision.units.prefix(Self.namedUnits).map { code in
      campaign.register[code]?.name(in: revision.address.period).short ?? code.rawValue
    }
    let rest = revision.units.count - names.count
    let more = rest > 0 ? [say("и ещё \(rest)", "and \(rest) more")] : []
    return (names + more).joined(separator: ", ")
  }

  /// Units that are named before the rest is only counted.
  private static let namedUnits = 3

  /// Each line of the journal once.
  private var causes: [String] {
    let entries = revisions.flatMap(\.causes)
    let unique = Dictionary(entries.map { ($0.number, $0) }, uniquingKeysWith: { one, _ in one })
    guard !unique.isEmpty else { return [] }
    return ["", say("По журналу:", "By the journal:")]
      + unique.values.sorted { $0.number < $1.number }.map {
        "  " + TraceRemarks.cause($0, campaign.days)
      }
  }

  private struct RevisionJSON: Encodable {
    var address: String
    var signedAt: String
    var signedState: String
    var signedNumerator: ExactNumber
    var signedDenominator: ExactNumber?
    var state: String?
    var numerator: ExactNumber?
    var denominator: ExactNumber?
    var revised: String?
    /// Numbers of lines of the journal.
    var causes: [Int]
    /// Codes of the units that a sum changed by.
    var units: [String]
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      revisions.map { one in
        RevisionJSON(
          address: one.address.description, signedAt: one.signing.at,
          signedState: one.signed.state.rawValue, signedNumerator: one.signed.numerator,
          signedDenominator: one.signed.denominator, state: one.now?.state.rawValue,
          numerator: one.now?.numerator, denominator: one.now?.denominator, revised: one.at,
          causes: one.causes.map(\.number), units: one.units.map(\.rawValue))
      })
  }
}
