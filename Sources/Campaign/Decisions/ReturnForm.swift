package import Monitoring
import Store

/// The step by which a form is sent back: its values are withheld until another file comes.
package struct ReturnForm: Sendable {
  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let form: FormCode?
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameter form: needed only where several forms of the unit count.
  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, form: FormCode?, note: DecisionNote,
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

extension DecidedForm {
  /// The form that is meant among those that count.
  func only(_ current: [StoredSubmission], form: FormCode?) throws -> StoredSubmission {
    let meant = current.filter { form == nil || $0.submission.form == form }
    if meant.count == 1 { return meant[0] }
    let codes = Set(current.map(\.submission.form.rawValue)).sorted().joined(separator: ", ")
    throw CampaignError(
      .badDecision, ru: "\(name): назовите форму ключом --form; есть: \(codes)",
      en: "\(name): name the form by --form; there are: \(codes)")
  }
}
