import ExactNumbers
import Monitoring

/// Finds what is worth a word, at the root, at units and in breakdowns.
struct SignalFinder {
  let grid: Grid
  let values: Valuation
  let comparisons: [ValueAddress: Comparison]
  let thresholds: SystemPack.Thresholds

  /// Ordered by weight, then by the pack's indicators, then by unit (the root first), breakdown
  /// and period (the newest first).
  func signals() -> [Signal] {
    var found: [Signal] = []
    let units = [grid.register.root.code] + grid.units.map(\.code)
    for series in seriesByIndicator {
      for unit in units {
        for one in series {
          for period in grid.periods.reversed() {
            let address = one.address(unit: unit, period: period)
            guard let value = values[address] else { continue }
            found += triggers(of: value, indicator: one.indicator).map {
              Signal(trigger: $0, address: address)
            }
            if unit == grid.register.root.code, let gap = gap(of: one, at: address) {
              found.append(gap)
            }
          }
        }
      }
    }
    // The order of finding is the order within a weight.
    return Trigger.allCases.sorted { $0.weight < $1.weight }.flatMap { trigger in
      found.filter { $0.trigger == trigger }
    }
  }

  /// The series of each indicator, so that a unit's whole stands before its breakdowns.
  private var seriesByIndicator: [[Series]] {
    var groups: [[Series]] = []
    for one in grid.series {
      if groups.last?.last?.position == one.position {
        groups[groups.count - 1].append(one)
      } else {
        groups.append([one])
      }
    }
    return groups
  }

  private func triggers(of value: IndicatorValue, indicator: Indicator) -> [Trigger] {
    var triggers: [Trigger] = []
    // What less than half of the units gave is no word on whether all of them reached it.
    if let target = indicator.target, value.address.breakdown.isWhole,
      !value.coverage.isMostlyLacking, let exact = value.exact
    {
      triggers.append(exact >= Fraction(target.atLeast) ? .targetMet : .targetMissed)
    }
    if !value.coverage.isComplete { triggers.append(.noData) }
    switch comparisons[value.address.term(.change)]?.verdict {
    case .growth: triggers.append(.growth)
    case .decline: triggers.append(.decline)
    case .steady: triggers.append(.steady)
    case .noData, .notComparable, nil: break
    }
    return triggers
  }

  /// Of units whose group is large enough the lowest and the highest share, when they lie far
  /// enough apart; of equal ones the first of the register.
  private func gap(of series: Series, at root: ValueAddress) -> Signal? {
    guard series.indicator.kind == .share else { return nil }
    var lowest: (address: ValueAddress, share: Fraction)?
    var highest: (address: ValueAddress, share: Fraction)?
    for unit in grid.units {
      let address = series.address(unit: unit.code, period: root.period)
      guard let value = values[address], let share = value.exact,
        let denominator = value.denominator, denominator >= thresholds.gapPersons
      else { continue }
      if lowest.map({ share < $0.share }) ?? true { lowest = (address, share) }
      if highest.map({ share > $0.share }) ?? true { highest = (address, share) }
    }
    guard let lowest, let highest, lowest.address != highest.address,
      highest.share - lowest.share >= Fraction(thresholds.gapPoints)
    else { return nil }
    return Signal(trigger: .gap, address: root, ends: [lowest.address, highest.address])
  }
}
