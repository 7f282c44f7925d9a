import Findings
import Intake
import Monitoring
import Store

/// Runs the rules over stored forms in batches: while one batch is read or stored, the rules run
/// over the others on all cores. What they find is stored in the order of the forms.
struct RuleBatches {
  /// Forms of a batch: one transaction, some 10 MB of values in memory.
  private static let size = 64
  /// Batches that are read and not stored.
  private static let ahead = 4

  let campaign: OpenCampaign
  let store: Store
  let pass: RulePass
  /// The units and periods of which a form came: of the others nothing has to be asked.
  let known: Set<UnitPeriod>
  /// Called with what was found in a batch, in order.
  let take: ([CheckedForm], [UnitPeriod: RuleOutcome]) async throws -> Void

  /// What the rules of one form look at.
  private struct Material: Sendable {
    var form: UncheckedForm
    var current: [Observation]
    var previous: [Observation]
    var decisions: FindingDecisions
  }

  private struct Batch: Sendable {
    var number: Int
    var forms: [UncheckedForm]
    var outcomes: [UnitPeriod: RuleOutcome] = [:]
  }

  /// - Parameter forms: of one period; all that was found in earlier ones is stored.
  func run(_ forms: [UncheckedForm]) async throws {
    let starts = Array(stride(from: 0, to: forms.count, by: Self.size))
    try await withThrowingTaskGroup(of: Batch.self) { group in
      var waiting: [Int: Batch] = [:]
      var started = 0
      var stored = 0
      while stored < starts.count {
        while started < starts.count, started - stored < Self.ahead {
          let start = starts[started]
          let part = Array(forms[start..<min(start + Self.size, forms.count)])
          let batch = Batch(number: started, forms: part)
          let materials = try materials(of: part)
          group.addTask { [pass] in Self.checked(batch, materials, pass) }
          started += 1
        }
        guard let batch = try await group.next() else { break }
        waiting[batch.number] = batch
        while let next = waiting.removeValue(forKey: stored) {
          try await take(next.forms.compactMap { Self.form($0, next.outcomes) }, next.outcomes)
          stored += 1
        }
      }
    }
  }

  private func materials(of forms: [UncheckedForm]) throws -> [Material] {
    try storing {
      let current = try store.observationsToCheck(forms.map(\.place))
      let decided = try store.decidedPlaces()
      return try zip(forms, current).map { form, current in
        let place = form.place
        let entries =
          decided.contains(place)
          ? try store.decisions(unit: place.unit, period: place.period) : []
        return Material(
          form: form, current: current,
          previous: try campaign.observationsBefore(place) { before in
            guard known.contains(before) else { return [] }
            return try store.observations(unit: before.unit, period: before.period)
          },
          decisions: FindingDecisions(entries))
      }
    }
  }

  private static func checked(
    _ batch: Batch, _ materials: [Material], _ pass: RulePass
  ) -> Batch {
    var batch = batch
    for one in materials {
      var outcome = pass.run(one.form.place, current: one.current, previous: one.previous)
      if !one.decisions.isEmpty { outcome?.decide(one.decisions.acceptance) }
      batch.outcomes[one.form.place] = outcome
    }
    return batch
  }

  private static func form(
    _ form: UncheckedForm, _ outcomes: [UnitPeriod: RuleOutcome]
  ) -> CheckedForm? {
    outcomes[form.place].map { outcome in
      CheckedForm(
        place: form.place, basis: form.basis, findings: outcome.findings,
        withheld: Array(outcome.withheld), accepted: outcome.accepted,
        notEvaluated: outcome.notEvaluated)
    }
  }
}
