import Findings
import Foundation
import Intake
import Monitoring
import Store

/// A unit's form of one open period, about which somebody is to decide.
struct DecidedForm {
  let campaign: OpenCampaign
  let store: Store
  let place: UnitPeriod
  /// The unit's short name.
  let name: String

  /// - Parameter period: nil for the campaign's current one.
  /// - Throws: `CampaignError` for a unit or period that the campaign does not have, for a period
  ///   that is closed and for a campaign into which nothing has come.
  init(_ campaign: OpenCampaign, unit code: UnitCode, period: Period?) throws {
    let period = period ?? campaign.current
    guard let unit = campaign.register[code] else {
      let codes = UnitRegister.codes(near: code.rawValue, among: campaign.register.units)
      throw CampaignError(
        .noUnit, ru: "в реестре нет кода «\(code)»; коды: \(codes)",
        en: "the register has no code \"\(code)\"; codes: \(codes)")
    }
    guard campaign.settings.periods.contains(period) else {
      let periods = campaign.settings.periods.map(\.description).joined(separator: ", ")
      throw CampaignError(
        .noPeriod, ru: "периода \(period) в кампании нет; есть \(periods)",
        en: "the campaign has no period \(period); it has \(periods)")
    }
    guard !campaign.settings.locked.contains(period) else {
      throw CampaignError(
        .badDecision,
        ru: "период \(period) закрыт, его итоги подписаны; сначала откройте его: svodka unlock, "
          + "с причиной",
        en: "the period \(period) is closed and its results are signed; open it first: "
          + "svodka unlock, with a reason")
    }
    guard Store.exists(in: campaign.folder.root.path) else { throw Self.nothingCame }
    self.campaign = campaign
    store = try campaign.store()
    place = UnitPeriod(unit: code, period: period)
    name = unit.name(in: period).short
  }

  private static let nothingCame = CampaignError(
    .badDecision,
    ru: "в кампанию ещё ничего не поступило; положите формы в inbox и запустите svodka collect",
    en: "nothing has come into the campaign yet; put forms into the inbox and run svodka collect")

  var pack: SystemPack { campaign.pack(of: place.period) }

  /// The forms that count, in the order of their codes.
  func current() throws -> [StoredSubmission] {
    try storing { try store.submissions(unit: place.unit, period: place.period) }
      .filter { $0.standing == .current }
  }

  /// - Throws: for a unit of which no file counts.
  func currentOrRefusal() throws -> [StoredSubmission] {
    let current = try current()
    if !current.isEmpty { return current }
    throw CampaignError(
      .badDecision,
      ru: "\(name), \(place.period): нет файла, который учитывается; см. svodka status",
      en: "\(name), \(place.period): no file counts; see svodka status")
  }

  /// All that is to be said of the form now, with what was decided.
  func findings() throws -> [Finding] {
    try storing { try UnitFindings(campaign: campaign).stored(place, in: store) }
  }

  /// The values as they count.
  func counted() throws -> [Observation] {
    try storing { try store.observations(unit: place.unit, period: place.period) }
  }

  func entry(_ act: JournalEntry.Act, form: FormCode?, _ note: DecisionNote) -> JournalEntry {
    JournalEntry(
      at: note.stamp, author: note.author, reason: note.reason, act: act, period: place.period,
      unit: place.unit, form: form)
  }

  /// What the lines make of the form, once they are written and its rules have run again.
  /// - Throws: `CampaignError`; then nothing was written, or the next `check` goes on from there.
  func write(_ entries: [JournalEntry]) throws -> DecisionOutcome {
    var outcome = DecisionOutcome(form: self, isDryRun: false)
    let (findings, counted) = (try self.findings(), try self.counted())
    outcome.lines = try storing { try store.write(entries) }
    outcome.canBeWithdrawn = entries.allSatisfy(\.act.canBeWithdrawn)
    var rules = RunRules(campaign: campaign)
    try rules.renew(after: place, in: store)
    outcome.compare(findings, try self.findings(), counted, try self.counted())
    return outcome
  }
}
