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
      kind: .columns, title: "\(indicator.label). \(indicator.shortTitle)", unit: indicator.unit,
      categories: periods.map(years.short), categoryTitle: "Год",
      series: [Chart.Series(root.name(in: period).short, values: values, traces: traces)],
      reference: Chart.Reference("цель, не менее", value: target.atLeast),
      description: sentence(
        "Столбцы по годам и линия цели \(atLeast)",
        zip(periods, values).map { ("\(years.short($0))", $1) }, indicator.unit))
  }

  /// The shares of the municipality by years: a group of columns an indicator, a column a year.
  func sharesByYears() -> Chart? {
    let periods = edition.periods.filter { $0 <= period }
    let indicators = pack.indicators.filter { $0.kind == .share && $0.target == nil }
    let series = periods.map { period in
      Chart.Series(
        years.short(period), values: indicators.map { drawn($0, period: period) },
        traces: indicators.map { trace($0, period: period) })
    }
    guard series.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
    return Chart(
      kind: .columns, title: "Показатели-доли по годам", unit: "%",
      categories: indicators.map(\.label), categoryTitle: "Показатель", series: series,
      description: sentence(
        "Доли по показателям за \(years.label(period))",
        zip(indicators, series.last?.values ?? []).map { ($0.label, $1) }, "%"))
  }

  /// The shares of a section by the members of a dictionary: a group of bars a member.
  func chart(of section: Classifier.Member, by dimension: Classifier) -> Chart? {
    let indicators = indicators(by: dimension).filter {
      $0.kind == .share && $0.section == section.code
    }
    let series = indicators.map { indicator in
      let parts = dimension.members.map { Breakdown(dimension.code, $0.code) }
      return Chart.Series(
        "\(indicator.label). \(indicator.shortTitle)",
        values: parts.map { drawn(indicator, breakdown: $0, period: period) },
        traces: parts.map { trace(indicator, breakdown: $0, period: period) })
    }
    guard series.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
    return Chart(
      kind: .bars, title: "\(section.title) за \(years.label(period))", unit: "%",
      categories: dimension.members.map(\.title), categoryTitle: dimension.title,
      series: series,
      description: sentence(
        "\(series[0].name)", zip(dimension.members, series[0].values).map { ($0.title, $1) }, "%"))
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

  /// What a reader who does not see the chart is told: every value of its first series.
  private func sentence(
    _ beginning: String, _ points: [(name: String, value: ExactNumber?)], _ unit: String
  ) -> String {
    let said = points.map { point in
      let number = point.value.map { Language.ru.measured(Language.ru.number($0), in: unit) }
      return "\(point.name) \(Mark.dash) \(number ?? CellWords.noData)"
    }
    return "\(beginning): \(said.joined(separator: "; "))."
  }
}
