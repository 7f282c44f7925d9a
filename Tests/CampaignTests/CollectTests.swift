import Findings
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign

/// What happens to files over several runs.
@Suite struct CollectTests {
  private func collect(_ campaign: OpenCampaign, dryRun: Bool = false) async throws
    -> CollectSummary
  {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: dryRun, progress: .silent
    ).run()
  }

  private func put(_ fixture: String, _ campaign: OpenCampaign, as name: String) throws {
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: fixture))
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: name))
  }

  private func standing(_ summary: CollectSummary, _ unit: UnitCode) -> UnitStanding.State? {
    summary.standings.values.flatMap { $0 }.first { $0.unit == unit && $0.period.year == 2021 }?
      .state
  }

  @Test func oneBadFileStopsNothing() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/cut.xlsx", campaign, as: "a.xlsx")
    try put("broken/inserted-column.xlsx", campaign, as: "b.xlsx")
    try put("broken/password.xlsx", campaign, as: "c.xlsx")
    let summary = try await collect(campaign)
    #expect(summary.arrived == 1 && summary.files == 3)
    #expect(Set(summary.fileFindings.map(\.code)) == ["file.truncated", "file.password"])
    #expect(summary.hasErrors)
    _ = scratch
  }

  @Test func aDryRunLeavesNothingBehind() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/inserted-column.xlsx", campaign, as: "form.xlsx")
    let before = try FileManager.default.subpathsOfDirectory(atPath: campaign.folder.root.path)
    let summary = try await collect(campaign, dryRun: true)
    #expect(summary.arrived == 1)
    let after = try FileManager.default.subpathsOfDirectory(atPath: campaign.folder.root.path)
    #expect(before.sorted() == after.sorted())
    _ = scratch
  }

  @Test func ofTwoFilesWithoutADateTheOneLeftInTheInboxCounts() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    // Two forms of one school saved at the same moment, as their properties say.
    try put("broken/inserted-column.xlsx", campaign, as: "one.xlsx")
    try put("broken/moved-table.xlsx", campaign, as: "two.xlsx")
    let both = try await collect(campaign)
    let unit = try #require(both.standings.values.flatMap { $0 }.first { $0.versions == 2 }?.unit)
    #expect(standing(both, unit) == .undecided)
    #expect(both.findings.contains { $0.code == "submission.undecided" })
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: "two.xlsx"))
    let one = try await collect(campaign)
    #expect(!one.findings.contains { $0.code == "submission.undecided" })
    #expect(standing(one, unit) != .undecided)
    _ = scratch
  }

  @Test func aDocumentThatAPersonEditedIsNotOverwritten() async throws {
    let scratch = try ScratchFolder()
    var shelf = try DocumentShelf(folder: scratch.url, isDryRun: false)
    #expect(try shelf.put([1], at: "a.odt") == (.written, "a.odt"))
    #expect(try shelf.put([1], at: "a.odt") == (.unchanged, "a.odt"))
    try shelf.close()
    try WholeFile.write([9], to: scratch.url.appending(path: "a.odt"))
    var again = try DocumentShelf(folder: scratch.url, isDryRun: false)
    #expect(try again.put([2], at: "a.odt") == (.besideEdited, "a (новый).odt"))
    #expect(try WholeFile.read(scratch.url.appending(path: "a.odt")) == [9])
    #expect(try WholeFile.read(scratch.url.appending(path: "a (новый).odt")) == [2])
  }

  @Test func aCampaignMadeFromSamplesOpens() throws {
    let scratch = try ScratchFolder()
    let folder = CampaignFolder(scratch.url.appending(path: "new"))
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(atPath: Checkout.templates.path).sorted().first)
    _ = try NewCampaign(
      folder: folder, pack: Checkout.templates.appending(path: pack), settings: nil, register: nil,
      isDryRun: false
    ).run()
    let campaign = try OpenCampaign.open(folder)
    #expect(campaign.register.units.count == 1)
    #expect(
      campaign.unfilledSettings == [
        "district", "organisation", "organisation_short", "place", "head", "executor",
        "publication", "forms_to",
      ])
    let filled = try String(contentsOf: folder.settings, encoding: .utf8)
      .replacing("«Населённый пункт»", with: "г. Первый")
    try WholeFile.write(Array(filled.utf8), to: folder.settings)
    #expect(try !OpenCampaign.open(folder).unfilledSettings.contains("place"))
    #expect(throws: CampaignError.self) {
      try NewCampaign(
        folder: folder, pack: Checkout.templates.appending(path: pack), settings: nil,
        register: nil, isDryRun: false
      ).run()
    }
  }
}

