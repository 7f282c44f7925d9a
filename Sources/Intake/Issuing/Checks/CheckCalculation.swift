import Expressions
import Monitoring
import Spreadsheets

/// The hidden sheet «Расчёт проверки»: a row a cell of the form, then a row a place of a rule.
struct CheckCalculation {
  /// The columns of a rule's place; further ones hold the values of its message, each with its
  /// words.
  enum PlaceColumn: Int {
    case name = 1
    /// 1: the rule is broken here.
    case fault
    /// 1: something can be said.
    case known
    case message
    case firstValue
  }

  let cells: CheckCells
  let limits: CheckLimits
  private(set) var rows: [[NewFormula]] = []
  /// The rows of each rule's places, in the order in which they were added.
  private(set) var ruleRows: [ClosedRange<Int>] = []

  init(cells: CheckCells, readings: Readings, limits: CheckLimits) {
    self.cells = cells
    self.limits = limits
    rows.append(CheckColumn.allCases.map { .text($0.heading) })
    for entry in cells.entries {
      let reader = CheckedCell(cells: cells, entry: entry, readings: readings)
      rows.append(CheckColumn.allCases.map { reader.formula($0) })
    }
  }

  /// Throws, and adds nothing, when a formula is longer than programs take.
  mutating func add(_ rule: CompiledRule) throws(NotAFormula) {
    let first = rows.count + 1
    var added: [[NewFormula]] = []
    for place in rule.places {
      let row = formulas(of: place, row: first + added.count)
      guard row.allSatisfy({ $0.fits(limits) }) else { throw .tooLong }
      added.append(row)
    }
    guard !added.isEmpty else { return }
    ruleRows.append(first...first + added.count - 1)
    rows += added
  }

  private func formulas(of place: CompiledRule.Place, row: Int) -> [NewFormula] {
    func own(_ column: Int) -> NewFormula {
      .cell(NewReference(CellAddress(row: row, column: column)))
    }
    var values: [NewFormula] = []
    var message: [NewFormula] = []
    for part in place.message {
      switch part {
      case .text(let text): message.append(.text(text))
      case .value(let number):
        let column = PlaceColumn.firstValue.rawValue + values.count
        values.append(
          number.isMissing ? .nothing : .when(number.known, shown(number), else: .nothing))
        values.append(words(of: number, at: own(column)))
        message.append(own(column + 1))
      }
    }
    let isFault = NewFormula.infix(own(PlaceColumn.fault.rawValue), .equal, .whole(1))
    return [
      .text(place.name), .when(place.fault, .whole(1), else: .whole(0)),
      .when(place.known, .whole(1), else: .whole(0)),
      .when(isFault, .joined(message), else: .nothing),
    ] + values
  }

  /// As findings show it: a share with one decimal.
  private func shown(_ number: CheckedNumber) -> NewFormula {
    number.denominator == nil
      ? number.numerator.rounded(toDecimals: number.span.decimals)
      : number.quotient.rounded(toDecimals: 1)
  }

  private func words(of number: CheckedNumber, at value: NewFormula) -> NewFormula {
    let decimals = number.denominator == nil ? number.span.decimals : 1
    return .when(
      .isNumber(value), .shown(value, decimals: decimals), else: .text("–"))
  }

  /// The sheet, its results reckoned from the form's own sheets.
  func sheet(over book: FormulaBook) -> NewSheet {
    let style = CellStyle.plain
    return NewSheet(
      name: CheckCells.sheet, isHidden: true,
      columns: [.init(width: 40)] + CheckColumn.allCases.dropFirst().map { _ in .init(width: 25) },
      rows: rows.enumerated().map { row, formulas in
        .init(
          cells: formulas.enumerated().map { column, formula in
            let place = CellAddress(row: row + 1, column: column + 1)
            return book.cell(formula, at: place, on: CheckCells.sheet, style: style)
          })
      }, isProtected: true)
  }
}
