package import Foundation
package import Monitoring

/// Where everything stands in a campaign's folder, as its user sees it. Paths only: it reads no file
/// and writes none.
package struct CampaignFolder: Sendable, Hashable {
  package let root: URL

  package init(_ root: URL) { self.root = root.standardizedFileURL }

  package var settings: URL { root.appending(path: "campaign.yaml") }
  /// The register of schools, the first of these that exists.
  package var registers: [URL] {
    ["schools.xlsx", "schools.ods", "schools.fods", "schools.csv"].map { root.appending(path: $0) }
  }
  /// Those of them that lie in the folder: the first is read, the others are not.
  package var presentRegisters: [URL] {
    registers.filter { FileManager.default.fileExists(atPath: $0.path) }
  }
  package var inbox: URL { root.appending(path: "inbox") }
  /// The packs of all periods.
  package var systems: URL { root.appending(path: "system") }
  /// The pack as it was when the period was opened.
  package func system(_ period: Period) -> URL {
    systems.appending(path: period.description)
  }
  package func output(_ period: Period) -> URL {
    root.appending(path: "out").appending(path: period.description)
  }
  /// The blank forms that go out to schools.
  package func forms(_ period: Period) -> URL {
    output(period).appending(path: "forms")
  }
  /// What goes back to the schools, a folder each.
  package func answers(_ period: Period) -> URL {
    output(period).appending(path: "answers")
  }
}
