import Expressions
import Monitoring
import Wording
import Yams

extension PackReader {
  func count(
    _ entry: Entry, columns: [RosterColumn], form: FormSchema?
  ) -> RosterCount? {
    guard let record = Record(entry, keys: ["field", "by", "where"], faults: faults) else {
      return nil
    }
    let code = record.text("field")
    let place = record.place(of: "field")
    let by = record.entry("by").flatMap { column($0, among: columns) }
    if checkField(code, at: place) != nil, let form {
      check(FieldCode(rawValue: code), of: form, by: by, at: place)
    }
    return RosterCount(
      field: FieldCode(rawValue: code), by: by?.code,
      condition: record.entry("where").flatMap { condition($0, columns: columns) })
  }

  private func check(
    _ code: FieldCode, of form: FormSchema, by column: RosterColumn?, at place: Place
  ) {
    guard let section = form.section(of: code), section.isCounted,
      form.field(code)?.kind == .count
    else {
      faults.add(.notCounted(field: code.rawValue, form: form.code.rawValue), at: place)
      return
    }
    switch (section.layout, column?.kind) {
    case (.list, nil): break
    case (.table(let dimension), .choice(let dictionary)?) where dictionary == dimension: break
    case (.table(let dimension), _):
      faults.add(.notByDictionary(field: code.rawValue, dictionary: dimension.rawValue), at: place)
    case (.list, _), (.records, _): faults.add(.notWhole(field: code.rawValue), at: place)
    }
  }

  private func condition(_ entry: Entry, columns: [RosterColumn]) -> Expression? {
    guard let source = entry.text else {
      faults.add(.wrongShape(needed: .text), at: entry.place)
      return nil
    }
    do {
      let condition = try Expression(parsing: source)
      let words = Words(
        names: columns.map(\.code.rawValue) + [RosterRow.referenceDate],
        functions: RosterRow.functions)
      if knows(condition, words, entry), let sample = RosterRow.sample(columns) {
        try checkKinds(of: condition.syntax, in: sample)
        try checkTruth(of: condition, in: sample)
        checkMembers(in: condition.syntax, columns: columns, entry)
      }
      return condition
    } catch {
      faults.add(.badExpression(error), at: entry.place(ofCharacter: error.offset))
      return nil
    }
  }

  /// Notes the names and functions that are not known; whether there are none.
  private func knows(_ condition: Expression, _ words: Words, _ entry: Entry) -> Bool {
    check(condition, words: words) { entry.place(ofCharacter: $0) }
    let functions = words.functions + BuiltInFunction.allCases.map(\.signature)
    return condition.names.allSatisfy { words.names.contains($0.path.joined(separator: ".")) }
      && condition.calls.allSatisfy { call in
        functions.contains {
          $0.name == call.function && $0.arguments.contains(call.argumentCount)
        }
      }
  }

  /// Every part is tried by itself over values of the columns' kinds: `and` and `or` would hide a
  /// part that is not needed for the answer.
  private func checkKinds(
    of node: SyntaxNode, in sample: RosterRow
  ) throws(ExpressionError) {
    for child in node.children { try checkKinds(of: child, in: sample) }
    _ = try Expression(source: "", syntax: node).evaluate(in: sample)
  }

  private func checkTruth(
    of condition: Expression, in sample: RosterRow
  ) throws(ExpressionError) {
    let kind = try condition.evaluate(in: sample).kind
    guard kind != .flag, kind != .missing else { return }
    throw ExpressionError(
      .wrongType, at: condition.syntax.range, found: kind.rawValue,
      expected: ExpressionValue.Kind.flag.rawValue)
  }

  /// A misspelt member would be nobody's choice, and its count a silent zero.
  private func checkMembers(in node: SyntaxNode, columns: [RosterColumn], _ entry: Entry) {
    var pair: [SyntaxNode] = []
    switch node.kind {
    case .infix(.equal, let left, let right), .infix(.notEqual, let left, let right):
      pair = [left, right]
    case .call("has", let arguments): pair = arguments
    case .number, .text, .flag, .name, .call, .prefix, .infix: break
    }
    for (name, text) in zip(pair, pair.reversed()) {
      guard case .name(let path) = name.kind, case .text(let member) = text.kind,
        let column = columns.first(where: { [$0.code.rawValue] == path }),
        case .choice(let dictionary) = column.kind
      else { continue }
      checkMember(
        member, of: dictionary.rawValue, at: entry.place(ofCharacter: text.range.lowerBound))
    }
    for child in node.children { checkMembers(in: child, columns: columns, entry) }
  }
}

extension RosterRow {
  /// A row whose values are of the columns' kinds.
  fileprivate static func sample(_ columns: [RosterColumn]) -> RosterRow? {
    guard let born = CalendarDate(year: 1980, month: 1, day: 1),
      let day = CalendarDate(year: 2020, month: 1, day: 1)
    else { return nil }
    let values = columns.map { column in
      let value: ExpressionValue =
        switch column.kind {
        case .text: .text("")
        case .date: .date(born)
        case .number: .whole(1)
        case .yesNo: .flag(true)
        case .choice: column.separators.isEmpty ? .text("") : .list([.text("")])
        }
      return (column.code, value)
    }
    // Forty years on that day, which the roster's own ages may leave out.
    return RosterRow(
      Dictionary(values, uniquingKeysWith: { first, _ in first }), on: day,
      ages: Roster.staffAges)
  }
}
