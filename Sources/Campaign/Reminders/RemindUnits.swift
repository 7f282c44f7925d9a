import Documents
import Expressions
package import Foundation
package import Monitoring
import Reporting
import Wording

/// The step that reminds: a letter for each unit whose form has not come or is to be mended.
package struct RemindUnits: Sendable {
  /// Whom to remind.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Those of whom nothing came.
    case missing
    /// Those whose form has open errors or was sent back.
    case due
    case all
  }

  private let campaign: OpenCampaign
  private let period: Period
  private let scope: Scope
  private let now: Date
  private let closed: Closed
  private let isDryRun: Bool

  /// What to do in a period whose results are signed.
  package enum Closed: Sendable, Hashable {
    /// Nothing: what came now would not count.
    case refuse
    case write
  }

  /// - Parameter period: nil: the current one.
  package init(
    campaign: OpenCampaign, period: Period?, scope: Scope, now: Date, closed: Closed = .refuse,
    isDryRun: Bool
  ) {
    self.closed = closed
    self.campaign = campaign
    self.period = period ?? campaign.current
    self.scope = scope
    self.now = now
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError`; what was written until then is whole.
  package func run() throws -> ReminderSummary {
    let folder = campaign.folder.reminders(period)
    let closing = try campaign.closing(of: period)
    if closed == .refuse, let closing {
      return ReminderSummary(
        period: period, closing: closing, folder: folder.path, letters: [], removed: [], kept: [])
    }
    let register = try ReadRegister(campaign: campaign, now: now).run(period)
    var shelf = try DocumentShelf(folder: folder, isDryRun: isDryRun)
    defer { try? shelf.close() }
    let blanks = BlankFiles(campaign: campaign, period: period)
    let words = ReminderWords(
      campaign: campaign, register: register, today: campaign.days.day(of: now),
      closing: closing)
    var summary = ReminderSummary(
      period: period, folder: folder.path, letters: [], removed: [], kept: [])
    for row in register.rows {
      let unit = row.standing.unit
      guard let reason = reason(row) else {
        switch try shelf.remove(Self.name(unit)) {
        case .removed: summary.removed.append(unit)
        case .kept: summary.kept.append(unit)
        case .none: break
        }
        continue
      }
      guard scope.holds(reason, row.standing.state) else { continue }
      summary.letters.append(try letter(to: row, reason, words, blanks, &shelf))
    }
    try shelf.close()
    return summary
  }

  private static func name(_ unit: UnitCode) -> String { "\(unit).eml" }

  /// Nil for a unit that has answered; what came after the period was closed is an answer.
  private func reason(_ row: FormRegister.Row) -> ReminderSummary.Reason? {
    guard row.standing.refused.isEmpty else { return .refused }
    guard row.standing.unmended == nil else { return .returned }
    return switch row.standing.state {
    case .missing:
      switch row.timing {
      case .overdue, .late: .missing
      case .awaited, .came, .inTime: .awaited
      }
    case .undecided: .undecided
    case .withErrors: .errors
    case .returned: .returned
    case .withWarnings, .clean, .afterClosing: nil
    }
  }

  private func letter(
    to row: FormRegister.Row, _ reason: ReminderSummary.Reason, _ words: ReminderWords,
    _ blanks: BlankFiles, _ shelf: inout DocumentShelf
  ) throws -> ReminderSummary.Letter {
    let unit = campaign.register[row.standing.unit]
    // Who handed in has a file to mend; a blank would ask to begin anew.
    let needsBlank = reason == .awaited || reason == .missing
    let blank = needsBlank ? try blanks.attachment(row.standing.unit) : nil
    let (subject, body) = try words.text(row, unit, reason, attachment: blank?.name)
    let draft = MailDraft(
      to: MailAddress.all(in: unit?.email ?? ""), subject: subject, date: today,
      body: body, attachments: blank.map { [$0] } ?? [])
    let (outcome, path) = try shelf.put(draft.bytes, at: Self.name(row.standing.unit))
    return ReminderSummary.Letter(
      unit: row.standing.unit, reason: reason, hasAddress: !draft.to.isEmpty,
      hasBlank: blank != nil,
      document: WrittenDocuments.Document(path: path, outcome: outcome))
  }

  /// The beginning of the run's day: a second run on one day writes the same bytes.
  private var today: Date { campaign.days.beginning(of: now) }
}

extension RemindUnits.Scope {
  fileprivate func holds(
    _ reason: ReminderSummary.Reason, _ state: UnitStanding.State
  ) -> Bool {
    switch (self, reason) {
    case (.all, _), (.missing, .awaited), (.missing, .missing): true
    case (.due, .errors), (.due, .undecided), (.due, .returned): true
    case (.due, .refused): true
    // Of whom a form counts, though a later file was refused, nothing is missing.
    case (.missing, .refused): state == .missing
    case (.missing, .errors), (.missing, .undecided), (.missing, .returned): false
    case (.due, .awaited), (.due, .missing): false
    }
  }
}

extension CampaignFolder {
  /// The letters that remind.
  package func reminders(_ period: Period) -> URL { output(period).appending(path: "reminders") }
}
