import Spreadsheets
import Testing

@Suite struct CellAddressTests {
  @Test(arguments: [
    ("A1", 1, 1), ("C14", 14, 3), ("Z9", 9, 26), ("AA10", 10, 27),
    ("XFD1048576", 1_048_576, 16_384),
  ])
  func readsAndWritesTheSameText(text: String, row: Int, column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
    #expect(CellAddress(row: row, column: column).description == text)
  }

  @Test(arguments: [
    "", "A", "1", "A0", "1A", "A1B", "А1", "A-1", "AAAAAAAAAAAA1", "A99999999999999999999",
  ])
  func refusesWhatIsNoAddress(text: String) {
    #expect(CellAddress(text) == nil)
  }

  @Test func takesDollarsAndSmallLetters() {
    #expect(CellAddress("$c$14") == CellAddress(row: 14, column: 3))
  }

  @Test func readsRanges() {
    #expect(CellRange("A1:C3")?.description == "A1:C3")
    #expect(CellRange("B2")?.contains(CellAddress(row: 2, column: 2)) == true)
    #expect(CellRange("C3:A1") == nil)
    #expect(CellRange("A1:B2:C3") == nil)
  }
}
