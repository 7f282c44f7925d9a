import ExactNumbers
import Spreadsheets

/// Reckons the formulas of a workbook that is being made, so that it opens with the right results
/// in programs that reckon only what changes.
///
/// It knows what the sheets of checks use; anything else is an error, as in an office program.
final class FormulaBook {
  struct Place: Hashable {
    var sheet: String
    var address: CellAddress
  }

  private var cells: [Place: NewCell] = [:]
  private var formulas: [Place: NewFormula] = [:]
  private var results: [Place: FormulaValue] = [:]
  /// Places that are being reckoned: a circle is an error.
  private var open: Set<Place> = []

  init(sheets: [NewSheet]) {
    for sheet in sheets {
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() {
          let address = CellAddress(row: row + 1, column: column + 1)
          cells[Place(sheet: sheet.name, address: address)] = cell
        }
      }
    }
  }

  /// Adds rows of formulas from A1 on.
  func add(_ rows: [[NewFormula]], on sheet: String) {
    for (row, line) in rows.enumerated() {
      for (column, formula) in line.enumerated() {
        let address = CellAddress(row: row + 1, column: column + 1)
        formulas[Place(sheet: sheet, address: address)] = formula
      }
    }
  }

  /// The cell of a formula, with its result; a plain value where the formula is nothing else.
  func cell(_ formula: NewFormula, at address: CellAddress, on sheet: String, style: CellStyle)
    -> NewCell
  {
    switch formula {
    case .text(let text): return NewCell(.text(text), style: style)
    case .number(let number): return NewCell(.number(number), style: style)
    case .flag, .cell, .range, .call, .infix, .minus:
      let place = Place(sheet: sheet, address: address)
      formulas[place] = formula
      return NewCell(.formula(formula, shown: value(at: place).result), style: style)
    }
  }

  /// What stands at a place, reckoned once.
  func value(at place: Place) -> FormulaValue {
    if let known = results[place] { return known }
    guard open.insert(place).inserted else { return .error }
    defer { open.remove(place) }
    let value: FormulaValue
    if let formula = formulas[place] ?? cells[place]?.formula {
      value = FormulaReckoning(book: self, sheet: place.sheet).value(of: formula)
    } else {
      value = cells[place].map(FormulaValue.init) ?? .blank
    }
    results[place] = value
    return value
  }

  /// Whether a place holds a day.
  func isDate(_ place: Place) -> Bool {
    guard let cell = cells[place] else { return false }
    if case .date = cell.content { return true }
    return cell.style.format == .date
  }
}

/// What a cell or a formula comes to.
enum FormulaValue: Hashable {
  case blank
  case number(Double)
  case text(String)
  case flag(Bool)
  case error

  init(_ cell: NewCell) {
    switch cell.content {
    case .empty, .formula: self = .blank
    case .text(let text): self = .text(text)
    case .number(let number): self = Double(number.description).map(Self.number) ?? .error
    // Only that it is a number matters here.
    case .date: self = .number(1)
    }
  }

  var result: NewCell.Result {
    switch self {
    case .blank: .number(.zero)
    case .number(let number):
      .number(Int(exactly: number).map { ExactNumber($0) } ?? ExactNumber("\(number)") ?? .zero)
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .error: .text("#VALUE!")
    }
  }
}

extension NewCell {
  fileprivate var formula: NewFormula? {
    if case .formula(let formula, _) = content { return formula }
    return nil
  }
}
