import Analysis
package import Monitoring
import Store

/// What became of the forms of the units behind a number, where more is to be said of them than
/// their cells say: nothing counts, or a file came after the period was closed.
package struct TracedForms: Sendable {
  private let standings: [UnitPeriod: UnitStanding]

  /// Looks where a form gives nothing and into closed periods only; empty for a campaign without a
  /// store, and where it has nothing to say.
  init(of contributions: [Trace.Contribution], _ store: Store?, _ campaign: OpenCampaign) throws {
    let closed = Set(campaign.settings.locked)
    let places = Set(
      contributions.filter { $0.isWithoutForm || closed.contains($0.numerator.key.period) }
        .map { UnitPeriod(unit: $0.numerator.key.unit, period: $0.numerator.key.period) })
    guard store != nil, !places.isEmpty else {
      standings = [:]
      return
    }
    let periods = Set(places.map(\.period)).sorted()
    let all = try CampaignStatus(campaign: campaign).run(periods).values.joined()
    standings = Dictionary(
      all.map { (UnitPeriod(unit: $0.unit, period: $0.period), $0) },
      uniquingKeysWith: { first, _ in first }
    ).filter { places.contains($0.key) }
  }

  /// The standing of the form that a value belongs to; nil where its cells say it all.
  package func standing(of key: Observation.Key) -> UnitStanding? {
    standings[UnitPeriod(unit: key.unit, period: key.period)]
  }
}

extension Trace.Contribution {
  /// Whether one of its sides is in no form that counts.
  fileprivate var isWithoutForm: Bool {
    numerator.observation == nil || denominator.map { $0.observation == nil } ?? false
  }
}
