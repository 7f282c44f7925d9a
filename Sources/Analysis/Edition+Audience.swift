import ExactNumbers
package import Monitoring

extension Edition {
  /// The edition of `results` for one audience.
  ///
  /// Internal: everything. Public: the municipality only; a value whose count, or whose complement
  /// to the whole, lies between 1 and `pack.smallCell` less 1 is suppressed, and so is a share of a
  /// group smaller than that, 0 % and 100 % included; a change is there only when both of its
  /// values are shown; a signal only when all that it speaks of is, so that none names a unit.
  package init(
    _ audience: Audience, of results: ResultSet, pack: SystemPack, register: UnitRegister
  ) {
    switch audience {
    case .internal:
      self.init(
        audience: audience, periods: results.periods,
        values: results.values.mapValues {
          PublishedValue(address: $0.address, showing: .shown($0))
        },
        comparisons: results.comparisons, signals: results.signals)
    case .public:
      self.init(
        publicOf: results, cover: SmallCells(limit: pack.smallCell), root: register.root.code)
    }
  }

  private init(publicOf results: ResultSet, cover: SmallCells, root: UnitCode) {
    let values = results.values.filter { $0.key.unit == root }.mapValues {
      PublishedValue(
        address: $0.address, showing: cover.mustHide($0) ? .suppressed : .shown($0))
    }
    func isShown(_ address: ValueAddress) -> Bool {
      values[address.term(.value)]?.value != nil
    }
    let comparisons = results.comparisons.filter { address, comparison in
      isShown(address) && isShown(address.period(comparison.before))
    }
    self.init(
      audience: .public, periods: results.periods, values: values, comparisons: comparisons,
      signals: results.signals.filter { signal in
        switch signal.trigger {
        // The ends of a gap are single units.
        case .gap: false
        case .growth, .decline, .steady: comparisons[signal.address.term(.change)] != nil
        case .targetMissed, .targetMet, .noData: isShown(signal.address)
        }
      })
  }
}

/// Tells which values could point at a person.
struct SmallCells {
  /// A sum over fewer units is one unit's own data, or tells each of two the other's.
  static let fewestUnits = 3

  /// Counts from 1 to this less 1 are small.
  let limit: ExactNumber

  func mustHide(_ value: IndicatorValue) -> Bool {
    switch value.state {
    case .notApplicable, .noData, .withheld: return false
    case .known: break
    }
    if value.coverage.given < Self.fewestUnits { return true }
    guard let whole = value.denominator else { return isSmall(value.numerator) }
    if whole < limit || isSmall(value.numerator) { return true }
    // What cannot be subtracted cannot be shown to be harmless.
    guard let rest = try? whole - value.numerator else { return true }
    return isSmall(rest)
  }

  private func isSmall(_ count: ExactNumber) -> Bool { count > 0 && count < limit }
}
