package import Monitoring
import Store
package import Wording

/// The step that notes that signed papers were received: of all units that are named, or of none.
package struct RecordScan: Sendable {
  private let campaign: OpenCampaign
  private let units: [UnitCode]
  private let period: Period?
  private let received: CalendarDate
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameters:
  ///   - units: whose papers came; one that is named twice counts once.
  ///   - received: the day on which they came.
  ///   - note: its reason is that of `reason(_:_:)`.
  package init(
    campaign: OpenCampaign, units: [UnitCode], period: Period?, received: CalendarDate,
    note: DecisionNote, isDryRun: Bool
  ) {
    self.campaign = campaign
    var seen: Set<UnitCode> = []
    self.units = units.filter { seen.insert($0).inserted }
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

  /// - Returns: in the order of `units`.
  /// - Throws: `CampaignError` that names every unit of which the paper cannot be noted; then
  ///   nothing is written.
  package func run() throws -> [DecisionOutcome] {
    var refusals: [CampaignError] = []
    let forms = try units.compactMap { unit in
      do {
        return try checked(unit)
      } catch let error as CampaignError where [.noUnit, .badDecision].contains(error.code) {
        if !refusals.contains(error) { refusals.append(error) }
        return nil
      }
    }
    if let refusal = together(refusals) { throw refusal }
    if isDryRun { return forms.map { DecisionOutcome(form: $0, isDryRun: true) } }
    return try forms.map { form in
      try form.write([form.entry(.scan(received: received.iso), form: nil, note)])
    }
  }

  /// What is wrong with each unit, in one sentence; nil when nothing is.
  private func together(_ refusals: [CampaignError]) -> CampaignError? {
    guard let first = refusals.first, units.count > 1 else { return refusals.first }
    func lines(_ words: (CampaignError) -> String) -> String {
      refusals.map { "\n  " + words($0) }.joined()
    }
    return CampaignError(
      first.code,
      ru: "не отмечено ничего; поправьте и повторите команду:" + lines(\.russian),
      en: "nothing was noted; mend this and give the command again:" + lines(\.english))
  }

  /// - Throws: `CampaignError` for a unit whose paper cannot be noted, or is noted already.
  private func checked(_ unit: UnitCode) throws -> DecidedForm {
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
    return form
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
        ru: "\(form.name): \(day.0) — раньше, чем начался период \(period) "
          + "(\(Language.ru.shortDate(first))); проверьте --on и --period",
        en: "\(form.name): \(day.1) is before the period \(period) began (\(first.iso)); look at "
          + "--on and --period")
    }
  }
}
