import Monitoring
import Spreadsheets

/// The dictionaries that cells of a form choose from, a column each on a hidden sheet: titles are
/// long, hold commas, and a list within a cell's own rule holds 255 characters.
struct ChoiceLists: Sendable {
  private let sheetName: String
  private let lists: [Classifier]

  /// - Parameter name: of the hidden sheet.
  init(of schema: FormSchema, classifiers: [Classifier], named name: String) {
    sheetName = name
    var wanted: [ClassifierCode] = []
    for case .choice(let code) in schema.fields.map(\.kind) where !wanted.contains(code) {
      wanted.append(code)
    }
    lists = wanted.compactMap { code in
      classifiers.first { $0.code == code && !$0.members.isEmpty }
    }
  }

  /// The cells with the titles of a dictionary's members; nil for an unknown dictionary.
  func range(of code: ClassifierCode) -> NewRange? {
    guard let column = lists.firstIndex(where: { $0.code == code }) else { return nil }
    return NewRange(
      sheet: sheetName,
      CellRange(
        first: CellAddress(row: 2, column: column + 1),
        last: CellAddress(row: lists[column].members.count + 1, column: column + 1)))
  }

  /// Nil where no cell of the form chooses from a dictionary.
  var sheet: NewSheet? {
    guard !lists.isEmpty else { return nil }
    let deepest = lists.map(\.members.count).max() ?? 0
    var rows = [NewSheet.Row(cells: [NewCell(.text(ServiceSheet.lists.rawValue))])]
    rows += (0..<deepest).map { row in
      NewSheet.Row(
        cells: lists.map { list in
          NewCell(row < list.members.count ? .text(list.members[row].title) : .empty)
        })
    }
    return NewSheet(
      name: sheetName, isHidden: true, columns: lists.map { _ in .init(width: 60) }, rows: rows,
      isProtected: true)
  }
}
