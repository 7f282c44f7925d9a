import Findings
package import Monitoring
import Store

/// Which of the forms behind a number were sent back, so that what they say is withheld.
package struct TracedReturns: Sendable {
  private let decisions: [UnitPeriod: FormDecisions]

  /// Empty for a campaign without a store.
  init(_ store: Store?) throws {
    let held = Journal(try store?.journal() ?? []).holding
    let byPlace = Dictionary(grouping: held) { entry in
      entry.unit.flatMap { unit in entry.period.map { UnitPeriod(unit: unit, period: $0) } }
    }
    decisions = byPlace.reduce(into: [:]) { decisions, one in
      if let place = one.key { decisions[place] = FormDecisions(one.value) }
    }
  }

  /// The line by which the file of an observation was sent back; nil when it was not.
  package func line(of observation: Observation?) -> JournalEntry? {
    guard let observation, let hash = observation.origin?.hash else { return nil }
    let place = UnitPeriod(unit: observation.key.unit, period: observation.key.period)
    return decisions[place]?.sentBack(hash)
  }
}
