import ExactNumbers
import Spreadsheets

/// Reckons one formula as office programs do.
struct FormulaReckoning {
  let book: FormulaBook
  /// The formula's own sheet.
  let sheet: String

  private struct Failure: Error {}

  func value(of formula: NewFormula) -> FormulaValue {
    switch formula {
    case .number(let number): Double(number.description).map { .number($0) } ?? .error
    case .text(let text): .text(text)
    case .flag(let flag): .flag(flag)
    case .cell(let cell): book.value(at: place(cell))
    case .range: .error
    case .minus(let operand): (try? .number(-number(operand))) ?? .error
    case .infix(let left, let sign, let right): (try? combined(left, sign, right)) ?? .error
    case .call(let name, let arguments): (try? called(name, arguments)) ?? .error
    }
  }

  private func place(_ cell: NewReference) -> FormulaBook.Place {
    FormulaBook.Place(sheet: cell.sheet ?? sheet, address: cell.address)
  }

  private func combined(
    _ left: NewFormula, _ sign: NewFormula.Operator, _ right: NewFormula
  ) throws -> FormulaValue {
    switch sign {
    case .plus: return .number(try number(left) + number(right))
    case .minus: return .number(try number(left) - number(right))
    case .times: return .number(try number(left) * number(right))
    case .over:
      let divisor = try number(right)
      guard divisor != 0 else { throw Failure() }
      return .number(try number(left) / divisor)
    case .joined: return .text(try text(left) + text(right))
    case .equal: return .flag(try order(left, right) == 0)
    case .notEqual: return .flag(try order(left, right) != 0)
    case .less: return .flag(try order(left, right) < 0)
    case .lessOrEqual: return .flag(try order(left, right) <= 0)
    case .greater: return .flag(try order(left, right) > 0)
    case .greaterOrEqual: return .flag(try order(left, right) >= 0)
    }
  }

  /// Texts come after numbers, and are the same whatever their case.
  private func order(_ left: NewFormula, _ right: NewFormula) throws -> Int {
    switch (value(of: left), value(of: right)) {
    case (.error, _), (_, .error): throw Failure()
    case (.text(let a), .text(let b)):
      let (a, b) = (a.lowercased(), b.lowercased())
      return a < b ? -1 : a == b ? 0 : 1
    case (.blank, .text(let b)): return b.isEmpty ? 0 : -1
    case (.text(let a), .blank): return a.isEmpty ? 0 : 1
    case (.text, .number), (.flag, .number), (.flag, .text), (.text, .flag): return 1
    case (.number, .text), (.number, .flag): return -1
    case (.number, _), (.blank, _), (.flag, _):
      let (a, b) = (try number(left), try number(right))
      return a < b ? -1 : a == b ? 0 : 1
    }
  }

  private func number(_ formula: NewFormula) throws -> Double {
    switch value(of: formula) {
    case .number(let number): return number
    case .flag(let flag): return flag ? 1 : 0
    case .blank: return 0
    case .text, .error: throw Failure()
    }
  }

  private func whole(_ formula: NewFormula) throws -> Int {
    guard let whole = Int(exactly: try number(formula).rounded(.towardZero)), whole >= 0,
      whole <= 1_000_000
    else { throw Failure() }
    return whole
  }

  private func text(_ formula: NewFormula) throws -> String {
    switch value(of: formula) {
    case .number(let number): return Int(exactly: number).map(String.init) ?? String(number)
    case .text(let text): return text
    case .flag(let flag): return flag ? "TRUE" : "FALSE"
    case .blank: return ""
    case .error: throw Failure()
    }
  }

  private func flag(_ formula: NewFormula) throws -> Bool {
    switch value(of: formula) {
    case .flag(let flag): return flag
    case .number(let number): return number != 0
    case .blank: return false
    case .text, .error: throw Failure()
    }
  }

  /// The values of an argument: those of a range, or one.
  private func values(_ formula: NewFormula) -> [FormulaValue] {
    guard case .range(let range) = formula else { return [value(of: formula)] }
    return (range.range.first.row...range.range.last.row).flatMap { row in
      (range.range.first.column...range.range.last.column).map { column in
        book.value(
          at: .init(
            sheet: range.sheet ?? sheet, address: CellAddress(row: row, column: column)))
      }
    }
  }

  private func numbers(_ arguments: [NewFormula]) throws -> [Double] {
    try arguments.flatMap(values).compactMap { value in
      switch value {
      case .number(let number): return number
      case .error: throw Failure()
      case .text, .flag, .blank: return nil
      }
    }
  }
}

