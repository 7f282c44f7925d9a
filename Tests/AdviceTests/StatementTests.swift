import Advice
import ExactNumbers
import Monitoring
import Testing

@Suite struct StatementTests {
  @Test func wordsAChangeWithItsNumbersAndNamesWhatItRestsOn() throws {
    var district = SmallDistrict()
    let share = district.address("share")
    district.set(share, 7, of: 21)
    district.set(district.address("share", year: 2020), 8, of: 20)
    // 7/21 − 8/20 = −20/3 points.
    district.compare(share, Fraction(-20).divided(by: 3) ?? .zero, .decline)
    district.fire(.decline, share)
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence(
        "share", .decline,
        """
        Доля снизилась на {{ change }}: {{ previous }} в {{ previous_period }} году, {{ value }} в \
        {{ period }} году ({{ number(numerator) }} из {{ number(denominator) }} \
        {{ plural(denominator, "педагога", "педагогов", "педагогов") }}).
        """)
    ])
    let statements = try district.adviser(pack).statements()
    #expect(
      statements.map(\.text) == [
        "Доля снизилась на 6,7\u{A0}п.\u{A0}п.: 40,0\u{A0}% в 2020 году, "
          + "33,3\u{A0}% в 2021 году (7 из 21 педагога)."
      ])
    #expect(statements.first?.evidence == [share, district.address("share", year: 2020)])
  }

  @Test func wordsTheChangeOfACountInPiecesAndPercent() throws {
    var district = SmallDistrict()
    let count = district.address("count")
    district.set(count, 10)
    district.set(district.address("count", year: 2020), 8)
    district.compare(count, 2, relative: 25, .growth)
    district.fire(.growth, count)
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence("count", .growth, "на {{ change }} до {{ value }}")
    ])
    #expect(
      try district.adviser(pack).statements().map(\.text)
        == ["на 2\u{A0}ед. (25,0\u{A0}%) до 10\u{A0}ед."])
  }

  @Test func neverPrintsAMissedTargetAsMet() throws {
    var district = SmallDistrict()
    let goal = district.address("goal")
    district.set(goal, 499, of: 2500)  // 19.96 %
    district.fire(.targetMissed, goal)
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence("goal", .targetMissed, "{{ value }} при цели {{ target }}")
    ])
    #expect(
      try district.adviser(pack).statements().map(\.text)
        == ["19,96\u{A0}% при цели 20\u{A0}%"])
  }

  @Test func speaksByWeightThenInTheOrderOfTheIndicators() throws {
    var district = SmallDistrict()
    for code: IndicatorCode in ["share", "count", "goal"] {
      district.set(district.address(code), 10, of: code == "count" ? nil : 100)
    }
    district.fire(.steady, district.address("share"))
    district.fire(.growth, district.address("count"))
    district.fire(.growth, district.address("share"))
    district.fire(.targetMissed, district.address("goal"))
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence("goal", .targetMissed, "а"), SmallPack.sentence("share", .steady, "г"),
      SmallPack.sentence("count", .growth, "в"), SmallPack.sentence("share", .growth, "б"),
    ])
    #expect(try district.adviser(pack).statements().map(\.text) == ["а", "б", "в", "г"])
  }

  @Test(arguments: [true, false])
  func namesTheEndsOfAGapOnlyWhereBothAreShown(isShown: Bool) throws {
    var district = SmallDistrict()
    let low = district.address("share", SmallDistrict.second)
    let high = district.address("share", SmallDistrict.first)
    district.set(district.address("share"), 10, of: 20)
    district.set(high, 9, of: 10)
    district.set(low, 1, of: 10)
    if !isShown { district.suppress(low) }
    district.fire(.gap, district.address("share"), ends: [low, high])
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence(
        "share", .gap,
        "от {{ lowest }} ({{ lowest_unit }}) до {{ highest }} ({{ highest_unit }})")
    ])
    let expected = ["от 10,0\u{A0}% (СОШ № 2) до 90,0\u{A0}% (СОШ № 1)"]
    #expect(try district.adviser(pack).statements().map(\.text) == (isShown ? expected : []))
  }

  @Test func saysNothingThatNamesAValueThatIsNotKnown() throws {
    var district = SmallDistrict()
    let share = district.address("share")
    district.set(share, 0, of: 0, state: .noData, given: 0)
    district.fire(.noData, share)
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence("share", .noData, "Доля {{ value }}"),
      SmallPack.sentence(
        "share", .noData, "Данные {{ coverage_given }} из {{ coverage_expected }} школ"),
    ])
    #expect(try district.adviser(pack).statements().map(\.text) == ["Данные 0 из 2 школ"])
  }

  @Test func leavesOutSignalsOfEarlierYearsOfSchoolsAndOfSubjects() throws {
    var district = SmallDistrict()
    let subject = Breakdown("subjects", "physics")
    let addresses = [
      district.address("share", year: 2020), district.address("share", SmallDistrict.first),
      district.address("share", SmallDistrict.root, subject),
    ]
    for address in addresses {
      district.set(address, 1, of: 10)
      district.fire(.steady, address)
    }
    let pack = try SmallPack.pack(sentences: [SmallPack.sentence("share", .steady, "стабильно")])
    #expect(try district.adviser(pack).statements().isEmpty)
  }

  @Test(arguments: ["{{ valu }}", "{{ plural(value) }}", "{{ value + 1 }}", "{{ nothing(1) }}"])
  func namesTheTextThatCannotBeFilled(text: String) throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 1, of: 10)
    district.fire(.steady, district.address("share"))
    let pack = try SmallPack.pack(sentences: [SmallPack.sentence("share", .steady, text)])
    let error = #expect(throws: AdviceError.self) { try district.adviser(pack).statements() }
    #expect(error?.text == "share_steady")
  }
}

@Suite struct VocabularyTests {
  /// What the loader lets a pack name, and what a text can be filled with, are the same.
  @Test(arguments: Vocabulary.occasionNames)
  func knowsEveryNameThatAPackMayUse(name: String) throws {
    var district = SmallDistrict()
    district.set(district.address("share"), 1, of: 10)
    district.fire(.gap, district.address("share"))
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence("share", .gap, "{{ \(name) }}")
    ])
    #expect(throws: Never.self) { try district.adviser(pack).statements() }
  }

  @Test func wordsNumbersInTexts() throws {
    var district = SmallDistrict()
    district.set(district.address("count"), 1234)
    district.fire(.steady, district.address("count"))
    let pack = try SmallPack.pack(sentences: [
      SmallPack.sentence(
        "count", .steady,
        """
        {{ number(numerator) }} {{ plural(numerator, "программа", "программы", "программ") }}
        """)
    ])
    #expect(try district.adviser(pack).statements().map(\.text) == ["1\u{A0}234 программы"])
  }
}
