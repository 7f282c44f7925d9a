/// What earlier annotated copies have left in a workbook that came back: their lists tell.
///
/// Beside what a list shows stand four hidden columns: in the first row a fixed text; below it, for
/// each mark, the cell, the fill that it had before and the comment; and in each row the digests of
/// the texts that it shows. Texts of cells outlive any program that saves the workbook, in either
/// format.
struct FormerCopy {
  struct Mark: Hashable {
    var place: WorkbookAnnotation.Place
    /// As the format tells it: "solid fg:rgb=FF00FF00", "#00FF00", "none".
    var fill: String
    /// "" for a mark without a comment.
    var comment: String
  }

  static let marker = "svodka:annotated:2"

  /// The sheets that hold what was written here and nothing else: a new list takes their place. One
  /// that somebody has written into stays as it is, and what it tells of marks counts all the same.
  private(set) var lists: Set<String> = []
  private(set) var marks: [Mark] = []
  /// Whether any list has come back.
  private(set) var isKnown = false

  /// - Parameters:
  ///   - workbook: read with its comments.
  ///   - list: the name that lists have, perhaps with a number behind it.
  init(_ workbook: Workbook, list: String) {
    for sheet in workbook.sheets {
      let found = sheet.cells(inRow: 1).first { $0.value == .text(Self.marker) }
      guard let column = found?.address.column, column > 1 else { continue }
      isKnown = true
      marks += sheet.cells.compactMap { cell in
        cell.address.column == column ? Self.mark(cell, in: sheet) : nil
      }
      let isNamed = sheet.name == list || sheet.name.hasPrefix(list + " (")
      if isNamed, Self.isOurs(sheet, hidden: column) { lists.insert(sheet.name) }
    }
  }

  /// What it has said in comments.
  var comments: Set<String> { Set(marks.map(\.comment).filter { !$0.isEmpty }) }

  /// The fills that the cells of a sheet had before; the list that stands first counts.
  func fills(of sheet: String) -> [CellAddress: String] {
    Dictionary(
      marks.filter { $0.place.sheet == sheet }.map { ($0.place.cell, $0.fill) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension FormerCopy {
  /// The texts of the four hidden columns in a row of the list, from 1; "" for an empty cell.
  /// - Parameter shown: what the row shows, as it is written.
  static func beside(_ row: Int, shown: [String], _ marks: [Mark]) -> [String] {
    var texts = ["", "", ""]
    if row == 1 {
      texts[0] = marker
    } else if marks.indices.contains(row - 2) {
      let mark = marks[row - 2]
      texts = ["\(mark.place.sheet)!\(mark.place.cell)", mark.fill, mark.comment]
    }
    return texts + [shown.map(digest(of:)).filter { !$0.isEmpty }.joined(separator: " ")]
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
      fill: beside(1), comment: beside(2))
  }

  /// Whether all that a sheet shows was written here. Rows may have been taken out or sorted.
  private static func isOurs(_ sheet: Sheet, hidden: Int) -> Bool {
    guard sheet.comments.isEmpty else { return false }
    var known: Set<Substring> = []
    for cell in sheet.cells where cell.address.column == hidden + 3 {
      if case .text(let text) = cell.value { known.formUnion(text.split(separator: " ")) }
    }
    return sheet.cells.allSatisfy { cell in
      if cell.isEmpty || (hidden...hidden + 3).contains(cell.address.column) { return true }
      guard case .text(let text) = cell.value else { return false }
      let digest = digest(of: text)
      return digest.isEmpty || known.contains(digest[...])
    }
  }

  /// Of a text without white space, which programs change when they save it; "" for a blank one.
  private static func digest(of text: String) -> String {
    let plain = FormerRemarks.plain(text)
    guard !plain.isEmpty else { return "" }
    // FNV-1a, 64 bits.
    let hash = plain.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return String(hash, radix: 36)
  }
}
