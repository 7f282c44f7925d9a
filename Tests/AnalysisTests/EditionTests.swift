import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

@Suite struct EditionTests {
  private let units = ["a", "b", "c"].map { SmallPack.unit($0) }

  /// A share of the municipality over three units, because fewer are never shown.
  private func share(_ part: Int, of whole: Int, as name: String = "whole") -> [String] {
    let second = min(part, 1)
    let third = min(part - second, 1)
    return [
      "a 2021 part \(part - second - third)", "a 2021 \(name) \(whole - 2)",
      "b 2021 part \(second)", "b 2021 \(name) 1", "c 2021 part \(third)", "c 2021 \(name) 1",
    ]
  }

  /// A count of the municipality over three units.
  private func pieces(_ count: Int, _ year: Int = 2021) -> [String] {
    ["a \(year) pieces \(count)", "b \(year) pieces 0", "c \(year) pieces 0"]
  }

  private func edition(
    _ audience: Edition.Audience, _ lines: [String], years: [Int] = [2020, 2021]
  ) throws -> Edition {
    let pack = try SmallPack.pack()
    return Edition(
      audience, of: try reckon(lines, units: units, pack: pack, years: years), pack: pack,
      register: UnitRegister(root: SmallPack.root, units: units))
  }

  @Test func showsEverythingInside() throws {
    let lines = ["a 2021 part 1", "a 2021 whole 2"]
    let results = try reckon(lines, units: units, pack: SmallPack.pack())
    let edition = try edition(.internal, lines)
    for (address, value) in results.values { #expect(edition[address]?.value == value) }
    for (address, comparison) in results.comparisons {
      #expect(edition.comparison(address) == comparison)
    }
    #expect(edition.signals == results.signals)
  }

  /// k is 5: what lies from 1 to 4, and shares of groups smaller than 5, point at persons.
  @Test(arguments: [
    (0, 20, true), (1, 20, false), (4, 20, false), (5, 20, true), (15, 20, true), (16, 20, false),
    (19, 20, false), (20, 20, true), (0, 4, false), (4, 4, false), (2, 4, false), (0, 5, true),
    (5, 5, true),
  ])
  func showsASharePubliclyOnlyWhenItPointsAtNobody(part: Int, whole: Int, isShown: Bool) throws {
    let edition = try edition(.public, share(part, of: whole), years: [2021])
    let published = try #require(edition[address("share/root/-/2021/value")])
    #expect((published.value != nil) == isShown)
    #expect((published.showing == .suppressed) == !isShown)
  }

  @Test(arguments: [(0, true), (1, false), (4, false), (5, true)])
  func showsACountPubliclyFromTheLimitOn(count: Int, isShown: Bool) throws {
    let edition = try edition(.public, pieces(count), years: [2021])
    let published = try #require(edition[address("count/root/-/2021/value")])
    #expect((published.value != nil) == isShown)
  }

  @Test func hidesAChangeThatWouldTellAHiddenNeighbour() throws {
    let hidden = try edition(.public, pieces(3, 2020) + pieces(30))
    #expect(hidden.comparison(try address("count/root/-/2021/change")) == nil)
    #expect(!hidden.signals.contains { $0.trigger == .growth })
    let shown = try edition(.public, pieces(6, 2020) + pieces(30))
    #expect(shown.comparison(try address("count/root/-/2021/change"))?.difference == Fraction(24))
    #expect(shown.signals.contains { $0.trigger == .growth })
  }

  @Test func showsNoSumOfFewerThanThreeUnitsPublicly() throws {
    let lines = ["a 2021 part 10", "a 2021 whole 50", "b 2021 part 10", "b 2021 whole 50"]
    let edition = try edition(.public, lines, years: [2021])
    #expect(edition[try address("share/root/-/2021/value")]?.showing == .suppressed)
  }

  @Test func saysNothingPubliclyOfATargetWhoseShareIsHidden() throws {
    let edition = try edition(.public, share(2, of: 40, as: "staff"), years: [2021])
    #expect(edition[try address("goal/root/-/2021/value")]?.showing == .suppressed)
    #expect(!edition.signals.contains { $0.trigger == .targetMissed })
  }

  @Test func namesNoUnitPublicly() throws {
    let lines = [
      "a 2021 part 5", "a 2021 whole 50", "b 2021 part 45", "b 2021 whole 50",
      "c 2021 part 10", "c 2021 whole 50", "a 2021 pieces missing",
    ]
    let inside = try edition(.internal, lines, years: [2021])
    #expect(inside.signals.contains { $0.trigger == .gap })
    let outside = try edition(.public, lines, years: [2021])
    #expect(outside[try address("share/a/-/2021/value")] == nil)
    #expect(outside[try address("share/root/-/2021/value")]?.value != nil)
    #expect(!outside.signals.contains { $0.trigger == .gap })
    #expect(outside.signals.allSatisfy { $0.address.unit == "root" && $0.ends.isEmpty })
  }
}
