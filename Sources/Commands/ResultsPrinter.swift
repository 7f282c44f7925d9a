import Analysis
import Campaign
import ExactNumbers
import Monitoring
import Wording

/// Results as a table for a person, JSON or CSV for a program.
struct ResultsPrinter {
  enum CSVStyle {
    /// UTF-8, comma, decimal point; shares as exact fractions too.
    case plain
    /// As Russian Excel opens it: BOM, semicolon, decimal comma.
    case russianExcel
  }

  let rows: [ResultTable.Row]
  let reckoning: Reckoning

  private func address(_ row: ResultTable.Row) -> ValueAddress {
    ValueAddress(
      indicator: row.indicator, unit: row.unit, breakdown: row.breakdown, period: row.period)
  }

  /// In percent for a share; nil when it is not known.
  private func percentOrCount(_ row: ResultTable.Row) -> ExactNumber? {
    guard let value = row.value else { return nil }
    switch row.kind {
    case .share: return value.rounded(toDecimals: 1)
    case .count: return value.rounded(toDecimals: 0)
    }
  }

  /// The exact share of 1 (or count) as a fraction: "100/501"; "" when it is not known.
  private func exact(_ row: ResultTable.Row) -> String {
    guard let value = row.value else { return "" }
    switch row.kind {
    case .share: return value.divided(by: Fraction(100)).map { "\($0)" } ?? ""
    case .count: return "\(value)"
    }
  }

  var table: String {
    let pack = reckoning.campaign.pack
    var table = TextTable([
      (say("Показатель", "Indicator"), .left), (say("Организация", "Unit"), .left),
      (say("Разрез", "Breakdown"), .left), (say("Период", "Period"), .left),
      (say("Значение", "Value"), .right), (say("Из чего", "Made of"), .right),
      (say("Охват", "Coverage"), .right),
    ])
    for row in rows {
      let indicator = pack.indicator(row.indicator)
      table.add([
        "\(indicator?.label ?? row.indicator.rawValue) \(indicator?.shortTitle ?? "")",
        reckoning.campaign.register[row.unit]?.name(in: row.period).short ?? row.unit.rawValue,
        row.breakdown.parts.map { part in
          pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
        }.joined(separator: ", "),
        row.period.description, value(row), terms(row), "\(row.given)/\(row.expected)",
      ])
    }
    return table.text
  }

  private func value(_ row: ResultTable.Row) -> String {
    guard let value = row.value else { return state(row.state) }
    switch row.kind {
    case .share: return Speech.language.percent(value, decimals: decimals(row, value))
    case .count: return Speech.language.number(value, decimals: 0)
    }
  }

  /// As many as keep the printed value on its own side of the target: 19,96 % is not 20,0 %.
  private func decimals(_ row: ResultTable.Row, _ value: Fraction) -> Int {
    guard let target = reckoning.campaign.pack.indicator(row.indicator)?.target else { return 1 }
    return Language.decimals(for: value, against: Fraction(target.atLeast), atLeast: 1)
  }

  private func state(_ state: IndicatorValue.State) -> String {
    switch state {
    case .known: ""
    case .notApplicable: say("неприменимо", "not applicable")
    case .noData: say("нет данных", "no data")
    case .withheld: say("уточняется", "withheld")
    }
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
  }

  func json() throws -> [UInt8] {
    try JSONText.bytes(
      rows.map { row in
        RowJSON(
          address: address(row).description, indicator: row.indicator.rawValue,
          unit: row.unit.rawValue, breakdown: row.breakdown.description,
          period: row.period.description, state: row.state.rawValue, numerator: row.numerator,
          denominator: row.denominator, exact: exact(row),
          value: percentOrCount(row), given: row.given, expected: row.expected)
      })
  }

  func csv(_ style: CSVStyle) -> [UInt8] {
    let separator = style == .plain ? "," : ";"
    var text = style == .plain ? "" : "\u{FEFF}"
    let header =
      switch style {
      case .plain:
        [
          "indicator", "unit", "breakdown", "period", "numerator", "denominator", "value", "given",
          "expected", "state", "percent", "address",
        ]
      case .russianExcel:
        [
          "Показатель", "Организация", "Разрез", "Период", "Числитель", "Знаменатель", "Значение",
          "Данные дали", "Ожидалось", "Состояние", "Единица", "Адрес",
        ]
      }
    text += header.joined(separator: separator) + "\r\n"
    for row in rows {
      let cells = style == .plain ? plain(row) : excel(row)
      text += cells.map { commaSeparated($0, separator) }.joined(separator: separator) + "\r\n"
    }
    return Array(text.utf8)
  }

  private func plain(_ row: ResultTable.Row) -> [String] {
    [
      row.indicator.rawValue, row.unit.rawValue,
      row.breakdown.isWhole ? "-" : row.breakdown.description, row.period.description,
      row.numerator?.description ?? "", row.denominator?.description ?? "",
      exact(row), String(row.given), String(row.expected), row.state.rawValue,
      row.kind == .share ? percentOrCount(row)?.description ?? "" : "",
      address(row).description,
    ]
  }

  private func excel(_ row: ResultTable.Row) -> [String] {
    let pack = reckoning.campaign.pack
    let comma = { (number: ExactNumber?) in
      number?.description.replacing(".", with: ",") ?? ""
    }
    let indicator = pack.indicator(row.indicator)
    return [
      "\(indicator?.label ?? row.indicator.rawValue) \(indicator?.shortTitle ?? "")",
      reckoning.campaign.register[row.unit]?.name(in: row.period).short ?? row.unit.rawValue,
      row.breakdown.parts.map { part in
        pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
      }.joined(separator: ", "),
      row.period.description, comma(row.numerator), comma(row.denominator),
      comma(percentOrCount(row)), String(row.given), String(row.expected),
      row.state == .known ? "" : state(row.state), indicator?.unit ?? "",
      address(row).description,
    ]
  }
}
