import ExactNumbers
import Monitoring
import Spreadsheets

/// The formulas that read one cell of the form: the readings of `ValueReader`, as far as a formula
/// can see. What it cannot tell for certain is unsure: no rule gives a verdict over it.
struct CheckedCell {
  let cells: CheckCells
  let entry: CheckCells.Entry
  let readings: Readings

  private var limits: ValueLimits { ValueLimits() }
  private var cell: NewFormula { .cell(entry.cell) }

  private func own(_ column: CheckColumn) -> NewFormula {
    .cell(cells.reference(column, entry))
  }

  func formula(_ column: CheckColumn) -> NewFormula {
    let typed = TypedNumber(
      cell: cell, words: entry.field.unit.flatMap { readings.units[$0] } ?? [],
      zeros: entry.field.kind == .count ? readings.zero : [], own: own)
    return switch column {
    case .name: .text(entry.place)
    case .typedText: typed.typedText
    case .text: typed.text
    case .bare: entry.field.isNumeric ? typed.bare : .nothing
    case .whole: entry.field.isNumeric ? typed.whole : .nothing
    case .fraction: entry.field.isNumeric ? typed.fraction : .nothing
    case .typed: entry.field.isNumeric ? typed.number : .nothing
    case .raw: entry.field.isNumeric ? raw : .nothing
    case .state: state
    case .value: entry.field.isNumeric ? value : .nothing
    case .hole: hole
    case .first: first
    case .previous: entry.field.isNumeric ? previous : .nothing
    case .nonzero: flagged(.isNumber(own(.value)), .infix(own(.value), .notEqual, .whole(0)))
    case .unchanged: unchanged
    case .decimals: entry.field.kind == .percent ? typed.decimals : .whole(0)
    case .remark: CheckRemark(entry: entry, own: own).formula
    case .isEmpty: isEmpty
    case .isFault: .when(.infix(own(.remark), .equal, .nothing), .whole(0), else: .whole(1))
    case .isUnsure: flagged(stands(.unsure), .flag(true))
    }
  }

  private func stands(_ state: CheckState) -> NewFormula {
    .infix(own(.state), .equal, .text(state.rawValue))
  }

  /// 1 where both hold; the second is looked at only where the first does.
  private func flagged(_ known: NewFormula, _ condition: NewFormula) -> NewFormula {
    .when(known, .when(condition, .whole(1), else: .whole(0)), else: .whole(0))
  }

  /// Whether the cell's format begins with this letter: P for a percentage, D for a date.
  private func isFormatted(_ letter: String) -> NewFormula {
    .infix(
      .call("LEFT", [.call("CELL", [.text("format"), cell]), .whole(1)]), .equal, .text(letter))
  }

  private var raw: NewFormula {
    let number =
      entry.field.kind == .percent
      ? cell * .when(isFormatted("P"), .whole(100), else: .whole(1)) : cell
    return .first(
      [
        (.call("ISLOGICAL", [cell]), .nothing), (.isNumber(cell), number),
        (.isNumber(own(.typed)), own(.typed)),
      ], else: .nothing)
  }
}

/// What stands in the cell.
extension CheckedCell {
  private var state: NewFormula {
    .first(
      [
        (.call("ISERROR", [cell]), word(.error)), (.call("ISBLANK", [cell]), word(.empty)),
        (.call("ISTEXT", [cell]), textState),
      ], else: entry.field.isNumeric ? numberState : word(.given))
  }

  private func word(_ state: CheckState) -> NewFormula { .text(state.rawValue) }

  private var textState: NewFormula {
    let text = own(.text)
    var cases: [(condition: NewFormula, then: NewFormula)] = [
      (.infix(text, .equal, .nothing), word(.empty)),
      (text.isOne(of: readings.notApplicable), word(.notApplicable)),
      (text.isOne(of: readings.missing), word(.noData)),
    ]
    guard entry.field.isNumeric else { return .first(cases, else: word(.given)) }
    if entry.field.kind == .count { cases.append((.contains(text, "%"), word(.percent))) }
    cases.append((.infix(own(.typed), .equal, .text("?")), word(.unsure)))
    cases.append((.infix(own(.typed), .equal, .nothing), word(.text)))
    return .first(cases, else: rangeState)
  }

