import Findings
import Monitoring
import Store

/// What an answer to one unit is made of, as the store has it.
struct UnitFacts: Sendable {
  /// A file of the unit that counts.
  struct File: Sendable, Hashable {
    /// Path below the inbox.
    var name: String
    var hash: String
    /// Why it cannot be given back with remarks in it; nil where nothing is known against it.
    var hindrance: CopyHindrance?
  }

  var unit: Monitoring.Unit
  var period: Period
  var stored: StoredForm
  /// Of forms that it must hand in and has not.
  var absent: [FormSchema]
  var files: [File]
  var notEvaluated: Int
  /// Values that the office put right.
  var corrected: [Observation]
  /// What the current versions changed against those before them.
  var changes: [SubmissionDiff.Change]

  /// How a file is called to its unit: by its name alone, by its path where two have one name.
  func label(of file: File) -> String {
    let name = InboxPath.last(file.name)
    let isAlone = files.allSatisfy { $0 == file || InboxPath.last($0.name) != name }
    return isAlone ? name : file.name
  }

  /// The submissions that count; where none does, those that could.
  var current: [StoredSubmission] {
    let current = stored.submissions.filter { $0.standing == .current }
    return current.isEmpty ? stored.submissions.filter { $0.standing == .undecided } : current
  }
}

/// Reads the facts of one unit after another.
struct UnitFactsSource {
  private let campaign: OpenCampaign
  private let store: Store
  private let ofUnits: UnitFindings
  /// The units whose forms a file holds, by hash.
  private let owners: [String: Set<UnitCode>]

  init(campaign: OpenCampaign, store: Store) throws {
    self.campaign = campaign
    self.store = store
    ofUnits = UnitFindings(campaign: campaign)
    owners = try storing {
      try store.submissions().reduce(into: [:]) { owners, stored in
        owners[stored.submission.fileHash, default: []].insert(stored.submission.unit)
      }
    }
  }

  /// Nil for a unit that has handed nothing in that counts or could.
  func facts(of unit: Monitoring.Unit, in period: Period) throws -> UnitFacts? {
    let place = UnitPeriod(unit: unit.code, period: period)
    return try storing {
      let stored = try StoredForm(place, in: store, findings: ofUnits)
      let here = stored.submissions.filter { [.current, .undecided].contains($0.standing) }
      guard !here.isEmpty else { return nil }
      return UnitFacts(
        unit: unit, period: period, stored: stored,
        absent: campaign.pack(of: period).forms.filter { form in
          !form.isOptional && !here.contains { $0.submission.form == form.code }
        },
        files: try files(of: here),
        notEvaluated: try store.notEvaluated(unit: unit.code, period: period),
        corrected: stored.corrected == 0
          ? []
          : try store.observationsToCheck(unit: unit.code, period: period)
            .filter { !$0.decisions.isEmpty },
        changes: try here.filter { $0.standing == .current }
          .flatMap { try changes(of: $0, among: stored.submissions) })
    }
  }

  private func files(of submissions: [StoredSubmission]) throws -> [UnitFacts.File] {
    var files: [UnitFacts.File] = []
    for stored in submissions {
      let hash = stored.submission.fileHash
      guard !files.contains(where: { $0.hash == hash }) else { continue }
      files.append(
        UnitFacts.File(
          name: stored.submission.fileName, hash: hash, hindrance: try hindrance(of: stored)))
    }
    return files
  }

  private func hindrance(of stored: StoredSubmission) throws -> CopyHindrance? {
    let hash = stored.submission.fileHash
    if stored.standing == .undecided { return .undecided }
    if try store.holdsPersons(hash: hash) { return .persons }
    if owners[hash, default: []].count > 1 { return .severalUnits }
    return store.path(of: hash) == nil ? .notKept : nil
  }

  /// Against the newest other file that came before.
  private func changes(
    of current: StoredSubmission, among all: [StoredSubmission]
  ) throws -> [SubmissionDiff.Change] {
    let earlier = all.last { other in
      other.submission.form == current.submission.form && other.version < current.version
        && other.submission.fileHash != current.submission.fileHash
    }
    guard let earlier else { return [] }
    let before = try store.observationsAsRead(of: earlier)
    let after = try store.observationsAsRead(of: current)
    return Observation.changes(from: before, to: after)
  }
}

extension Observation {
  /// In the order of the new ones; what is gone stands at the end.
  fileprivate static func changes(
    from before: [Observation], to after: [Observation]
  ) -> [SubmissionDiff.Change] {
    let old = Dictionary(before.map { ($0.key, $0.state) }, uniquingKeysWith: { first, _ in first })
    let new = Set(after.map(\.key))
    let changed = after.map { observation in
      SubmissionDiff.Change(
        field: observation.key.field, breakdown: observation.key.breakdown,
        before: old[observation.key], after: observation.state)
    }
    let gone = before.filter { !new.contains($0.key) }.map { observation in
      SubmissionDiff.Change(
        field: observation.key.field, breakdown: observation.key.breakdown,
        before: observation.state, after: nil)
    }
    return (changed + gone).filter(\.saysAnother)
  }
}
