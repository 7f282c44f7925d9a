import Spreadsheets

/// A number of a rule as formulas: a fraction of two, and what must hold for it to be known.
///
/// Division is kept apart, so that comparisons multiply out and stay exact.
struct CheckedNumber {
  var numerator: NewFormula
  /// Nil: 1. Never zero where `conditions` hold.
  var denominator: NewFormula?
  /// Cells that must hold a number.
  var cells: [NewReference] = []
  /// What must be true besides; each may be reckoned whatever the cells hold but only where they
  /// all hold numbers is it looked at.
  var conditions: [NewFormula] = []
  var span: Span
  var denominatorSpan = Span(magnitude: 1, decimals: 0)

  /// How great a number may be and how many decimals it may have.
  struct Span {
    var magnitude: Double
    var decimals: Int

    static func + (a: Span, b: Span) -> Span {
      Span(magnitude: a.magnitude + b.magnitude, decimals: max(a.decimals, b.decimals))
    }

    static func * (a: Span, b: Span) -> Span {
      Span(magnitude: a.magnitude * b.magnitude, decimals: a.decimals + b.decimals)
    }

    /// The greatest magnitude that is exact with these decimals.
    var limit: Double { (0..<decimals).reduce(CheckRange.units) { rest, _ in rest / 10 } }
  }

  /// Never known.
  static let missing = CheckedNumber(
    numerator: .whole(0), conditions: [.flag(false)], span: Span(magnitude: 0, decimals: 0))

  var isMissing: Bool { conditions.contains(.flag(false)) }

  /// Whether it is known.
  var known: NewFormula { Self.known(cells: cells, conditions: conditions) }

  static func known(cells: [NewReference], conditions: [NewFormula]) -> NewFormula {
    if conditions.contains(.flag(false)) { return .flag(false) }
    var distinct: [NewReference] = []
    for cell in cells where !distinct.contains(cell) { distinct.append(cell) }
    let filled: NewFormula =
      distinct.isEmpty
      ? .flag(true)
      : .infix(.call("COUNT", distinct.map { .cell($0) }), .equal, .whole(distinct.count))
    return conditions.isEmpty ? filled : .when(filled, .all(conditions), else: .flag(false))
  }

  /// The number itself, for a cell that shows it.
  var quotient: NewFormula { denominator.map { numerator / $0 } ?? numerator }

  static prefix func - (number: Self) -> Self {
    var number = number
    number.numerator = .minus(number.numerator)
    return number
  }

  static func + (a: Self, b: Self) throws(NotAFormula) -> Self {
    var sum = a.sharing(b)
    sum.numerator = a.over(b) + b.over(a)
    sum.span = a.span * b.denominatorSpan + b.span * a.denominatorSpan
    return try sum.certain()
  }

  static func * (a: Self, b: Self) throws(NotAFormula) -> Self {
    var product = a.sharing(b)
    product.numerator = a.numerator * b.numerator
    product.span = a.span * b.span
    return try product.certain()
  }

  /// Missing where `b` is zero.
  static func / (a: Self, b: Self) throws(NotAFormula) -> Self {
    var inverse = b
    inverse.numerator = b.denominator ?? .whole(1)
    inverse.denominator = b.numerator
    inverse.span = b.denominatorSpan
    inverse.denominatorSpan = b.span
    let zero = b.numerator.rounded(toDecimals: b.span.decimals)
    inverse.conditions.append(.infix(zero, .notEqual, .whole(0)))
    return try a * inverse
  }

  /// The numerator over the common denominator of both.
  func over(_ other: Self) -> NewFormula { other.denominator.map { numerator * $0 } ?? numerator }

  /// What both need, over their common denominator.
  func sharing(_ other: Self) -> Self {
    var both = self
    both.cells += other.cells
    both.conditions += other.conditions
    both.denominator =
      switch (denominator, other.denominator) {
      case (let a?, let b?): a * b
      case (let a?, nil): a
      case (nil, let b): b
      }
    both.denominatorSpan = denominatorSpan * other.denominatorSpan
    return both
  }

  /// Where numbers could be too great to be exact, they must not be: there is no verdict then.
  func certain() throws(NotAFormula) -> Self {
    guard span.decimals <= CheckRange.decimals, denominatorSpan.decimals <= CheckRange.decimals
    else { throw .notExpressible }
    var number = self
    if span.magnitude > span.limit {
      number.conditions.append(Self.isSmall(numerator, span.limit))
      number.span.magnitude = span.limit
    }
    if let denominator, denominatorSpan.magnitude > denominatorSpan.limit {
      number.conditions.append(Self.isSmall(denominator, denominatorSpan.limit))
      number.denominatorSpan.magnitude = denominatorSpan.limit
    }
    return number
  }

  private static func isSmall(_ formula: NewFormula, _ limit: Double) -> NewFormula {
    .infix(.call("ABS", [formula]), .lessOrEqual, .whole(Int(limit)))
  }
}

extension NewFormula {
  /// Without the dust of binary fractions; a whole number has none.
  func rounded(toDecimals decimals: Int) -> NewFormula {
    decimals == 0 ? self : .call("ROUND", [self, .whole(decimals)])
  }
}
