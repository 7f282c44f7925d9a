import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign

/// Which codes are offered for one that is of no school; names are those of the fixtures' register.
@Suite struct NearCodesTests {
  private func refusal(_ typed: UnitCode) throws -> String? {
    let (scratch, campaign) = try FixtureCampaign.fresh()
    defer { _ = scratch }
    _ = try campaign.store()
    let error = #expect(throws: CampaignError.self) {
      try DecidedForm(campaign, unit: typed, period: nil)
    }
    return error?.russian
  }

  @Test(arguments: ["Сиэллээхская СОШ", "сиэллээхская", "МБОУ «Сиэллээхская СОШ»"])
  func aNameLeadsToItsCode(typed: String) throws {
    let words = try #require(try refusal(UnitCode(rawValue: typed)))
    #expect(words.hasSuffix("коды: school-08 (МБОУ «Сиэллээхская СОШ»)"), "\(words)")
  }

  @Test func whatIsLikeNoNameLeadsToTheFirstCodes() throws {
    let words = try #require(try refusal("school-99"))
    #expect(words.contains("коды: school-01, school-02, ") && words.hasSuffix(", …"), "\(words)")
  }
}
