import ExactNumbers
import Expressions
import Monitoring
import Spreadsheets

/// Turns a rule's condition, at one place of its scope, into formulas over the hidden sheet. What
/// names mean is what `RuleScene` says they mean.
struct RuleCompiler {
  let index: FormFields
  let form: FormSchema
  let cells: CheckCells
  let limits: CheckLimits
  /// True when units hand in this form only, so that «all cells» are its cells.
  let isOnlyForm: Bool
  var place: CheckPlace
  /// By how much the sides of a comparison may differ; nil inside calls and where a rule has none.
  var tolerance: ExactNumber?
  /// True inside `previous(…)`.
  var isLastYear = false

  /// What a name stands for.
  enum Operand {
    case number(CheckedNumber)
    case column(FieldCode, rows: [Breakdown])
  }

  /// The field of a name, `value` as what it stands for.
  func field(named name: String) -> FieldCode? {
    name == Vocabulary.ruleValue ? place.field : FieldCode(rawValue: name)
  }

  func operand(_ path: [String]) throws(NotAFormula) -> Operand {
    guard path.count == 1 else { throw .notANumber }
    guard let code = field(named: path[0]), let field = index.field(code),
      let section = index.section(of: code)
    else {
      throw .notExpressible
    }
    guard index.form(of: code) == form.code else { throw .otherForm }
    guard field.isNumeric else { throw .notANumber }
    switch section.layout {
    case .list: return .number(try number(code, .whole))
    case .records: throw .freeRows
    case .table(let dimension):
      if !place.isColumn, place.breakdown.member(of: dimension) != nil {
        return .number(try number(code, place.breakdown))
      }
      return .column(code, rows: index.members(of: dimension))
    }
  }

  /// The number of a field in a row; `.whole` in a list.
  func number(
    _ field: FieldCode, _ breakdown: Breakdown
  ) throws(NotAFormula) -> CheckedNumber {
    guard let entry = cells[FormPlaces.Key(field, breakdown)] else { throw .noCell(field) }
    if isLastYear, entry.previous == nil { return .missing }
    let cell = cells.reference(isLastYear ? .previous : .value, entry)
    return CheckedNumber(numerator: .cell(cell), cells: [cell], span: entry.field.span)
  }

  /// The number of a node.
  func number(of node: SyntaxNode) throws(NotAFormula) -> CheckedNumber {
    switch node.kind {
    case .number(let number): return CheckedNumber(literal: number)
    case .text, .flag, .prefix(.not, _): throw .notANumber
    case .name(let path):
      guard case .number(let number) = try operand(path) else { throw .notExpressible }
      return number
    case .call(let function, let arguments):
      return try CompiledCall(compiler: self, function: function, arguments: arguments).number()
    case .prefix(.minus, let operand): return -(try number(of: operand))
    case .infix(let infix, let left, let right):
      let (a, b) = (try number(of: left), try number(of: right))
      switch infix {
      case .plus: return try a + b
      case .minus: return try a + -b
      case .times: return try a * b
      case .over: return try a / b
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
        throw .notANumber
      }
    }
  }
}

/// Where a rule is looked at: what `RuleRunner.places` goes through.
struct CheckPlace {
  var breakdown = Breakdown.whole
  /// What `value` stands for.
  var field: FieldCode?
  /// True: `value` is the whole column.
  var isColumn = false
}

extension CheckedNumber {
  init(literal number: ExactNumber) {
    self.init(
      numerator: .number(number),
      span: Span(
        magnitude: abs(Double(number.description) ?? .infinity), decimals: number.decimals))
  }
}
