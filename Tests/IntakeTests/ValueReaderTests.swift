import ExactNumbers
import Findings
import Monitoring
import Testing

@testable import Intake

@Suite struct ValueReaderTests {
  private static let statuses = Classifier(
    code: "statuses", title: "",
    members: [
      .init(code: "done", title: "выполнено"), .init(code: "partly", title: "выполнено частично"),
    ])
  private let reader = ValueReader(classifiers: [statuses], readings: SampleForm.readings)

  private func read(_ cell: GridCell?, _ kind: FormField.Kind, unit: String? = "чел.") -> Reading {
    reader.read(cell, as: FormField(code: "f", label: "Ф", kind: kind, unit: unit))
  }

  private func text(_ text: String) -> GridCell { GridCell(.text(text), rawText: text) }
  private func number(_ text: String, percent: Bool = false, formula: Bool = false) -> GridCell {
    GridCell(
      .number(ExactNumber(text) ?? -999), rawText: text, isFormula: formula, showsPercent: percent)
  }

  @Test(arguments: [
    ("12", 12), ("1 250", 1250), ("1\u{A0}250", 1250),
    ("1\u{2009}250", 1250), ("1\u{202F}250", 1250), ("\u{200B}12\u{FEFF}", 12), ("12 ЧЕЛ.", 12),
    (" 7 ", 7), ("12 чел.", 12),
    ("12чел", 12), ("5 человек", 5), ("007", 7), ("0", 0),
  ])
  func readsACountThatWasTypedAsText(_ typed: String, _ value: Int) {
    let reading = read(text(typed), .count)
    #expect(reading.state == .given(.number(ExactNumber(value))))
    #expect(reading.remark?.code == "cell.text-number")
  }

  @Test(arguments: [
    "двенадцать", "2+5", "около 12", "12 ед.", "1 2", "12 5", "######", "12.", ",5", "1,2,3",
    "12 чел. из 15", "1 25", "да", "нет ни одного", "12 человечков",
  ])
  func doesNotReadWordsAsACount(_ typed: String) {
    let reading = read(text(typed), .count)
    #expect(reading.state == .unreadable)
    #expect(reading.remark?.code == "cell.not-a-number")
    #expect(reading.remark?.arguments["value"] == .text(typed))
  }

  @Test(arguments: ["1000001", "1000000000000000", "999999999999999999999999999999"])
  func aCountBeyondAnySchoolIsSaid(_ typed: String) {
    #expect(read(text(typed), .count).state == .unreadable)
    #expect(read(text(typed), .count).remark?.code == "cell.too-large")
    #expect(read(text("1000000"), .count).state == .given(.number(1_000_000)))
  }

