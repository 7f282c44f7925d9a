import Documents
import Monitoring
import Wording

extension ReportTables {
  /// Whose data are missing or withheld, by name: «Уточняются данные: организация – 3.3.».
  ///
  /// None in a public edition, which names no unit; there the coverage alone tells.
  func coverageNotes() -> [String] {
    guard !material.isPublic else { return [] }
    return [
      note("Нет данных", .noData), note("Уточняются данные", .withheld),
    ].compactMap { $0 }
  }

  private func note(_ beginning: String, _ state: IndicatorValue.State) -> String? {
    let indicators = pack.indicators.filter { !$0.isMunicipalOnly }
    let units = material.register.expected(in: period).compactMap { unit -> String? in
      let labels = indicators.filter { indicator in
        edition[address(indicator, unit: unit.code)]?.value?.state == state
      }.map(\.label)
      guard !labels.isEmpty else { return nil }
      let which = labels.count == indicators.count ? "все показатели" : Language.ru.list(labels)
      return "\(unit.name(in: period).short)\(Mark.noBreakSpace)\(Mark.dash) \(which)"
    }
    return units.isEmpty ? nil : "\(beginning): \(units.joined(separator: "; "))."
  }
}
