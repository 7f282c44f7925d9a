import ExactNumbers
import Expressions
import Monitoring
import Spreadsheets

/// A call of a rule as formulas: the language's functions over cells and columns, and those of the
/// form's scene.
struct CompiledCall {
  let compiler: RuleCompiler
  let function: String
  let arguments: [SyntaxNode]

  /// The same place without what loosens comparisons outside calls.
  private var inside: RuleCompiler {
    var inside = compiler
    inside.tolerance = nil
    return inside
  }

  func number() throws(NotAFormula) -> CheckedNumber {
    switch function {
    case "previous":
      return try lastYear { scene, node throws(NotAFormula) in
        try scene.number(of: node)
      } ?? .missing
    case "nonzero_cells": return try all(.nonzero)
    case "unchanged_cells":
      return compiler.cells.hasPrevious ? try all(.unchanged) : .missing
    default: return try builtIn()
    }
  }

  func truth() throws(NotAFormula) -> CheckedTruth {
    if function == "previous" {
      return try lastYear { scene, node throws(NotAFormula) in
        try scene.truth(of: node)
      } ?? .missing
    }
    guard BuiltInFunction(rawValue: function) == .agrees else { throw .notANumber }
    return try agreement()
  }

  /// What `look` says of the argument in last year's cells; nil when there are none.
  private func lastYear<Outcome>(
    _ look: (RuleCompiler, SyntaxNode) throws(NotAFormula) -> Outcome
  ) throws(NotAFormula) -> Outcome? {
    guard arguments.count == 1 else { throw .notExpressible }
    var scene = inside
    scene.isLastYear = true
    let outcome = try look(scene, arguments[0])
    return compiler.cells.hasPrevious ? outcome : nil
  }

  /// How many cells of the form have this mark.
  private func all(_ column: CheckColumn) throws(NotAFormula) -> CheckedNumber {
    guard arguments.isEmpty, !compiler.isLastYear else { throw .notExpressible }
    guard compiler.isOnlyForm else { throw .otherForm }
    for section in compiler.form.sections {
      for field in section.fields where field.isNumeric {
        guard case .records = section.layout else {
          try hasCells(field.code, of: section)
          continue
        }
        throw .freeRows
      }
    }
    guard let range = compiler.cells.range(column) else { throw .notExpressible }
    let unsure = compiler.cells.range(.isUnsure).map { NewFormula.call("SUM", [$0]) }
    return CheckedNumber(
      numerator: .call("SUM", [range]),
      conditions: unsure.map { [.infix($0, .equal, .whole(0))] } ?? [],
      span: .init(magnitude: 1_000_000, decimals: 0))
  }

  private func hasCells(
    _ field: FieldCode, of section: FormSection
  ) throws(NotAFormula) {
    var rows = [Breakdown.whole]
    if case .table(let dimension) = section.layout { rows = compiler.index.members(of: dimension) }
    guard rows.allSatisfy({ compiler.cells[FormPlaces.Key(field, $0)] != nil }) else {
      throw .noCell(field)
    }
  }
}

/// The language's own functions.
extension CompiledCall {
  private func builtIn() throws(NotAFormula) -> CheckedNumber {
    guard let function = BuiltInFunction(rawValue: function),
      function.signature.arguments.contains(arguments.count)
    else { throw .notExpressible }
    if let column = try column() { return try aggregate(function, column) }
    let numbers = try scalars()
    switch function {
    case .abs: return numbers[0].magnitude
    case .sum:
      var sum = numbers[0]
      for number in numbers.dropFirst() { sum = try sum + number }
      return sum
    case .min: return try extreme("MIN", numbers)
    case .max: return try extreme("MAX", numbers)
    case .count: return count(numbers)
    case .distinct, .agrees: throw .notExpressible
    }
  }

  private func scalars() throws(NotAFormula) -> [CheckedNumber] {
    var numbers: [CheckedNumber] = []
    for argument in arguments { numbers.append(try inside.number(of: argument)) }
    return numbers
  }

  /// The column that the only argument is; nil when it is none.
  private func column() throws(NotAFormula) -> (field: FieldCode, rows: [Breakdown])? {
    guard arguments.count == 1, case .name(let path) = arguments[0].kind,
      case .column(let field, let rows) = try inside.operand(path)
    else { return nil }
    guard !compiler.isLastYear else { throw .columnOfLastYear }
    return (field, rows)
  }

