import Documents
import ExactNumbers
import Monitoring
import Wording

extension ValueWords {
  /// The change against the period before: «+3,2 п. п.», «−4 (−12,5 %)».
  mutating func change(_ address: ValueAddress) -> Table.Cell {
    guard let comparison = edition.comparison(address) else { return unknownChange([address]) }
    switch comparison.verdict {
    case .notComparable:
      mark(.notComparable)
      return Table.Cell(CellWords.notComparable)
    case .noData: return unknownChange([address, address.period(comparison.before)])
    case .growth, .decline, .steady:
      guard let difference = comparison.difference else { return unknownChange([address]) }
      return changeCell(
        address, difference, comparison.relative, printed: comparison.printedDecimals)
    }
  }

  /// The change from an earlier period, of the two values that the edition shows.
  ///
  /// Not comparable when the definition changed after `first`; without data where less than half
  /// of the units gave one of the two.
  mutating func change(_ address: ValueAddress, since first: Period) -> Table.Cell {
    let breaks = pack.indicator(address.indicator)?.breaks ?? []
    if breaks.contains(where: { $0 > first && $0 <= address.period }) {
      mark(.notComparable)
      return Table.Cell(CellWords.notComparable)
    }
    let earlier = address.period(first)
    guard let later = edition[address]?.value, let base = edition[earlier]?.value,
      let now = later.exact, let before = base.exact,
      !later.coverage.isMostlyLacking, !base.coverage.isMostlyLacking
    else { return unknownChange([address, earlier]) }
    let printed = [later, base].filter(\.isPercentOnly).compactMap(\.imported?.decimals).min()
    return changeCell(
      address, now - before, (now - before).divided(by: before).map { $0 * 100 }, printed: printed)
  }

  private mutating func changeCell(
    _ address: ValueAddress, _ difference: Fraction, _ relative: Fraction?, printed: Int?
  ) -> Table.Cell {
    if printed != nil { mark(.pointsOnly) }
    let indicator = pack.indicator(address.indicator)
    let text = IndicatorWords(indicator).change(
      difference, relative: relative, kind: indicator?.kind ?? .share, printed: printed)
    return Table.Cell(text, trace: address.term(.change).description)
  }

  /// Suppressed when one of the values is; waiting with a value that waits to be mended; otherwise
  /// without data.
  private mutating func unknownChange(_ addresses: [ValueAddress]) -> Table.Cell {
    let isSuppressed = addresses.contains { address in
      edition[address].map { $0.value == nil } ?? false
    }
    if isSuppressed {
      mark(.suppressed)
      return Table.Cell(Mark.dash)
    }
    guard addresses.contains(where: { edition[$0]?.value?.state == .withheld }) else {
      return Table.Cell(CellWords.noData)
    }
    mark(.withheld)
    return Table.Cell(CellWords.withheld)
  }
}
