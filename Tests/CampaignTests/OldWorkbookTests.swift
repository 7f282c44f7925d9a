import Campaign
import Findings
import Foundation
import TestSupport
import Testing
import Wording

/// Forms in the format before 2007.
@Suite struct OldWorkbookTests {
  static let converter: OldWorkbookConverter? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = OldWorkbookConverter(path: path)
    if found == nil { print("skipped: conversion of old XLS (there is no LibreOffice)") }
    return found
  }()

  private func collect(
    _ campaign: OpenCampaign, _ converter: OldWorkbookConverter? = nil
  ) async throws -> CollectSummary {
    try await CollectForms(
      campaign: campaign, now: FixtureCampaign.now, isDryRun: false, converter: converter,
      progress: .silent
    ).run()
  }

  private func campaignWithOldForm() throws -> (ScratchFolder, OpenCampaign) {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    let bytes = try WholeFile.read(Checkout.fixtures.appending(path: "broken/old.xls"))
    try WholeFile.write(bytes, to: campaign.folder.inbox.appending(path: "old.xls"))
    return (scratch, campaign)
  }

  @Test(.enabled(if: converter != nil, "there is no LibreOffice"))
  func isReadFromWhatLibreOfficeMakesOfItWhenAsked() async throws {
    let (scratch, campaign) = try campaignWithOldForm()
    let refused = try await collect(campaign)
    #expect(refused.fileFindings.map(\.code) == ["file.old-xls"] && refused.arrived == 0)

    let converted = try await collect(campaign, Self.converter)
    #expect(converted.arrived == 1 && converted.fileFindings.isEmpty)
    let notice = try #require(converted.findings.first { $0.code == "file.old-xls-converted" })
    #expect(notice.severity == .notice && notice.origins.first?.file == "old.xls")
    // Values come from the file that was sent, not from the one that was made of it.
    #expect(converted.findings.flatMap(\.origins).allSatisfy { $0.file == "old.xls" })

    // A run that is not asked to convert forgets nothing; one that is does not convert again.
    for converter in [nil, Self.converter] {
      let later = try await collect(campaign, converter)
      #expect(later.known == 1 && later.fileFindings.isEmpty)
      #expect(later.findings.contains { $0.code == "file.old-xls-converted" })
    }
    _ = scratch
  }

  /// A program of that name that never ends.
  @Test func aConversionThatTakesTooLongIsKilled() async throws {
    let (scratch, campaign) = try campaignWithOldForm()
    let program = scratch.url.appending(path: "soffice")
    try WholeFile.write(Array("#!/bin/sh\nsleep 600 &\nwait\n".utf8), to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let slow = try #require(OldWorkbookConverter(path: scratch.url.path, seconds: 1))
    let summary = try await collect(campaign, slow)
    #expect(summary.fileFindings.map(\.code) == ["file.old-xls-unconverted"])
    _ = scratch
  }

  @Test func withoutLibreOfficeTheFindingSaysHowToSaveIt() async throws {
    let (scratch, campaign) = try campaignWithOldForm()
    #expect(OldWorkbookConverter(path: scratch.url.path) == nil)
    let summary = try await collect(campaign)
    let finding = try #require(summary.fileFindings.first)
    #expect(summary.speaker.words(finding, .ru).mend.contains("сохраните его как «Книга Excel"))
    #expect(summary.speaker.words(finding, .en).mend.contains("save it as “Excel workbook"))
    _ = scratch
  }
}
