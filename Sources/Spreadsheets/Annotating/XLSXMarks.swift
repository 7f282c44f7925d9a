/// The marks of one sheet, one a cell.
struct XLSXMarks {
  struct Said: Hashable {
    var level: WorkbookAnnotation.Level
    /// "" for a cell that is only filled.
    var comment: String
  }

  private(set) var cells: [CellAddress: Said] = [:]

  /// Characters of a comment. A box shows some 1,500; Excel keeps 32,767.
  static let mostCharacters = 4_000

  /// The graver level counts; texts are joined.
  mutating func add(_ mark: WorkbookAnnotation.Mark, at cell: CellAddress) {
    let text = mark.comment ?? ""
    guard var said = cells[cell] else {
      cells[cell] = Said(level: mark.level, comment: Self.cut(text))
      return
    }
    if said.level.gravity < mark.level.gravity { said.level = mark.level }
    if !text.isEmpty {
      said.comment = Self.cut(said.comment.isEmpty ? text : said.comment + "\n\n" + text)
    }
    cells[cell] = said
  }

  private static func cut(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return text.count > mostCharacters ? text.prefix(mostCharacters - 1) + "…" : text
  }
}

extension WorkbookAnnotation.Level {
  fileprivate var gravity: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .notice: 0
    }
  }
}
