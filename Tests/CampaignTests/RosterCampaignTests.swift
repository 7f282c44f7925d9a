import Archives
import Campaign
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Store
import TestSupport
import Testing

/// Rosters that lie in the inbox of a campaign: counted, not kept, or kept for a term.
@Suite struct RosterCampaignTests {
  private static let term = "2026-12-31"

  private func campaign(keepingUntil term: String? = nil) throws -> (ScratchFolder, OpenCampaign) {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "campaign"))
    let fixtures = Checkout.fixtures.appending(path: "campaign")
    let pack = scratch.url.appending(path: "vilyuysk")
    try RosterTexts.write(to: pack)
    let settings = scratch.url.appending(path: "campaign.yaml")
    var text = try String(contentsOf: fixtures.appending(path: "campaign.yaml"), encoding: .utf8)
    if let term { text += "rosters: {keep_until: \"\(term)\"}\n" }
    try WholeFile.write(Array(text.utf8), to: settings)
    _ = try NewCampaign(
      folder: folder, pack: pack, settings: settings,
      register: fixtures.appending(path: "schools.xlsx"), isDryRun: false
    ).run()
    return (scratch, try OpenCampaign.open(folder))
  }

  private func moment(_ day: String) throws -> Date {
    try Date("\(day)T10:00:00Z", strategy: .iso8601)
  }

  @discardableResult
  private func collect(_ campaign: OpenCampaign, on day: String = "2022-01-20") async throws
    -> CollectSummary
  {
    try await CollectForms(
      campaign: campaign, now: try moment(day), isDryRun: false, progress: .silent
    ).run()
  }

  private func forget(
    _ campaign: OpenCampaign, on day: String, until: String? = nil,
    inbox: ForgetFiles.InboxCare = .name, isDryRun: Bool = false
  ) throws -> ForgetSummary {
    try ForgetFiles(
      campaign: campaign, now: try moment(day), until: until, inbox: inbox, isDryRun: isDryRun
    ).run()
  }

  private func roster(_ name: String = "teachers.xlsx") throws -> [UInt8] {
    try WholeFile.read(RosterTexts.fixtures.appending(path: name))
  }

  private func put(_ bytes: [UInt8], _ campaign: OpenCampaign, as name: String) throws {
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: name))
  }

  /// Files of the campaign's folder by path.
  private func files(_ campaign: OpenCampaign, below folder: String = "") throws -> [String] {
    try Inbox.entries(of: campaign.folder.root).map(\.name)
      .filter { folder.isEmpty || $0.hasPrefix(folder + "/") }
  }

  /// Every word of the roster's names that stands in a file outside the inbox: in plain text, in
  /// pages of the database that were let go, in its log.
  private func toldNames(_ campaign: OpenCampaign) throws -> [String] {
    let text = try String(
      contentsOf: RosterTexts.fixtures.appending(path: "names.txt"), encoding: .utf8)
    // First names alone are in the demonstration's own texts.
    let names = text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names.count == 10)
    var told: [String] = []
    for path in try files(campaign) where !path.hasPrefix("inbox/") {
      let bytes = Data(try WholeFile.read(campaign.folder.root.appending(path: path)))
      for name in names
      where bytes.range(of: Data(name.utf8)) != nil || path.contains(name) {
        told.append("\(name) in \(path)")
      }
    }
    return told
  }

  @Test func keepsItsHashAndCountsAndNoNames() async throws {
    let (scratch, campaign) = try campaign()
    try put(roster(), campaign, as: "список Абрамычева.xlsx")
    try put(roster("teachers.ods"), campaign, as: "x/Бирюлёва/список.ods")
    let summary = try await collect(campaign)
    // Two files of one school without an order are asked for; nothing was refused.
    #expect(summary.refused == 0 && summary.files == 2)
    #expect(try files(campaign, below: "received").isEmpty)
    #expect(try files(campaign).contains("svodka.sqlite"))
    #expect(try toldNames(campaign) == [])
    let store = try Store(folder: campaign.folder.root.path)
    #expect(
      try store.personsFiles().allSatisfy { $0.path == nil && $0.names[0].hasPrefix("roster-") })
    #expect(try store.personsFiles().count == 2)
    // A second run brings no name in either.
    let again = try await collect(campaign)
    #expect(again.arrived == 0)
    #expect(try toldNames(campaign) == [])
    _ = scratch
  }

  @Test func itsCountsAreThoseOfSQL() async throws {
    let (scratch, campaign) = try campaign()
    try put(roster(), campaign, as: "список.xlsx")
    try await collect(campaign)
    let store = try Store(folder: campaign.folder.root.path)
    let period = try #require(Period(year: 2021))
    let observations = try store.observations(unit: "school-07", period: period)
    let counted = Set(
      observations.compactMap { one -> String? in
        guard let number = one.number, !number.isZero else { return nil }
        let breakdown = one.key.breakdown.isWhole ? "-" : one.key.breakdown.description
        return "\(one.key.field)\t\(breakdown)\t\(number)"
      })
    let expected = try String(
      contentsOf: RosterTexts.fixtures.appending(path: "expected.tsv"), encoding: .utf8)
    #expect(counted == Set(expected.split(separator: "\n").map(String.init)))
    // A trace stops at the count.
    let origins = Set(observations.compactMap(\.origin))
    #expect(
      origins.map(\.sheet) == ["Педагоги"]
        && origins.allSatisfy { $0.rawText.isEmpty && $0.cell.isEmpty })
    #expect(origins.map(\.hash) == [Store.hash(of: try roster())])
    _ = scratch
  }

  @Test func anArchiveWithARosterIsNotKeptAndItsFormsAre() async throws {
    let (scratch, campaign) = try campaign()
    var writer = try ArchiveWriter()
    let form = try WholeFile.read(Checkout.fixtures.appending(path: "broken/inserted-column.xlsx"))
    try writer.add("форма.xlsx", form)
    try writer.add("Абрамычева.xlsx", try roster())
    try put(try writer.finish(), campaign, as: "почта.zip")
    var forms = try ArchiveWriter()
    try forms.add("форма.xlsx", form)
    try put(try forms.finish(), campaign, as: "формы.zip")
    let summary = try await collect(campaign)
    #expect(summary.arrived == 2)
    let kept = try files(campaign, below: "received").map { String($0.suffix(5)) }
    #expect(kept.count == 2 && kept.contains(".xlsx") && kept.contains { $0.hasSuffix(".zip") })
    #expect(try toldNames(campaign) == [])
    _ = scratch
  }

  @Test func aFileThatNobodyCouldLookIntoStaysInTheInbox() async throws {
    let (scratch, campaign) = try campaign()
    let locked = try WholeFile.read(Checkout.fixtures.appending(path: "broken/password.xlsx"))
    try put(locked, campaign, as: "закрыто.xlsx")
    let summary = try await collect(campaign)
    #expect(summary.fileFindings.map(\.code) == ["file.password"])
    #expect(try files(campaign, below: "received").isEmpty)
    _ = scratch
  }

  @Test func isKeptForItsTermAndThenDestroyed() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    try put(roster(), campaign, as: "список.xlsx")
    try await collect(campaign)
    #expect(try files(campaign, below: "received").count == 1)

    // The last day belongs to the term.
    let early = try forget(campaign, on: Self.term)
    #expect(early.destroyed.isEmpty && early.waiting.count == 1 && early.act == nil)
    let dry = try forget(campaign, on: "2027-01-01", isDryRun: true)
    #expect(dry.destroyed.count == 1 && dry.remaining.count == 1 && dry.act == nil)
    #expect(try files(campaign, below: "received").count == 1)

    let done = try forget(campaign, on: "2027-01-01")
    let hash = Store.hash(of: try roster())
    #expect(done.destroyed.map(\.hash) == [hash])
    #expect(done.remaining.map(\.file.path) == ["inbox/список.xlsx"])
    #expect(try files(campaign, below: "received").isEmpty)
    let act = try #require(done.act)
    let text = String(
      decoding: try WholeFile.read(campaign.folder.root.appending(path: act)), as: UTF8.self)
    #expect(text.contains(hash) && text.contains("31\u{A0}декабря 2026"))
    #expect(text.contains("Категории данных: ФИО; Дата рождения"))
    let journal = String(
      decoding: try WholeFile.read(
        campaign.folder.root.appending(path: "out/forgotten/journal.txt")), as: UTF8.self)
    #expect(journal.hasPrefix("2027-01-01T10:00:00Z\t\(hash)\t6422\treceived/"))
    #expect(try toldNames(campaign) == [])
    let store = try Store(folder: campaign.folder.root.path)
    #expect(try store.forgottenFiles().map(\.hash) == [hash] && store.faults().isEmpty)
    _ = scratch
  }

  @Test func destroysInTheInboxOnlyWhenTold() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    try put(roster(), campaign, as: "список.xlsx")
    try put(roster(), campaign, as: "копия.xlsx")
    var writer = try ArchiveWriter()
    try writer.add("список.xlsx", try roster())
    try put(try writer.finish(), campaign, as: "почта.zip")
    try await collect(campaign)
    let done = try forget(campaign, on: "2022-02-01", until: Self.term, inbox: .destroy)
    #expect(done.destroyed.count == 3)
    #expect(
      done.destroyed.dropFirst().map(\.path) == ["inbox/копия.xlsx", "inbox/список.xlsx"])
    #expect(done.remaining.map(\.place) == [.archive])
    #expect(try files(campaign, below: "inbox") == ["inbox/почта.zip"])
    // What was destroyed is not kept anew, even under a pack that reads differently.
    let settings = campaign.folder.settings
    try WholeFile.write(try WholeFile.read(settings) + Array("# \n".utf8), to: settings)
    try await collect(try OpenCampaign.open(campaign.folder), on: "2022-02-02")
    #expect(try files(campaign, below: "received").isEmpty)
    // A second act does not write over the first.
    try put(roster(), campaign, as: "снова.xlsx")
    let second = try forget(campaign, on: "2022-02-01", until: Self.term, inbox: .destroy)
    #expect(second.act != nil && second.act != done.act)
    _ = scratch
  }

  @Test func namesEachCopyThatWasDestroyedUnlessItNamesAPerson() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    for name in ["а.xlsx", "б/в.xlsx", "Абрамычева.xlsx"] {
      try put(roster(), campaign, as: name)
    }
    try await collect(campaign)
    let done = try forget(campaign, on: "2022-02-01", until: Self.term, inbox: .destroy)
    let hash = Store.hash(of: try roster())
    #expect(
      Set(done.destroyed.map(\.path).filter { $0.hasPrefix("inbox/") }) == [
        "inbox/roster-\(hash.prefix(8)).xlsx", "inbox/а.xlsx", "inbox/б/в.xlsx",
      ])
    #expect(done.destroyed.count == 4)
    #expect(try files(campaign, below: "inbox").isEmpty)
    _ = scratch
  }

  @Test func claimsOnlyWhatItLookedInto() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    try put(roster(), campaign, as: "список.xlsx")
    try await collect(campaign)
    var inner = try ArchiveWriter()
    try inner.add("список.xlsx", try roster())
    let packed = try inner.finish()
    var outer = try ArchiveWriter()
    try outer.add("внутри.zip", packed)
    try put(try outer.finish(), campaign, as: "почта.zip")
    try put(Array(packed.dropLast(40)), campaign, as: "обрыв.zip")
    try put([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], campaign, as: "чужой.7z")
    try FileManager.default.createSymbolicLink(
      at: campaign.folder.inbox.appending(path: "ссылка.xlsx"),
      withDestinationURL: scratch.url.appending(path: "elsewhere.xlsx"))
    // Not of the inbox.
    try WholeFile.write(packed, to: campaign.folder.root.appending(path: "копии/архив.zip"))
    let done = try forget(campaign, on: "2027-01-01", inbox: .destroy)
    #expect(done.remaining.map(\.file.path) == ["копии/архив.zip/список.xlsx"])
    #expect(done.remaining.map(\.place) == [.archive])
    let unopened = Dictionary(
      done.unopened.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
    #expect(
      unopened == [
        "inbox/почта.zip": .innerArchives, "inbox/обрыв.zip": .damaged,
        "inbox/чужой.7z": .otherArchive, "inbox/ссылка.xlsx": .link,
      ])
    let path = campaign.folder.root.appending(path: try #require(done.act))
    let act = String(decoding: try WholeFile.read(path), as: UTF8.self)
    #expect(act.contains("Не удалось просмотреть") && act.contains("inbox/почта.zip – в архиве"))
    _ = scratch
  }

  @Test func theActNamesTheAnswersThatNobodyLookedInto() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    try put(roster(), campaign, as: "список.xlsx")
    try await collect(campaign)
    try WholeFile.write(
      [1], to: campaign.folder.answers(campaign.current).appending(path: "school-07/1.eml"))
    let done = try forget(campaign, on: "2027-01-01", inbox: .destroy)
    let path = campaign.folder.root.appending(path: try #require(done.act))
    let act = String(decoding: try WholeFile.read(path), as: UTF8.self)
    #expect(act.contains("Просмотрите сами: out/\(campaign.current)/answers."))
    _ = scratch
  }

  @Test func theActSaysThatTheFolderWasLookedThroughAgain() async throws {
    let (scratch, campaign) = try campaign(keepingUntil: Self.term)
    try put(roster(), campaign, as: "список.xlsx")
    try await collect(campaign)
    let done = try forget(campaign, on: "2027-01-01", inbox: .destroy)
    #expect(done.remaining.isEmpty && done.unopened.isEmpty)
    let path = campaign.folder.root.appending(path: try #require(done.act))
    let act = String(decoding: try WholeFile.read(path), as: UTF8.self)
    #expect(act.contains("просмотрена заново; файлов с этими контрольными суммами нет."))
    _ = scratch
  }

  /// A campaign whose pack had no roster yet has kept the file, and quoted its cells.
  @Test func whatAnEarlierPackKeptIsDestroyedWithWhatItSaid() async throws {
    let (scratch, campaign) = try campaign()
    let bytes = try roster()
    try put(bytes, campaign, as: "список.xlsx")
    let store = try Store(folder: campaign.folder.root.path)
    let hash = try store.keep(bytes, name: "список.xlsx")
    let quote = Finding(
      code: "form.row-unknown", severity: .warning, arguments: ["value": .text("Абрамычева")],
      origins: [Origin(file: "список.xlsx", hash: hash)])
    _ = try store.append(
      FileReading(
        name: "список.xlsx", hash: hash, size: bytes.count, verdict: "unbound", reader: "earlier",
        findings: [quote]), now: "2021-01-01T00:00:00Z")
    try await collect(campaign)
    #expect(try !toldNames(campaign).isEmpty)
    let done = try forget(campaign, on: "2022-01-21")
    #expect(done.destroyed.count == 1)
    #expect(try toldNames(campaign) == [])
    _ = scratch
  }

  @Test func rulesCompareItWithTheFormThatIsTyped() async throws {
    let (scratch, campaign) = try campaign()
    try put(roster(), campaign, as: "список.xlsx")
    let inbox = Checkout.fixtures.appending(path: "campaign/inbox/2021")
    let form = inbox.appending(path: "Форма МС-1 (Уолбутская СОШ) 2021 год.xlsx")
    try put(try WholeFile.read(form), campaign, as: "форма.xlsx")
    let dry = try await CollectForms(
      campaign: campaign, now: try moment("2022-01-20"), isDryRun: true, progress: .silent
    ).run()
    let summary = try await collect(campaign)
    for findings in [dry.findings, summary.findings] {
      let found = try #require(findings.first { $0.code == "vilyuysk:staff_by_roster" })
      // Eight in the roster by SQL; the form's own number is in Fixtures/expected.
      #expect(found.arguments["roster_staff"] == .number(8))
      #expect(found.origins.contains { $0.sheet == "Педагоги" && $0.cell.isEmpty })
    }
    // The form is kept, the roster is not.
    #expect(try files(campaign, below: "received").count == 1)
    _ = scratch
  }

  @Test func inOneWorkbookWithAFormBothCountAndNeitherIsKept() async throws {
    let (scratch, campaign) = try campaign()
    try put(roster("together.xlsx"), campaign, as: "всё вместе.xlsx")
    let summary = try await collect(campaign)
    #expect(summary.arrived == 2 && summary.refused == 0)
    let store = try Store(folder: campaign.folder.root.path)
    let period = try #require(Period(year: 2021))
    let forms = try store.submissions(unit: "school-07", period: period).map(\.submission.form)
    #expect(Set(forms) == ["ms-1", "roster"])
    // Nothing of the list was taken for a part of the form.
    #expect(
      !summary.findings.contains {
        $0.origins.contains { $0.sheet == "Педагоги" && !$0.rawText.isEmpty }
      })
    #expect(try files(campaign, below: "received").isEmpty)
    #expect(try toldNames(campaign) == [])
    _ = scratch
  }
}
