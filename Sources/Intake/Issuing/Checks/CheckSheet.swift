import Expressions
package import Findings
package import Monitoring
package import Spreadsheets

/// The sheet «Проверка» of an issued form: what the form and the pack's rules demand, as live
/// formulas, so that a school sees its faults in words while it types.
///
/// A formula says what `collect` would say of the same values, or nothing: a rule that no formula
/// expresses exactly is listed below as checked on arrival.
package struct CheckSheet: Sendable {
  package static let name = "Проверка"
  /// The names of its sheets, which no other sheet of the workbook may have.
  static let names = [name, CheckCells.sheet]

  /// A rule that is checked on arrival only, and why, in Russian.
  package struct OnArrival: Sendable, Hashable {
    package var rule: FindingCode
    package var reason: String
  }

  package let onArrival: [OnArrival]
  /// The rules that the formulas say, each with its rows of the hidden sheet.
  let rules: [(rule: Rule, rows: ClosedRange<Int>)]
  private let calculation: CheckCalculation
  private let list: CheckList

  /// - Parameters:
  ///   - rules: of the pack; those of other forms and of other types of units are left out.
  ///   - forms: all of the pack.
  ///   - form: the one that is issued.
  ///   - readings: of the pack: words that stand for values.
  ///   - places: its cells; a field without one makes its rules checked on arrival.
  ///   - unitType: the type of the units that the form is for; nil when they have none.
  package init(
    rules: [Rule], forms: [FormSchema], form: FormSchema, classifiers: [Classifier],
    readings: Readings, places: FormPlaces, unitType: String?, limits: CheckLimits = .standard
  ) {
    let index = FormFields(schemas: forms, classifiers: classifiers)
    let cells = CheckCells(form: form, index: index, places: places)
    let compiler = RuleCompiler(
      index: index, form: form, cells: cells, limits: limits, isOnlyForm: forms.count == 1,
      place: CheckPlace())
    var calculation = CheckCalculation(cells: cells, readings: readings, limits: limits)
    var compiled: [CompiledRule] = []
    var late: [(rule: Rule, reason: NotAFormula)] = []
    let applying = rules.filter { $0.applies(toType: unitType) && $0.isOf(form, forms, index) }
    // Errors first: they must be mended, whatever becomes of the questions.
    for rule in Severity.allCases.flatMap({ severity in
      applying.filter { $0.severity == severity }
    }) {
      do {
        let formulas = try CompiledRule(rule, with: compiler)
        try calculation.add(formulas)
        compiled.append(formulas)
      } catch {
        late.append((rule, error))
      }
    }
    list = CheckList(
      calculation: calculation, form: form, rules: compiled, late: late,
      explanationSheet: form.explanations.flatMap { explanations in
        // As it was issued, which may be under another name.
        places.current.first { $0.key.field == explanations.about }?.value.sheet
          ?? form.section(of: explanations.about)?.sheet
      })
    self.calculation = calculation
    self.rules = zip(compiled.map(\.rule), calculation.ruleRows).map { ($0, $1) }
    onArrival = late.map { OnArrival(rule: $0.rule.code, reason: $0.reason.russian) }
  }

  /// «Проверка», and the hidden sheet that its formulas reckon on; both go into the workbook.
  /// - Parameter form: the sheets of the form as they will be written: the results that stand in
  ///   the formulas at first are those of its values.
  package func sheets(over form: [NewSheet]) -> [NewSheet] {
    let book = FormulaBook(sheets: form)
    book.add(calculation.rows, on: CheckCells.sheet)
    return [list.sheet(over: book), calculation.sheet(over: book)]
  }
}

extension Rule {
  /// Whether it looks at a field of this form; one that names no field is the first form's.
  fileprivate func isOf(_ form: FormSchema, _ forms: [FormSchema], _ index: FormFields) -> Bool {
    let expressions = [condition] + (when.map { [$0] } ?? [])
    let named = expressions.flatMap(\.names).map { FieldCode(rawValue: $0.base) } + scopeFields
    let known = named.compactMap { index.form(of: $0) }
    return known.isEmpty ? form.code == forms.first?.code : known.contains(form.code)
  }

  private var scopeFields: [FieldCode] {
    switch scope {
    case .form, .row: []
    case .each(let fields), .column(let fields): fields
    }
  }
}
