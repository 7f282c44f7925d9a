/// What an earlier annotated copy has left in a workbook that came back: its list tells.
///
/// Beside the list, in hidden columns, stand a fixed text and, for each mark, the cell, the fill
/// that it had before and the comment: texts of cells outlive any program that saves the workbook.
struct XLSXFormerCopy {
  struct Mark: Hashable {
    var place: WorkbookAnnotation.Place
    var fill: XLSXFill
    /// "" for a mark without a comment.
    var comment: String
  }

  static let marker = "svodka:annotated:1"

  /// The name of the sheet that is the list; nil where there is none.
  private(set) var sheet: String?
  private(set) var marks: [Mark] = []

  init(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      let found = sheet.cells.first { $0.value == .text(Self.marker) }
      guard let place = found?.address else { continue }
      self.sheet = sheet.name
      marks = sheet.cells.compactMap { cell in
        cell.address.column == place.column ? Self.mark(cell, in: sheet) : nil
      }
      return
    }
  }

  private static func mark(_ cell: Cell, in sheet: Sheet) -> Mark? {
    guard case .text(let text) = cell.value, let point = text.lastIndex(of: "!"),
      let address = CellAddress(text[text.index(after: point)...])
    else { return nil }
    func beside(_ step: Int) -> String {
      var place = cell.address
      place.column += step
      guard case .text(let text) = sheet.cell(at: place)?.value else { return "" }
      return text
    }
    return Mark(
      place: WorkbookAnnotation.Place(sheet: String(text[..<point]), cell: address),
      fill: XLSXFill(told: beside(1)) ?? .none, comment: beside(2))
  }

  /// What it has said in comments; nil where the list has gone.
  var comments: Set<String>? {
    sheet == nil ? nil : Set(marks.map(\.comment).filter { !$0.isEmpty })
  }

  /// The fills that the cells of a sheet had before it.
  func fills(of sheet: String) -> [CellAddress: XLSXFill] {
    Dictionary(
      marks.filter { $0.place.sheet == sheet }.map { ($0.place.cell, $0.fill) },
      uniquingKeysWith: { first, _ in first })
  }
}