extension CollectTests {
  @Test func aFilledCampaignHasNoSamplesLeftAndReadsTheFirstOfItsRegisters() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    #expect(campaign.unfilledSettings.isEmpty)
    #expect(campaign.folder.presentRegisters.map(\.lastPathComponent) == ["schools.xlsx"])
    try WholeFile.write(
      Array("Код;Полное наименование\none;Другая\n".utf8),
      to: campaign.folder.root.appending(path: "schools.csv"))
    #expect(
      campaign.folder.presentRegisters.map(\.lastPathComponent) == ["schools.xlsx", "schools.csv"])
    #expect(
      try OpenCampaign.open(campaign.folder).register.units.map(\.code)
        == campaign.register.units.map(\.code))
    _ = scratch
  }

  @Test func aDryRunRunsTheRulesToo() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/total-doubled.xlsx", campaign, as: "form.xlsx")
    let summary = try await collect(campaign, dryRun: true)
    #expect(summary.hasErrors)
    _ = scratch
  }

  @Test func aFileTakenOutOfTheInboxIsNoLongerSpokenOf() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try put("broken/password.xlsx", campaign, as: "form.xlsx")
    #expect(try await collect(campaign).fileFindings.map(\.code) == ["file.password"])
    try FileManager.default.removeItem(at: campaign.folder.inbox.appending(path: "form.xlsx"))
    #expect(try await collect(campaign).fileFindings.isEmpty)
    _ = scratch
  }

  @Test func aLinkIsNamedAndNotFollowed() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    try FileManager.default.createSymbolicLink(
      at: campaign.folder.inbox.appending(path: "link.xlsx"),
      withDestinationURL: Checkout.fixtures.appending(path: "broken/inserted-column.xlsx"))
    let summary = try await collect(campaign)
    #expect(summary.arrived == 0 && summary.fileFindings.map(\.code) == ["file.foreign"])
    _ = scratch
  }

  @Test func aPeriodThatWasAddedTakesThePackBeforeItAndKeepsIt() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let file = campaign.folder.settings
    let text = try String(contentsOf: file, encoding: .utf8)
    try WholeFile.write(
      Array(text.replacing("2019, 2020, 2021]", with: "2019, 2020, 2021, 2022]").utf8), to: file)
    let later = try OpenCampaign.open(campaign.folder)
    let added = try #require(Period("2022"))
    #expect(later.current == added && later.packs[added] != nil)
    _ = try await collect(later)
    #expect(FileManager.default.fileExists(atPath: later.folder.system(added).path))
    _ = scratch
  }

  /// Puts one document into a shelf of its own, as a run of `report` does.
  private func put(_ bytes: [UInt8], in folder: URL, signed: Bool) throws -> String {
    var shelf = try DocumentShelf(folder: folder, isDryRun: false, keepsAll: signed)
    let (_, path) = try shelf.put(bytes, at: "a.odt")
    try shelf.close()
    return path
  }

  @Test func aSignedDocumentTakesThePlaceOfItsDraftAndStays() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url
    #expect(try put([1], in: folder, signed: false) == "a.odt")
    #expect(try put([2], in: folder, signed: true) == "a.odt")
    #expect(try put([3], in: folder, signed: true) == "a (новый).odt")
    #expect(try WholeFile.read(folder.appending(path: "a.odt")) == [2])
  }

  @Test func aDraftOfAnOpenedPeriodStandsBesideWhatWasSigned() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url
    #expect(try put([1], in: folder, signed: true) == "a.odt")
    #expect(try put([2], in: folder, signed: false) == "a (новый).odt")
    #expect(try put([3], in: folder, signed: false) == "a (новый).odt")
    // Closed again: the draft makes way, what was signed first stays.
    #expect(try put([4], in: folder, signed: true) == "a (новый).odt")
    #expect(try put([5], in: folder, signed: true) == "a (новый 2).odt")
    #expect(try WholeFile.read(folder.appending(path: "a.odt")) == [1])
    #expect(try WholeFile.read(folder.appending(path: "a (новый).odt")) == [4])
  }

  @Test func aSignedDocumentIsToldFromAnEditedOne() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url
    #expect(try put([1], in: folder, signed: true) == "a.odt")
    var shelf = try DocumentShelf(folder: folder, isDryRun: false)
    #expect(try shelf.put([2], at: "a.odt") == (.besideSigned, "a (новый).odt"))
    try WholeFile.write([9], to: folder.appending(path: "a.odt"))
    #expect(try shelf.put([2], at: "a.odt") == (.besideEdited, "a (новый).odt"))
  }

  /// A run that is killed never closes its shelf.
  @Test(arguments: [false, true])
  func whatAKilledRunWroteIsNotTakenForEdited(signed: Bool) throws {
    let scratch = try ScratchFolder()
    let folder = scratch.url
    #expect(try put([1], in: folder, signed: false) == "a.odt")
    var killed = try DocumentShelf(folder: folder, isDryRun: false, keepsAll: signed)
    _ = try killed.put([
      .init(path: "a.odt", bytes: [2]), .init(path: "b.odt", bytes: [3]),
    ])
    // What was announced and not written yet.
    try WholeFile.write([1], to: folder.appending(path: "a.odt"))
    var next = try DocumentShelf(folder: folder, isDryRun: false, keepsAll: signed)
    #expect(try next.put([4], at: "a.odt") == (.written, "a.odt"))
    let other = try next.put([5], at: "b.odt")
    #expect(other.0 == (signed ? .besideSigned : .written))
    #expect(other.1 == (signed ? "b (новый).odt" : "b.odt"))
    try next.close()
    // A person's edit is one after all that, too.
    try WholeFile.write([9], to: folder.appending(path: "a.odt"))
    var last = try DocumentShelf(folder: folder, isDryRun: false)
    #expect(try last.put([6], at: "a.odt") == (.besideEdited, "a (новый).odt"))
    try last.close()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .contains(".writing.json") == false)
  }

  @Test func moreDocumentsThanAreAnnouncedAtOnceAreAllKnown() throws {
    let scratch = try ScratchFolder()
    var killed = try DocumentShelf(folder: scratch.url, isDryRun: false)
    for number in 0..<130 { _ = try killed.put([1], at: "\(number).odt") }
    var next = try DocumentShelf(folder: scratch.url, isDryRun: false)
    for number in 0..<130 {
      #expect(try next.put([2], at: "\(number).odt") == (.written, "\(number).odt"))
    }
  }

  @Test func anEditOfTheNewDocumentIsKeptToo() throws {
    let scratch = try ScratchFolder()
    try WholeFile.write([8], to: scratch.url.appending(path: "a.odt"))
    try WholeFile.write([9], to: scratch.url.appending(path: "a (новый).odt"))
    var shelf = try DocumentShelf(folder: scratch.url, isDryRun: false)
    #expect(try shelf.put([2], at: "a.odt") == (.besideEdited, "a (новый 2).odt"))
    #expect(try WholeFile.read(scratch.url.appending(path: "a (новый).odt")) == [9])
  }

  /// Last year's file among this year's; in a folder of its own year it lies where it should, and
  /// so it does where no form of this year has come, but for a folder of this year.
  @Test(arguments: [
    ("форма.xlsx", 1, true), ("2020/форма.xlsx", 1, false), ("форма.xlsx", 0, false),
    ("Архив 2020 года/форма.xlsx", 1, false), ("2021/форма.xlsx", 0, true),
  ])
  func aFormOfAnEarlierYearIsNamedWhereThisYearsIsMissing(
    name: String, others: Int, isNamed: Bool
  ) async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    if others > 0 {
      try put("campaign/inbox/2021/МС-1 Сиэллээхская СОШ.xlsx", campaign, as: "другая.xlsx")
    }
    var form = try EditedForm("broken/inserted-column.xlsx")
    try form.type("2020", "B8", sheet: 1)
    try WholeFile.write(try form.bytes(), to: campaign.folder.inbox.appending(path: name))
    let summary = try await collect(campaign)
    #expect(summary.arrived == 1 + others)
    #expect(summary.strays.map(\.file) == (isNamed ? [name] : []))
    for stray in summary.strays {
      #expect(stray.unit == "school-07" && stray.period.year == 2020)
      #expect(stray.oddity == .ofEarlierPeriod(last: campaign.current))
    }
    // The register and the reminder go on saying it.
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    let row = try #require(register.rows.first { $0.standing.unit == "school-07" })
    let year = try #require(Period(year: 2020))
    #expect(row.standing.state == .missing)
    #expect(row.standing.earlier == (isNamed ? [EarlierForm(file: name, period: year)] : []))
    let letter = try ReminderWords(campaign: campaign, register: register, today: nil)
      .text(row, nil, .missing, attachment: nil)
    #expect(letter.body.contains("Получен файл «форма.xlsx»: это форма за 2020") == isNamed)
    // It is said once.
    let again = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now.addingTimeInterval(60), isDryRun: false,
      progress: .silent
    ).run()
    #expect(again.strays.isEmpty)
    _ = scratch
  }

  /// The office tidies up last year's forms once this year's come: nobody sent them now.
  @Test func aFormOfAnEarlierYearThatWasOnlyMovedDidNotCome() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let inbox = campaign.folder.inbox
    var form = try EditedForm("broken/inserted-column.xlsx")
    try form.type("2020", "B8", sheet: 1)
    try WholeFile.write(try form.bytes(), to: inbox.appending(path: "форма.xlsx"))
    _ = try await collect(campaign)
    for hour in [1, 2] {
      if hour == 1 {
        try put("campaign/inbox/2021/МС-1 Сиэллээхская СОШ.xlsx", campaign, as: "другая.xlsx")
      } else {
        try FileManager.default.createDirectory(
          at: inbox.appending(path: "2020 год"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
          at: inbox.appending(path: "форма.xlsx"), to: inbox.appending(path: "2020 год/форма.xlsx"))
      }
      let summary = try await CollectForms(
        campaign: campaign, now: FixtureCampaign.now.addingTimeInterval(Double(hour) * 3_600),
        isDryRun: false, progress: .silent
      ).run()
      #expect(summary.strays.isEmpty)
    }
    let register = try ReadRegister(campaign: campaign, now: nil).run(campaign.current)
    #expect(register.rows.allSatisfy { $0.standing.earlier.isEmpty })
    _ = scratch
  }
}
