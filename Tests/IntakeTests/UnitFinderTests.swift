import Monitoring
import Testing

@testable import Intake

/// Units by what a form says of them.
@Suite struct UnitFinderTests {
  private static func unit(_ code: UnitCode, _ number: Int, _ name: String) -> Unit {
    Unit(
      code: code, number: number, names: [.init(full: name, short: name)], level: "school")
  }

  private let finder = UnitFinder(
    UnitRegister(
      root: unit("district", 0, "Район"),
      units: [
        unit("1-11", 1, "Первая школа"), unit("11-1", 2, "Вторая школа"),
        unit("school-07", 3, "Седьмая школа"),
      ]))

  /// «1-11» and «11-1» have the same digits in the same order.
  @Test func tellsCodesApartThatDifferInTheirSignsOnly() {
    #expect(finder.find(code: "1-11", name: nil) == .found("1-11"))
    #expect(finder.find(code: " 11-1 ", name: nil) == .found("11-1"))
    #expect(finder.find(code: "11-1", name: "Вторая школа") == .found("11-1"))
  }

  @Test func asksWhichOneAWrittenCodeMeansThatMayBeTwo() {
    #expect(finder.find(code: "111", name: nil) == .unknown)
    #expect(finder.find(code: "111", name: "Вторая школа") == .foundByName("11-1"))
  }

  @Test(arguments: ["school-07", "SCHOOL 07", "school07"])
  func knowsACodeInOtherLettersWhereItIsOneOnly(code: String) {
    #expect(finder.find(code: code, name: nil) == .found("school-07"))
  }
}
