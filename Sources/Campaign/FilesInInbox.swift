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
  /// Each file's names and when it was first seen under them, by hash.
  private var sightings: [String: [(name: String, seen: String)]] = [:]
  /// When each file came first, under whatever name, by hash.
  private var came: [String: String] = [:]
  var present: PresentNames

  init(campaign: OpenCampaign, store: Store) throws {
    present = PresentNames(entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
    // Cutting the names of all units takes long, and most inboxes need none of them.
    lazy var owners = UnitInPath(campaign.register)
    var refused: [RefusedFile] = []
    for file in try storing({ try store.filesSeen() }) {
      guard file.isLatest, present.contains(file.name) else { continue }
      sightings[file.hash, default: []].append((file.name, file.seen))
      came[file.hash] = file.came
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

  /// The names under which a file lies in the inbox.
  func names(of hash: String) -> [String] { (sightings[hash] ?? []).map(\.name) }

  /// The names under which a file came then or later; one that had come before and was only moved
  /// did not come.
  func names(of hash: String, since start: String) -> [String] {
    let all = sightings[hash] ?? []
    guard all.count > 1 || came[hash].map({ $0 >= start }) ?? false else { return [] }
    return all.filter { $0.seen >= start }.map(\.name)
  }

  /// The name under which a file that was sent back came once more after that, unchanged; nil unless
  /// it did. Both must lie in the inbox: a file that was only moved did not come again.
  func sentAgain(_ entry: JournalEntry) -> String? {
    guard let seen = entry.returned.flatMap({ sightings[$0] }), seen.count > 1 else { return nil }
    return seen.last { $0.seen > entry.at }?.name
  }
}

extension JournalEntry {
  /// The hash of the file that the line sent back; nil for a line of another kind.
  var returned: String? {
    guard case .returnForm(let hash) = act else { return nil }
    return hash
  }
}
