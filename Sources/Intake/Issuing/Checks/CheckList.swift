import ExactNumbers
import Expressions
import Monitoring
import Spreadsheets

/// The sheet «Проверка» itself: how many remarks there are, then a line a check, then what is
/// checked on arrival.
struct CheckList {
  let calculation: CheckCalculation
  let form: FormSchema
  let rules: [CompiledRule]
  let late: [(rule: Rule, reason: NotAFormula)]

  /// The row of the headings; lines stand below.
  private static let headingRow = 4
  private static let widths = [10.0, 38, 100, 112]

  private var lines: [CheckLine] {
    let sections = form.sections.flatMap { section -> [CheckLine] in
      let rows = calculation.cells.entries.filter { $0.section.code == section.code }
      guard let first = rows.first?.row, let last = rows.last?.row else { return [] }
      let isRequired = rows.contains { $0.field.isRequired } && !section.isOptional
      return (isRequired ? [CheckLine.filling(section.sheet, first...last)] : [])
        + (rows.contains { $0.field.isNumeric }
          ? [CheckLine.values(section.sheet, first...last)] : [])
    }
    return sections
      + zip(rules, calculation.ruleRows).map { rule, rows in
        CheckLine(rule, rows: rows)
      }
  }

  private var summary: NewFormula {
    var faults: [NewFormula] = []
    var empty = NewFormula.whole(0)
    if let first = calculation.cells.entries.first?.row {
      let cells = first...(calculation.cells.nextRow - 1)
      faults.append(CheckCells.range(.isFault, cells, on: CheckCells.sheet))
      empty = .call("SUM", [CheckCells.range(.isEmpty, cells, on: CheckCells.sheet)])
    }
    if let first = calculation.ruleRows.first, let last = calculation.ruleRows.last {
      faults.append(
        CheckCells.range(
          CheckCalculation.PlaceColumn.fault.rawValue, first.lowerBound...last.upperBound,
          on: CheckCells.sheet))
    }
    let count = faults.isEmpty ? NewFormula.whole(0) : .call("SUM", faults)
    let left = NewFormula.when(
      .infix(empty, .equal, .whole(0)), .nothing,
      else: .joined([.text(". Осталось заполнить ячеек: "), empty]))
    return .joined([.text("Замечаний: "), count, left])
  }

  func sheet(over book: FormulaBook) -> NewSheet {
    let lines = lines
    var rows = head(over: book)
    for (index, line) in lines.enumerated() { rows.append(row(line, index, over: book)) }
    let lastLine = rows.count
    var merges = [1, 2, 3].map(Self.wholeRow)
    if !late.isEmpty {
      rows.append(.init(cells: []))
      rows.append(
        .init(height: 7, cells: [NewCell(.text("Проверяется при приёме"), style: .heading)]))
      for (rule, reason) in late {
        rows.append(row(rule, reason))
        let (first, last) = (CellAddress(row: rows.count, column: 2), Self.lastCell(rows.count))
        merges.append(CellRange(first: first, last: last))
      }
    }
    return NewSheet(
      name: CheckSheet.name, columns: Self.widths.map { .init(width: $0) }, rows: rows,
      merges: merges, frozenRows: Self.headingRow,
      repeatedRows: Self.headingRow...Self.headingRow, orientation: .landscape,
      isProtected: true,
      highlights: highlights(Self.headingRow + 1...max(lastLine, Self.headingRow + 1)))
  }

  private static func lastCell(_ row: Int) -> CellAddress {
    CellAddress(row: row, column: widths.count)
  }

  private static func wholeRow(_ row: Int) -> CellRange {
    CellRange(first: CellAddress(row: row, column: 1), last: lastCell(row))
  }
}

/// Its rows.
extension CheckList {
  private func head(over book: FormulaBook) -> [NewSheet.Row] {
    let count = book.cell(
      summary, at: CellAddress(row: 2, column: 1), on: CheckSheet.name, style: .summary)
    let note =
      "Лист считает сам, заполнять его не нужно. Значения проверяются по тем же правилам, что "
      + "и при приёме формы: исправленное замечание исчезает сразу, предупреждение можно пояснить."
    return [
      .init(height: 9, cells: [NewCell(.text("Проверка формы"), style: .title)]),
      .init(height: 8, cells: [count]),
      .init(height: 9, cells: [NewCell(.text(note), style: .note)]),
      .init(
        height: 7,
        cells: ["№", "Где", "Результат", "Почему и как исправить"].map {
          NewCell(.text($0), style: .columnHeading)
        }),
    ]
  }

  private func row(_ line: CheckLine, _ index: Int, over book: FormulaBook) -> NewSheet.Row {
    let row = Self.headingRow + 1 + index
    func cell(_ formula: NewFormula, _ column: Int, _ style: CellStyle) -> NewCell {
      book.cell(
        formula, at: CellAddress(row: row, column: column), on: CheckSheet.name, style: style)
    }
    var place = cell(line.place, 2, .place)
    place.link = line.link
    return .init(
      height: height(line.resultLength, line.adviceLength),
      cells: [
        NewCell(.number(.init(index + 1)), style: .number), place,
        cell(line.result, 3, .result), cell(line.advice, 4, .advice),
      ])
  }

  private func row(_ rule: Rule, _ reason: NotAFormula) -> NewSheet.Row {
    let text = "\(rule.russian.reason) (\(reason.russian))"
    return .init(
      height: height(text.count / 2, 0),
      cells: [NewCell(), NewCell(.text(text), style: .advice)])
  }

  /// Of a row that holds texts of so many characters, at 10 and 9 points.
  private func height(_ result: Int, _ advice: Int) -> Double {
    let lines = max((result + 57) / 58, (advice + 73) / 74, 1)
    return 2.5 + 4.2 * Double(lines)
  }

  /// What is wrong stands out; what is empty, less so.
  private func highlights(_ rows: ClosedRange<Int>) -> [NewSheet.Highlight] {
    let result = NewFormula.cell(
      NewReference(CellAddress(row: rows.lowerBound, column: 3), isAbsolute: false))
    let isEmpty = NewFormula.infix(
      .call("LEFT", [result, .whole(CheckLine.empty.count)]), .equal, .text(CheckLine.empty))
    let quiet = [CheckLine.right, CheckLine.filled, CheckLine.noData]
    let isFault = NewFormula.all(
      quiet.map { .infix(result, .notEqual, .text($0)) } + [.call("NOT", [isEmpty])])
    let range = CellRange(
      first: CellAddress(row: rows.lowerBound, column: 3),
      last: CellAddress(row: rows.upperBound, column: 3))
    return [
      .init(range: range, condition: isFault, style: .fault),
      .init(range: range, condition: isEmpty, style: .open),
    ]
  }
}
