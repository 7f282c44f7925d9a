package import Spreadsheets

/// A sheet as binding sees it: sparse cells and merges.
package struct Grid: Sendable {
  package internal(set) var name: String
  package let isHidden: Bool
  package let merges: [CellRange]
  /// What the reader said of cells that the file gives twice or at a wrong place, or hides.
  package let doubts: [Doubt]

  /// A fault of the file itself, or what a person who opens it does not see.
  package struct Doubt: Sendable, Hashable {
    /// `cell.twice`, `cell.misplaced` or `cell.hidden`.
    package var code: String
    package var place: CellAddress?
  }

  /// The places that hold something, in the order of reading.
  let places: [CellAddress]
  private let cells: CellTable
  /// Each place under a merge to the first cell of the merge.
  private let anchors: [CellAddress: CellAddress]

  private let mergesByFirst: [CellAddress: CellRange]

  package init(
    name: String, isHidden: Bool = false, cells: [CellAddress: GridCell], merges: [CellRange] = [],
    doubts: [Doubt] = []
  ) {
    self.init(
      name: name, isHidden: isHidden, table: CellTable(cells.map { ($0.key, $0.value) }),
      merges: merges, doubts: doubts)
  }

  /// A sheet whose cells are in their table already.
  init(
    name: String, isHidden: Bool, table cells: CellTable, merges: [CellRange], doubts: [Doubt]
  ) {
    self.name = name
    self.isHidden = isHidden
    self.merges = merges
    self.doubts = doubts
    self.cells = cells
    places = cells.places { !$0.isBlank }
    mergesByFirst = Dictionary(
      merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
    anchors = Self.anchors(of: merges, lastRow: places.last?.row ?? 0)
  }

  subscript(place: CellAddress) -> GridCell? { cells[place] }

  /// Whether anything but spaces stands there.
  func isBlank(_ place: CellAddress) -> Bool { cells[place]?.isBlank ?? true }

  /// The first cell of the merge over `place`; `place` itself outside of merges.
  func anchor(of place: CellAddress) -> CellAddress { anchors[place] ?? place }

  /// The merge that begins at `place`.
  func merge(at place: CellAddress) -> CellRange? { mergesByFirst[place] }

  /// Merges of whole rows and columns cost no more than this many cells each.
  private static let largestMerge = 20_000
  /// Cells under all merges of a sheet together; a form has some hundreds.
  private static let mergedCells = 200_000

  private static func anchors(of merges: [CellRange], lastRow: Int) -> [CellAddress: CellAddress] {
    var anchors: [CellAddress: CellAddress] = [:]
    var budget = mergedCells
    for merge in merges {
      let rows = merge.first.row...max(merge.first.row, min(merge.last.row, lastRow + 1))
      let columns = merge.first.column...max(merge.first.column, merge.last.column)
      let count = rows.count * columns.count
      guard count <= largestMerge, count <= budget else { continue }
      budget -= count
      for row in rows {
        for column in columns {
          anchors[CellAddress(row: row, column: column)] = merge.first
        }
      }
    }
    return anchors
  }
}
