import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// The sheet «Проверка» itself: how many remarks there are, then a line a check, then what is
/// checked on arrival.
struct CheckList {
  private let calculation: CheckCalculation
  private let late: [(rule: Rule, reason: NotAFormula)]
  private let lines: [CheckLine]
  private let summary: NewFormula

  /// The row of the headings; lines stand below.
  private static let headingRow = 4
  private static let widths = [10.0, 38, 100, 112]

  /// - Parameters:
  ///   - rules: those that formulas say, in the order of their rows in `calculation`: all of one
  ///     severity together.
  ///   - late: those that are checked on arrival.
  init(
    calculation: CheckCalculation, form: FormSchema, rules: [CompiledRule],
    late: [(rule: Rule, reason: NotAFormula)], explanationSheet: String?
  ) {
    self.calculation = calculation
    self.late = late
    lines =
      form.sections.flatMap { Self.lines(of: $0, calculation.cells) }
      + zip(rules, calculation.ruleRows).map { rule, rows in
        CheckLine(rule, rows: rows, explanationSheet: explanationSheet)
      }
    summary = Self.summary(calculation, rules.map(\.rule.severity))
  }

  private static func lines(of section: FormSection, _ cells: CheckCells) -> [CheckLine] {
    let entries = cells.entries.filter { $0.section.code == section.code }
    guard let first = entries.first, let last = entries.last else { return [] }
    let sheet = first.cell.sheet ?? section.sheet
    let rows = first.row...last.row
    let numbers = section.fields.filter(\.isNumeric)
    let isRequired = entries.contains { $0.field.isRequired } && !section.isOptional
    return (isRequired ? [.filling(sheet, rows)] : [])
      + (numbers.isEmpty ? [] : [.values(sheet, rows, of: numbers)])
  }

  /// «Ошибок: 2. Вопросов: 1. Осталось заполнить ячеек: 5».
  private static func summary(
    _ calculation: CheckCalculation, _ severities: [Severity]
  ) -> NewFormula {
    func broken(_ severity: Severity) -> [NewFormula] {
      let rows = zip(severities, calculation.ruleRows).filter { $0.0 == severity }.map(\.1)
      guard let first = rows.first, let last = rows.last else { return [] }
      return [
        CheckCells.range(
          CheckCalculation.PlaceColumn.fault.rawValue, first.lowerBound...last.upperBound,
          on: CheckCells.sheet)
      ]
    }
    func sum(_ ranges: [NewFormula]) -> NewFormula {
      ranges.isEmpty ? .whole(0) : .call("SUM", ranges)
    }
    var faults: [NewFormula] = []
    var empty = NewFormula.whole(0)
    if let first = calculation.cells.entries.first?.row {
      let cells = first...(calculation.cells.nextRow - 1)
      faults.append(CheckCells.range(.isFault, cells, on: CheckCells.sheet))
      empty = sum([CheckCells.range(.isEmpty, cells, on: CheckCells.sheet)])
    }
    let left = NewFormula.when(
      .infix(empty, .equal, .whole(0)), .nothing,
      else: .joined([.text(". Осталось заполнить ячеек: "), empty]))
    return .joined([
      .text("Ошибок: "), sum(faults + broken(.error)), .text(". Вопросов: "),
      sum(broken(.warning)), left,
    ])
  }

  func sheet(over book: FormulaBook) -> NewSheet {
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
      "Лист считает сам, заполнять его не нужно. Числа проверяются по тем же правилам, что и при "
      + "приёме формы: исправленная ошибка исчезает сразу, на вопрос можно ответить пояснением. "
      + "Слова, даты и выбор из списков на остальных листах проверят при приёме."
    return [
      .init(height: 9, cells: [NewCell(.text("Проверка формы"), style: .title)]),
      .init(height: 8, cells: [count]),
      .init(
        height: Self.height([(note, .note, Self.widths.reduce(0, +))]),
        cells: [NewCell(.text(note), style: .note)]),
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
      height: Self.height(
        [(line.longest.place, .place, Self.widths[1])]
          + [(line.longest.result, Self.boldResult, Self.widths[2])]
          + line.longest.advice.map { ($0, .advice, Self.widths[3]) }),
      cells: [
        NewCell(.number(.init(index + 1)), style: .number), place,
        cell(line.result, 3, .result), cell(line.advice, 4, .advice),
      ])
  }

  private func row(_ rule: Rule, _ reason: NotAFormula) -> NewSheet.Row {
    let text = "\(rule.russian.reason) (\(reason.russian))"
    return .init(
      height: Self.height([(text, .advice, Self.widths.dropFirst().reduce(0, +))]),
      cells: [NewCell(), NewCell(.text(text), style: .advice)])
  }

  /// As highlights show it.
  private static let boldResult: CellStyle = {
    var style = CellStyle.result
    style.isBold = true
    return style
  }()

  /// Millimetres of a row that takes any of these texts, each in a cell of a width.
  private static func height(_ texts: [(text: String, style: CellStyle, width: Double)]) -> Double {
    let needed = texts.map { $0.style.height(of: $0.text, in: $0.width) }.max() ?? 0
    return min(max(needed + spare, least), NewWorkbookLimits().rowHeight)
  }

  /// Millimetres between the lines of a row and its borders.
  private static let spare = 1.0
  /// Millimetres of a row with one line.
  private static let least = 7.0

  /// Errors stand out, then what is asked or unsure; what is empty, less so.
  private func highlights(_ rows: ClosedRange<Int>) -> [NewSheet.Highlight] {
    let result = NewFormula.cell(
      NewReference(CellAddress(row: rows.lowerBound, column: 3), isAbsolute: false))
    func begins(with words: String) -> NewFormula {
      .infix(.call("LEFT", [result, .whole(words.count)]), .equal, .text(words))
    }
    let isFault = begins(with: CheckLine.beginning(.error))
    let isEmpty = begins(with: CheckLine.empty)
    let quiet = [CheckLine.right, CheckLine.filled, CheckLine.noData]
    let isQuestion = NewFormula.all(
      quiet.map { .infix(result, .notEqual, .text($0)) }
        + [isFault, isEmpty].map { .call("NOT", [$0]) })
    let range = CellRange(
      first: CellAddress(row: rows.lowerBound, column: 3),
      last: CellAddress(row: rows.upperBound, column: 3))
    return [
      .init(range: range, condition: isFault, style: .fault),
      .init(range: range, condition: isQuestion, style: .question),
      .init(range: range, condition: isEmpty, style: .open),
    ]
  }
}
