import ExactNumbers
import Expressions
import Monitoring

/// Where a condition stands while it is evaluated: a unit's values of this and last year, and the
/// row and field that the scope has come to.
///
/// A field of a list is the unit's value everywhere. A field of a table is the value of the row
/// within its own table's rows, and the list of its column anywhere else. `value` is the field of
/// the scope; `row` has `title` and `code`.
struct RuleScene: ExpressionEnvironment {
  let form: FormIndex
  let current: UnitValues
  let previous: UnitValues
  /// The row; whole for none.
  var breakdown = Breakdown.whole
  /// What `value` stands for; nil where the scope has no such name.
  var field: FieldCode?
  /// True: `value` is the whole column even in a table.
  var isColumn = false
  /// True inside `previous(…)`.
  var isLastYear = false

  private var values: UnitValues { isLastYear ? previous : current }

  func value(of name: String) -> ExpressionValue? {
    switch name {
    case "value": return field.flatMap(value(ofField:))
    case "row": return row
    default: return value(ofField: FieldCode(rawValue: name))
    }
  }

  private func value(ofField code: FieldCode) -> ExpressionValue? {
    guard let section = form.section(of: code) else { return nil }
    switch section.layout {
    case .list:
      return values.value(code, .whole)
    case .table, .records:
      if !isColumn, form.has(breakdown, in: section) { return values.value(code, breakdown) }
      return .list(column(code, of: section))
    }
  }

  /// The values of a column, a missing one included, without what may rightly be empty: cells
  /// that do not apply, and those of a row whose first column is zero.
  private func column(_ code: FieldCode, of section: FormSection) -> [ExpressionValue] {
    form.rows(of: section, in: values).compactMap { breakdown in
      let value = values.value(code, breakdown)
      guard value == .missing else { return value }
      if values.isNotApplicable(code, breakdown) { return nil }
      guard let first = section.fields.first?.code, first != code else { return value }
      return values.value(first, breakdown) == .exact(0) ? nil : value
    }
  }

  private var row: ExpressionValue {
    let code = breakdown.parts.first?.member.rawValue ?? field?.rawValue ?? ""
    return .record(["title": .text(title), "code": .text(code)])
  }

  /// What the row is called; the label of the field where there is no row.
  private var title: String {
    form.title(of: breakdown) ?? field.flatMap { form.field($0)?.label } ?? ""
  }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    switch call.name {
    case "previous":
      try call.expect(1...1)
      var last = self
      last.isLastYear = true
      return previous.isEmpty ? .missing : try call.arguments[0].value(in: last)
    case "unchanged_cells":
      try call.expect(0...0)
      return previous.isEmpty ? .missing : .whole(unchanged)
    case "nonzero_cells":
      try call.expect(0...0)
      return .whole(nonzero.count)
    default:
      return nil
    }
  }

  private var nonzero: [(field: FieldCode, breakdown: Breakdown, number: ExactNumber)] {
    values.numbers.filter { !$0.number.isZero }
  }

  private var unchanged: Int {
    nonzero.count { previous.value($0.field, $0.breakdown) == .exact($0.number) }
  }
}