extension FormulaReckoning {
  private func called(_ name: String, _ all: [NewFormula]) throws -> FormulaValue {
    guard let first = all.first else { throw Failure() }
    func argument(_ index: Int) throws -> NewFormula {
      guard index < all.count else { throw Failure() }
      return all[index]
    }
    switch name {
    case "IF": return value(of: try flag(first) ? argument(1) : argument(2))
    case "AND": return .flag(try all.map(flag).allSatisfy { $0 })
    case "OR": return .flag(try all.map(flag).contains(true))
    case "NOT": return .flag(try !flag(first))
    case "SUM": return .number(try numbers(all).reduce(0, +))
    case "MIN": return .number(try numbers(all).min() ?? 0)
    case "MAX": return .number(try numbers(all).max() ?? 0)
    case "COUNT":
      return .number(
        Double(all.flatMap(values).count { if case .number = $0 { true } else { false } }))
    case "COUNTIF":
      let wanted = try number(argument(1))
      return .number(Double(values(first).count { $0 == .number(wanted) }))
    case "MATCH":
      let wanted = value(of: first)
      guard let index = values(try argument(1)).firstIndex(of: wanted) else { throw Failure() }
      return .number(Double(index + 1))
    case "INDEX":
      let (found, index) = (values(first), try whole(argument(1)))
      guard index >= 1, index <= found.count else { throw Failure() }
      return found[index - 1]
    case "ABS": return .number(abs(try number(first)))
    case "SIGN":
      let number = try number(first)
      return .number(number > 0 ? 1 : number < 0 ? -1 : 0)
    case "INT": return .number(try number(first).rounded(.down))
    case "MOD":
      let (number, divisor) = (try number(first), try number(argument(1)))
      guard divisor != 0 else { throw Failure() }
      return .number(number - divisor * (number / divisor).rounded(.down))
    case "ROUND": return .number(rounded(try number(first), try whole(argument(1))))
    case "POWER": return .number(power(try number(first), try whole(argument(1))))
    case "ISNUMBER":
      if case .number = value(of: first) { return .flag(true) }
      return .flag(false)
    case "ISTEXT":
      if case .text = value(of: first) { return .flag(true) }
      return .flag(false)
    case "ISLOGICAL":
      if case .flag = value(of: first) { return .flag(true) }
      return .flag(false)
    case "ISBLANK": return .flag(value(of: first) == .blank)
    case "ISERROR": return .flag(value(of: first) == .error)
    case "CELL":
      guard case .cell(let cell) = try argument(1) else { throw Failure() }
      return .text(book.isDate(place(cell)) ? "D4" : "G")
    default: return try worded(name, first, all)
    }
  }

  /// The functions of texts.
  private func worded(
    _ name: String, _ first: NewFormula, _ all: [NewFormula]
  ) throws -> FormulaValue {
    func argument(_ index: Int) throws -> NewFormula {
      guard index < all.count else { throw Failure() }
      return all[index]
    }
    switch name {
    case "LEN": return .number(Double(try text(first).count))
    case "LOWER": return .text(try text(first).lowercased())
    case "TRIM":
      return .text(try text(first).split(separator: " ").joined(separator: " "))
    case "LEFT": return .text(String(try text(first).prefix(try whole(argument(1)))))
    case "RIGHT": return .text(String(try text(first).suffix(try whole(argument(1)))))
    case "MID":
      let start = try whole(argument(1))
      guard start >= 1 else { throw Failure() }
      return .text(String(try text(first).dropFirst(start - 1).prefix(try whole(argument(2)))))
    case "SUBSTITUTE":
      return .text(try text(first).replacing(text(argument(1)), with: text(argument(2))))
    case "FIND":
      let (part, whole) = (try text(first), try text(argument(1)))
      guard let range = whole.firstRange(of: part) else { throw Failure() }
      return .number(Double(whole.distance(from: whole.startIndex, to: range.lowerBound) + 1))
    case "VALUE":
      guard let number = Double(try text(first)) else { throw Failure() }
      return .number(number)
    case "TEXT":
      let (number, format) = (try number(first), try text(argument(1)))
      guard let whole = Int(exactly: number.rounded()) else { throw Failure() }
      let digits = String(abs(whole))
      let zeros = String(repeating: "0", count: max(0, format.count - digits.count))
      return .text((whole < 0 ? "-" : "") + zeros + digits)
    default: throw Failure()
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<min(exponent, 400)).reduce(1) { product, _ in product * base }
  }

  private func rounded(_ number: Double, _ decimals: Int) -> Double {
    let scale = power(10, decimals)
    return (number * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}
