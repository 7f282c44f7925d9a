import Campaign
import Monitoring
import Testing

@testable import Commands

/// One sentence on a period, by `collect` and by `status`.
@Suite struct TotalWordsTests {
  @Test func saysWhatCameAfterThePeriodWasClosedAndWhatWasReturned() throws {
    var totals = FormRegister.Totals(standings: [])
    totals.expected = 7
    totals.states = [.clean: 2, .withErrors: 1, .undecided: 1, .missing: 1, .returned: 1]
    totals.states[.afterClosing] = 1
    totals.unmended = 1
    let period = try #require(Period(year: 2021))
    #expect(
      TotalWords(period: period, totals: totals, missing: ["A"]).text
        == say(
          "2021: ожидается 7, поступило 6, с ошибками 2, не поступило 1 (A), возвращено 1, "
            + "после возврата с теми же значениями 1, после закрытия 1",
          "2021: expected 7, arrived 6, with errors 2, missing 1 (A), returned 1, "
            + "sent back, and again with the same values 1, after closing 1"))
  }
}
