import Archives
import Campaign
import Findings
import Foundation
import Monitoring
import TestSupport
import Testing

/// A ZIP of forms in the inbox.
@Suite struct PackedFormsTests {
  private func collect(_ campaign: OpenCampaign) async throws -> CollectSummary {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
  }

  private func broken(_ name: String) throws -> [UInt8] {
    try WholeFile.read(Checkout.fixtures.appending(path: "broken/\(name)"))
  }

  private func zip(_ members: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = try ArchiveWriter()
    for (name, bytes) in members { try writer.add(name, bytes) }
    return try writer.finish()
  }

  private func put(_ bytes: [UInt8], _ campaign: OpenCampaign, as name: String) throws {
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: name))
  }

  @Test func itsFilesAreFormsOfTheirOwn() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let bytes = try zip([
      ("школа/форма.xlsx", broken("inserted-column.xlsx")), ("../cut.xlsx", broken("cut.xlsx")),
      ("письмо.pdf", Array("%PDF-1.4".utf8)),
    ])
    try put(bytes, campaign, as: "почта/формы.zip")
    let summary = try await collect(campaign)
    #expect(summary.arrived == 1 && summary.refused == 1 && summary.files == 4)
    let said = summary.fileFindings.map { "\($0.code) \($0.origins.first?.file ?? "")" }
    #expect(
      Set(said) == [
        "file.truncated почта/формы.zip/cut.xlsx", "file.foreign почта/формы.zip/письмо.pdf",
      ])
    // The archive and its form are kept by their hashes, what lies beside forms is not.
    let kept = FileManager.default.enumerator(
      at: campaign.folder.root.appending(path: "received"), includingPropertiesForKeys: nil)
    let endings = (kept?.allObjects ?? []).compactMap { ($0 as? URL)?.pathExtension }
    #expect(endings.filter { !$0.isEmpty }.sorted() == ["xlsx", "xlsx", "zip"])
    _ = scratch
  }

  @Test func aSecondRunDoublesNothingAndForgetsNothing() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let form = try broken("inserted-column.xlsx")
    try put(zip([("a.xlsx", form), ("b.xlsx", broken("password.xlsx"))]), campaign, as: "a.zip")
    _ = try await collect(campaign)
    let again = try await collect(campaign)
    #expect(again.arrived == 0 && again.known == 3 && again.versions.isEmpty)
    #expect(again.fileFindings.map(\.code) == ["file.password"])
    // Another archive under the same name: what was said of the first one's files goes.
    try put(zip([("a.xlsx", form)]), campaign, as: "a.zip")
    #expect(try await collect(campaign).fileFindings.isEmpty)
    _ = scratch
  }

  @Test func ofTwoFormsTheOneInTheArchiveThatIsLeftCounts() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put(broken("inserted-column.xlsx"), campaign, as: "one.xlsx")
    try put(zip([("two.xlsx", broken("moved-table.xlsx"))]), campaign, as: "two.zip")
    #expect(try await collect(campaign).findings.contains { $0.code == "submission.undecided" })
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: "one.xlsx"))
    let left = try await collect(campaign)
    #expect(!left.findings.contains { $0.code == "submission.undecided" })
    #expect(left.choices.map(\.fileName) == ["two.zip/two.xlsx"])
    _ = scratch
  }

  @Test func whatLiesInAnArchiveThatCannotBeReadWasNotTakenAway() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put(broken("inserted-column.xlsx"), campaign, as: "one.xlsx")
    let whole = try zip([("two.xlsx", broken("moved-table.xlsx"))])
    try put(whole, campaign, as: "two.zip")
    #expect(try await collect(campaign).findings.contains { $0.code == "submission.undecided" })
    // A byte of the form in the middle of the archive is another one.
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    try put(damaged, campaign, as: "two.zip")
    for _ in 0..<2 {
      let unread = try await collect(campaign)
      #expect(unread.fileFindings.map(\.code) == ["file.archive-unread"])
      #expect(unread.choices.isEmpty)
      #expect(unread.findings.contains { $0.code == "submission.undecided" })
    }
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: "two.zip"))
    #expect(try await collect(campaign).choices.map(\.fileName) == ["one.xlsx"])
    _ = scratch
  }

  @Test func anArchiveWithinAnArchiveIsNamedAndKept() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let inner = try zip([("a.xlsx", broken("inserted-column.xlsx"))])
    try put(zip([("b.zip", inner), ("c.xlsx", broken("empty.xlsx"))]), campaign, as: "a.zip")
    let summary = try await collect(campaign)
    #expect(summary.arrived == 0)
    #expect(Set(summary.fileFindings.map(\.code)) == ["file.archive-unread", "file.empty"])
    #expect(
      summary.fileFindings.first { $0.code == "file.archive-unread" }?.origins.first?.file
        == "a.zip/b.zip")
    _ = scratch
  }

  @Test func anArchiveOfPicturesLiesBesideForms() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put(zip([("a.jpg", [0xFF, 0xD8, 0xFF])]), campaign, as: "фото.zip")
    let summary = try await collect(campaign)
    #expect(summary.files == 1 && summary.fileFindings.map(\.code) == ["file.foreign"])
    _ = scratch
  }
}
