import ExactNumbers
import Monitoring

/// A reason to say something: a trigger at a value, from a signal of the edition or derived here.
struct Occasion: Hashable {
  var trigger: Trigger
  /// The value that it speaks of, term `.value`.
  var address: ValueAddress
  /// For a gap between units: the lowest and the highest; for a unit or a member that lies behind:
  /// the value that it lies behind.
  var others: [ValueAddress]

  init(_ trigger: Trigger, _ address: ValueAddress, others: [ValueAddress] = []) {
    self.trigger = trigger
    self.address = address
    self.others = others
  }
}

/// The occasions of one period, by unit and breakdown.
struct Occasions {
  private struct Place: Hashable {
    var unit: UnitCode
    var breakdown: Breakdown
  }

  private let pack: SystemPack
  private let edition: Edition
  private let register: UnitRegister
  private let period: Period
  private let signals: [Place: [Signal]]

  init(pack: SystemPack, edition: Edition, register: UnitRegister, period: Period) {
    self.pack = pack
    self.edition = edition
    self.register = register
    self.period = period
    signals = Dictionary(
      grouping: edition.signals.filter { $0.address.period == period },
      by: { Place(unit: $0.address.unit, breakdown: $0.address.breakdown) })
  }

  /// What there is to say of a unit (or of one member in it), the weightiest first, then in the
  /// order of the pack's indicators.
  ///
  /// Beside its signals: for anything but the municipality's whole, `.gap` where it lies behind the
  /// municipality by at least the pack's gap, and `.noData` where a value is not known.
  func at(_ unit: UnitCode, _ breakdown: Breakdown = .whole) -> [Occasion] {
    var found: [Occasion] = []
    for signal in signals[Place(unit: unit, breakdown: breakdown)] ?? [] {
      found.append(Occasion(signal.trigger, signal.address, others: signal.ends))
    }
    if unit != register.root.code || !breakdown.isWhole {
      for indicator in pack.indicators {
        if let one = derived(indicator, unit, breakdown), !found.contains(where: same(one)) {
          found.append(one)
        }
      }
    }
    return sorted(found)
  }

  /// What there is to say to everybody: data that single units did not give call for nothing from
  /// all, only what most of them did not.
  func forAll(_ breakdown: Breakdown = .whole) -> [Occasion] {
    at(register.root.code, breakdown).filter { occasion in
      occasion.trigger != .noData
        || edition[occasion.address]?.value?.coverage.isMostlyLacking ?? false
    }
  }

  /// Whether a unit gave no number at all: it handed in no form.
  func hasNothing(_ unit: UnitCode) -> Bool {
    let states = pack.indicators.compactMap { indicator in
      edition[ValueAddress(indicator: indicator.code, unit: unit, period: period)]?.value?.state
    }
    return !states.isEmpty && states.allSatisfy { $0 == .noData }
  }

  /// Whether it went the wrong way, however little.
  func isWorse(_ occasion: Occasion) -> Bool {
    guard let difference = edition.comparison(occasion.address)?.difference,
      !difference.isZero
    else { return false }
    return switch pack.indicator(occasion.address.indicator)?.direction {
    case .up: difference.isNegative
    case .down: !difference.isNegative
    case .context, nil: false
    }
  }

  /// Targets that are set for the municipality only, but that its units work for.
  func targets() -> [Occasion] {
    at(register.root.code).filter { occasion in
      switch occasion.trigger {
      case .targetMissed, .targetMet:
        pack.indicator(occasion.address.indicator)?.isMunicipalOnly ?? false
      case .decline, .gap, .noData, .growth, .steady: false
      }
    }
  }

  private func same(_ one: Occasion) -> (Occasion) -> Bool {
    { $0.trigger == one.trigger && $0.address == one.address }
  }

  func sorted(_ occasions: [Occasion]) -> [Occasion] {
    let order = Dictionary(
      pack.indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = occasions.enumerated().map { position, one in
      (
        key: [one.trigger.weight, order[one.address.indicator] ?? order.count, position],
        value: one
      )
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  private func derived(
    _ indicator: Indicator, _ unit: UnitCode, _ breakdown: Breakdown
  ) -> Occasion? {
    let address = ValueAddress(
      indicator: indicator.code, unit: unit, breakdown: breakdown, period: period)
    guard let value = edition[address]?.value else { return nil }
    switch value.state {
    case .noData, .withheld: return Occasion(.noData, address)
    case .notApplicable: return nil
    case .known: return behind(indicator, value)
    }
  }

  /// A share that lies far behind the municipality's, where more is better; one that lies behind at
  /// all and fell by the pack's points, if only by few persons, has declined.
  private func behind(_ indicator: Indicator, _ value: IndicatorValue) -> Occasion? {
    guard indicator.kind == .share, indicator.direction == .up, let own = value.exact,
      let persons = value.denominator, persons >= pack.thresholds.gapPersons
    else { return nil }
    let whole = ValueAddress(
      indicator: indicator.code, unit: register.root.code, period: period)
    guard let all = edition[whole]?.value?.exact, own < all else { return nil }
    if all - own >= Fraction(pack.thresholds.gapPoints) {
      return Occasion(.gap, value.address, others: [whole])
    }
    guard value.address.unit != register.root.code,
      let difference = edition.comparison(value.address)?.difference, difference.isNegative,
      difference.magnitude >= Fraction(pack.thresholds.sharePoints)
    else { return nil }
    return Occasion(.decline, value.address)
  }
}
