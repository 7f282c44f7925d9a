package import Monitoring
import Store
package import Wording

/// The step that notes that the signed paper of a form was received.
package struct RecordScan: Sendable {
  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameter note: its reason is that of `reason(_:_:)`.
  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, note: DecisionNote, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.note = note
    self.isDryRun = isDryRun
  }

  /// The reason as the journal has it: «получен 20.01.2022; принёс завуч».
  package static func reason(_ day: CalendarDate, _ more: String) -> String {
    let received = "получен \(Language.ru.shortDate(day))"
    return more.isEmpty ? received : "\(received); \(more)"
  }

  /// - Throws: `CampaignError`.
  package func run() throws -> DecisionOutcome {
    let form = try DecidedForm(campaign, unit: unit, period: period)
    let earlier = try storing {
      try form.store.decisions(unit: unit, period: form.place.period)
    }.last { $0.act == .scan }
    if let earlier {
      throw CampaignError(
        .badDecision,
        ru: "\(form.name): скан уже отмечен (строка \(earlier.number) журнала: \(earlier.reason))",
        en: "\(form.name): the scan is noted already (line \(earlier.number): \(earlier.reason))")
    }
    if isDryRun { return DecisionOutcome(form: form, isDryRun: true) }
    return try form.write([form.entry(.scan, form: nil, note)])
  }
}
