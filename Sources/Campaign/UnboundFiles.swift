import Findings
import Intake
import Monitoring
import Store

/// What is to be said of files of the inbox as a whole: of those that are bound to nothing, and in
/// workbooks of many units what concerns none of them. A file that was taken out of the inbox, as
/// its finding asks, is no longer spoken of.
struct UnboundFiles {
  private(set) var findings: [Finding] = []
  /// Those that were to be forms.
  private(set) var refused: [RefusedFile] = []
  var present: PresentNames

  init(campaign: OpenCampaign, store: Store) throws {
    present = PresentNames(entries: (try? Inbox.entries(of: campaign.folder.inbox)) ?? [])
    let owners = UnitInPath(campaign.register)
    for file in try storing({ try store.filesSeen() }) {
      guard file.isLatest, present.contains(file.name) else { continue }
      // Beside forms that were read a workbook may hold one that is bound to nothing.
      let found = try storing { try store.findings(ofFile: file.hash) }
        .filter { file.submissions == 0 || $0.key.unit.isEmpty }
        .map { $0.renamed(file.name) }
      findings += found
      if let one = RefusedFile(file, found, owners: owners, campaign: campaign) {
        refused.append(one)
      }
    }
  }
}

extension Finding {
  /// The same finding under the name that the file has now: two files may hold the same bytes.
  fileprivate func renamed(_ name: String) -> Finding {
    var copy = self
    for position in copy.origins.indices { copy.origins[position].file = name }
    return copy
  }
}
