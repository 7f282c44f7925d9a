import Monitoring
import Spreadsheets

/// The cells of a form as the hidden sheet «Расчёт проверки» reads them: a row each, those of a
/// column of a table below one another. What stands in its columns tells `CheckColumn`.
struct CheckCells {
  static let sheet = "Расчёт проверки"
  /// Below the headings.
  private static let firstRow = 2

  struct Entry {
    var key: FormPlaces.Key
    var field: FormField
    var section: FormSection
    /// The cell that the school fills in.
    var cell: NewReference
    /// The one that shows last year's value.
    var previous: NewReference?
    /// The first column of the same row of a table; nil in it and in a list.
    var whole: FormPlaces.Key?
    /// The rows of the hidden sheet for the cells above it in its column; nil for the first.
    var above: ClosedRange<Int>?
    /// Its row on the hidden sheet.
    var row: Int

    /// «Кадры!C14».
    var place: String { "\(cell.sheet ?? section.sheet)!\(cell.address)" }
  }

  private(set) var entries: [Entry] = []
  private var index: [FormPlaces.Key: Int] = [:]
  /// Whether last year's values are there at all.
  let hasPrevious: Bool

  init(form: FormSchema, index: FormFields, places: FormPlaces) {
    hasPrevious = !places.previous.isEmpty
    for section in form.sections {
      guard let rows = index.rows(of: section) else { continue }
      for field in section.fields where !field.isIdentity {
        let top = nextRow
        for row in rows { add(field, row, section, places, top: top) }
      }
    }
  }

  /// - Parameter top: the row of the first cell of the field.
  private mutating func add(
    _ field: FormField, _ breakdown: Breakdown, _ section: FormSection, _ places: FormPlaces,
    top: Int
  ) {
    let key = FormPlaces.Key(field.code, breakdown)
    guard let cell = places.current[key] else { return }
    var entry = Entry(
      key: key, field: field, section: section, cell: cell, previous: places.previous[key],
      row: Self.firstRow + entries.count)
    if entry.row > top { entry.above = top...(entry.row - 1) }
    if breakdown != .whole, let first = section.fields.first, first.code != field.code {
      entry.whole = FormPlaces.Key(first.code, breakdown)
    }
    index[key] = entries.count
    entries.append(entry)
  }

  /// The first row below all cells.
  var nextRow: Int { Self.firstRow + entries.count }

  subscript(key: FormPlaces.Key) -> Entry? { index[key].map { entries[$0] } }

  func reference(_ column: CheckColumn, _ entry: Entry) -> NewReference {
    NewReference(CellAddress(row: entry.row, column: column.rawValue))
  }

  /// A column of the hidden sheet over all cells of a field; nil when a row of it has no cell.
  func range(_ column: CheckColumn, of field: FieldCode, rows: [Breakdown]) -> NewFormula? {
    let found = rows.compactMap { self[FormPlaces.Key(field, $0)]?.row }
    guard found.count == rows.count, let first = found.first, let last = found.last else {
      return nil
    }
    return Self.range(column, first...last)
  }

  /// A column of the hidden sheet over all cells; nil when there are none.
  func range(_ column: CheckColumn) -> NewFormula? {
    guard let first = entries.first, let last = entries.last else { return nil }
    return Self.range(column, first.row...last.row)
  }

  static func range(
    _ column: CheckColumn, _ rows: ClosedRange<Int>, on sheet: String? = nil
  ) -> NewFormula {
    range(column.rawValue, rows, on: sheet)
  }

  static func range(
    _ column: Int, _ rows: ClosedRange<Int>, on sheet: String? = nil
  ) -> NewFormula {
    .range(
      NewRange(
        sheet: sheet,
        CellRange(
          first: CellAddress(row: rows.lowerBound, column: column),
          last: CellAddress(row: rows.upperBound, column: column))))
  }
}

/// The columns of the hidden sheet for a cell of the form.
enum CheckColumn: Int, CaseIterable {
  /// «Кадры!C14».
  case name = 1
  /// What was typed as text, in lower case, with plain spaces; "" for no text.
  case typedText
  /// The same without spaces around it and with single ones inside.
  case text
  /// The text without sign and unit, with a decimal point.
  case bare
  /// Its whole part, as typed.
  case whole
  /// What stands after its point; "" without a point.
  case fraction
  /// The number that the text is; "" when it is none, "?" when a formula cannot tell.
  case typed
  /// The number in the cell, a percentage in percent.
  case raw
  /// What stands in the cell: a raw value of `CheckState`.
  case state
  /// The number that rules count with; "" when it is missing.
  case value
  /// 1: the cell makes the sum of its column unknown.
  case hole
  /// 1: the first cell of its column with this value.
  case first
  /// Last year's number; "" when it is missing.
  case previous
  /// 1: a number other than zero.
  case nonzero
  /// 1: a number other than zero that is last year's.
  case unchanged
  /// The decimals that a percentage was typed with.
  case decimals
  /// What is wrong, in words; "" when nothing is.
  case remark
  /// 1: empty, though it must be filled in.
  case isEmpty
  /// 1: something that is no value of the field.
  case isFault
  /// 1: neither a fault nor a number that the sheet can count with.
  case isUnsure

  var heading: String {
    switch self {
    case .name: "Ячейка"
    case .typedText: "Набрано"
    case .text: "Текст"
    case .bare: "Без знака и единицы"
    case .whole: "Целая часть"
    case .fraction: "Дробная часть"
    case .typed: "Число из текста"
    case .raw: "Число"
    case .state: "Состояние"
    case .value: "Значение"
    case .hole: "Пробел в графе"
    case .first: "Первое такое"
    case .previous: "Прошлый год"
    case .nonzero: "Не ноль"
    case .unchanged: "Как в прошлом году"
    case .decimals: "Знаков"
    case .remark: "Замечание"
    case .isEmpty: "Не заполнено"
    case .isFault: "Ошибка"
    case .isUnsure: "Неясно"
    }
  }
}

/// What stands in a cell, as the hidden sheet says it.
enum CheckState: String {
  case given
  case empty
  /// A dash, or another word of the pack for what does not apply.
  case notApplicable = "dash"
  /// A word of the pack for a value that is not known.
  case noData = "unknown"
  case error
  case flag
  case text
  case date
  case percent
  case negative
  case fraction
  case large
  /// A value that only `collect` reads with certainty.
  case unsure
}
