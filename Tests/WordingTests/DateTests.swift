import Testing
import Wording

struct DateTests {
  @Test func wordsADateLongAndShort() throws {
    let date = try #require(CalendarDate(iso: "2021-01-28"))
    #expect(Language.ru.longDate(date) == "28\u{A0}января 2021\u{A0}г.")
    #expect(Language.ru.shortDate(date) == "28.01.2021")
    #expect(Language.en.longDate(date) == "28\u{A0}January 2021")
    #expect(Language.en.shortDate(date) == "2021-01-28")
  }

  @Test func readsTheDayOfATimeStamp() {
    #expect(
      CalendarDate(iso: "2021-06-05T09:30:00Z") == CalendarDate(year: 2021, month: 6, day: 5))
  }

  @Test(arguments: [
    "", "2021", "2021-1-28", "2021-13-01", "2021-02-29", "1900-02-29", "2021-04-31", "28.01.2021",
    "2021-01-2x", "0000-01-01", "2021-01-00",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: ["2020-02-29", "2000-02-29", "2021-12-31"])
  func acceptsLastDays(text: String) {
    #expect(CalendarDate(iso: text) != nil)
  }

  @Test(arguments: [
    (GrammaticalCase.nominative, "2021\u{A0}год", "2020/21\u{A0}учебный год"),
    (.genitive, "2021\u{A0}года", "2020/21\u{A0}учебного года"),
    (.dative, "2021\u{A0}году", "2020/21\u{A0}учебному году"),
    (.instrumental, "2021\u{A0}годом", "2020/21\u{A0}учебным годом"),
    (.prepositional, "2021\u{A0}году", "2020/21\u{A0}учебном году"),
  ])
  func wordsAYearInEveryCase(form: GrammaticalCase, calendar: String, school: String) {
    #expect(Language.ru.calendarYear(2021, form) == calendar)
    #expect(Language.ru.schoolYear(endingIn: 2021, form) == school)
  }

  @Test func writesTheSchoolYearAcrossACentury() {
    #expect(Language.ru.shortSchoolYear(endingIn: 2000) == "1999/00")
    #expect(Language.en.schoolYear(endingIn: 2021) == "school year\u{A0}2020/21")
  }

  @Test(arguments: [
    ("2021-06-12T14:05:00Z", "12.06.2021\u{A0}14:05", "2021-06-12\u{A0}14:05"),
    ("2021-06-12T14:05", "12.06.2021\u{A0}14:05", "2021-06-12\u{A0}14:05"),
    ("2021-06-12", "12.06.2021", "2021-06-12"), ("2021-06-12T", "12.06.2021", "2021-06-12"),
    ("–", "–", "–"), ("позавчера", "позавчера", "позавчера"),
  ])
  func aMomentIsADayAndATime(iso: String, russian: String, english: String) {
    #expect(Language.ru.moment(iso) == russian)
    #expect(Language.en.moment(iso) == english)
  }
}
