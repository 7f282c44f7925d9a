package import Analysis
package import ExactNumbers
package import Monitoring
package import Wording

/// Results as rows of text that other programs read, `import-results` of another campaign among
/// them. Each row ends with the address that `svodka trace` takes, what was signed where that was
/// something else, and where the value comes from.
package struct ResultsCSV: Sendable {
  package enum Style: Sendable {
    /// UTF-8, comma, decimal point; shares as exact fractions too.
    case plain
    /// As Russian Excel opens it: BOM, semicolon, decimal comma.
    case russianExcel
  }

  private let campaign: OpenCampaign
  private let style: Style
  private let language: Language

  package init(campaign: OpenCampaign, style: Style, language: Language) {
    self.campaign = campaign
    self.style = style
    self.language = language
  }

  package func bytes(_ rows: [ResultTable.Row]) -> [UInt8] {
    let separator = style == .plain ? "," : ";"
    var text = style == .plain ? "" : "\u{FEFF}"
    for cells in [header] + rows.map(cells) {
      text += cells.map { commaSeparated($0, separator) }.joined(separator: separator) + "\r\n"
    }
    return Array(text.utf8)
  }

  private var header: [String] {
    switch style {
    case .plain:
      [
        "indicator", "unit", "breakdown", "period", "numerator", "denominator", "value", "given",
        "expected", "state", "percent", "address", "signed", "source",
      ]
    case .russianExcel:
      [
        "Показатель", "Организация", "Разрез", "Период", "Числитель", "Знаменатель", "Значение",
        "Данные дали", "Ожидалось", "Состояние", "Единица", "Адрес", "Было подписано", "Источник",
      ]
    }
  }

  private func cells(_ row: ResultTable.Row) -> [String] {
    switch style {
    case .plain: plain(row)
    case .russianExcel: excel(row)
    }
  }

  private func plain(_ row: ResultTable.Row) -> [String] {
    [
      row.indicator.rawValue, row.unit.rawValue,
      row.breakdown.isWhole ? "-" : row.breakdown.description, row.period.description,
      row.numerator?.description ?? "", row.denominator?.description ?? "",
      row.exactText, String(row.given), String(row.expected), row.state.rawValue,
      row.kind == .share ? row.percentOrCount?.description ?? "" : "", row.address.description,
      row.signed?.percentOrCount?.description ?? row.signed?.state.rawValue ?? "",
      row.imported == nil ? "forms" : "imported",
    ]
  }

  private func excel(_ row: ResultTable.Row) -> [String] {
    let comma = { (number: ExactNumber?) in
      number?.description.replacing(".", with: ",") ?? ""
    }
    let indicator = campaign.pack.indicator(row.indicator)
    let names = CampaignNames(campaign: campaign)
    return [
      "\(indicator?.label ?? row.indicator.rawValue) \(indicator?.shortTitle ?? "")",
      names.unit(row.unit, in: row.period),
      row.breakdown.parts.map { part in
        campaign.pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
      }.joined(separator: ", "),
      row.period.description, comma(row.numerator), comma(row.denominator),
      comma(row.percentOrCount), String(row.given), String(row.expected),
      row.state == .known ? "" : row.state.words(language), indicator?.unit ?? "",
      row.address.description,
      row.signed.map { signed in
        signed.percentOrCount.map { comma($0) } ?? signed.state.words(language)
      } ?? "", row.imported == nil ? "" : importedWords,
    ]
  }

  private var importedWords: String {
    switch language {
    case .ru: "по подписанной таблице"
    case .en: "a signed table"
    }
  }
}

extension ResultTable.Row {
  package var address: ValueAddress {
    ValueAddress(indicator: indicator, unit: unit, breakdown: breakdown, period: period)
  }

  /// In percent for a share, rounded to a decimal; nil when it is not known.
  package var percentOrCount: ExactNumber? {
    guard let value else { return nil }
    switch kind {
    case .share: return value.rounded(toDecimals: min(imported?.decimals ?? 1, 1))
    case .count: return value.rounded(toDecimals: 0)
    }
  }

  /// The exact share of 1 (or count) as a fraction: "100/501"; "" when it is not known, and of a
  /// percentage that was taken over without its counts.
  package var exactText: String {
    guard let value else { return "" }
    switch kind {
    case .share:
      guard denominator != nil else { return "" }
      return value.divided(by: Fraction(100)).map { "\($0)" } ?? ""
    case .count: return "\(value)"
    }
  }

  /// The value that was signed, where it is another than this.
  package var signed: ResultTable.Row? { revision.map { ResultTable.Row($0.signed) } }
}

extension IndicatorValue.State {
  /// What tables say instead of a number; empty for a known value.
  package func words(_ language: Language) -> String {
    switch (self, language) {
    case (.known, _): ""
    case (.notApplicable, .ru): "неприменимо"
    case (.notApplicable, .en): "not applicable"
    case (.noData, .ru): "нет данных"
    case (.noData, .en): "no data"
    case (.withheld, .ru): "уточняется"
    case (.withheld, .en): "withheld"
    }
  }
}
