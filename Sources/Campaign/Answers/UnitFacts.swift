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
  /// Files that came after the version that counts and were not taken.
  var refused: [RefusedFile] = []
  /// The name under which the file that was sent back came once more, unchanged; nil unless it did.
  var sentAgain: String?
  /// The line that closed the period; nil while it is open.
  var closing: JournalEntry?

  /// All that is to be said of what the unit sent.
  var findings: [Finding] { stored.findings + refused.flatMap(\.findings) }

  /// How a file is called to its unit: by its name alone, by its path where two have one name.
  func label(of file: File) -> String {
    InboxPath.told(file.name, among: files.map(\.name))
  }

  /// Names of the files that came after the period was closed.
  var late: [String] {
    let names = stored.submissions.filter { $0.standing == .closed }.map(\.submission.fileName)
    return names.map { InboxPath.told($0, among: files.map(\.name) + names) }
  }

  /// The submissions that count; where none does, those that could.
  var current: [StoredSubmission] {
    let current = stored.submissions.filter { $0.standing == .current }
    return current.isEmpty ? stored.submissions.filter { $0.standing == .undecided } : current
  }

  /// The files of which none is known to count.
  var undecided: [File] {
    let hashes = stored.submissions.filter { $0.standing == .undecided }
      .map(\.submission.fileHash)
    return files.filter { hashes.contains($0.hash) }
  }
}

/// Reads the facts of one unit after another.
struct UnitFactsSource {
  private let campaign: OpenCampaign
  private let store: Store
  private let ofUnits: UnitFindings
  /// The units whose forms a file holds, by hash.
  private let owners: [String: Set<UnitCode>]
  private let inbox: FilesInInbox
  /// The lines that closed the periods that are closed.
  private let closings: [Period: JournalEntry]

  init(campaign: OpenCampaign, store: Store) throws {
    self.campaign = campaign
    self.store = store
    ofUnits = UnitFindings(campaign: campaign)
    inbox = try FilesInInbox(campaign: campaign, store: store)
    closings = try storing {
      try campaign.settings.locked.reduce(into: [:]) { closings, period in
        closings[period] = try store.signings(of: period).last
      }
    }
    owners = try storing {
      try store.submissions().reduce(into: [:]) { owners, stored in
        owners[stored.submission.fileHash, default: []].insert(stored.submission.unit)
      }
    }
  }

  /// Files that were not taken, and of which nobody can tell whose they are.
  func unclaimed(in period: Period) -> [RefusedFile] {
    inbox.unclaimed(in: period)
  }

  /// Whether all that came of a unit came after its period was closed; asked of a unit of which
  /// `facts` finds nothing.
  func isLate(_ unit: UnitCode, in period: Period) throws -> Bool {
    try storing { try store.submissions(unit: unit, period: period) }
      .contains { $0.standing == .closed }
  }

  /// Nil for a unit that has handed nothing in that counts or could, or was refused.
  func facts(of unit: Monitoring.Unit, in period: Period) throws -> UnitFacts? {
    let place = UnitPeriod(unit: unit.code, period: period)
    return try storing {
      let stored = try StoredForm(place, in: store, findings: ofUnits)
      let here = stored.submissions.filter { [.current, .undecided].contains($0.standing) }
      let current = here.filter { $0.standing == .current }
      let refused = inbox.refused(at: place, after: stored)
      guard !here.isEmpty || !refused.isEmpty else { return nil }
      let sentBack = stored.decisions.sentBack(anyOf: current.map(\.submission.fileHash))
      let sentAgain = sentBack.flatMap(inbox.sentAgain)
      let own = try files(of: here).map { file in
        var file = file
        // As the unit called it last.
        if let sentAgain, sentBack?.returned == file.hash { file.name = sentAgain }
        return file
      }
      return UnitFacts(
        unit: unit, period: period, stored: stored,
        absent: absent(from: here, refused, in: period),
        files: try own + refused.map { try file($0) },
        notEvaluated: try store.notEvaluated(unit: unit.code, period: period),
        corrected: stored.corrected == 0
          ? []
          : try store.observationsToCheck(unit: unit.code, period: period)
            .filter { !$0.decisions.isEmpty },
        changes: try current.flatMap { try changes(of: $0, among: stored.submissions) },
        refused: refused, sentAgain: sentAgain, closing: closings[period])
    }
  }

  /// The forms that are to be asked for: a file that was not taken was to be the only one, or the
  /// one that its findings name.
  private func absent(
    from here: [StoredSubmission], _ refused: [RefusedFile], in period: Period
  ) -> [FormSchema] {
    let required = campaign.pack(of: period).forms.filter { !$0.isOptional }
    guard required.count > 1 || refused.isEmpty else { return [] }
    let named = Set(refused.flatMap(\.findings).map(\.key.form))
    return required.filter { form in
      !named.contains(form.code.rawValue)
        && !here.contains { $0.submission.form == form.code }
    }
  }

  private func file(_ refused: RefusedFile) throws -> UnitFacts.File {
    let hash = refused.hash
    let hindrance: CopyHindrance? =
      try store.holdsPersons(hash: hash) ? .persons : store.path(of: hash) == nil ? .notKept : nil
    return UnitFacts.File(name: refused.name, hash: hash, hindrance: hindrance)
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
    try current.before(among: all).map { try store.changes(from: $0, to: current) } ?? []
  }
}
