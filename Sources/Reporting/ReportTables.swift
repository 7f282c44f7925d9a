import Documents
import Monitoring
import Wording

/// The tables and charts of a report, each a value that has no bytes yet.
///
/// Every cell with a number carries the address by which `svodka trace` walks it back. A table
/// without rows is nil, so that no document has an empty one.
struct ReportTables {
  let material: ReportMaterial
  let years: PeriodWords

  init(_ material: ReportMaterial) {
    self.material = material
    years = PeriodWords(kind: material.pack.periodKind)
  }

  var pack: SystemPack { material.pack }
  var edition: Edition { material.edition }
  var period: Period { material.period }
  var root: Unit { material.register.root }

  func words() -> ValueWords { ValueWords(pack: pack, edition: edition) }

  func address(
    _ indicator: Indicator, unit: UnitCode? = nil, breakdown: Breakdown = .whole,
    period: Period? = nil
  ) -> ValueAddress {
    ValueAddress(
      indicator: indicator.code, unit: unit ?? root.code, breakdown: breakdown,
      period: period ?? self.period)
  }

  /// The indicators by the sections of the regulation, those with a target first.
  var groups: [IndicatorGroup] {
    var groups: [IndicatorGroup] = []
    let targets = pack.indicators.filter { $0.target != nil }
    if !targets.isEmpty {
      groups.append(IndicatorGroup(title: "Целевой показатель", indicators: targets))
    }
    let others = pack.indicators.filter { $0.target == nil }
    for section in pack.members(of: KnownClassifier.sections) {
      let members = others.filter { $0.section == section.code }
      guard !members.isEmpty else { continue }
      groups.append(IndicatorGroup(title: section.numberedTitle, indicators: members))
    }
    let rest = others.filter { $0.section == nil }
    if !rest.isEmpty { groups.append(IndicatorGroup(title: "Прочие показатели", indicators: rest)) }
    return groups
  }

  /// Text cells of a group's row; the writer spreads the first over the table.
  func groupRow(_ title: String) -> Table.Row {
    Table.Row([Table.Cell(title, alignment: .start)], kind: .group)
  }
}

/// Indicators that stand under one heading of a table.
struct IndicatorGroup {
  var title: String
  var indicators: [Indicator]
}

extension Classifier.Member {
  /// «2. Система наставничества»; without its number when the pack gives none.
  var numberedTitle: String {
    properties[KnownProperty.number].map { "\($0). \(title)" } ?? title
  }
}

extension Indicator {
  /// «2.5, ед.» for a count, «2.4» for a share: the heading of a narrow column.
  var columnLabel: String {
    switch kind {
    case .share: "\(label), %"
    case .count: "\(label),\(Mark.noBreakSpace)\(unit)"
    }
  }
}
