import ExactNumbers
import Monitoring
import Spreadsheets

/// The headings above the data of a table or a list: what each column is called.
struct HeadingBlock {
  /// One candidate a column that has a heading, in the order of the columns.
  let columns: [LabelCandidate]

  /// How many rows of headings a table may have.
  private static let deepest = 6

  /// Reads the rows above `firstRow`, down from `top`, in the columns where something stands.
  ///
  /// A heading over two merged rows is one text. Under a heading that is merged over several
  /// columns a column can be called by its own text or by both texts together, but never by the
  /// upper one alone, unless it is the only one of them with data below.
  ///
  /// - Parameter looks: takes down which numbers were looked at.
  init(
    _ grid: Grid, above firstRow: Int, from top: Int = 1, dataRows: ClosedRange<Int>,
    looks: SheetLooks = SheetLooks()
  ) {
    let rows = Set(grid.places.lazy.map(\.row).filter { $0 >= top && $0 < firstRow })
      .sorted().suffix(Self.deepest)
    let used = Set(grid.places.lazy.filter { $0.row >= top }.map(\.column))
    let filled = Set(grid.places.lazy.filter { dataRows.contains($0.row) }.map(\.column))
    let block = Block(
      grid: grid, rows: Array(rows), filled: filled, leftmost: used.min() ?? 0, looks: looks)
    columns = used.sorted().compactMap(block.candidate)
  }

  private struct Block {
    let grid: Grid
    let rows: [Int]
    let filled: Set<Int>
    /// The first column of the block: what is merged from it on is a title, not a column's heading.
    let leftmost: Int
    let looks: SheetLooks

    func candidate(_ column: Int) -> LabelCandidate? {
      var texts: [(text: String, place: CellAddress, isShared: Bool)] = []
      var number: String?
      var period: Period?
      for row in rows {
        let place = grid.anchor(of: CellAddress(row: row, column: column))
        guard place.row >= rows.first ?? row, texts.last?.place != place else { continue }
        let cell = looks.cell(place, of: grid)
        if let digits = cell.flatMap(ColumnNumber.digits) {
          number = digits
        } else if let text = cell.flatMap(HeadingYear.text) {
          texts.append((text, place, isShared(place, column)))
          if place.column > leftmost { period = HeadingYear.year(in: text) ?? period }
        }
      }
      guard let last = texts.last else { return nil }
      var labels = texts.filter { !$0.isShared }.flatMap { text in
        let label = Label(text.text)
        guard let without = HeadingYear.without(text.text) else { return [label] }
        return [label, Label(without)]
      }
      for start in texts.indices.dropLast() {
        labels.append(Label(texts[start...].map(\.text).joined(separator: " ")))
      }
      guard !labels.isEmpty else { return nil }
      return LabelCandidate(
        place: CellAddress(row: last.place.row, column: column), labels: labels, text: last.text,
        number: number, period: period)
    }

    /// Whether the heading at `place` is over other columns too that hold data or texts of their
    /// own.
    private func isShared(_ place: CellAddress, _ column: Int) -> Bool {
      guard let merge = grid.merge(at: place), merge.last.column > merge.first.column else {
        return false
      }
      let others = (merge.first.column...merge.last.column).filter { $0 != column }
      return !filled.contains(column) || others.contains(where: filled.contains)
    }
  }
}

/// The row of numbers under headings: «гр. 3», «3».
enum ColumnNumber {
  private static let words: Set<String> = ["гр", "графа", "стр", "строка", "№", "n", "п"]

  /// Whether a row is that of the numbers, also where one lost its digits: «гр.».
  static func areNumbers(_ cells: [GridCell]) -> Bool {
    let isEach = cells.allSatisfy { cell in
      digits(cell) != nil
        || cell.text.map { words.contains($0.lowercased().filter(\.isLetter)) } ?? false
    }
    return isEach && cells.contains { digits($0) != nil }
  }

  /// The digits without zeros before them; nil for what is no such number.
  static func digits(_ cell: GridCell) -> String? {
    switch cell.content {
    case .number(let number):
      number.wholeValue.flatMap { (1...999).contains($0) ? String($0) : nil }
    case .text(let text): digits(in: text)
    case .empty, .flag, .date, .error, .noResult, .lost: nil
    }
  }

  static func digits(in text: String) -> String? {
    // «графа № 12» is as long as it gets; most labels are longer, and cutting them costs time.
    guard text.utf8.count <= 32 else { return nil }
    let pieces = text.lowercased().split { !$0.isLetter && !$0.isASCIIDigit }
    guard let last = pieces.last, last.allSatisfy(\.isASCIIDigit), last.count <= 3,
      pieces.dropLast().allSatisfy({ words.contains(String($0)) }), let number = Int(last)
    else { return nil }
    return String(number)
  }
}
