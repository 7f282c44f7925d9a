import Analysis
import Campaign
import ExactNumbers
import Findings
import Monitoring
import Wording

/// Results as a table for a person or JSON for a program.
struct ResultsPrinter {
  let rows: [ResultTable.Row]
  let reckoning: Reckoning

  var table: String {
    let pack = reckoning.campaign.pack
    var table = TextTable([
      (say("Показатель", "Indicator"), .left), (say("Организация", "Unit"), .left),
      (say("Разрез", "Breakdown"), .left), (say("Период", "Period"), .left),
      (say("Значение", "Value"), .right), (say("Из чего", "Made of"), .right),
      (say("Охват", "Coverage"), .right), (say("Примечание", "Remark"), .left),
    ])
    for row in rows {
      let indicator = pack.indicator(row.indicator)
      table.add([
        "\(indicator?.label ?? row.indicator.rawValue) \(indicator?.shortTitle ?? "")",
        reckoning.campaign.register[row.unit]?.name(in: row.period).short ?? row.unit.rawValue,
        row.breakdown.parts.map { part in
          pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
        }.joined(separator: ", "),
        row.period.description, value(row), terms(row), coverage(row), remark(row),
      ])
    }
    return table.text
  }

  private func coverage(_ row: ResultTable.Row) -> String {
    row.imported == nil ? "\(row.given)/\(row.expected)" : ""
  }

  /// What the value was when it was signed, and that it comes from a signed table.
  private func remark(_ row: ResultTable.Row) -> String {
    if let signed = row.signed {
      return say("уточнено, подписано: ", "revised, signed: ") + value(signed)
        + (signed.denominator == nil ? "" : " (\(terms(signed)))")
    }
    return row.imported == nil ? "" : say("по подписанной таблице", "from a signed table")
  }

  private func value(_ row: ResultTable.Row) -> String {
    guard let value = row.value else { return row.state.words(Speech.language) }
    switch row.kind {
    case .share: return Speech.language.percent(value, decimals: decimals(row, value))
    case .count: return Speech.language.number(value, decimals: 0)
    }
  }

  /// As many as keep the printed value on its own side of the target: 19,96 % is not 20,0 %.
  private func decimals(_ row: ResultTable.Row, _ value: Fraction) -> Int {
    if let imported = row.imported, row.denominator == nil { return imported.decimals }
    guard let target = reckoning.campaign.pack.indicator(row.indicator)?.target else { return 1 }
    return Language.decimals(for: value, against: Fraction(target.atLeast), atLeast: 1)
  }

  private func terms(_ row: ResultTable.Row) -> String {
    guard let numerator = row.numerator, let denominator = row.denominator else { return "" }
    return "\(Speech.language.number(numerator)) / \(Speech.language.number(denominator))"
  }

  private struct RowJSON: Encodable {
    var address: String
    var indicator: String
    var unit: String
    var breakdown: String
    var period: String
    var state: String
    var numerator: ExactNumber?
    var denominator: ExactNumber?
    /// The exact share (or count) as a fraction: "100/501".
    var exact: String
    /// Percent rounded to a decimal, or the count.
    var value: ExactNumber?
    var given: Int
    var expected: Int
    /// The percent or count that was signed, where it was another; left out otherwise.
    var signed: ExactNumber?
    /// When the value was revised, ISO 8601; left out where it was not.
    var revised: String?
    /// The cell of a signed table that it was taken over from; left out for a value of forms.
    var imported: Origin?
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      rows.map { row in
        RowJSON(
          address: row.address.description, indicator: row.indicator.rawValue,
          unit: row.unit.rawValue, breakdown: row.breakdown.description,
          period: row.period.description, state: row.state.rawValue, numerator: row.numerator,
          denominator: row.denominator, exact: row.exactText,
          value: row.percentOrCount, given: row.given, expected: row.expected,
          signed: row.signed?.percentOrCount, revised: row.revision?.at,
          imported: row.imported?.origin)
      })
  }
}
