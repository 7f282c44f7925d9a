import ExactNumbers
import Monitoring
import Store

/// What several units gave in one period, as what the one unit gave that continues them.
///
/// A count is the sum, where each of them gave it or said that it does not apply; it is missing as
/// soon as one of them is missing, unreadable or withheld, just as results are not compared with
/// half of a school. Shares, choices, texts and free rows have no sum: they are missing.
struct MergedObservations {
  /// Fields that may be summed: counts, and what indicators sum over units anyway.
  private let additive: Set<FieldCode>
  /// The first column of a table, by its other columns: where that is zero, these may be empty.
  private let leaders: [FieldCode: FieldCode]

  init(pack: SystemPack) {
    let summed = Set(
      pack.indicators.flatMap(\.formulas).flatMap {
        [$0.numerator, $0.denominator].compactMap(\.self)
      }
      .map(\.field))
    let fields = pack.forms.flatMap(\.fields)
    additive = Set(fields.filter { $0.isSummed(by: summed) }.map(\.code))
    var leaders: [FieldCode: FieldCode] = [:]
    for section in pack.forms.flatMap(\.sections) {
      guard case .table = section.layout else { continue }
      let columns = section.fields.filter { !$0.isIdentity }.map(\.code)
      for column in columns.dropFirst() { leaders[column] = columns.first }
    }
    self.leaders = leaders
  }

  private struct Place: Hashable {
    var field: FieldCode
    var breakdown: Breakdown
  }

  /// - Parameter parts: what each of the units gave, at least one.
  func together(_ parts: [[Observation]], as unit: UnitPeriod) -> [Observation] {
    let states = parts.map { part in
      Dictionary(
        part.map { (Place(field: $0.key.field, breakdown: $0.key.breakdown), $0.state) },
        uniquingKeysWith: { first, _ in first })
    }
    var seen: Set<Place> = []
    let places = parts.joined().map { Place(field: $0.key.field, breakdown: $0.key.breakdown) }
      .filter { seen.insert($0).inserted }
    return places.map { place in
      Observation(
        key: Observation.Key(
          unit: unit.unit, period: unit.period, field: place.field, breakdown: place.breakdown),
        state: sum(of: place, in: states), origin: nil)
    }
  }

  private func sum(
    of place: Place, in parts: [[Place: Observation.State]]
  ) -> Observation.State {
    guard additive.contains(place.field), place.breakdown.member(of: Breakdown.row) == nil else {
      return .missing
    }
    var sum = ExactSum()
    var isGiven = false
    for part in parts {
      switch part[place] ?? .missing {
      case .given(.number(let number)):
        guard sum.add(number) else { return .missing }
        isGiven = true
      case .notApplicable: continue
      case .missing where isNobodyThere(place, in: part): continue
      case .missing, .unreadable, .withheld, .given: return .missing
      }
    }
    guard isGiven else { return .notApplicable }
    return sum.total.map { .given(.number($0)) } ?? .missing
  }

  /// Whether the row's first column is zero, so that the others may rightly be empty.
  private func isNobodyThere(_ place: Place, in part: [Place: Observation.State]) -> Bool {
    guard let leader = leaders[place.field],
      case .given(.number(let number)) = part[Place(field: leader, breakdown: place.breakdown)]
    else { return false }
    return number.isZero
  }
}

extension FormField {
  fileprivate func isSummed(by indicators: Set<FieldCode>) -> Bool {
    switch kind {
    case .count: true
    case .number: indicators.contains(code)
    case .percent, .text, .yesNo, .choice, .date, .identity: false
    }
  }
}
