import Foundation
import Monitoring
import Spreadsheets
import TestSupport
import Testing

@testable import Campaign

/// The blank forms of a campaign on disk.
@Suite struct IssueFormsTests {
  private func issue(
    _ campaign: OpenCampaign, units: [UnitCode] = ["school-07"],
    formats: [NewWorkbook.FileFormat] = [.xlsx], isDryRun: Bool = false
  ) async throws -> IssuedFiles {
    try await IssueForms(
      campaign: campaign, period: nil, units: units, formats: formats, isDryRun: isDryRun,
      progress: .silent
    ).run()
  }

  private func text(_ file: URL) throws -> [String] {
    let workbook = try Workbook(reading: try WholeFile.read(file), limits: .form)
    return workbook.sheets.flatMap { $0.cells.map(\.rawText) }
  }

  @Test func everySchoolHasAFormUnderANameOfItsOwn() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let issued = try await issue(campaign, units: [], isDryRun: true)
    #expect(issued.units == 24)
    #expect(issued.documents.count == 24)
    #expect(Set(issued.documents.map { $0.path.lowercased() }).count == 24)
    #expect(issued.documents.allSatisfy { $0.path.hasPrefix("Форма МС-1 – ") })
    #expect(issued.documents.allSatisfy { $0.path.hasSuffix(" – 2021.xlsx") })
    #expect(!FileManager.default.fileExists(atPath: issued.folder))
    _ = scratch
  }

  @Test func secondRunChangesNothingAndAnEditedFormStays() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let first = try await issue(campaign, formats: [.xlsx, .ods])
    #expect(first.documents.map(\.outcome) == [.written, .written])
    let again = try await issue(campaign, formats: [.xlsx, .ods])
    #expect(again.documents.map(\.outcome) == [.unchanged, .unchanged])

    let file = campaign.folder.forms(campaign.current).appending(path: first.documents[0].path)
    let edited = Array("правлено".utf8)
    try WholeFile.write(edited, to: file)
    let third = try await issue(campaign)
    #expect(third.documents.map(\.outcome) == [.besideEdited])
    #expect(third.documents[0].path.hasSuffix(" (новый).xlsx"))
    #expect(try WholeFile.read(file) == edited)
    _ = scratch
  }

  @Test func whatTheStoreHoldsOfLastYearStandsBeside() async throws {
    let collected = try await FixtureCampaign.collected()
    let issued = try await issue(collected.campaign)
    let file = collected.campaign.folder.forms(collected.campaign.current)
      .appending(path: issued.documents[0].path)
    let texts = try text(file)
    #expect(texts.contains("2020\u{A0}год (справочно)"))
    let (scratch, fresh) = try FixtureCampaign.fresh()
    let blank = try await issue(fresh)
    let empty = try text(fresh.folder.forms(fresh.current).appending(path: blank.documents[0].path))
    #expect(!empty.contains { $0.contains("справочно") })
    #expect(empty.contains("school-07"))
    _ = scratch
  }

  @Test func blankThatComesBackIsKnownAndNotFilledIn() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let issued = try await issue(campaign, formats: [.ods])
    let file = campaign.folder.forms(campaign.current).appending(path: issued.documents[0].path)
    try WholeFile.write(
      try WholeFile.read(file), to: campaign.folder.inbox.appending(path: "form.ods"))
    let summary = try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, progress: .silent
    ).run()
    #expect(summary.arrived == 1)
    #expect(summary.refused == 0)
    _ = scratch
  }

  @Test func schoolThatTheRegisterDoesNotKnowIsAnError() async throws {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    await #expect {
      _ = try await issue(campaign, units: ["school-99"])
    } throws: { error in
      (error as? CampaignError)?.code == .noUnit
    }
    _ = scratch
  }

  /// Schools of one name, and a name that differs in case only.
  @Test func namesAreUniqueWhereSchoolsAreCalledAlike() throws {
    let period = try #require(Period(year: 2021))
    var names = IssuedNames()
    let made = ["Школа", "Школа", "ШКОЛА"].enumerated().map { index, short in
      names.name(
        form: "Форма",
        unit: Monitoring.Unit(
          code: UnitCode(rawValue: "s-\(index)"), number: index,
          names: [.init(full: short, short: short)], level: "school"),
        period: period, year: "2020/21")
    }
    #expect(
      made == [
        "Форма – Школа – 2020-21", "Форма – Школа (s-1) – 2020-21",
        "Форма – ШКОЛА (s-2) – 2020-21",
      ])
  }

  /// Names of 300 letters, as charters have them: cut, they are alike, and code and year must stay.
  @Test func longNamesAreCutBeforeTheCodeAndTheYear() throws {
    let period = try #require(Period(year: 2021))
    var names = IssuedNames()
    let long = String(repeating: "Школа ", count: 50)
    let made = (1...3).map { index in
      names.name(
        form: long,
        unit: Monitoring.Unit(
          code: UnitCode(rawValue: "s-\(index)"), number: index,
          names: [.init(full: long, short: long)], level: "school"),
        period: period, year: "2021")
    }
    #expect(Set(made).count == 3)
    #expect(made.allSatisfy { $0.utf8.count < 230 && $0.hasSuffix(" – 2021") })
    #expect(made[1].hasSuffix("… (s-2) – 2021"))
  }
}
