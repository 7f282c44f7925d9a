import Documents
import Monitoring
import Wording

extension ReportTables {
  /// An indicator explained: formula with its letters, source, method, and how the pack reads
  /// what the regulation leaves open.
  func passport(of indicator: Indicator) -> Table {
    var rows: [(String, String)] = [
      ("Наименование", Typography.capitalized(indicator.title)),
      ("Основание", indicator.source),
      ("Единица измерения", indicator.unit),
    ]
    rows += indicator.formulas.map { (formulaTitle($0), formula($0, indicator)) }
    rows += [
      ("Отчётная дата или период", indicator.referenceDate),
      ("Направление", direction(indicator)),
    ]
    if let target = indicator.target {
      let atLeast = Language.ru.measured(Language.ru.number(target.atLeast), in: indicator.unit)
      rows.append(("Целевое значение", "не менее \(atLeast) (\(target.source))"))
    }
    rows.append(("Метод и источник сбора", indicator.method))
    if !indicator.readings.isEmpty { rows.append(("Принятые трактовки", readings(indicator))) }
    rows.append(("Сопоставимость по годам", comparability(indicator)))
    return Table(
      caption: "Паспорт показателя \(indicator.label)",
      columns: [Table.Column("Характеристика", width: 45), Table.Column("Содержание", width: 125)],
      rows: rows.map { Table.Row([Table.Cell($0), Table.Cell($1)]) })
  }

  private func formulaTitle(_ formula: Indicator.Formula) -> String {
    guard let dimension = formula.dimension else { return "Расчёт" }
    let title = pack.classifier(dimension)?.title ?? dimension.rawValue
    return "Расчёт в разрезе: \(Typography.uncapitalized(title))"
  }

  private func formula(_ formula: Indicator.Formula, _ indicator: Indicator) -> String {
    let space = Mark.noBreakSpace
    guard let denominator = formula.denominator else {
      return "П = Ч, где Ч \(Mark.dash) \(formula.numerator.description)."
    }
    return "П = Ч / З × 100\(space)%, где Ч \(Mark.dash) \(formula.numerator.description); "
      + "З \(Mark.dash) \(denominator.description). По муниципалитету: сумма числителей, "
      + "делённая на сумму знаменателей."
  }

  private func direction(_ indicator: Indicator) -> String {
    let source =
      indicator.directionSource.map { " (\($0))" }
      ?? "; принято в настоящем паспорте (положением не установлено)"
    return switch indicator.direction {
    case .up: "чем больше, тем лучше\(source)"
    case .down: "чем меньше, тем лучше\(source)"
    case .context: "описывает условия; рост и снижение не оцениваются"
    }
  }

  private func readings(_ indicator: Indicator) -> String {
    if indicator.readings.count == 1 { return indicator.readings[0] }
    return indicator.readings.enumerated()
      .map { "\($0.offset + 1))\(Mark.noBreakSpace)\($0.element)" }.joined(separator: " ")
  }

  private func comparability(_ indicator: Indicator) -> String {
    if indicator.breaks.isEmpty { return "определение не менялось" }
    let changed = Language.ru.list(indicator.breaks.map { years.label($0, .prepositional) })
    return "определение изменилось в \(changed); с более ранними значениями не сопоставляется"
  }
}
