import Findings
import Intake
import Monitoring
import Store

/// What is to be said of the files that lie in the inbox now. One that was taken out of it, as its
/// finding asks, is no longer spoken of.
struct FilesInInbox {
  /// Of files that are bound to nothing, and in workbooks of many units what concerns none of them.
  private(set) var findings: [Finding] = []
  /// Those that were to be forms.
  let refused: [RefusedFile]
  private let campaign: OpenCampaign
  private let byPlace: [UnitPeriod?: [RefusedFile]]
  /// When each file was first seen under each of its names, by hash.
  private var sightings: [String: [String]] = [:]
  var present: PresentNames

  init(campaign: OpenCampaign, store: Store) throws {
    present = PresentNames(entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
    // Cutting the names of all units takes long, and most inboxes need none of them.
    lazy var owners = UnitInPath(campaign.register)
    var refused: [RefusedFile] = []
    for file in try storing({ try store.filesSeen() }) {
      guard file.isLatest, present.contains(file.name) else { continue }
      sightings[file.hash, default: []].append(file.seen)
      // Beside forms that were read a workbook may hold one that is bound to nothing.
      let found = try storing { try store.findings(ofFile: file.hash) }
        .filter { file.submissions == 0 || $0.key.unit.isEmpty }
        // Two files may hold the same bytes: the one that lies there is meant.
        .map { $0.calling { _ in file.name } }
      findings += found
      let one = RefusedFile(file, found, campaign: campaign) { name, isMeant in
        owners.unit(of: name, where: isMeant)
      }
      if let one { refused.append(one) }
    }
    self.campaign = campaign
    self.refused = refused
    byPlace = Dictionary(grouping: refused, by: \.place)
  }

  /// Those that were to be a unit's form of a period and came after the versions of its required
  /// forms that count: what came before these is settled by them.
  func refused(at place: UnitPeriod, after stored: StoredForm) -> [RefusedFile] {
    guard let files = byPlace[place] else { return [] }
    let required = campaign.pack(of: place.period).requiredForms
    let settled = stored.submissions.filter { one in
      one.standing == .current && (required.isEmpty || required.contains(one.submission.form))
    }.map(\.came).max()
    // Of what came in one run nobody knows what came last.
    return files.filter { file in settled.map { $0 <= file.came } ?? true }
  }

  /// Those of a period of which nobody can tell whose they are.
  func unclaimed(in period: Period) -> [RefusedFile] {
    refused.filter { $0.unit == nil && $0.period == period }
  }

  /// Whether a file that was sent back came once more after that, unchanged. Both must lie in the
  /// inbox: a file that was only moved did not come again.
  func isSentAgain(_ entry: JournalEntry) -> Bool {
    guard case .returnForm(let hash) = entry.act else { return false }
    let seen = sightings[hash] ?? []
    return seen.count > 1 && seen.contains { $0 > entry.at }
  }
}
