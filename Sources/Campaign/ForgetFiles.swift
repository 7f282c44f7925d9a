package import Foundation
import Monitoring
import Store

/// The step that destroys files with rows of persons whose term is over, and proves it.
package struct ForgetFiles: Sendable {
  /// What is done with such files in the inbox, which are the methodist's.
  package enum InboxCare: Sendable {
    case name
    case destroy
  }

  private let campaign: OpenCampaign
  private let now: Date
  private let until: String?
  private let inbox: InboxCare
  private let isDryRun: Bool

  /// - Parameter until: ISO 8601; files whose term ends on this day or before are destroyed now.
  ///   Nil: those whose term ended before the day of `now`.
  package init(
    campaign: OpenCampaign, now: Date, until: String?, inbox: InboxCare, isDryRun: Bool
  ) {
    self.campaign = campaign
    self.now = now
    self.until = until
    self.inbox = inbox
    self.isDryRun = isDryRun
  }

  /// - Throws: `CampaignError`. What was destroyed until then is in the journal.
  package func run() throws -> ForgetSummary {
    var summary = ForgetSummary(term: campaign.settings.rostersKeptUntil, isDryRun: isDryRun)
    guard Store.exists(in: campaign.folder.root.path) else { return summary }
    let store = try campaign.store()
    let files = try storing { try store.personsFiles() }
    guard isDue else {
      summary.waiting = files.compactMap { file in
        file.path.map { .init(path: $0, hash: file.hash, size: file.size) }
      }
      return summary
    }
    let stamp = now.formatted(.iso8601)
    for file in files { try destroy(file, in: store, stamp, &summary) }
    let known = Dictionary(files.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
    let copies = FileCopies(folder: campaign.folder)
    let search = try copies.find(known)
    // In a dry run the kept copies are still there.
    let kept = Set(summary.destroyed.map(\.path))
    lazy var reader = FormReader(campaign: campaign)
    for copy in search.copies where isDestroyed(copy) {
      try destroy(copy, called: name(of: copy, reader), in: store, stamp, &summary)
    }
    summary.take(search, without: { isDestroyed($0) || kept.contains($0.path) })
    guard !isDryRun, !summary.destroyed.isEmpty else { return summary }
    try storing { try store.compact() }
    // Nothing is called destroyed because it was meant to be.
    summary.take(try copies.find(known), without: { _ in false })
    try prove(store, stamp, &summary)
    return summary
  }

  /// Those that there are.
  private var answers: [String] {
    campaign.settings.periods.map { "out/\($0)/answers" }.filter { path in
      FileManager.default.fileExists(atPath: campaign.folder.root.appending(path: path).path)
    }
  }

  private func prove(_ store: Store, _ stamp: String, _ summary: inout ForgetSummary) throws {
    let columns = campaign.pack.rosters.flatMap { $0.columns.map(\.label) }
    summary.act = try DestructionAct(
      settings: campaign.settings, categories: columns, summary: summary, stamp: stamp,
      local: campaign.days.local(stamp), answers: answers
    ).write(to: campaign.folder)
    let lines = try storing { try store.forgottenFiles() }.map { line in
      "\(line.forgotten)\t\(line.hash)\t\(line.size)\t\(line.path)\n"
    }
    try WholeFile.write(
      Array(lines.joined().utf8),
      to: campaign.folder.root.appending(path: "\(DestructionAct.folder)/journal.txt"))
  }

  /// All rosters of a campaign have one term; without any they should not have been kept.
  private var isDue: Bool {
    if let until, let term = campaign.settings.rostersKeptUntil { return term <= until }
    return campaign.isRosterTermOver(at: now.formatted(.iso8601))
  }

  private func destroy(
    _ file: PersonsFile, in store: Store, _ stamp: String, _ summary: inout ForgetSummary
  ) throws {
    guard let path = file.path else { return }
    if !isDryRun { _ = try storing { try store.forget(file, now: stamp) } }
    summary.destroyed.append(.init(path: path, hash: file.hash, size: file.size))
  }

  private func isDestroyed(_ copy: FileCopies.Copy) -> Bool {
    inbox == .destroy && copy.place == .inbox
  }

  /// Its own path; where that names a person, the one that `collect` gives it instead.
  private func name(of copy: FileCopies.Copy, _ reader: FormReader) throws -> String {
    let hash = copy.file.hash
    let reading = reader.read(
      try WholeFile.read(copy.url), name: String(copy.path.dropFirst(Self.inboxPath.count)),
      hash: hash)
    // Where today's packs know no roster they know no names either.
    let name = reading.custody.holdsPersons ? reading.name : "roster-\(hash.prefix(8))"
    return Self.inboxPath + name
  }

  private static let inboxPath = "inbox/"

  /// A file of the inbox.
  private func destroy(
    _ copy: FileCopies.Copy, called path: String, in store: Store, _ stamp: String,
    _ summary: inout ForgetSummary
  ) throws {
    let file = copy.file
    if !isDryRun {
      try WholeFile.remove(copy.url)
      try storing {
        try store.noteForgotten(
          ForgottenFile(hash: file.hash, size: file.size, path: path, forgotten: stamp))
      }
    }
    summary.destroyed.append(.init(path: path, hash: file.hash, size: file.size))
  }
}

/// What a run of `forget` did.
package struct ForgetSummary: Sendable {
  package struct File: Sendable, Hashable {
    /// Below the campaign's folder.
    package var path: String
    package var hash: String
    /// Bytes.
    package var size: Int
  }

  package struct Remaining: Sendable, Hashable {
    package var file: File
    package var place: FileCopies.Place
  }

  /// The last day on which rosters are kept; nil when the campaign keeps none.
  package let term: String?
  package let isDryRun: Bool
  /// What was destroyed, or would be; under the names that the journal has.
  package internal(set) var destroyed: [File] = []
  /// Copies that are still there.
  package internal(set) var remaining: [Remaining] = []
  /// Where nobody could look for copies.
  package internal(set) var unopened: [UnopenedFile] = []
  /// Kept files whose term is not over.
  package internal(set) var waiting: [File] = []
  /// Where the act is, below the campaign's folder; nil when nothing was destroyed.
  package internal(set) var act: String?
}

extension ForgetSummary {
  /// What a search found, in place of what an earlier one did.
  fileprivate mutating func take(
    _ search: FileCopies.Search, without isLeftOut: (FileCopies.Copy) -> Bool
  ) {
    remaining = search.copies.filter { !isLeftOut($0) }.map { copy in
      Remaining(
        file: File(path: copy.path, hash: copy.file.hash, size: copy.file.size),
        place: copy.place)
    }
    unopened = search.unopened
  }
}
