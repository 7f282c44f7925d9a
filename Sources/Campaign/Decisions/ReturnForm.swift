package import Monitoring
import Store

/// The step by which a form is sent back: its values are withheld until another file comes.
package struct ReturnForm: Sendable {
  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let form: String?
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameter form: its code or title; needed only where several forms of the unit count.
  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, form: String?, note: DecisionNote,
    isDryRun: Bool
  ) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.form = form
    self.note = note
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError`, also for a form that was sent back already.
  package func run() throws -> DecisionOutcome {
    let decided = try DecidedForm(campaign, unit: unit, period: period)
    let current = try decided.currentOrRefusal()
    let one = try decided.only(current, form: form)
    try decided.refuseReturned([one])
    let entry = decided.entry(
      .returnForm(hash: one.submission.fileHash), form: one.submission.form, note)
    guard isDryRun else { return try decided.write([entry]) }
    return try rehearse(decided, one)
  }

  private func rehearse(_ form: DecidedForm, _ one: StoredSubmission) throws -> DecisionOutcome {
    var outcome = DecisionOutcome(form: form, isDryRun: true)
    let (findings, counted) = (try form.findings(), try form.counted())
    let fields = Set(
      form.pack.forms.filter { $0.code == one.submission.form }.flatMap { $0.fields.map(\.code) })
    let withheld = counted.map { observation in
      var observation = observation
      if case .given(let value) = observation.state, fields.contains(observation.key.field) {
        observation.state = .withheld(value)
      }
      return observation
    }
    outcome.compare(findings, findings, counted, withheld)
    return outcome
  }
}
