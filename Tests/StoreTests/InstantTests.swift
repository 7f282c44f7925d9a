import Testing

@testable import Store

@Suite struct InstantTests {
  /// Seconds from `date -u -d … +%s` (GNU coreutils).
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2021-03-31T10:05:07Z", 1_617_185_107),
    ("2021-03-31T10:05:07.987654321Z", 1_617_185_107),
    ("2021-03-31T10:05:07", 1_617_185_107),
    ("2021-03-31T19:05:07+09:00", 1_617_185_107),
    ("2021-03-31T07:35:07-02:30", 1_617_185_107),
    ("2020-02-29", 1_582_934_400),
    ("2000-03-01T00:00:00Z", 951_868_800),
    ("1900-03-01T00:00:00Z", -2_203_891_200),
  ])
  func readsWhatWorkbooksWrite(text: String, seconds: Int64) {
    #expect(Instant(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2021", "31.03.2021", "2021-13-01", "2021-03-31T", "2021-03-31T10:05:07 MSK", "вчера",
    "2021-03-31T10:05:07Z ",
  ])
  func takesAnythingElseAsUnknown(text: String) {
    #expect(Instant(text) == nil)
  }
}
