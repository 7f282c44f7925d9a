import Spreadsheets

/// The texts of a sheet as labels, made once and compared with every section.
struct SheetLabels: Sendable {
  let grid: Grid
  /// The sheet's name; that of its section where several forms are told apart by their names.
  var name: Label.Word
  let isHidden: Bool
  /// Each text of the sheet, in the order of reading.
  let texts: [(place: CellAddress, text: String, label: Label)]
  /// All labels, in both of their forms.
  let labels: Set<Label.Word>

  init(_ grid: Grid) {
    self.grid = grid
    name = Label(grid.name).tight
    isHidden = grid.isHidden
    texts = grid.places.compactMap { place in
      grid[place]?.text.map { (place, $0, Label($0)) }
    }
    labels = Set(texts.flatMap { [$0.label.tight, $0.label.bare] })
  }
}
