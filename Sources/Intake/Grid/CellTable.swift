import Spreadsheets

/// Cells by their places. A sheet that is filled closely, as a form is, is looked up by row and
/// column; one with cells far apart by a dictionary, which costs as much as there are cells.
struct CellTable: Sendable {
  /// How many places a cell may have to itself before the table is too loose.
  private static let looseness = 16
  /// A sheet of at most so many places is never too loose.
  private static let smallest = 4096

  private let cells: [(place: CellAddress, cell: GridCell)]
  private let index: Index

  private enum Index: Sendable {
    /// Positions in `cells` by row and column, -1 for none.
    case close([Int32], top: Int, left: Int, columns: Int)
    case loose([CellAddress: Int32])
  }

  /// - Parameter cells: of two at one place the last counts.
  init(_ cells: [(place: CellAddress, cell: GridCell)]) {
    self.cells = cells
    index = Self.index(of: cells)
  }

  private static func index(of cells: [(place: CellAddress, cell: GridCell)]) -> Index {
    guard var first = cells.first?.place else {
      return .close([], top: 1, left: 1, columns: 0)
    }
    var last = first
    for (place, _) in cells {
      first.row = min(first.row, place.row)
      first.column = min(first.column, place.column)
      last.row = max(last.row, place.row)
      last.column = max(last.column, place.column)
    }
    let columns = last.column - first.column + 1
    let size = (last.row - first.row + 1).multipliedReportingOverflow(by: columns)
    guard !size.overflow, size.partialValue <= max(smallest, looseness * cells.count) else {
      return .loose(
        Dictionary(
          cells.indices.map { (cells[$0].place, Int32($0)) }, uniquingKeysWith: { _, last in last })
      )
    }
    var positions = [Int32](repeating: -1, count: size.partialValue)
    for (position, entry) in cells.enumerated() {
      let row = entry.place.row - first.row
      positions[row * columns + entry.place.column - first.column] = Int32(position)
    }
    return .close(positions, top: first.row, left: first.column, columns: columns)
  }

  private func position(of place: CellAddress) -> Int? {
    switch index {
    case .close(let positions, let top, let left, let columns):
      let row = place.row - top
      let column = place.column - left
      guard row >= 0, column >= 0, column < columns, row * columns < positions.count else {
        return nil
      }
      let position = positions[row * columns + column]
      return position < 0 ? nil : Int(position)
    case .loose(let positions):
      return positions[place].map(Int.init)
    }
  }

  subscript(place: CellAddress) -> GridCell? { position(of: place).map { cells[$0].cell } }

  /// The places of the cells that pass, in the order of reading.
  func places(where passes: (GridCell) -> Bool) -> [CellAddress] {
    var places: [CellAddress] = []
    var isSorted = true
    for (position, entry) in cells.enumerated()
    where passes(entry.cell) && self.position(of: entry.place) == position {
      if let last = places.last, last > entry.place { isSorted = false }
      places.append(entry.place)
    }
    return isSorted ? places : places.sorted()
  }
}
