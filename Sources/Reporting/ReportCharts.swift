import Documents
import ExactNumbers
import Monitoring
import Wording

extension ReportTables {
  /// A target by years: a column a year and the target as a line.
  func chart(target indicator: Indicator) -> Chart? {
    guard let target = indicator.target else { return nil }
    let periods = edition.periods.filter { $0 <= period }
    let values = periods.map { drawn(indicator, period: $0) }
    let traces = periods.map { trace(indicator, period: $0) }
    guard values.contains(where: { $0 != nil }) else { return nil }
    let atLeast = Language.ru.measured(Language.ru.number(target.atLeast), in: indicator.unit)
    return Chart(
      kind: .columns,
      title: "\(indicator.label). \(indicator.shortTitle)" + importedNote([indicator], periods),
      unit: indicator.unit, categories: periods.map(years.short), categoryTitle: "Год",
      series: [Chart.Series(root.name(in: period).short, values: values, traces: traces)],
      reference: Chart.Reference("цель, не менее", value: target.atLeast),
      description: sentence(
        "Столбцы по годам и линия цели \(atLeast)",
        zip(periods, values).map { ("\(years.short($0))", $1) }, indicator.unit))
  }

  /// The most columns that a chart of A4's width shows with a readable number above each.
  static let columnLimit = 18

  /// The shares of the municipality by years: a group of columns an indicator, a column a year.
  /// Whole sections to a chart, as many as stay readable.
  func sharesByYears() -> [Chart] {
    let periods = edition.periods.filter { $0 <= period }
    let shares = pack.indicators.filter { indicator in
      indicator.kind == .share && indicator.target == nil
        && periods.contains { drawn(indicator, period: $0) != nil }
    }
    var pages: [[Indicator]] = []
    for section in unique(shares.map(\.section)) {
      let members = shares.filter { $0.section == section }
      let count = (pages.last?.count ?? 0) + members.count
      if pages.isEmpty || count * periods.count > Self.columnLimit {
        pages.append(members)
      } else {
        pages[pages.count - 1] += members
      }
    }
    return pages.map { chart(of: $0, over: periods) }
  }

  private func chart(of indicators: [Indicator], over periods: [Period]) -> Chart {
    let series = periods.map { period in
      Chart.Series(
        years.short(period), values: indicators.map { drawn($0, period: period) },
        traces: indicators.map { trace($0, period: period) })
    }
    let labels = Language.ru.list(indicators.map(\.label))
    return Chart(
      kind: .columns, title: "Показатели \(labels) по годам" + importedNote(indicators, periods),
      unit: "%",
      categories: indicators.map(\.label), categoryTitle: "Показатель", series: series,
      description: sentence(
        "Доли по показателям за \(years.label(period))",
        zip(indicators, series.last?.values ?? []).map { ($0.label, $1) }, "%"))
  }

  /// The share that differs most between the members of a dictionary: a bar a member.
  func widestSpread(by dimension: Classifier) -> Chart? {
    let parts = dimension.members.map { Breakdown(dimension.code, $0.code) }
    var widest: (indicator: Indicator, spread: Fraction)?
    for indicator in indicators(by: dimension) where indicator.kind == .share {
      let values = parts.compactMap {
        edition[address(indicator, breakdown: $0)]?.value?.exact
      }
      guard values.count > 1, let low = values.min(), let high = values.max() else { continue }
      if high - low > (widest?.spread ?? Fraction(-1)) { widest = (indicator, high - low) }
    }
    guard let indicator = widest?.indicator else { return nil }
    let series = Chart.Series(
      "\(indicator.label). \(indicator.shortTitle)",
      values: parts.map { drawn(indicator, breakdown: $0, period: period) },
      traces: parts.map { trace(indicator, breakdown: $0, period: period) })
    return Chart(
      kind: .bars,
      title: "\(indicator.label). \(indicator.shortTitle): \(dimension.title.lowercased()), "
        + years.label(period),
      unit: "%", categories: dimension.members.map(\.title), categoryTitle: dimension.title,
      series: [series],
      description: sentence(
        series.name, zip(dimension.members, series.values).map { ($0.title, $1) }, "%"))
  }

  /// « (2018 – по подписанной таблице)»; empty where every year was reckoned from forms.
  private func importedNote(_ indicators: [Indicator], _ periods: [Period]) -> String {
    let imported = periods.filter { period in
      indicators.contains { edition[address($0, period: period)]?.value?.imported != nil }
    }
    guard !imported.isEmpty else { return "" }
    return " (\(Language.ru.list(imported.map(years.short)))\(Mark.noBreakSpace)\(Mark.dash) "
      + "по подписанной таблице)"
  }

  private func unique(_ sections: [MemberCode?]) -> [MemberCode?] {
    var seen: [MemberCode?] = []
    for section in sections where !seen.contains(section) { seen.append(section) }
    return seen
  }

  private func drawn(
    _ indicator: Indicator, breakdown: Breakdown = .whole, period: Period
  ) -> ExactNumber? {
    let address = address(indicator, breakdown: breakdown, period: period)
    return edition[address]?.value.flatMap { IndicatorWords(indicator).drawn($0) }
  }

  private func trace(
    _ indicator: Indicator, breakdown: Breakdown = .whole, period: Period
  ) -> String? {
    let address = address(indicator, breakdown: breakdown, period: period)
    return edition[address]?.value == nil ? nil : address.description
  }

  /// What a reader who does not see the chart is told: every value of its first series. Why one has
  /// none, its table says: nothing was given, or what was given is being mended.
  private func sentence(
    _ beginning: String, _ points: [(name: String, value: ExactNumber?)], _ unit: String
  ) -> String {
    let said = points.map { point in
      let number = point.value.map { Language.ru.measured(Language.ru.number($0), in: unit) }
      return "\(point.name) \(Mark.dash) \(number ?? "нет значения")"
    }
    return "\(beginning): \(said.joined(separator: "; "))."
  }
}
