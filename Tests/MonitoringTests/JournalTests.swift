import Monitoring
import Testing

/// The journal folded.
@Suite struct JournalTests {
  private static let period = Period(year: 2021)
  private static let key = "teachers" as FieldCode

  private func line(_ number: Int, _ act: JournalEntry.Act) -> JournalEntry {
    JournalEntry(
      number: number, at: "2022-01-2\(number)T10:00:00Z", author: "А", reason: "", act: act,
      period: Self.period, unit: "s-1", form: "f")
  }

  private func correction(_ before: String?, _ after: String) -> JournalEntry.Act {
    .correct(
      field: Self.key, breakdown: .whole, before: before.map { .given(.text($0)) },
      after: .given(.text(after)))
  }

  @Test func aLineHoldsUntilAnotherTakesItBack() {
    let journal = Journal([
      line(1, .scan(received: "2022-01-20")), line(2, .returnForm(hash: "aa")),
      line(3, .withdraw(1)), line(4, .lock),
    ])
    #expect(journal.holding.map(\.number) == [2, 4])
    #expect(journal.withdrawal(of: 1)?.number == 3 && journal.withdrawal(of: 2) == nil)
    let held = FormDecisions(journal.holding)
    #expect(held.scan == nil && held.sentBack("aa")?.number == 2 && held.sentBack("bb") == nil)
  }

  @Test func ofSeveralCorrectionsTheLastOneOfWhatTheFormSaysHolds() throws {
    let period = try #require(Self.period)
    let key = Observation.Key(unit: "s-1", period: period, field: Self.key)
    let decisions = FormDecisions([
      line(1, correction("79", "38")), line(2, correction("40", "41")),
      line(3, correction("79", "39")), line(4, correction(nil, "5")),
    ])
    func holds(_ said: String?) -> Int? {
      decisions.correction(of: key, saying: said.map { .given(.text($0)) })?.entry.number
    }
    #expect(holds("79") == 3 && holds("40") == 2 && holds("38") == nil && holds(nil) == 4)
  }
}
