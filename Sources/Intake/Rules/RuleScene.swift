import Expressions
import Monitoring

/// What all rules at one unit look at.
final class UnitScene {
  let form: FormIndex
  let current: UnitValues
  let previous: UnitValues

  init(form: FormIndex, current: [Observation], previous: [Observation]) {
    self.form = form
    self.current = UnitValues(current, in: form)
    self.previous = UnitValues(previous, in: form)
  }
}

/// Where a condition stands while it is evaluated: a unit's values of this and last year, and the
/// row and field that the scope has come to.
///
/// A field of a list is the unit's value everywhere. A field of a table is the value of the row
/// within its own table's rows, and the list of its column anywhere else. `value` is the field of
/// the scope; `row` has `title` and `code`.
struct RuleScene: ExpressionEnvironment {
  let unit: UnitScene
  var row = FormRow.whole
  /// The column that `value` stands for; nil where the scope has no such name.
  var column: Int?
  /// True: `value` is the whole column even in a table.
  var isColumn = false
  /// True inside `previous(…)`.
  var isLastYear = false

  var form: FormIndex { unit.form }

  private var values: UnitValues { isLastYear ? unit.previous : unit.current }

  func value(of name: String) -> ExpressionValue? {
    if let column = column(named: name) { return value(ofColumn: column) }
    return name == Vocabulary.ruleRow ? rowRecord : nil
  }

  /// The column of a field or of `value`.
  func column(named name: String) -> Int? {
    name == Vocabulary.ruleValue ? column : unit.form.column(named: name)
  }

  private func value(ofColumn column: Int) -> ExpressionValue {
    let rows = unit.form.columns[column].rows
    if rows == .one { return values.value(column, .whole) }
    if !isColumn, row.belongs(to: rows) { return values.value(column, row) }
    return .list(values.column(column))
  }

  private var rowRecord: ExpressionValue {
    let field = column.map { form.fields[$0] }
    let code = form.breakdown(of: row).parts.first?.member.rawValue ?? field?.code.rawValue ?? ""
    // The label of the field where there is no row.
    let title = form.title(of: row) ?? field?.label ?? ""
    return .record(["title": .text(title), "code": .text(code)])
  }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    switch call.name {
    case Vocabulary.rulePrevious.name:
      try call.expect(1...1)
      var last = self
      last.isLastYear = true
      return unit.previous.isEmpty ? .missing : try call.arguments[0].value(in: last)
    case Vocabulary.ruleCell.name:
      try call.expect(2...2)
      return try cell(call)
    case Vocabulary.ruleUnchanged.name:
      try call.expect(0...0)
      return unit.previous.isEmpty
        ? .missing : .whole(unit.current.unchangedCount(since: unit.previous))
    case Vocabulary.ruleNonzero.name:
      try call.expect(0...0)
      return .whole(values.nonzeroCount)
    default:
      return nil
    }
  }

  private func cell(_ call: FunctionCall) throws(ExpressionError) -> ExpressionValue {
    guard let name = call.arguments[0].name, let column = column(named: name) else {
      throw ExpressionError(
        .unknownName, at: call.arguments[0].node.range, found: call.arguments[0].name ?? "")
    }
    guard case .text(let member) = call.arguments[1].node.kind,
      let row = form.row(MemberCode(rawValue: member), ofColumn: column)
    else {
      throw ExpressionError(.unknownRow, at: call.arguments[1].node.range)
    }
    return values.value(column, row)
  }
}
