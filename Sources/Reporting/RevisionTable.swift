import Documents
import Monitoring
import Wording

extension ReportTables {
  /// What is no longer as it was signed: a row a value, in the order of the pack and the register.
  /// Nil where nothing was revised.
  func revisions() -> Table? {
    let order = order
    let revisions = edition.revisions.values.filter { $0.address.period <= period }
      .sorted { key($0.address, order) < key($1.address, order) }
    guard !revisions.isEmpty else { return nil }
    return Table(
      caption: "Уточнённые значения",
      columns: [
        Table.Column("Показатель", width: 24), Table.Column("Организация", width: 44),
        Table.Column("Разрез", width: 30), Table.Column("Период", width: 20),
        Table.Column("Подписано", width: 26, alignment: .end),
        Table.Column("Уточнено", width: 26, alignment: .end),
      ],
      rows: revisions.map(row), notes: reasons(of: revisions))
  }

  private func row(_ revision: Revision) -> Table.Row {
    let address = revision.address
    let words = IndicatorWords(pack.indicator(address.indicator))
    return Table.Row([
      Table.Cell(pack.indicator(address.indicator)?.label ?? address.indicator.rawValue),
      Table.Cell(
        material.register[address.unit]?.name(in: address.period).short ?? address.unit.rawValue),
      Table.Cell(
        address.breakdown.parts.map { part in
          pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
        }.joined(separator: ", ")),
      Table.Cell(years.short(address.period)),
      Table.Cell(words.signed(revision.signed)),
      Table.Cell(
        revision.now.map(words.signed) ?? "не рассчитывается",
        trace: revision.now == nil ? nil : address.description),
    ])
  }

  /// Why the periods were opened, as the journal has it, and which units' data the sums changed by; a
  /// public edition prints neither.
  private func reasons(of revisions: [Revision]) -> [String] {
    guard !material.isPublic else { return [] }
    return openings(of: revisions) + changed(in: revisions)
  }

  /// «Район: итоги за 2021 год уточнены по данным: А, Б.», a sentence a sum.
  private func changed(in revisions: [Revision]) -> [String] {
    struct Sum: Hashable {
      var unit: UnitCode
      var period: Period
    }
    var order: [Sum] = []
    var units: [Sum: [UnitCode]] = [:]
    for one in revisions where !one.units.isEmpty {
      let sum = Sum(unit: one.address.unit, period: one.address.period)
      if units[sum] == nil { order.append(sum) }
      units[sum, default: []] += one.units.filter { !(units[sum] ?? []).contains($0) }
    }
    return order.map { sum in
      func name(_ code: UnitCode) -> String {
        material.register[code]?.name(in: sum.period).short ?? code.rawValue
      }
      let names = (units[sum] ?? []).map(name).joined(separator: ", ")
      return "\(name(sum.unit)): итоги за \(years.label(sum.period)) уточнены по данным: \(names)."
        .replacing("..", with: ".")
    }
  }

  private func openings(of revisions: [Revision]) -> [String] {
    var seen: Set<Int> = []
    return revisions.flatMap(\.causes).filter { seen.insert($0.number).inserted }
      .sorted { $0.number < $1.number }
      .compactMap { entry in
        guard case .unlock = entry.act, let period = entry.period else { return nil }
        let day = CalendarDate(iso: String(entry.at.prefix(10))).map(Language.ru.shortDate) ?? ""
        return "Итоги за \(years.label(period)) открыты \(day): \(entry.reason)."
          .replacing("..", with: ".")
      }
  }

  /// The places of indicators and units.
  private struct Order {
    var indicators: [IndicatorCode: Int]
    var units: [UnitCode: Int]
  }

  private var order: Order {
    let register = material.register
    let units = [root.code] + register.nodes.map(\.unit.code) + register.units.map(\.code)
    return Order(
      indicators: Dictionary(
        pack.indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { one, _ in one }),
      units: Dictionary(
        units.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one }))
  }

  private func key(_ address: ValueAddress, _ order: Order) -> (Int, Int, Int, String) {
    (
      address.period.year, order.indicators[address.indicator] ?? .max,
      order.units[address.unit] ?? .max, address.breakdown.description
    )
  }
}

extension IndicatorWords {
  /// A value as lists of revisions print it: «34,8 % (100 из 287)», or what stands for a number.
  func signed(_ value: IndicatorValue) -> String {
    switch value.state {
    case .known: valueWithTerms(value)
    case .noData: CellWords.noData
    case .withheld: CellWords.withheld
    case .notApplicable: CellWords.notApplicable
    }
  }
}
