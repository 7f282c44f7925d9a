package import Monitoring
import Store
package import Wording

/// The step that notes that the signed paper of a form was received.
package struct RecordScan: Sendable {
  private let campaign: OpenCampaign
  private let unit: UnitCode
  private let period: Period?
  private let received: CalendarDate
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameters:
  ///   - received: the day on which the paper came.
  ///   - note: its reason is that of `reason(_:_:)`.
  package init(
    campaign: OpenCampaign, unit: UnitCode, period: Period?, received: CalendarDate,
    note: DecisionNote, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.unit = unit
    self.period = period
    self.received = received
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
    try check(form)
    let decisions = try storing {
      try form.store.decisions(unit: unit, period: form.place.period)
    }
    if let earlier = FormDecisions(decisions).scan {
      throw CampaignError(
        .badDecision,
        ru: "\(form.name): скан уже отмечен (строка \(earlier.number) журнала: \(earlier.reason))",
        en: "\(form.name): the scan is noted already (line \(earlier.number): \(earlier.reason))")
    }
    if isDryRun { return DecisionOutcome(form: form, isDryRun: true) }
    return try form.write([form.entry(.scan(received: received.iso), form: nil, note)])
  }

  /// - Throws: for a day on which the paper of the period cannot have come.
  private func check(_ form: DecidedForm) throws {
    let period = form.place.period
    let day = (Language.ru.shortDate(received), Language.en.shortDate(received))
    if let today = campaign.days.day(of: note.now), received > today {
      throw CampaignError(
        .badDecision,
        ru: "\(form.name): \(day.0) ещё не наступило (сегодня \(Language.ru.shortDate(today))); "
          + "назовите день, в который скан получен: --on \(today.iso)",
        en: "\(form.name): \(day.1) lies in the future (today is \(today.iso)); name the day on "
          + "which the scan was received: --on \(today.iso)")
    }
    if let first = form.pack.periodKind.firstDay(of: period), received < first {
      throw CampaignError(
        .badDecision,
        ru: "\(form.name): \(day.0) – раньше, чем начался период \(period) "
          + "(\(Language.ru.shortDate(first))); проверьте --on и --period",
        en: "\(form.name): \(day.1) is before the period \(period) began (\(first.iso)); look at "
          + "--on and --period")
    }
  }
}
