import Monitoring
import Store

extension OpenCampaign {
  /// What a unit gave in the period before, as it counts: the same values that its results are
  /// compared with. Of one that continues others it is what all of them gave together; of a part of
  /// a unit that was split, and where part of a merger gave nothing, nobody can say: empty.
  func observationsBefore(_ place: UnitPeriod, in store: Store) throws -> [Observation] {
    try observationsBefore(place) { before in
      try storing { try store.observations(unit: before.unit, period: before.period) }
    }
  }

  /// The same of values that are looked up elsewhere than in the store alone.
  func observationsBefore(
    _ place: UnitPeriod, values: (UnitPeriod) throws -> [Observation]
  ) rethrows -> [Observation] {
    guard let before = place.period.previous else { return [] }
    let earlier = register.earlier(of: place.unit, in: before, to: place.period)
    guard earlier.isWhole else { return [] }
    let parts = try earlier.units.map { try values(UnitPeriod(unit: $0, period: before)) }
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { return [] }
    let unit = UnitPeriod(unit: place.unit, period: before)
    if parts.count == 1 { return parts[0].map { $0.taken(over: unit.unit) } }
    return MergedObservations(pack: pack(of: place.period)).together(parts, as: unit)
  }
}

extension Observation {
  /// The observation as one of the unit that continues its own.
  fileprivate func taken(over unit: UnitCode) -> Observation {
    var copy = self
    copy.key.unit = unit
    return copy
  }
}
