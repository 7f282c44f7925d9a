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
    case Vocabulary.rulePrevious.name:
      return try lastYear { scene, node throws(NotAFormula) in
        try scene.number(of: node)
      } ?? .missing
    case Vocabulary.ruleNonzero.name: return try all(.nonzero)
    case Vocabulary.ruleCell.name: return try cell()
    case Vocabulary.ruleUnchanged.name:
      return compiler.cells.hasPrevious ? try all(.unchanged) : .missing
    default: return try builtIn()
    }
  }

  func truth() throws(NotAFormula) -> CheckedTruth {
    if function == Vocabulary.rulePrevious.name {
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
    var elements: [Element] = []
    for argument in arguments { elements.append(try element(argument)) }
    switch function {
    case .abs: return try elements[0].single().magnitude
    case .sum: return try total(elements.map(\.sum))
    case .count: return try total(elements.map(\.count))
    case .min: return try extreme("MIN", elements)
    case .max: return try extreme("MAX", elements)
    case .distinct:
      guard elements.count == 1, let distinct = elements[0].distinct else { throw .notExpressible }
      return distinct
    case .agrees: throw .notExpressible
    }
  }

  /// What an argument adds to a function over several numbers.
  private struct Element {
    /// The number, or the range of a column's.
    var values: NewFormula
    var number: CheckedNumber
    var sum: CheckedNumber
    var count: CheckedNumber
    /// Nil for a single number.
    var distinct: CheckedNumber?

    func single() throws(NotAFormula) -> CheckedNumber {
      guard distinct == nil else { throw .notExpressible }
      return number
    }
  }

  private func element(_ argument: SyntaxNode) throws(NotAFormula) -> Element {
    if case .name(let path) = argument.kind,
      case .column(let field, let rows) = try inside.operand(path)
    {
      return try column(field, rows)
    }
    let number = try inside.number(of: argument)
    let count = CheckedNumber(
      numerator: .when(number.known, .whole(1), else: .whole(0)),
      span: .init(magnitude: 1, decimals: 0))
    return Element(values: number.numerator, number: number, sum: number, count: count)
  }

  private func column(
    _ field: FieldCode, _ rows: [Breakdown]
  ) throws(NotAFormula) -> Element {
    guard !compiler.isLastYear else { throw .columnOfLastYear }
    let cells = compiler.cells
    guard let values = cells.range(.value, of: field, rows: rows),
      let holes = cells.range(.hole, of: field, rows: rows),
      let unsure = cells.range(.isUnsure, of: field, rows: rows),
      let first = cells.range(.first, of: field, rows: rows),
      var span = compiler.index.field(field)?.span
    else { throw .noCell(field) }
    let sure = NewFormula.infix(.call("SUM", [unsure]), .equal, .whole(0))
    let whole = NewFormula.infix(.call("SUM", [holes]), .equal, .whole(0))
    let many = CheckedNumber.Span(magnitude: Double(rows.count), decimals: 0)
    let one = CheckedNumber(numerator: values, conditions: [whole, sure], span: span)
    span.magnitude *= many.magnitude
    let sum = CheckedNumber(
      numerator: .call("SUM", [values]), conditions: [whole, sure], span: span)
    return Element(
      values: values, number: one, sum: try sum.certain(),
      count: CheckedNumber(numerator: .call("COUNT", [values]), conditions: [sure], span: many),
      distinct: CheckedNumber(numerator: .call("SUM", [first]), conditions: [sure], span: many))
  }

  private func total(_ numbers: [CheckedNumber]) throws(NotAFormula) -> CheckedNumber {
    guard var total = numbers.first else { throw .notExpressible }
    for number in numbers.dropFirst() { total = try total + number }
    return total
  }

  private func extreme(
    _ name: String, _ elements: [Element]
  ) throws(NotAFormula) -> CheckedNumber {
    let numbers = elements.map(\.number)
    guard var extreme = numbers.first, numbers.allSatisfy({ $0.denominator == nil }) else {
      throw .notExpressible
    }
    for number in numbers.dropFirst() {
      extreme = extreme.sharing(number)
      extreme.span = .init(
        magnitude: max(extreme.span.magnitude, number.span.magnitude),
        decimals: max(extreme.span.decimals, number.span.decimals))
    }
    let values = elements.map(\.values)
    // Columns may have nothing in them; then there is neither a least nor a greatest.
    if elements.allSatisfy({ $0.distinct != nil }) {
      extreme.conditions.append(.infix(.call("COUNT", values), .greater, .whole(0)))
    }
    extreme.numerator = .call(name, values)
    return extreme
  }

  /// `cell(field, "member")`: the column's value in the row of that member.
  private func cell() throws(NotAFormula) -> CheckedNumber {
    guard arguments.count == 2, case .name(let path) = arguments[0].kind, path.count == 1,
      case .text(let member) = arguments[1].kind, let field = compiler.field(named: path[0])
    else { throw .notExpressible }
    guard let section = compiler.index.section(of: field),
      case .table(let dimension) = section.layout
    else { throw .notExpressible }
    guard compiler.index.form(of: field) == compiler.form.code else { throw .otherForm }
    guard compiler.index.field(field)?.isNumeric == true else { throw .notANumber }
    return try compiler.number(field, Breakdown(dimension, MemberCode(rawValue: member)))
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
