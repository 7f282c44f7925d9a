import Spreadsheets

/// What binding looked at of a sheet besides where something stands and which texts stand there:
/// on a sheet where that is the same, and so is all of this, it would find the same cells.
final class SheetLooks {
  enum Look: Sendable {
    /// A cell that is no text, with its content.
    case content(CellAddress, GridCell.Content)
    /// Whether a cell holds the number of a row or a column.
    case number(CellAddress, digits: String, Bool)
  }

  private(set) var looks: [Look] = []

  /// The cell; a text needs no note.
  func cell(_ place: CellAddress, of grid: Grid) -> GridCell? {
    let cell = grid[place]
    switch cell?.content {
    case .none, .text, .empty: break
    case .some(let content): looks.append(.content(place, content))
    }
    return cell
  }

  /// Whether a cell holds this number of a row or a column.
  func isNumber(_ digits: String, at place: CellAddress, of grid: Grid) -> Bool {
    let isIt = Self.isNumber(digits, at: place, of: grid)
    looks.append(.number(place, digits: digits, isIt))
    return isIt
  }

  private static func isNumber(_ digits: String, at place: CellAddress, of grid: Grid) -> Bool {
    grid[place].flatMap(ColumnNumber.digits) == digits
  }

  /// Whether the same looks at another sheet would see the same.
  static func agree(_ looks: [Look], with grid: Grid) -> Bool {
    looks.allSatisfy { look in
      switch look {
      case .content(let place, let content): grid[place]?.content == content
      case .number(let place, let digits, let isIt):
        isNumber(digits, at: place, of: grid) == isIt
      }
    }
  }
}
