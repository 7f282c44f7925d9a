import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Campaign

/// Indicators as people write them; the codes are those of Templates/vilyuysk/indicators.yaml.
@Suite struct NamedIndicatorTests {
  private func pack() throws -> SystemPack {
    try PackFolders.load(Checkout.templates.appending(path: "vilyuysk"))
  }

  @Test(arguments: [
    ("i1_1", "i1_1"), ("1.1", "i1_1"), ("1,1", "i1_1"), ("показатель 1.1", "i1_1"),
    ("п. 3.3", "i3_3"), ("Ц.1", "c1"), ("ц1", "c1"), ("C1", "c1"),
    ("Сопровождение на уровне организации", "i1_1"),
    ("СОПРОВОЖДЕНИЕ  на муниципальном уровне", "i1_2"),
  ])
  func findsWhatIsNamed(typed: String, code: String) throws {
    #expect(try pack().indicator(named: typed)?.code.rawValue == code)
  }

  @Test(arguments: ["", "11", "9.9", "1", "сопровождение", "i1"])
  func whatNamesNoneIsNone(typed: String) throws {
    #expect(try pack().indicator(named: typed) == nil)
  }

  @Test func aMissNamesWhatIsNear() throws {
    let pack = try pack()
    #expect(
      pack.indicators(near: "методическое сопровождение").prefix(2).map(\.code.rawValue)
        == ["i1_1", "i1_2"])
    #expect(pack.indicators(near: "9.9").count == pack.indicators.count)
  }
}