  @Test func aNumberIsOneThatCanBeCountedWith() {
    #expect(read(number("1000000000001"), .number).remark?.code == "cell.too-large")
    #expect(read(number("-1000000000001"), .number).remark?.code == "cell.too-large")
    #expect(
      read(number("33.33333333333", formula: true), .percent).state
        == .given(.number(ExactNumber("33.333333") ?? 0)))
  }

  @Test func whatIsTypedBeyondSixDecimalsIsRoundedAndSaid() {
    let typed = read(number("33.33333333"), .percent)
    #expect(typed.state == .given(.number(ExactNumber("33.333333") ?? 0)))
    #expect(typed.remark?.code == "cell.long-number")
  }

  @Test func aDateOrALogicalValueIsNoCount() {
    let day = read(GridCell(.date("2021-03-12"), rawText: "44267"), .count)
    #expect(day.remark?.code == "cell.date-for-number")
    #expect(day.remark?.arguments["value"] == .text("12.03.2021"))
    let flag = read(GridCell(.flag(true), rawText: "1"), .count)
    #expect(flag.remark?.code == "cell.flag-for-number")
    #expect(flag.remark?.arguments["value"] == .text("ИСТИНА"))
  }

  @Test(arguments: ["-", "–", "—", "−", " – "])
  func aDashDeclaresThatAFieldDoesNotApply(_ typed: String) {
    for kind in [FormField.Kind.count, .percent, .number, .yesNo, .date, .choice("statuses")] {
      let reading = read(text(typed), kind)
      #expect(reading.state == .notApplicable)
      #expect(reading.remark?.code == "cell.not-applicable")
    }
    #expect(read(text(typed), .text).state == .notApplicable)
    #expect(read(text(typed), .text).remark == nil)
  }

  @Test func aWordForNothingIsZeroWherePeopleAreCountedOnly() {
    let count = read(text(" НЕТ "), .count)
    #expect(count.state == .given(.number(0)))
    #expect(count.remark?.code == "cell.word-zero")
    #expect(read(text("нет"), .percent).remark?.code == "cell.not-a-number")
    #expect(read(text("нет"), .date).remark?.code == "cell.not-a-date")
    #expect(read(text("нет"), .yesNo).state == .given(.yesNo(false)))
    #expect(read(text("нет"), .text).state == .given(.text("нет")))
  }

  @Test func aWordForNoDataIsMissingNotZero() {
    for kind in [FormField.Kind.count, .percent, .yesNo, .text] {
      let reading = read(text("Нет  данных"), kind)
      #expect(reading.state == .missing)
      #expect(reading.remark?.code == "cell.no-data")
    }
  }

  /// A pack that declares nothing has plain digits only.
  @Test(arguments: ["12 чел.", "нет", "–", "н/д", "37 %"])
  func understandsNoWordThatIsNotDeclared(_ typed: String) {
    let plain = ValueReader(classifiers: [])
    let field = FormField(code: "f", label: "Ф", kind: .number, unit: "чел.")
    let reading = plain.read(text(typed), as: field)
    #expect(reading.remark?.code == "cell.not-a-number")
    #expect(reading.remark?.arguments["dash"] == nil)
    #expect(plain.read(text("1 250"), as: field).state == .given(.number(1250)))
  }

  @Test(arguments: [
    "#ССЫЛКА!", "#REF!", " #Н/Д", "#ДЕЛ/0!", "Err:502", "Ошибка:502",
  ])
  func namesAnErrorThatWasCopiedAsText(_ typed: String) {
    for kind in [FormField.Kind.count, .percent, .yesNo, .date, .choice("statuses")] {
      #expect(read(text(typed), kind).state == .unreadable)
      #expect(read(text(typed), kind).remark?.code == "cell.error-text")
    }
  }

  @Test func treatsABlankCellAsMissingNotZero() {
    for cell in [nil, GridCell(.empty, rawText: ""), text(" "), text("\u{A0}\n")] {
      #expect(read(cell, .count).state == .missing)
      #expect(read(cell, .count).remark == nil)
    }
  }

  @Test(arguments: [
    ("-1", "cell.negative"), ("2.5", "cell.not-whole"), ("−3", "cell.negative"),
    ("12,5", "cell.not-whole"),
  ])
  func refusesWhatNoCountCanBe(_ value: String, _ code: String) {
    let cell = ExactNumber(value) == nil ? text(value) : number(value)
    let reading = read(cell, .count)
    #expect(reading.state == .unreadable)
    #expect(reading.remark?.code.rawValue == code)
  }

  @Test func aPercentageIsNoCount() {
    let formatted = read(number("0.45", percent: true), .count)
    #expect(formatted.remark?.code == "cell.percent-for-count")
    #expect(formatted.remark?.arguments["value"] == .text("45\u{A0}%"))
    let typed = read(text("25 %"), .count)
    #expect(typed.remark?.code == "cell.percent-for-count")
    // Only a format can be taken off a cell; a sign that was typed is left out.
    #expect(formatted.remark?.arguments["format"] != nil)
    #expect(formatted.remark?.arguments["sign"] == nil)
    #expect(typed.remark?.arguments["sign"] == .text("%"))
    #expect(typed.remark?.arguments["format"] == nil)
  }

  @Test func bothNotationsOfAPercentageMeanTheSame() throws {
    let expected = Observation.State.given(.number(try #require(ExactNumber("37.5"))))
    #expect(read(number("37.5"), .percent, unit: "%").state == expected)
    #expect(read(number("0.375", percent: true), .percent, unit: "%").state == expected)
    #expect(read(text("37,5 %"), .percent, unit: "%").state == expected)
    #expect(read(text("37,5"), .percent, unit: "%").state == expected)
  }

  /// «38 %» was typed with no decimals, whatever the file stores.
  @Test func aPercentageKeepsTheDecimalsThatWereTyped() {
    let reading = read(number("0.38", percent: true), .percent, unit: "%")
    guard case .given(.number(let value)) = reading.state else {
      Issue.record("not read")
      return
    }
    #expect(value.decimals == 0)
  }

  @Test func aFormulaIsReadAsItIsSeen() throws {
    let reading = read(number("200.04999999999998", formula: true), .number)
    #expect(reading.state == .given(.number(try #require(ExactNumber("200.05")))))
  }

  @Test func anErrorIsNoZero() {
    let broken = GridCell(.error("#DIV/0!"), rawText: "#DIV/0!")
    #expect(read(broken, .count).state == .unreadable)
    #expect(read(broken, .count).remark?.code == "cell.error")
    let uncomputed = GridCell(.noResult, rawText: "", isFormula: true)
    #expect(read(uncomputed, .count).remark?.code == "cell.no-result")
  }

  @Test(arguments: [
    ("да", true), ("Да", true), ("+", true), ("x", true), ("Х", true), ("1", true), ("нет", false),
    (" НЕТ ", false), ("0", false),
  ])
  func readsYesAndNo(_ typed: String, _ value: Bool) {
    #expect(read(text(typed), .yesNo).state == .given(.yesNo(value)))
  }

  @Test func asksForAnAnswerThatIsNeither() {
    #expect(read(text("возможно"), .yesNo).remark?.code == "cell.not-yes-no")
    #expect(read(number("1"), .yesNo).state == .given(.yesNo(true)))
    #expect(read(number("2"), .yesNo).remark?.code == "cell.not-yes-no")
  }

  @Test func aChoiceIsAMemberOfItsDictionary() {
    let kind = FormField.Kind.choice("statuses")
    #expect(read(text("Выполнено  частично"), kind).state == .given(.choice("partly")))
    let other = read(text("почти"), kind)
    #expect(other.remark?.code == "cell.not-a-choice")
    #expect(other.remark?.arguments["candidates"] == .list(["выполнено", "выполнено частично"]))
  }

  @Test(arguments: [
    ("31.03.2021", "2021-03-31"), ("31/3/21", "2021-03-31"), ("2021-03-31", "2021-03-31"),
    ("31 марта 2021 г.", "2021-03-31"), ("29.02.2020", "2020-02-29"),
  ])
  func readsADateThatWasTypedAsText(_ typed: String, _ day: String) {
    #expect(read(text(typed), .date).state == .given(.date(day)))
  }

  @Test(arguments: ["29.02.2021", "31.04.2021", "март", "2021", "12.13.2021"])
  func refusesADayThatTheCalendarDoesNotHave(_ typed: String) {
    #expect(read(text(typed), .date).remark?.code == "cell.not-a-date")
  }

  @Test(arguments: [
    ("2021", 2021), ("2021 год", 2021), ("за 2021 г.", 2021), ("2020/21 учебный год", 2021),
    ("2020-2021", 2021), ("31.12.2021", 2021),
  ])
  func readsAPeriod(_ typed: String, _ year: Int) {
    #expect(DateText.period(in: typed)?.year == year)
  }

  @Test(arguments: ["", "21", "2019–2021", "год", "2019, 2020, 2021"])
  func asksForAPeriodThatIsNotOne(_ typed: String) {
    #expect(DateText.period(in: typed) == nil)
  }
}
