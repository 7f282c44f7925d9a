import Advice
import ExactNumbers
import Monitoring
import Testing

@Suite struct RecommendationTests {
  private func pack() throws -> SystemPack {
    try SmallPack.pack(advice: [
      SmallPack.advice(
        "behind", to: "heads", "support", on: [.decline, .gap], "Сейчас {{ value }}"),
      SmallPack.advice("missing", to: "heads", "support", on: [.noData]),
      SmallPack.advice("go-on", to: "heads", "support", on: [.growth, .steady]),
      SmallPack.advice("train", to: "heads", "training", on: [.targetMissed], "Цель {{ target }}"),
      SmallPack.advice("trained", to: "heads", "training", on: [.targetMet, .steady]),
      SmallPack.advice("learn", to: "teachers", "support", on: [.decline, .gap, .noData]),
      SmallPack.advice("learnt", to: "teachers", "support", on: [.steady, .growth]),
      SmallPack.advice("help", to: "department", "support", on: [.decline]),
    ])
  }

  private func templates(_ advice: [Recommendation], unit: UnitCode?) -> [String] {
    advice.filter { $0.unit == unit }.map(\.template)
  }

  @Test func givesEverySchoolSomethingInEverySection() throws {
    let advice = try SmallDistrict().adviser(pack()).recommendations()
    for unit in [SmallDistrict.first, SmallDistrict.second] {
      #expect(templates(advice, unit: unit) == ["go-on", "trained"])
    }
  }

  @Test func givesASchoolWhatItsOwnValuesCallFor() throws {
    var district = SmallDistrict()
    // 20/40 together; 18/20 here, 2/20 there: 40 points behind.
    district.set(district.address("share"), 20, of: 40)
    district.set(district.address("share", SmallDistrict.first), 18, of: 20)
    district.set(district.address("share", SmallDistrict.second), 2, of: 20)
    district.fire(.growth, district.address("share", SmallDistrict.second))
    let advice = try district.adviser(pack()).recommendations()
    #expect(templates(advice, unit: SmallDistrict.first) == ["go-on", "trained"])
    #expect(templates(advice, unit: SmallDistrict.second) == ["behind", "trained"])
    let behind = advice.first { $0.template == "behind" }
    #expect(behind?.text == "Сейчас 10,0\u{A0}%")
    #expect(behind?.term == "до 1 июня 2022 года")
    #expect(
      behind?.evidence
        == [district.address("share", SmallDistrict.second), district.address("share")])
  }

  @Test(arguments: [(2, 4, "go-on"), (1, 5, "behind"), (2, 10, "behind"), (21, 100, "go-on")])
  func callsASchoolBehindFromTheGapOnAndFromFivePersonsOn(
    numerator: Int, denominator: Int, expected: String
  ) throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 50, of: 100)
    district.set(district.address("share", SmallDistrict.first), numerator, of: denominator)
    let advice = try district.adviser(pack()).recommendations()
    #expect(templates(advice, unit: SmallDistrict.first).first == expected)
  }

  @Test func asksASchoolForWhatItDidNotGive() throws {
    var district = SmallDistrict()
    district.set(district.address("share", SmallDistrict.first), 0, of: 0, state: .withheld)
    let advice = try district.adviser(pack()).recommendations()
    #expect(templates(advice, unit: SmallDistrict.first) == ["missing", "trained"])
  }

  @Test func tellsEverySchoolOfAMissedTarget() throws {
    var district = SmallDistrict()
    district.set(district.address("goal"), 1, of: 10)
    district.fire(.targetMissed, district.address("goal"))
    let advice = try district.adviser(pack()).recommendations()
    #expect(templates(advice, unit: SmallDistrict.first) == ["go-on", "train"])
    #expect(advice.first { $0.template == "train" }?.text == "Цель 20\u{A0}%")
  }

  @Test func advisesTeachersInAllAndOfTheSubjectsThatCallForAction() throws {
    var district = SmallDistrict()
    let physics = Breakdown("subjects", "physics")
    let mathematics = Breakdown("subjects", "mathematics")
    district.set(district.address("share", SmallDistrict.root, physics), 1, of: 10)
    district.set(district.address("share", SmallDistrict.root, mathematics), 9, of: 10)
    district.fire(.decline, district.address("share", SmallDistrict.root, physics))
    district.fire(.growth, district.address("share", SmallDistrict.root, mathematics))
    let advice = try district.adviser(pack()).recommendations()
      .filter { $0.addressee == "teachers" }
    #expect(advice.map(\.template) == ["learnt", "learn"])
    #expect(advice.map(\.breakdown) == [.whole, physics])
  }

  @Test func speaksOfNoSchoolInThePublicEdition() throws {
    let advice = try SmallDistrict().adviser(pack(), .public).recommendations()
    #expect(advice.allSatisfy { $0.unit == nil })
    #expect(templates(advice, unit: nil) == ["go-on", "trained", "learnt", "help"])
  }

  @Test func namesTheEndsOfAGapToTheDepartmentButToNoGroupOfPeople() throws {
    var district = SmallDistrict()
    let whole = district.address("share")
    let low = district.address("share", SmallDistrict.second)
    let high = district.address("share", SmallDistrict.first)
    for address in [whole, low, high] { district.set(address, 5, of: 10) }
    district.fire(.gap, whole, ends: [low, high])
    let pack = try SmallPack.pack(advice: [
      SmallPack.advice("learn", to: "teachers", "support", on: [.gap]),
      SmallPack.advice("help", to: "department", "support", on: [.gap]),
    ])
    let advice = try district.adviser(pack).recommendations()
    #expect(advice.map(\.template) == ["learn", "help"])
    #expect(advice.map(\.evidence) == [[whole], [whole, low, high]])
  }

  @Test func takesGrowthAsACallForActionWhereLessIsBetter() throws {
    var district = SmallDistrict()
    let share = district.address("share", SmallDistrict.first)
    district.set(share, 5, of: 10)
    district.fire(.growth, share)
    let pack = try SmallPack.pack(
      advice: [
        SmallPack.advice("stop", to: "heads", "support", on: [.growth]),
        SmallPack.advice("go-on", to: "heads", "support", on: [.decline, .steady]),
      ], directions: [.down, .up, .up])
    let advice = try district.adviser(pack).recommendations()
    #expect(templates(advice, unit: SmallDistrict.first) == ["stop"])
  }

  @Test func saysATextOnceWithAllThatItRestsOn() throws {
    var district = SmallDistrict()
    district.set(district.address("count"), 5)
    district.set(district.address("goal"), 5, of: 10)
    district.fire(.steady, district.address("count"))
    district.fire(.steady, district.address("goal"))
    let pack = try SmallPack.pack(advice: [
      SmallPack.advice("go-on", to: "department", "training", on: [.steady])
    ])
    let advice = try district.adviser(pack).recommendations()
    #expect(advice.map(\.evidence) == [[district.address("count"), district.address("goal")]])
  }
}
