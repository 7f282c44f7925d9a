import Testing
import Spreadsheets

@testable import Intake

@Suite struct LabelTests {
  @Test(arguments: [
    ("Прошли диагностику", "ПРОШЛИ  диагностику"),
    ("утверждённые организацией", "утвержденные\nорганизацией"),
    ("МБОУ «Ойбонская СОШ № 2»", "мбоу \"ойбонская сош №2\""),
    ("учебно-методический", "учебно методический"),
    ("препода-\nющие предмет", "преподающие предмет"),
    ("Педаго\u{AD}ги", "Педагоги"),
    ("Код\u{A0}организации", "Код организации"),
    ("Kадры", "Кадры"),
    ("район", "раи\u{306}он"),
  ])
  func saysTheSame(_ a: String, _ b: String) {
    #expect(Label(a).tight == Label(b).tight)
  }

  @Test(arguments: [
    ("3. Прошли диагностику", "Прошли диагностику"),
    ("Прошли диагностику, чел.", "Прошли диагностику"),
    ("01 Всего педагогов (человек)", "Всего педагогов"),
  ])
  func isTheSameWithoutNumberAndUnit(_ a: String, _ b: String) {
    #expect(Label(a).tight != Label(b).tight)
    #expect(Label(a).bare == Label(b).bare)
  }

  @Test func otherNumbersMakeAnotherLabel() {
    let likeness = Label("Работники в возрасте до 35 лет")
      .likeness(to: Label("Работники в возрасте до 30 лет"))
    #expect(likeness == 0)
  }

  @Test(arguments: [
    ("школьного", "школьном", true), ("диагностику", "диагностика", true),
    ("квалификация", "квалифкация", true), ("деффицитов", "дефицитов", true),
    ("школьный", "муниципальный", false), ("дом", "том", false),
    ("наставник", "наставничество", false),
  ])
  func knowsAWordInAnotherForm(_ a: String, _ b: String, _ same: Bool) {
    #expect(Label.isSame(Array(a.utf16), Array(b.utf16)) == same)
    #expect(Label.isSame(Array(b.utf16), Array(a.utf16)) == same)
  }
}

@Suite struct LabelMatcherTests {
  private func match(_ fields: [[String]], _ headings: [String]) -> [LabelMatcher.Outcome] {
    let wanted = fields.map { LabelMatcher.Wanted(labels: $0.map(Label.init), number: nil) }
    return LabelMatcher(wanted: wanted).outcomes(among: candidates(headings))
  }

  private func candidates(_ headings: [String]) -> [LabelCandidate] {
    headings.enumerated().map {
      LabelCandidate(
        place: CellAddress(row: 1, column: $0 + 1), labels: [Label($1)], text: $1, number: nil)
    }
  }

  private func column(_ outcome: LabelMatcher.Outcome) -> Int? { outcome.candidate?.place.column }

  @Test func takesAnAliasAsTheLabel() {
    let outcomes = match(
      [["Отметка (да/нет)", "Отметка"], ["Чем подтверждается"]], ["ОТМЕТКА", "x"])
    #expect(column(outcomes[0]) == 1)
    #expect(outcomes[1] == .missing)
  }

  @Test func asksWhenALabelStandsTwice() {
    let outcomes = match([["Всего"]], ["Всего", "всего"])
    #expect(outcomes == [.twice(candidates(["Всего", "всего"]))])
  }

  @Test func takesTheOneWithItsNumberWhenALabelStandsTwice() {
    var headings = candidates(["Всего", "Всего"])
    headings[1].number = "5"
    let matcher = LabelMatcher(wanted: [.init(labels: [Label("Всего")], number: "5")])
    #expect(matcher.outcomes(among: headings) == [.numbered(headings[1], among: headings)])
  }

  @Test func guessesWhatIsVeryMuchAlike() {
    let outcomes = match(
      [
        ["Прошли диагностику профессиональных дефицитов"],
        ["Прошли диагностику профессионального выгорания"],
      ],
      [
        "Прошли диагностику профессионального выгорания",
        "Прошедшие диагностику профессиональных дефицитов",
      ])
    #expect(
      outcomes[0]
        == .guessed(candidates(["", "Прошедшие диагностику профессиональных дефицитов"])[1]))
    #expect(column(outcomes[1]) == 1)
  }

  /// «Краевых» is as far from «региональных» as from «муниципальных».
  @Test func neverTakesOneColumnForAnother() {
    let outcomes = match(
      [
        ["Участвовали в конкурсах муниципального уровня"],
        ["Участвовали в конкурсах регионального уровня"],
      ],
      ["Участвовали в конкурсах муниципального уровня", "Участвовали в конкурсах краевого уровня"])
    #expect(column(outcomes[0]) == 1)
    #expect(column(outcomes[1]) == nil)
    guard case .unclear = outcomes[1] else {
      Issue.record("should ask: \(outcomes[1])")
      return
    }
  }

  /// The whole is not its part, however long the label that both share.
  @Test func aPartIsNotTakenForItsWhole() {
    let outcomes = match(
      [
        ["Педагоги, прошедшие повышение квалификации"],
        ["Педагоги, прошедшие повышение квалификации по маршруту"],
      ],
      ["Педагоги, прошедшие повышение квалификации маршруту"])
    #expect(column(outcomes[0]) == nil)
  }

  @Test func oneHeadingIsNeverTwoFields() {
    let outcomes = match(
      [["Всего учителей школы"], ["Всего учителей школ"]], ["Всего учителей школах"])
    #expect(outcomes.allSatisfy { column($0) == nil })
  }
}
