/// A sheet of a workbook, sparse.
public struct Sheet: Hashable, Sendable {
  /// As office programs show it.
  public var name: String
  /// Whether office programs do not show the sheet.
  public var isHidden: Bool
  /// By rows, then by columns; no address twice.
  public internal(set) var cells: [Cell] = []
  /// In the order of the file; what a merge covers keeps no cell in OpenDocument, and does in XLSX.
  public internal(set) var merges: [CellRange] = []
  /// Rows that are not shown, from 1, both ends in; they may touch and overlap.
  public internal(set) var hiddenRows: [ClosedRange<Int>] = []
  /// Columns that are not shown, from 1, both ends in; they may touch and overlap.
  public internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// What the reader was unsure about, in the order in which it came.
  public internal(set) var notices: [Notice] = []
  /// Empty unless asked for.
  public internal(set) var comments: [CellComment] = []
  /// Empty unless asked for.
  public internal(set) var validations: [CellValidation] = []
  /// Nil for a sheet that is not protected, and unless asked for.
  public internal(set) var protection: SheetProtection?

  /// A sheet with no cells.
  public init(name: String, isHidden: Bool = false) {
    self.name = name
    self.isHidden = isHidden
  }

  /// The cell at an address; nil when the file has none there.
  public func cell(at address: CellAddress) -> Cell? {
    let place = place(of: address)
    return place < cells.count && cells[place].address == address ? cells[place] : nil
  }

  /// The cells of a row, by columns.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    cells[place(of: CellAddress(row: row, column: 1))...].prefix { $0.address.row == row }
  }

  /// The place of the first cell that is not before an address.
  private func place(of address: CellAddress) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address < address {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
