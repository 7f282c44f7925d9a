import Testing

@testable import Spreadsheets

@Suite struct RunRectanglesTests {
  static func ranges(_ runs: [(Int, ClosedRange<Int>, ClosedRange<Int>)]) -> [String] {
    var rectangles = RunRectangles()
    for (kind, rows, columns) in runs { rectangles.add(kind: kind, rows: rows, columns: columns) }
    return rectangles.finish().map { "\($0.kind) \($0.range)" }.sorted()
  }

  @Test func joinsNeighboursAlongARowAndRowsOfTheSameColumns() {
    #expect(
      Self.ranges([
        (0, 1...1, 1...1), (0, 1...1, 2...3), (1, 1...1, 4...4), (0, 2...5, 1...3),
        (1, 2...5, 4...4), (1, 2...5, 6...6),
      ]) == ["0 A1:C5", "1 D1:D5", "1 F2:F5"])
  }

  @Test func partsWhatAGapOrAnotherKindParts() {
    #expect(
      Self.ranges([
        (0, 1...1, 1...2), (0, 3...3, 1...2), (0, 4...4, 1...3), (1, 5...5, 1...3),
        (0, 6...6, 2...3), (0, 7...7, 1...1), (0, 7...7, 3...3),
      ]) == ["0 A1:B1", "0 A3:B3", "0 A4:C4", "0 A7:A7", "0 B6:C6", "0 C7:C7", "1 A5:C5"])
  }

  @Test func makesOneOfAMillionRows() {
    #expect(Self.ranges([(0, 1...1_048_576, 3...16_384)]) == ["0 C1:XFD1048576"])
  }

  /// Every cell is in a rectangle of its kind, and in no other.
  @Test func coversEveryCellOnce() {
    var seed: UInt64 = 5
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    for _ in 0..<300 {
      var rectangles = RunRectangles()
      var expected: [CellAddress: Int] = [:]
      var row = 1
      while row < 12 {
        let down = 1 + random(3)
        var column = 1
        while column < 8 {
          let across = 1 + random(2)
          let kind = random(3)
          if kind > 0 {
            rectangles.add(
              kind: kind, rows: row...(row + down - 1), columns: column...(column + across - 1))
            for r in row..<row + down {
              for c in column..<column + across { expected[CellAddress(row: r, column: c)] = kind }
            }
          }
          column += across
        }
        row += down
      }
      var found: [CellAddress: Int] = [:]
      for (kind, range) in rectangles.finish() {
        for r in range.first.row...range.last.row {
          for c in range.first.column...range.last.column {
            let old = found.updateValue(kind, forKey: CellAddress(row: r, column: c))
            #expect(old == nil)
          }
        }
      }
      #expect(found == expected)
    }
  }
}
