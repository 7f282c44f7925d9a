import Advice
import Monitoring
import Testing

@Suite struct MeasureTests {
  @Test func keepsTheOrderOfDirectionsAndLeavesEmptyOnesEmpty() throws {
    let pack = try SmallPack.pack(measures: [
      SmallPack.measure("c", "d3"), SmallPack.measure("a", "d1"), SmallPack.measure("b", "d1"),
    ])
    let rows = try SmallDistrict().adviser(pack).measures()
    #expect(rows.map(\.template) == ["a", "b", "c"])
    #expect(rows.map(\.term) == ["2022 год", "2022 год", "2022 год"])
  }

  @Test(arguments: [true, false])
  func takesAMeasureWithTriggersOnlyWhenOneFires(fires: Bool) throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 5, of: 10)
    if fires { district.fire(.decline, district.address("share")) }
    district.fire(.decline, district.address("count"))
    let pack = try SmallPack.pack(measures: [
      SmallPack.measure("a", "d1", on: [.decline, .gap], expected: "Выше {{ value }}")
    ])
    let rows = try district.adviser(pack).measures()
    #expect(rows.map(\.expected) == (fires ? ["Выше 50,0\u{A0}%"] : []))
  }

  @Test func saysSoWhenTheExpectedValueCannotBeWorded() throws {
    let pack = try SmallPack.pack(measures: [
      SmallPack.measure("a", "d1", expected: "Не ниже {{ value }}")
    ])
    let rows = try SmallDistrict().adviser(pack).measures()
    #expect(rows.map(\.expected) == ["Значение установлено"])
    #expect(rows.map(\.evidence) == [[]])
  }
}
