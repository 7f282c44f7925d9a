import ExactNumbers
import Findings
import Foundation
import Monitoring
import Packs
import Testing

/// The packs and campaigns of this repository.
private let root = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite("The first pack")
struct RealPackTests {
  @Test func loadsWithoutFault() throws {
    let pack = try PackLoader.load(folder: root.appending(path: "Templates/vilyuysk"))
    #expect(pack.code == "vilyuysk")
    #expect(pack.indicators.count == 14)
    #expect(
      pack.indicators.filter { $0.formulas.count == 2 }.map(\.label)
        == ["1.1", "1.2", "3.1", "4.1"])
    #expect(pack.classifier("subjects")?.members.count == 12)
    #expect(pack.classifier("directions")?.members.count == 9)
    #expect(
      pack.sections.map(\.code)
        == ["title", "staff", "subjects", "factors", "practices", "measures", "explanations"])
    #expect(pack.forms.first?.explanations?.about == "explanation_about")
    #expect(pack.field("trained_share")?.kind == .percent)
    #expect(pack.indicator("c1")?.target?.atLeast == 20)
    #expect(pack.rules.first?.code == "vilyuysk:teachers_within_staff")
    #expect(pack.rules.allSatisfy { $0.english != nil })
  }

  @Test func isThePackOfTheDemonstration() throws {
    let file = root.appending(path: "Fixtures/campaign/campaign.yaml")
    let settings = try CampaignFile.load(bytes: [UInt8](Data(contentsOf: file)))
    #expect(settings.pack == "vilyuysk")
    #expect(settings.periods.map(\.year) == [2019, 2020, 2021])
    #expect(settings.district.names.count == 1)
  }
}
