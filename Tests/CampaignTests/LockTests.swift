import Analysis
import Campaign
import ExactNumbers
import Findings
import Foundation
import Monitoring
import Reporting
import Store
import TestSupport
import Testing

/// A campaign from its first form over `lock` and `unlock` to a second `lock`.
@Suite struct LockTests {
  /// A campaign with the forms of some schools of 2021; copies of what was collected once.
  private func campaign() async throws -> (ScratchFolder, OpenCampaign) {
    let collected = try await FixtureCampaign.collected().campaign
    let scratch = try ScratchFolder()
    let root = scratch.url.appending(path: "campaign")
    try FileManager.default.copyItem(at: collected.folder.root, to: root)
    return (scratch, try OpenCampaign.open(CampaignFolder(root)))
  }

  private func lock(
    _ campaign: OpenCampaign, _ year: Int = 2021, doubts: LockPeriod.Doubts = .accept,
    dryRun: Bool = false
  ) throws -> LockSummary {
    try LockPeriod(
      campaign: try OpenCampaign.open(campaign.folder), period: try #require(Period(year: year)),
      author: "Иванова", reason: "приказ № 5", now: FixtureCampaign.now, doubts: doubts,
      isDryRun: dryRun
    ).run()
  }

  private func unlock(_ campaign: OpenCampaign, _ year: Int = 2021) throws -> LateForms {
    try UnlockPeriod(
      campaign: try OpenCampaign.open(campaign.folder), period: try #require(Period(year: year)),
      author: "Иванова", reason: "ошибка школы", now: FixtureCampaign.now, isDryRun: false
    ).run()
  }

  private func reckon(_ campaign: OpenCampaign) throws -> Reckoning {
    try ReckonResults(campaign: try OpenCampaign.open(campaign.folder)).run()
  }

  private func collect(_ campaign: OpenCampaign) async throws -> CollectSummary {
    try await CollectForms(
      campaign: try OpenCampaign.open(campaign.folder), now: FixtureCampaign.now, isDryRun: false,
      progress: .silent
    ).run()
  }

  @Test func showsWhatWillBeSignedAndAsksWhereAFormIsMissing() async throws {
    let (scratch, campaign) = try await campaign()
    let refused = try lock(campaign, doubts: .refuse)
    #expect(refused.outcome == .refused && refused.isDoubtful)
    // Fixtures/expected/forms.csv: all but school-17.
    #expect(refused.expected == 24 && refused.arrived == 23 && refused.missing.count == 1)
    #expect(refused.values > 500 && refused.known <= refused.values)
    #expect(try OpenCampaign.open(campaign.folder).settings.locked.isEmpty)
    #expect(try lock(campaign, dryRun: true).outcome == .dryRun)
    #expect(!FileManager.default.fileExists(atPath: refused.file))
    _ = scratch
  }

  @Test func closesAPeriodWithItsResultsAndTheirTable() async throws {
    let (scratch, campaign) = try await campaign()
    let summary = try lock(campaign)
    guard case .locked(let line) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    let period = try #require(Period(year: 2021))
    let open = try OpenCampaign.open(campaign.folder)
    #expect(open.settings.locked == [period])
    let store = try Store(folder: campaign.folder.root.path)
    let signed = try #require(try store.signedResults(line))
    // The paper, the file, the kept copy and the journal name one hash.
    let table = try WholeFile.read(URL(filePath: summary.file))
    #expect(Store.hash(of: table) == summary.hash)
    #expect(try store.bytes(of: summary.hash) == table)
    #expect(signed.entry.reason == "приказ № 5 (signed.csv, SHA-256 \(summary.hash))")
    // What the independent script reckons is what was signed.
    let expected = try tableRows(Checkout.fixtures.appending(path: "expected/results.csv"))
      .filter { $0["period"] == "2021" }
    #expect(expected.count == signed.values.count && summary.values == expected.count)
    for row in expected {
      let key = ["indicator", "unit", "breakdown", "period"].compactMap { row[$0] } + ["value"]
      let address = try #require(ValueAddress(key.joined(separator: "/")))
      let value = try #require(signed.values[address], "\(address)")
      let share = Fraction(row["value"] ?? "").map { $0 * Fraction(value.kind == .share ? 100 : 1) }
      #expect(value.exact == share, "\(address)")
    }
    #expect(try reckon(campaign).results.revisions.isEmpty)
    #expect(try reckon(campaign).breaches.isEmpty)
    #expect { try lock(campaign) } throws: { ($0 as? CampaignError)?.code == .store }
    _ = scratch
  }