  private func extreme(
    _ name: String, _ numbers: [CheckedNumber]
  ) throws(NotAFormula) -> CheckedNumber {
    guard var extreme = numbers.first, numbers.allSatisfy({ $0.denominator == nil }) else {
      throw .notExpressible
    }
    for number in numbers.dropFirst() {
      extreme = extreme.sharing(number)
      extreme.span = .init(
        magnitude: max(extreme.span.magnitude, number.span.magnitude),
        decimals: max(extreme.span.decimals, number.span.decimals))
    }
    extreme.numerator = .call(name, numbers.map(\.numerator))
    return extreme
  }

  private func count(_ numbers: [CheckedNumber]) -> CheckedNumber {
    let known = numbers.map { NewFormula.when($0.known, .whole(1), else: .whole(0)) }
    return CheckedNumber(
      numerator: .call("SUM", known),
      span: .init(magnitude: Double(numbers.count), decimals: 0))
  }

  private func aggregate(
    _ function: BuiltInFunction, _ column: (field: FieldCode, rows: [Breakdown])
  ) throws(NotAFormula) -> CheckedNumber {
    func range(_ mark: CheckColumn) throws(NotAFormula) -> NewFormula {
      guard let range = compiler.cells.range(mark, of: column.field, rows: column.rows) else {
        throw .noCell(column.field)
      }
      return range
    }
    let values = try range(.value)
    let whole = try sum(range(.hole), equals: 0)
    let sure = try sum(range(.isUnsure), equals: 0)
    let given = NewFormula.call("COUNT", [values])
    let one = compiler.index.field(column.field)?.span ?? .init(magnitude: 0, decimals: 0)
    let all = CheckedNumber.Span(
      magnitude: one.magnitude * Double(column.rows.count), decimals: one.decimals)
    let some = NewFormula.infix(given, .greater, .whole(0))
    let many = CheckedNumber.Span(magnitude: Double(column.rows.count), decimals: 0)
    switch function {
    case .sum:
      return try CheckedNumber(
        numerator: .call("SUM", [values]), conditions: [whole, sure], span: all
      ).certain()
    case .min:
      return CheckedNumber(
        numerator: .call("MIN", [values]), conditions: [whole, sure, some], span: one)
    case .max:
      return CheckedNumber(
        numerator: .call("MAX", [values]), conditions: [whole, sure, some], span: one)
    case .count: return CheckedNumber(numerator: given, conditions: [sure], span: many)
    case .distinct:
      return CheckedNumber(
        numerator: .call("SUM", [try range(.first)]), conditions: [sure], span: many)
    case .abs, .agrees: throw .notExpressible
    }
  }

  private func sum(_ range: NewFormula, equals number: Int) -> NewFormula {
    .infix(.call("SUM", [range]), .equal, .whole(number))
  }

  /// `agrees(typed, part, whole)`: |100 · part − typed · whole| · 2 within one unit of typed's last
  /// digit times whole. All whole numbers once the unit is multiplied out.
  private func agreement() throws(NotAFormula) -> CheckedTruth {
    guard arguments.count == 3, !compiler.isLastYear,
      case .name(let path) = arguments[0].kind,
      case .number(let typed) = try inside.operand(path), let cell = typed.cells.first
    else { throw .notExpressible }
    let (part, whole) = (
      try inside.number(of: arguments[1]), try inside.number(of: arguments[2])
    )
    guard part.denominator == nil, whole.denominator == nil, part.span.decimals == 0,
      whole.span.decimals == 0
    else { throw .notExpressible }
    let decimals = NewReference(
      CellAddress(row: cell.address.row, column: CheckColumn.decimals.rawValue))
    let scale = NewFormula.call("POWER", [.whole(10), .cell(decimals)])
    let (a, b) = (whole.numerator * typed.numerator, .whole(100) * part.numerator)
    let sizes = NewFormula.call("ABS", [a]) + .call("ABS", [b])
    let both = typed.sharing(part).sharing(whole)
    let known = CheckedNumber.known(
      cells: both.cells,
      conditions: both.conditions + [
        .infix(whole.numerator, .notEqual, .whole(0)),
        .infix(sizes * scale, .lessOrEqual, .whole(Int(CheckRange.units))),
      ])
    let twice = NewFormula.call("ROUND", [.call("ABS", [b - a]) * .whole(2) * scale, .whole(0)])
    let unit = NewFormula.call("ABS", [whole.numerator])
    return CheckedTruth(
      holds: .when(known, .infix(twice, .lessOrEqual, unit), else: .flag(false)),
      fails: .when(known, .infix(twice, .greater, unit), else: .flag(false)))
  }
}

extension CheckedNumber {
  fileprivate var magnitude: CheckedNumber {
    var number = self
    number.numerator = .call("ABS", [numerator])
    number.denominator = denominator.map { .call("ABS", [$0]) }
    return number
  }
}
