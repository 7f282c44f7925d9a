import ExactNumbers
package import Monitoring

extension Edition {
  /// The edition of `results` for one audience.
  ///
  /// Internal: everything. Public: the municipality only; a value whose count, or whose complement
  /// to the whole, lies between 1 and `pack.smallCell` less 1 is suppressed, and so is a share of a
  /// group smaller than that, 0 % and 100 % included; a change is there only when both of its
  /// values are shown; a signal only when all that it speaks of is, so that none names a unit; a
  /// revision only when nothing small follows from both of its values.
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
        comparisons: results.comparisons, signals: results.signals,
        revisions: results.revisions)
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
      },
      revisions: results.revisions.filter { address, revision in
        isShown(address) && revision.now.map { !cover.mustHide($0, or: revision.signed) } ?? false
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
    // What was published is known, and nobody knows of how many units it was made.
    if value.imported == nil, value.coverage.given < Self.fewestUnits { return true }
    if value.isPercentOnly { return false }
    guard let whole = value.denominator else { return isSmall(value.numerator) }
    if whole < limit || isSmall(value.numerator) { return true }
    // What cannot be subtracted cannot be shown to be harmless.
    guard let rest = try? whole - value.numerator else { return true }
    return isSmall(rest)
  }

  /// Whether two editions of a value could point at a person: each of them, or their difference,
  /// be it of persons, of the others, of the whole or of the units behind it.
  func mustHide(_ value: IndicatorValue, or other: IndicatorValue) -> Bool {
    if mustHide(value) || mustHide(other) { return true }
    let units = abs(value.coverage.given - other.coverage.given)
    if units > 0, units < Self.fewestUnits { return true }
    guard value.state == .known, other.state == .known else { return false }
    func rest(_ value: IndicatorValue) -> ExactNumber? {
      value.denominator.flatMap { try? $0 - value.numerator }
    }
    return [
      (value.numerator, other.numerator), (value.denominator, other.denominator),
      (rest(value), rest(other)),
    ].contains { one, two in
      guard let one, let two else { return false }
      guard let difference = try? one - two else { return true }
      return isSmall(difference.magnitude)
    }
  }

  private func isSmall(_ count: ExactNumber) -> Bool { count > 0 && count < limit }
}
