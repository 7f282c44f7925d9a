package import Monitoring
import Store

/// A form of a run that was taken, and with which something is odd all the same.
package struct StrayForm: Sendable, Hashable {
  package enum Oddity: Sendable, Hashable {
    /// It is of an earlier year, lies among the files of the last one, for which other units have
    /// handed in forms and its own has not.
    case ofEarlierPeriod(last: Period)
    /// The same file was sent back, by that line of the journal.
    case sentBack(JournalEntry)
    /// Another file with the same values was.
    case unchanged(JournalEntry)
  }

  /// Path below the inbox.
  package var file: String
  package var unit: UnitCode
  package var period: Period
  package var oddity: Oddity
}

/// Looks for odd forms among those that came in a run.
struct FindStrayForms {
  private let campaign: OpenCampaign
  private let store: Store
  /// What came in the stead of the last period's forms.
  private let earlier: [UnitCode: [EarlierForm]]

  /// - Parameter summary: of the run, checked.
  init(campaign: OpenCampaign, store: Store, summary: CollectSummary) {
    self.campaign = campaign
    self.store = store
    earlier = Dictionary(
      (summary.standings[campaign.current] ?? []).map { ($0.unit, $0.earlier) },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter stamp: of the run.
  func run(at stamp: String) throws -> [StrayForm] {
    try storing {
      let decided = try store.decidedPlaces()
      lazy var present = PresentNames(
        entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
      return try store.formsSeen(at: stamp).compactMap { form in
        let place = UnitPeriod(unit: form.unit, period: form.period)
        var oddity: StrayForm.Oddity?
        if decided.contains(place) {
          // Both must lie there: a file that was only moved did not come again.
          let isCopy = form.earlier.map { present.contains($0) } ?? false
          oddity = try returned(form, place, isCopy: isCopy)
        }
        return (oddity ?? old(form)).map {
          StrayForm(file: form.name, unit: form.unit, period: form.period, oddity: $0)
        }
      }
    }
  }

  /// - Parameter isCopy: whether the same bytes came under another name before, and lie there still.
  private func returned(
    _ form: SeenForm, _ place: UnitPeriod, isCopy: Bool
  ) throws -> StrayForm.Oddity? {
    let decisions = FormDecisions(try store.decisions(unit: place.unit, period: place.period))
    if isCopy, let entry = decisions.sentBack(form.hash) { return .sentBack(entry) }
    // One that was only moved did not come.
    guard form.earlier == nil || isCopy else { return nil }
    let versions = try store.submissions(unit: place.unit, period: place.period)
    let own = versions.first {
      $0.submission.fileHash == form.hash && $0.standing == .current
    }
    return try own.flatMap {
      try UnmendedReturn.line(of: $0, among: versions, decisions, in: store)
    }.map { .unchanged($0) }
  }

  private func old(_ form: SeenForm) -> StrayForm.Oddity? {
    let isMeant = (earlier[form.unit] ?? []).contains {
      $0.file == form.name && $0.period == form.period
    }
    return isMeant ? .ofEarlierPeriod(last: campaign.current) : nil
  }
}
