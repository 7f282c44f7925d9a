package import ExactNumbers
package import Spreadsheets

/// A cell as binding sees it: its content and how it looked, with no memory of the file's format.
package struct GridCell: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// A cell that is there and holds nothing.
    case empty
    case number(ExactNumber)
    case text(String)
    case flag(Bool)
    /// ISO 8601, the day only.
    case date(String)
    /// «#DIV/0!» and its like.
    case error(String)
    /// A formula whose result the file does not store.
    case noResult
    /// Something that the reader could not make out.
    case lost
  }

  package var content: Content
  /// What the file stores, letter by letter.
  package var rawText: String
  package var isFormula: Bool
  /// Whether the number is shown as a percentage: 0.375 is seen as «37,5 %».
  package var showsPercent: Bool
  /// True for a number with more digits than are held: what is here is the nearest.
  package var isShortened: Bool

  package init(
    _ content: Content, rawText: String, isFormula: Bool = false, showsPercent: Bool = false,
    isShortened: Bool = false
  ) {
    self.content = content
    self.rawText = rawText
    self.isFormula = isFormula
    self.showsPercent = showsPercent
    self.isShortened = isShortened
  }

  /// The text, when it is one with more than spaces in it.
  var text: String? {
    guard case .text(let text) = content, text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }

  /// Whether a person sees anything in it; lone spaces are nothing.
  var isBlank: Bool {
    switch content {
    case .empty: true
    case .text: text == nil
    case .number, .flag, .date, .error, .noResult, .lost: false
    }
  }
}

/// A sheet as binding sees it: sparse cells and merges.
package struct Grid: Sendable {
  package let name: String
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
  private let cells: [CellAddress: GridCell]
  /// Each place under a merge to the first cell of the merge.
  private let anchors: [CellAddress: CellAddress]

  private let mergesByFirst: [CellAddress: CellRange]

  package init(
    name: String, isHidden: Bool = false, cells: [CellAddress: GridCell], merges: [CellRange] = [],
    doubts: [Doubt] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.merges = merges
    self.doubts = doubts
    self.cells = cells
    places = cells.keys.filter { cells[$0]?.isBlank == false }.sorted()
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
