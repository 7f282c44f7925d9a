import Findings
import Intake
import Monitoring
import Store
import Wording

/// What is to be said of units' forms, with the warnings closed that the units explain in them.
///
/// An explanation is matched anew whenever findings are asked for: it stands in the form, so that
/// nothing of it is kept beside the form's values.
struct UnitFindings {
  private let speaker: FindingSpeaker
  private let explanations: [Period: Explanations]

  init(campaign: OpenCampaign) {
    speaker = FindingSpeaker(packs: campaign.packs)
    explanations = campaign.packs.mapValues { pack in
      Explanations(schemas: pack.forms, classifiers: pack.classifiers)
    }
  }

  /// All that the store has to say of a unit's form.
  func stored(_ place: UnitPeriod, in store: Store) throws -> [Finding] {
    try explained(
      try store.findings(unit: place.unit, period: place.period), at: place, in: store)
  }

  /// These findings of a unit's form with the explanations of its current version.
  func explained(
    _ findings: [Finding], at place: UnitPeriod, in store: Store
  ) throws -> [Finding] {
    guard let fields = explanations[place.period]?.fields, !fields.isEmpty,
      try store.hasObservations(of: fields, unit: place.unit, period: place.period)
    else { return findings }
    return explained(
      findings, at: place,
      observations: try store.observationsAsRead(unit: place.unit, period: place.period))
  }

  /// These findings of a unit's form with the explanations among its observations.
  func explained(
    _ findings: [Finding], at place: UnitPeriod, observations: [Observation]
  ) -> [Finding] {
    explanations[place.period]?.applied(to: findings, observations: observations) { finding in
      Language.allCases.map { speaker.words(finding, $0) }
    } ?? findings
  }
}
