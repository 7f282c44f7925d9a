import Findings
import Intake
import Monitoring
import Store
import Wording

/// What is to be said of units' forms, with what the office decided about it, and with the warnings
/// closed that the units explain in them.
///
/// Both are matched anew whenever findings are asked for: an explanation stands in the form and a
/// decision in the journal, so that nothing of them is kept beside the findings.
struct UnitFindings {
  private let campaign: OpenCampaign
  private let speaker: FindingSpeaker
  private let explanations: [Period: Explanations]
  private let names: CampaignNames
  private let contradictions: OfficeContradictions

  init(campaign: OpenCampaign) {
    self.campaign = campaign
    names = CampaignNames(campaign: campaign)
    contradictions = OfficeContradictions(campaign: campaign)
    speaker = FindingSpeaker(packs: campaign.packs)
    explanations = campaign.packs.mapValues { pack in
      Explanations(schemas: pack.forms, classifiers: pack.classifiers)
    }
  }

  /// All that the store has to say of every unit's form; only those about which anything was
  /// decided or explained are looked at one by one.
  func all(in store: Store) throws -> [UnitPeriod: [Finding]] {
    try storing {
      var found = try store.findings()
      let fields = explanations.values.reduce(into: Set<FieldCode>()) { $0.formUnion($1.fields) }
      let special = try store.decidedPlaces().union(store.places(saying: fields))
      for (place, findings) in found where special.contains(place) {
        found[place] = try explained(findings, at: place, in: store)
      }
      return found
    }
  }

  /// All that the store has to say of a unit's form.
  func stored(_ place: UnitPeriod, in store: Store) throws -> [Finding] {
    try explained(
      try store.findings(unit: place.unit, period: place.period), at: place, in: store)
  }

  /// These findings of a unit's form with the decisions of the office and the explanations of its
  /// current version.
  func explained(
    _ findings: [Finding], at place: UnitPeriod, in store: Store
  ) throws -> [Finding] {
    let findings = try decided(findings, at: place, in: store)
    guard let fields = explanations[place.period]?.fields, !fields.isEmpty,
      try store.hasObservations(of: fields, unit: place.unit, period: place.period)
    else { return findings }
    return explained(
      findings, at: place,
      observations: try store.observationsToCheck(unit: place.unit, period: place.period))
  }

  /// With what is to be said of decisions that hold no more.
  private func decided(
    _ findings: [Finding], at place: UnitPeriod, in store: Store
  ) throws -> [Finding] {
    let entries = try store.decisions(unit: place.unit, period: place.period)
    guard !entries.isEmpty else { return findings }
    let values = try store.observationsToCheck(unit: place.unit, period: place.period)
    let decided = try contradictions.marked(
      FindingDecisions(entries).applied(to: findings, values: values), at: place, values: values,
      in: store)
    let forms = try store.submissions(unit: place.unit, period: place.period)
      .filter { $0.standing == .current }.map(\.submission)
    return decided
      + LapsedDecisions(entries: entries, forms: forms, names: names).findings(
        asRead: try store.observationsAsRead(unit: place.unit, period: place.period),
        found: decided, at: place)
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
