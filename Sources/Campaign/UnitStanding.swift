import Findings
import Foundation
package import Monitoring
import Store

/// How far one unit's form of one period has come.
package struct UnitStanding: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case missing
    /// Several files, and it is not known which of them counts.
    case undecided
    /// The file that counted was sent back, and no other one has come.
    case returned
    /// It came when its period was closed, and nothing had come before.
    case afterClosing = "after_closing"
    case withErrors = "with_errors"
    case withWarnings = "with_warnings"
    case clean
  }

  package var unit: UnitCode
  package var number: Int
  /// As tables print it.
  package var name: String
  package var period: Period
  package var state: State
  /// The file that counts; all that could, or that came after closing, while none does.
  package var files: [String]
  /// Files that came after the period was closed, beside one that had come before: they do not
  /// count until it is opened.
  package var late: [String]
  /// The number of the version that counts; nil while none does.
  package var version: Int?
  /// How many versions have come.
  package var versions: Int
  /// Open ones that wait for the unit.
  package var errors: Int
  /// Open ones that wait for the unit.
  package var warnings: Int
  /// Open findings that come from corrections of the office and wait for it.
  package var ofOffice: Int
  /// Errors among them.
  package var officeErrors: Int
  /// Warnings that the unit explained.
  package var explained: Int
  /// Findings whose values count because the office accepted them.
  package var accepted: Int
  /// Values that the office put right and that hold.
  package var corrected: Int
  /// When the version that counts first came; nil while none does.
  package var received: String?
  /// The line by which the file that counts was sent back; nil for one that was not.
  package var sentBack: JournalEntry?
  /// The name under which that file came once more after that, unchanged; nil unless it did.
  package var sentAgain: String?
  /// The line by which another file with the same values was sent back: this one counts; nil
  /// otherwise.
  package var unmended: JournalEntry?
  /// Files that came after it and were not taken.
  package var refused: [RefusedFile] = []
  /// Of a unit whose form of the campaign's last period is missing: those of earlier years that came
  /// in its stead.
  package var earlier: [EarlierForm] = []

  /// - Parameter required: the forms without which the unit's own is missing.
  init(
    unit: Monitoring.Unit, period: Period, required: [FormCode], stored: StoredForm
  ) {
    let (submissions, findings) = (stored.submissions, stored.findings)
    self.unit = unit.code
    number = unit.number
    name = unit.name(in: period).short
    self.period = period
    let main = submissions.filter { required.isEmpty || required.contains($0.submission.form) }
    let current = main.first { $0.standing == .current }
    let isLate = !main.isEmpty && main.allSatisfy { $0.standing == .closed }
    let closed = submissions.filter { $0.standing == .closed }.map(\.submission.fileName)
    files =
      current.map { [$0.submission.fileName] }
      ?? main.filter { $0.standing == .undecided || isLate }.map(\.submission.fileName)
    late = isLate ? [] : closed
    version = current?.version
    received = current?.came
    versions = main.count
    let isComplete = required.allSatisfy { form in main.contains { $0.submission.form == form } }
    errors = findings.count { $0.severity == .error && $0.isOpenToUnit }
    warnings = findings.count { $0.severity == .warning && $0.isOpenToUnit }
    ofOffice = findings.count { $0.isOpen && !$0.isOpenToUnit }
    officeErrors = findings.count {
      $0.severity == .error && $0.isOpen && !$0.isOpenToUnit
    }
    explained = findings.count { $0.explanation != nil }
    accepted = findings.count { $0.decision?.act == .accepted }
    corrected = stored.corrected
    sentBack = current.flatMap { stored.decisions.sentBack($0.submission.fileHash) }
    unmended = stored.unmended.flatMap { line in
      required.isEmpty || line.form.map(required.contains) ?? true ? line : nil
    }
    state =
      if main.isEmpty || !isComplete { .missing } else if isLate {
        .afterClosing
      } else if current
        == nil
      {
        .undecided
      } else if sentBack != nil {
        .returned
      } else if errors > 0 {
        .withErrors
      } else if warnings > 0 { .withWarnings } else { .clean }
  }
}

extension UnitStanding {
  /// Its files, joined with "; ".
  package var file: String { files.joined(separator: "; ") }

  /// All files that came after the period was closed.
  package var afterClosing: [String] { state == .afterClosing ? files : late }
}

/// What the store has of one unit's form of one period.
struct StoredForm {
  var submissions: [StoredSubmission] = []
  var findings: [Finding] = []
  /// How many values the office put right.
  var corrected = 0
  /// What the office decided about it.
  var decisions = FormDecisions([])
  /// The line by which a form was sent back that the one that counts repeats value by value.
  var unmended: JournalEntry?
}

extension StoredForm {
  init(_ place: UnitPeriod, in store: Store, findings ofUnits: UnitFindings) throws {
    submissions = try store.submissions(unit: place.unit, period: place.period)
    findings = try ofUnits.stored(place, in: store)
    let entries = try store.decisions(unit: place.unit, period: place.period)
    guard !entries.isEmpty else { return }
    decisions = FormDecisions(entries)
    unmended = try submissions.filter { $0.standing == .current }.lazy
      .compactMap { [submissions, decisions] in
        try UnmendedReturn.line(of: $0, among: submissions, decisions, in: store)
      }.first
    corrected = try store.observationsToCheck(unit: place.unit, period: place.period)
      .count { !$0.decisions.isEmpty }
  }
}

/// The step that says who handed in, who has errors and who is missing.
package struct CampaignStatus: Sendable {
  private let campaign: OpenCampaign

  package init(campaign: OpenCampaign) { self.campaign = campaign }

  /// Standings by period, in the order of the register; nil: of all periods.
  package func run(_ periods: [Period]? = nil) throws -> [Period: [UnitStanding]] {
    let periods = periods ?? campaign.settings.periods
    guard Store.exists(in: campaign.folder.root.path) else {
      return try standings(periods) { _ in StoredForm() }
    }
    let store = try campaign.store()
    return try run(
      StoredBook(campaign: campaign, store: store),
      files: FilesInInbox(campaign: campaign, store: store), periods)
  }

  /// The same of what was read from the store.
  func run(
    _ book: StoredBook, files: FilesInInbox, _ periods: [Period]? = nil
  ) throws -> [Period: [UnitStanding]] {
    let earlier = EarlierForms(book, files: files, last: campaign.current)
    return try standings(periods ?? campaign.settings.periods) {
      book.form($0)
    } complete: { standing, stored in
      let place = UnitPeriod(unit: standing.unit, period: standing.period)
      standing.refused = files.refused(at: place, after: stored)
      if standing.state == .missing, standing.period == campaign.current {
        standing.earlier = earlier.forms(of: standing.unit)
      }
      standing.sentAgain = standing.sentBack.flatMap(files.sentAgain)
    }
  }

  private func standings(
    _ periods: [Period], _ look: (UnitPeriod) throws -> StoredForm,
    complete: (inout UnitStanding, StoredForm) -> Void = { _, _ in }
  ) throws -> [Period: [UnitStanding]] {
    var standings: [Period: [UnitStanding]] = [:]
    let imported = Set(try campaign.importedPeriods())
    // Of a year that was taken over from a signed table nobody owes a form.
    for period in periods where !imported.contains(period) {
      standings[period] = try campaign.register.expected(in: period).map { unit in
        let stored = try look(UnitPeriod(unit: unit.code, period: period))
        var standing = UnitStanding(
          unit: unit, period: period, required: campaign.pack(of: period).requiredForms,
          stored: stored)
        complete(&standing, stored)
        return standing
      }
    }
    return standings
  }
}