  private var numberState: NewFormula {
    var cases: [(condition: NewFormula, then: NewFormula)] = [
      (.call("ISLOGICAL", [cell]), word(.flag)), (isFormatted("D"), word(.date)),
    ]
    if entry.field.kind == .count { cases.append((isFormatted("P"), word(.percent))) }
    return .first(cases, else: rangeState)
  }

  private var rangeState: NewFormula {
    let number = own(.raw)
    let size = NewFormula.call("ABS", [number])
    let isNegative = (NewFormula.infix(number, .less, .whole(0)), word(.negative))
    let isUnsure = (
      NewFormula.infix(size, .greater, .whole(CheckRange.greatest)), word(.unsure)
    )
    let isLarge = (NewFormula.infix(size, .greater, .number(limits.greatest)), word(.large))
    guard entry.field.kind == .count else {
      let signed = entry.field.kind == .percent ? [isNegative] : []
      return .first(signed + [isLarge, isUnsure], else: word(.given))
    }
    // A formula of the school's may leave dust after the point, which `collect` rounds away.
    let dust = NewFormula.infix(
      .call("ABS", [number - .call("ROUND", [number, .whole(0)])]), .less,
      .number(ExactNumber(coefficient: 1, exponent: -6) ?? 0))
    return .first(
      [
        isNegative,
        (
          .infix(.call("INT", [number]), .notEqual, number),
          .when(dust, word(.unsure), else: word(.fraction))
        ),
        (.infix(number, .greater, .number(limits.greatestCount)), word(.large)),
      ], else: word(.given))
  }

  private var value: NewFormula {
    .when(stands(.given), own(.raw).rounded(toDecimals: entry.field.span.decimals), else: .nothing)
  }
}

/// What columns and last year say of it.
extension CheckedCell {
  private var wholeIsZero: NewFormula {
    guard let whole = entry.whole.flatMap({ cells[$0] }) else { return .flag(false) }
    let value = NewFormula.cell(cells.reference(.value, whole))
    return .when(.isNumber(value), .infix(value, .equal, .whole(0)), else: .flag(false))
  }

  private var hole: NewFormula {
    .when(
      .any([.isNumber(own(.value)), stands(.notApplicable), wholeIsZero]), .whole(0),
      else: .whole(1))
  }

  private var first: NewFormula {
    guard entry.key.breakdown != .whole else { return .whole(0) }
    guard let above = entry.above else {
      return flagged(.isNumber(own(.value)), .flag(true))
    }
    let same = NewFormula.call("COUNTIF", [CheckCells.range(.value, above), own(.value)])
    return flagged(.isNumber(own(.value)), .infix(same, .equal, .whole(0)))
  }

  private var previous: NewFormula {
    guard let previous = entry.previous.map(NewFormula.cell) else { return .nothing }
    let size = NewFormula.call("ABS", [previous])
    let limit = NewFormula.whole(Int(entry.field.span.magnitude))
    return .when(
      .isNumber(previous),
      .when(
        .infix(size, .lessOrEqual, limit),
        previous.rounded(toDecimals: entry.field.span.decimals), else: .nothing), else: .nothing)
  }

  private var unchanged: NewFormula {
    let isSame = NewFormula.infix(own(.value), .equal, own(.previous))
    return .when(
      .infix(own(.nonzero), .equal, .whole(1)), flagged(.isNumber(own(.previous)), isSame),
      else: .whole(0))
  }

  private var isEmpty: NewFormula {
    guard entry.field.isRequired, !entry.section.isOptional else { return .whole(0) }
    return .when(
      .all([stands(.empty), .call("NOT", [wholeIsZero])]), .whole(1), else: .whole(0))
  }
}

extension FormField {
  /// What its value may be on the sheet.
  var span: CheckedNumber.Span {
    switch kind {
    case .count: .init(magnitude: 1_000_000, decimals: 0)
    case .percent, .number, .text, .yesNo, .choice, .date, .identity:
      .init(magnitude: Double(CheckRange.greatest), decimals: ValueLimits().decimals)
    }
  }
}
