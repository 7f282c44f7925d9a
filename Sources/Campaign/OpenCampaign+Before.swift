import Monitoring
import Store

extension OpenCampaign {
  /// What a unit gave in the period before, as it counts: its own values, else those of the one
  /// unit that it continues. Of a merger nobody's values are the whole's: empty.
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
    var found: [[Observation]] = []
    for unit in register.lineage(of: place.unit) {
      let own = try values(UnitPeriod(unit: unit, period: before))
      if unit == place.unit, !own.isEmpty { return own }
      if !own.isEmpty { found.append(own) }
    }
    return found.count == 1 ? found[0].map { $0.taken(over: place.unit) } : []
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
