import Spreadsheets
import Synchronization

/// The texts of a sheet as labels, made once and compared with every section.
struct SheetLabels: Sendable {
  let grid: Grid
  /// The sheet's name; that of its section where several forms are told apart by their names.
  var name: Label.Word
  let isHidden: Bool
  let words: SheetWords
  /// Each text of the sheet, in the order of reading.
  var texts: [SheetWords.Text] { words.texts }
  /// All labels, in both of their forms.
  var labels: Set<Label.Word> { words.labels }

  /// - Parameter known: where the same texts may have been looked at before.
  init(_ grid: Grid, known: SheetWords.Known = SheetWords.unknown) {
    self.grid = grid
    name = Label(grid.name).tight
    isHidden = grid.isHidden
    // Dictionaries to choose from are no section, however alike.
    let places = grid.service == nil ? grid.places : []
    let printed = SheetWords.Printed(
      texts: places.compactMap { place in
        grid[place]?.text.map { SheetWords.Printed.Text(place: place, text: $0) }
      })
    words = known.sheets.answer(printed) { SheetWords(printed, known.labels) }
  }
}

/// The texts of a sheet as labels.
struct SheetWords: Sendable {
  /// What was looked at before.
  struct Known: Sendable {
    let sheets: Remembered<Printed, SheetWords>
    /// Labels one by one: on a sheet with a name of its own, as a title is, all others are alike.
    let labels: Remembered<String, Label>

    /// - Parameter most: sheets that are remembered, some 30 kB each.
    init(most: Int) {
      sheets = Remembered(most: most)
      labels = Remembered(most: 32 * most)
    }
  }

  /// Sheets that are remembered.
  static let most = 128
  /// Nothing is remembered.
  static let unknown = Known(most: 0)

  struct Text: Sendable {
    var place: CellAddress
    var text: String
    var label: Label
  }

  /// The texts as they stand.
  struct Printed: Hashable, Sendable {
    struct Text: Hashable, Sendable {
      var place: CellAddress
      var text: String
    }

    var texts: [Text]

    /// By where the texts stand and how long they are: letters are compared where that is the same.
    func hash(into hasher: inout Hasher) {
      for text in texts {
        hasher.combine(text.place)
        hasher.combine(text.text.utf8.count)
      }
    }
  }

  /// Of no other sheet but one with the same texts.
  let number: Int
  let texts: [Text]
  let labels: Set<Label.Word>

  private static let last = Atomic(0)

  init(_ printed: Printed, _ known: Remembered<String, Label>) {
    number = Self.last.wrappingAdd(1, ordering: .relaxed).newValue
    texts = printed.texts.map { printed in
      let label = known.answer(printed.text) { Label(printed.text) }
      return Text(place: printed.place, text: printed.text, label: label)
    }
    labels = Set(texts.flatMap { [$0.label.tight, $0.label.bare] })
  }
}