  @Test func writesTheTableOfAClosedPeriodAgainWhereItIsMissing() async throws {
    let (scratch, campaign) = try await campaign()
    let summary = try lock(campaign)
    guard case .locked(let line) = summary.outcome else {
      Issue.record("\(summary.outcome)")
      return
    }
    let file = URL(filePath: summary.file)
    let table = try WholeFile.read(file)
    try FileManager.default.removeItem(at: file)
    #expect { try lock(campaign, dryRun: true) } throws: { ($0 as? CampaignError)?.code == .store }
    #expect(!FileManager.default.fileExists(atPath: summary.file))
    let again = try lock(campaign)
    #expect(again.outcome == .restored(line) && again.hash == summary.hash)
    #expect(again.values == summary.values && again.known == summary.known)
    #expect(try WholeFile.read(file) == table)
    let store = try Store(folder: campaign.folder.root.path)
    #expect(try store.signings(of: try #require(Period(year: 2021))).map(\.number) == [line])
    #expect { try lock(campaign) } throws: { ($0 as? CampaignError)?.code == .store }
    _ = scratch
  }

  @Test func signsNeitherAnEmptyPeriodNorOneTheCampaignDoesNotHave() throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    #expect { try lock(campaign) } throws: { ($0 as? CampaignError)?.code == .nothingToSign }
    #expect { try lock(campaign, 2005) } throws: { ($0 as? CampaignError)?.code == .noPeriod }
    #expect { try unlock(campaign) } throws: { ($0 as? CampaignError)?.code == .store }
    _ = scratch
  }

  /// Puts a later version of a school's form into the inbox, with one more in a denominator.
  private func putLater(
    _ campaign: OpenCampaign, savedAt stamp: String = "2030-01-01T10:00:00Z"
  ) throws -> String {
    let store = try Store(folder: campaign.folder.root.path)
    let period = try #require(Period(year: 2021))
    let formulas = campaign.pack.indicators.flatMap(\.formulas).filter { $0.dimension == nil }
    let field = try #require(formulas.lazy.compactMap(\.denominator).first?.field)
    for stored in try store.submissions(period: period) where stored.standing == .current {
      let one = stored.submission
      let key = Observation.Key(unit: one.unit, period: period, field: field)
      guard one.fileName.hasSuffix(".xlsx"), let seen = try store.observation(key),
        let number = Int(seen.origin?.rawText ?? ""), let cell = seen.origin?.cell,
        var form = try? EditedForm(bytes: try store.bytes(of: one.fileHash)),
        (try? form.replace(number, by: number + 1, cell)) != nil,
        (try? form.save(at: stamp)) != nil
      else { continue }
      try WholeFile.write(
        try form.bytes(), to: campaign.folder.inbox.appending(path: "позже.xlsx"))
      return one.unit.rawValue
    }
    throw EditedForm.NothingToEdit(part: field.rawValue)
  }

  @Test func whatComesAfterClosingChangesNothingAndIsRevisedOnceItIsOpened() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try lock(campaign)
    let before = try reckon(campaign).results.values
    let unit = try putLater(campaign)
    let late = try await collect(campaign)
    #expect(late.late.map(\.fileName) == ["позже.xlsx"])
    #expect(try reckon(campaign).results.values == before)
    #expect(try reckon(campaign).results.revisions.isEmpty)

    let opened = try unlock(campaign)
    #expect(opened.counting == ["позже.xlsx"])
    #expect(opened.older.isEmpty && opened.undecided.isEmpty && opened.waiting.isEmpty)
    let open = try OpenCampaign.open(campaign.folder)
    // Nobody has looked at the late form by the rules yet.
    #expect(try open.uncheckedForms() == 1 && open.uncheckedForms(until: Period(year: 2020)) == 0)
    _ = try await CheckForms(campaign: open, isDryRun: false, progress: .silent).run()
    #expect(try open.uncheckedForms() == 0)
    let reckoned = try reckon(campaign)
    let changed = before.values.filter { value in
      reckoned.results.values[value.address].map { $0.differs(from: value) } ?? true
    }
    #expect(!changed.isEmpty)
    #expect(Set(reckoned.results.revisions.keys) == Set(changed.map(\.address)))
    let root = campaign.register.root.code
    #expect(reckoned.results.revisions.keys.contains { $0.unit == root })
    #expect(
      reckoned.results.revisions.keys.allSatisfy {
        $0.unit == root || $0.unit.rawValue == unit
      })
    let revision = try #require(reckoned.results.revisions.values.first)
    #expect(before[revision.address] == revision.signed)
    #expect(revision.causes.map(\.act) == [.unlock] && revision.at != nil)
    let traced = try TraceValue(
      campaign: try OpenCampaign.open(campaign.folder), address: revision.address
    ).run()
    #expect(traced.revision == revision)

    // Closed again, the value is still another than the one that was signed first.
    _ = try lock(campaign)
    let again = try reckon(campaign)
    #expect(again.breaches.isEmpty)
    #expect(Set(again.results.revisions.keys) == Set(changed.map(\.address)))
    #expect(again.results.revisions[revision.address]?.causes.map(\.act) == [.unlock, .lock])
    _ = scratch
  }

  /// The school, the register and `collect` are told one thing of it.
  @Test func whatComesAfterClosingIsToldToTheSchoolAndByTheRegister() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try lock(campaign)
    let unit = UnitCode(rawValue: try putLater(campaign))
    _ = try await collect(campaign)
    let open = try OpenCampaign.open(campaign.folder)
    let period = try #require(Period(year: 2021))
    let rows = try #require(try CampaignStatus(campaign: open).run()[period])
    #expect(rows.filter { !$0.late.isEmpty }.map(\.unit) == [unit])
    let row = try #require(rows.first { $0.unit == unit })
    #expect(row.late == ["позже.xlsx"] && row.version != nil && row.file != "позже.xlsx")
    let answered = try await AnswerSchools(
      campaign: open, period: period, units: [unit], scope: .all, now: FixtureCampaign.now,
      isDryRun: false, progress: .silent
    ).run()
    #expect(answered.answers.map(\.verdict) == [.afterClosing] && answered.late.isEmpty)
    let page = try String(
      contentsOf: open.folder.answers(period).appending(path: "\(unit)/protocol.html"),
      encoding: .utf8)
    #expect(page.contains("Файл «позже.xlsx» пришёл после закрытия периода и не учитывается"))
    #expect(!page.contains("Форма принята"))
    _ = scratch
  }

  @Test func whatComesAfterClosingAndWasSavedBeforeDoesNotCountOnceItIsOpened() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try lock(campaign)
    _ = try putLater(campaign, savedAt: "2001-01-01T10:00:00Z")
    _ = try await collect(campaign)
    let opened = try unlock(campaign)
    #expect(opened.older == ["позже.xlsx"])
    #expect(opened.counting.isEmpty && opened.undecided.isEmpty && opened.waiting.isEmpty)
    _ = scratch
  }

  @Test func saysAloudThatAClosedPeriodIsNoLongerWhatWasSigned() async throws {
    let (scratch, campaign) = try await campaign()
    _ = try lock(campaign)
    // A unit that is closed in the register takes its numbers along.
    let store = try Store(folder: campaign.folder.root.path)
    let period = try #require(Period(year: 2021))
    let reckoning = try reckon(campaign)
    let value = try #require(
      reckoning.results.values.values.first {
        $0.address.period == period && $0.address.unit == campaign.register.root.code
          && $0.state == .known
      })
    #expect(try store.signings(of: period).count == 1)
    let indicators = campaign.folder.system(period).appending(path: "indicators.yaml")
    let text = try String(contentsOf: indicators, encoding: .utf8)
    let pack = campaign.pack
    let formula = try #require(
      pack.indicators.lazy.flatMap(\.formulas).first { $0.denominator != nil })
    // Numerator and denominator change places.
    let edited = text.replacing(formula.numerator.field.rawValue, with: "@@")
      .replacing(formula.denominator?.field.rawValue ?? "", with: formula.numerator.field.rawValue)
      .replacing("@@", with: formula.denominator?.field.rawValue ?? "")
    try WholeFile.write(Array(edited.utf8), to: indicators)
    let breaches = try reckon(campaign).breaches
    #expect(breaches.map(\.code) == ["signed.differs"])
    #expect(breaches.first?.key.period == "2021")
    #expect(try reckon(campaign).results.revisions.values.allSatisfy { $0.at == nil })
    _ = (scratch, value)
  }
}
