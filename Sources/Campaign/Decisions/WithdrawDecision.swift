import Foundation
import Monitoring
import Store

/// The step by which a decision is taken back. Its line stays; another says that it holds no more.
package struct WithdrawDecision: Sendable {
  private let campaign: OpenCampaign
  private let line: Int
  private let note: DecisionNote
  private let isDryRun: Bool

  /// - Parameter line: the number of the line in the journal.
  package init(campaign: OpenCampaign, line: Int, note: DecisionNote, isDryRun: Bool) {
    self.campaign = campaign
    self.line = line
    self.note = note
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError` for a line that is none, is withdrawn already or cannot be.
  package func run() throws -> DecisionOutcome {
    let journal = Journal(
      Store.exists(in: campaign.folder.root.path)
        ? try storing { try campaign.store().journal() } : [])
    guard let entry = journal[line] else {
      throw refusal(
        ru: "такой строки в журнале нет; строки печатает svodka journal",
        en: "the journal has no such line; svodka journal prints them")
    }
    if let gone = journal.withdrawal(of: line) {
      throw refusal(
        ru: "решение уже отозвано строкой \(gone.number)",
        en: "it was withdrawn already, by line \(gone.number)")
    }
    guard entry.act.canBeWithdrawn, let unit = entry.unit, let period = entry.period else {
      throw refusal(
        ru:
          "это не решение о форме; отозвать можно исправление, принятие, возврат и отметку о скане",
        en: "it is no decision about a form; corrections, acceptances, returns and scans can be "
          + "withdrawn")
    }
    let form = try DecidedForm(campaign, unit: unit, period: period)
    if isDryRun { return DecisionOutcome(form: form, isDryRun: true) }
    return try form.write([form.entry(.withdraw(line), form: entry.form, note)])
  }

  private func refusal(ru: String, en: String) -> CampaignError {
    CampaignError(.badDecision, ru: "строка \(line): \(ru)", en: "line \(line): \(en)")
  }
}
