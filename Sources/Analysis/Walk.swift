import Monitoring

/// Finds the units and cells behind a value.
struct Walk {
  let series: Series
  let grid: Grid

  /// Positions of the units that a value is made of.
  func units(of address: ValueAddress) throws -> [Int] {
    guard let period = grid.position(of: address.period) else { return [] }
    if let node = grid.node(address.unit) { return grid.expectedUnits(of: node, in: period) }
    guard let unit = grid.position(of: address.unit) else {
      throw Trace.unknown(address, "the register has no unit \(address.unit)")
    }
    guard grid.isExpected(unit: unit, period: period) else {
      throw Trace.unknown(address, "\(address.unit) did not exist in \(address.period)")
    }
    guard !series.indicator.isMunicipalOnly else {
      throw Trace.unknown(address, "\(address.indicator) is shown for the municipality only")
    }
    return [unit]
  }

  /// Positions of the units that a value is compared with.
  func base(of address: ValueAddress, from before: Int, to period: Int) -> [Int] {
    if let node = grid.node(address.unit) { return grid.expectedUnits(of: node, in: before) }
    guard let unit = grid.position(of: address.unit) else { return [] }
    return Lineage(of: unit, from: before, to: period, in: grid).base
  }

  func contributions(
    of units: [Int], in period: Int, observation: (Observation.Key) throws -> Observation?
  ) throws -> [Trace.Contribution] {
    try units.map { position in
      let unit = grid.units[position].code
      func term(_ term: Indicator.Term) throws -> Trace.Term {
        let key = series.key(term, unit: unit, period: grid.periods[period])
        return Trace.Term(
          key: key, description: term.description, observation: try observation(key))
      }
      let part = try term(series.formula.numerator)
      let whole = try series.formula.denominator.map(term)
      return Trace.Contribution(
        unit: unit, state: Self.state(of: addend(part, whole)), numerator: part,
        denominator: whole)
    }
  }

  func value(
    of contributions: [Trace.Contribution], at address: ValueAddress, kind: Indicator.Kind
  ) throws -> IndicatorValue {
    var tally = Tally()
    for one in contributions { tally.add(addend(one.numerator, one.denominator)) }
    return try tally.value(at: address, kind: kind)
  }

  private func addend(_ numerator: Trace.Term, _ denominator: Trace.Term?) -> Addend {
    func side(_ term: Trace.Term) -> Side { term.observation.map { Side($0.state) } ?? .missing }
    return denominator.map { Addend(side(numerator), over: side($0)) } ?? Addend(side(numerator))
  }

  private static func state(of addend: Addend) -> Trace.State {
    switch addend {
    case .given: .given
    case .missing: .missing
    case .notApplicable: .notApplicable
    case .unreadable: .unreadable
    case .withheld: .withheld
    }
  }
}
