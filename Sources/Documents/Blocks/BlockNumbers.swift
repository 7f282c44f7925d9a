/// Counts tables and figures in the order in which they appear.
struct BlockNumbers {
  private(set) var tables = 0
  private(set) var figures = 0

  /// «Таблица 2 – »; a table without caption has neither.
  mutating func nextTable() -> Int {
    tables += 1
    return tables
  }

  mutating func nextFigure() -> Int {
    figures += 1
    return figures
  }
}
