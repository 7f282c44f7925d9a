import Findings
import Monitoring
import Spreadsheets
import Wording

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
  /// The longest words that may come to stand in the line, for its height.
  var longest: Longest

  struct Longest {
    var place: String
    var result: String
    var advice: [String]
  }

  /// How words of a finding begin: «Ошибка».
  static func beginning(_ severity: Severity) -> String {
    let word = severity.word(in: .ru)
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func told(_ severity: Severity, _ words: NewFormula) -> NewFormula {
    .joined([.text(beginning(severity) + ". "), words])
  }
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
  ///
  /// - Parameter explanationSheet: where a school may explain what it is asked about; nil where the
  ///   form has no such sheet.
  init(_ rule: CompiledRule, rows: ClosedRange<Int>, explanationSheet: String?) {
    typealias Column = CheckCalculation.PlaceColumn
    let fault = Column.fault.rawValue
    let count = Self.count(fault, rows)
    let isBroken = NewFormula.infix(count, .greater, .whole(0))
    let message = Self.told(
      rule.rule.severity, Self.first(Column.message.rawValue, where: fault, rows))
    let words = rule.rule.russian
    let isSingle = rule.places.count == 1
    let sheets = Self.sheets(of: rule)
    if isSingle, let only = rule.places.first {
      place = .text(only.name)
      link = only.cell
    } else {
      place = .when(
        isBroken, Self.first(Column.name.rawValue, where: fault, rows), else: .text(sheets))
    }
    result = .first(
      [
        (isBroken, isSingle ? message : .joined([message, Self.more(than: count)])),
        (
          .infix(Self.count(Column.known.rawValue, rows), .equal, .whole(0)), .text(Self.noData)
        ),
      ], else: .text(Self.right))
    let mend = Self.mend(rule.rule, explanationSheet)
    advice = .when(isBroken, .text(mend), else: .text(words.reason))
    let names = rule.places.map(\.name) + [sheets]
    longest = Longest(
      place: names.max { $0.count < $1.count } ?? "",
      result: Self.beginning(rule.rule.severity) + ". " + rule.longestMessage
        + (isSingle ? "" : "; ещё в \(rule.places.count) местах"),
      advice: [words.reason, mend])
  }

  /// What is asked may be right: then the school says so by the code of the rule.
  private static func mend(_ rule: Rule, _ explanationSheet: String?) -> String {
    let words = rule.russian.mend
    guard rule.severity == .warning, let explanationSheet else { return words }
    let code = rule.code.rawValue.split(separator: ":").last.map(String.init) ?? ""
    let sheet = "«\(explanationSheet)»"
    let how =
      words.contains(sheet)
      ? "Код для листа \(sheet): \(code)."
      : "Если всё верно, объясните на листе \(sheet) (код \(code))."
    return "\(words) \(how)"
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
    let advice = "Пустая ячейка значит «сведений нет». Если таких нет, введите 0."
    return CheckLine(
      place: .text(sheet), result: .when(isFilled, .text(filled), else: words),
      advice: .text(advice),
      longest: Longest(
        place: sheet, result: "\(empty) ячеек: \(rows.count), первая – \(sheet)!AA1000",
        advice: [advice]))
  }

  /// What stands in the cells of a section, each by itself.
  ///
  /// - Parameter fields: those of the section that hold numbers.
  static func values(
    _ sheet: String, _ rows: ClosedRange<Int>, of fields: [FormField]
  ) -> CheckLine {
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
    let advice = demand(on: fields)
    return CheckLine(
      place: .text(sheet),
      result: .first(
        [
          (.infix(count, .greater, .whole(0)), told(.error, words)),
          (.infix(unsure, .greater, .whole(0)), doubtful),
        ], else: .text(right)),
      advice: .text(advice),
      longest: Longest(
        place: sheet,
        result: beginning(.error) + ". \(sheet)!AA1000: " + CheckRemark.longest
          + "; ещё в \(rows.count) местах",
        advice: [advice]))
  }

  private static func demand(on fields: [FormField]) -> String {
    let counts = fields.count { $0.kind == .count }
    if counts == fields.count { return "В ячейках стоят целые числа без слов и знаков." }
    let some = counts == 0 ? "" : "; там, где считают по одному, – целые"
    return "В ячейках стоят числа без слов и знаков\(some)."
  }
}

extension CompiledRule {
  /// The message of a place with the most letters, its numbers as long as they may be shown.
  fileprivate var longestMessage: String {
    let messages = places.map { place in
      place.message.map { part in
        switch part {
        case .text(let text): text
        case .value: "1 000 000,5"
        }
      }.joined()
    }
    return messages.max { $0.count < $1.count } ?? ""
  }
}
