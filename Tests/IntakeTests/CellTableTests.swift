import ExactNumbers
import Spreadsheets
import TestSupport
import Testing

@testable import Intake

/// Cells by their places, against a dictionary.
@Suite struct CellTableTests {
  private static func cell(_ number: Int) -> GridCell {
    GridCell(.number(ExactNumber(number)), rawText: "\(number)")
  }

  @Test(arguments: [(3, 2), (40, 12), (2_000, 300), (9_999_999, 16_384)])
  func findsWhatADictionaryFinds(rows: Int, columns: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    print("CellTableTests: seed \(seed)")
    func place() -> CellAddress {
      CellAddress(row: 1 + random.below(rows), column: 1 + random.below(columns))
    }
    var cells: [(place: CellAddress, cell: GridCell)] = []
    var expected: [CellAddress: GridCell] = [:]
    for number in 0..<200 {
      let place = place()
      // Two at one place: the last one counts.
      cells.append((place, Self.cell(number)))
      expected[place] = Self.cell(number)
    }
    let table = CellTable(cells)
    #expect(table.places { _ in true } == expected.keys.sorted())
    for known in expected.keys { #expect(table[known] == expected[known]) }
    for _ in 0..<200 {
      let place = place()
      #expect(table[place] == expected[place])
    }
    for edge in [
      CellAddress(row: 0, column: 1), CellAddress(row: 1, column: 0),
      CellAddress(row: rows + 1, column: 1), CellAddress(row: 1, column: columns + 1),
    ] { #expect(table[edge] == nil) }
  }

  @Test func holdsNothingWhereThereIsNothing() {
    let table = CellTable([])
    #expect(table[CellAddress(row: 1, column: 1)] == nil)
    #expect(table.places { _ in true }.isEmpty)
  }
}
