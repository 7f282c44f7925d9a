import Expressions
import Monitoring
import Spreadsheets

/// A line of the sheet «Проверка»: where, what is said, why it matters and how to mend it.
struct CheckLine {
  /// Words that stand where nothing is wrong.
  static let right = "верно"
  static let filled = "заполнено"
  static let noData = "нет данных"
  /// How words begin that tell of empty cells, which are no faults yet.
  static let empty = "Не заполнено"

  var place: NewFormula
  var link: NewReference?
  var result: NewFormula
  var advice: NewFormula
  /// The longest that its words may be, for the height of its row.
  var resultLength: Int
  var adviceLength: Int
}

extension CheckLine {
  private static func range(_ column: Int, _ rows: ClosedRange<Int>) -> NewFormula {
    CheckCells.range(column, rows, on: CheckCells.sheet)
  }

  /// How many places are marked with 1.
  private static func count(_ column: Int, _ rows: ClosedRange<Int>) -> NewFormula {
    .call("SUM", [range(column, rows)])
  }

  /// What stands in a column where another has its first 1.
  private static func first(
    _ column: Int, where mark: Int, _ rows: ClosedRange<Int>
  ) -> NewFormula {
    // Gnumeric takes a range of one cell for a value, which `INDEX` looks nothing up in.
    if rows.count == 1 {
      return .cell(
        NewReference(
          sheet: CheckCells.sheet, CellAddress(row: rows.lowerBound, column: column)))
    }
    let place = NewFormula.call("MATCH", [.whole(1), range(mark, rows), .whole(0)])
    return .call("INDEX", [range(column, rows), place])
  }

  /// «; ещё в 2 местах» for three in all.
  private static func more(than count: NewFormula) -> NewFormula {
    let rest = count - .whole(1)
    let isOne = NewFormula.all([
      .infix(.call("MOD", [rest, .whole(10)]), .equal, .whole(1)),
      .infix(.call("MOD", [rest, .whole(100)]), .notEqual, .whole(11)),
    ])
    let words = NewFormula.joined([
      .text("; ещё в\u{A0}"), rest, .text("\u{A0}"),
      .when(isOne, .text("месте"), else: .text("местах")),
    ])
    return .when(.infix(count, .greater, .whole(1)), words, else: .nothing)
  }

  /// A rule of the pack over all its places.
  init(_ rule: CompiledRule, rows: ClosedRange<Int>) {
    typealias Column = CheckCalculation.PlaceColumn
    let fault = Column.fault.rawValue
    let count = Self.count(fault, rows)
    let isBroken = NewFormula.infix(count, .greater, .whole(0))
    let message = Self.first(Column.message.rawValue, where: fault, rows)
    let words = rule.rule.russian
    let isSingle = rule.places.count == 1
    if isSingle, let only = rule.places.first {
      place = .text(only.name)
      link = only.cell
    } else {
      place = .when(
        isBroken, Self.first(Column.name.rawValue, where: fault, rows),
        else: .text(Self.sheets(of: rule)))
    }
    result = .first(
      [
        (isBroken, isSingle ? message : .joined([message, Self.more(than: count)])),
        (
          .infix(Self.count(Column.known.rawValue, rows), .equal, .whole(0)), .text(Self.noData)
        ),
      ], else: .text(Self.right))
    advice = .when(isBroken, .text(words.mend), else: .text(words.reason))
    resultLength = words.message.source.count
    adviceLength = max(words.reason.count, words.mend.count)
  }

  private static func sheets(of rule: CompiledRule) -> String {
    var names: [String] = []
    for case let name? in rule.places.map(\.cell?.sheet) where !names.contains(name) {
      names.append(name)
    }
    return names.joined(separator: ", ")
  }

  /// The required cells of a section.
  static func filling(_ sheet: String, _ rows: ClosedRange<Int>) -> CheckLine {
    let mark = CheckColumn.isEmpty.rawValue
    let count = count(mark, rows)
    let words = NewFormula.joined([
      .text(empty + " ячеек: "), count, .text(", первая\u{A0}– "),
      first(CheckColumn.name.rawValue, where: mark, rows),
    ])
    let isFilled = NewFormula.infix(count, .equal, .whole(0))
    return CheckLine(
      place: .text(sheet), result: .when(isFilled, .text(filled), else: words),
      advice: .text("Пустая ячейка значит «сведений нет». Если таких нет, введите 0."),
      resultLength: 60, adviceLength: 60)
  }

  /// What stands in the cells of a section, each by itself.
  static func values(_ sheet: String, _ rows: ClosedRange<Int>) -> CheckLine {
    let mark = CheckColumn.isFault.rawValue
    let count = count(mark, rows)
    let unsure = Self.count(CheckColumn.isUnsure.rawValue, rows)
    let doubtful = NewFormula.joined([
      first(CheckColumn.name.rawValue, where: CheckColumn.isUnsure.rawValue, rows),
      .text(": число прочтут при приёме"),
    ])
    let words = NewFormula.joined([
      first(CheckColumn.remark.rawValue, where: mark, rows), more(than: count),
    ])
    return CheckLine(
      place: .text(sheet),
      result: .first(
        [
          (.infix(count, .greater, .whole(0)), words),
          (.infix(unsure, .greater, .whole(0)), doubtful),
        ], else: .text(right)),
      advice: .text("В ячейках стоят числа без слов и знаков; люди и программы – целые."),
      resultLength: 90, adviceLength: 70)
  }
}
