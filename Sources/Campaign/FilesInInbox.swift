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
  private(set) var refused: [RefusedFile] = []
  /// When each file was first seen under each of its names, by hash.
  private var sightings: [String: [String]] = [:]
  var present: PresentNames

  init(campaign: OpenCampaign, store: Store) throws {
    present = PresentNames(entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
    let owners = UnitInPath(campaign.register)
    for file in try storing({ try store.filesSeen() }) {
      guard file.isLatest, present.contains(file.name) else { continue }
      sightings[file.hash, default: []].append(file.seen)
      // Beside forms that were read a workbook may hold one that is bound to nothing.
      let found = try storing { try store.findings(ofFile: file.hash) }
        .filter { file.submissions == 0 || $0.key.unit.isEmpty }
        // Two files may hold the same bytes: the one that lies there is meant.
        .map { $0.calling { _ in file.name } }
      findings += found
      if let one = RefusedFile(file, found, owners: owners, campaign: campaign) {
        refused.append(one)
      }
    }
  }

  /// Whether a file that was sent back came once more after that, unchanged. Both must lie in the
  /// inbox: a file that was only moved did not come again.
  func isSentAgain(_ entry: JournalEntry) -> Bool {
    guard case .returnForm(let hash) = entry.act else { return false }
    let seen = sightings[hash] ?? []
    return seen.count > 1 && seen.contains { $0 > entry.at }
  }
}
