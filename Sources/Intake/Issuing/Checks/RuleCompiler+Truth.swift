import ExactNumbers
import Expressions
import Spreadsheets

/// Whether a condition is known to hold and known not to: both false where it is missing.
struct CheckedTruth {
  var holds: NewFormula
  var fails: NewFormula

  static prefix func ! (truth: Self) -> Self {
    CheckedTruth(holds: truth.fails, fails: truth.holds)
  }

  static func constant(_ flag: Bool) -> Self {
    CheckedTruth(holds: .flag(flag), fails: .flag(!flag))
  }

  static let missing = CheckedTruth(holds: .flag(false), fails: .flag(false))
}

extension RuleCompiler {
  /// The truth of a node.
  func truth(of node: SyntaxNode) throws(NotAFormula) -> CheckedTruth {
    switch node.kind {
    case .flag(let flag): return .constant(flag)
    case .prefix(.not, let operand): return !(try truth(of: operand))
    case .infix(.and, let left, let right):
      let (a, b) = (try truth(of: left), try truth(of: right))
      return CheckedTruth(holds: .all([a.holds, b.holds]), fails: .any([a.fails, b.fails]))
    case .infix(.or, let left, let right):
      let (a, b) = (try truth(of: left), try truth(of: right))
      return CheckedTruth(holds: .any([a.holds, b.holds]), fails: .all([a.fails, b.fails]))
    case .infix(let infix, let left, let right):
      return try compared(infix, try number(of: left), try number(of: right))
    case .call(let function, let arguments):
      return try CompiledCall(compiler: self, function: function, arguments: arguments).truth()
    case .number, .text, .name, .prefix(.minus, _): throw .notANumber
    }
  }

  private func compared(
    _ infix: InfixOperator, _ a: CheckedNumber, _ b: CheckedNumber
  ) throws(NotAFormula) -> CheckedTruth {
    var difference = try a + -b
    if let denominator = difference.denominator {
      // Both sides times the square's sign: what is below zero turns the comparison round.
      difference.numerator = difference.numerator * .call("SIGN", [denominator])
    }
    guard !difference.isMissing else { return .missing }
    let distance = try Distance(difference, tolerance: tolerance)
    let holds: NewFormula
    switch infix {
    case .equal: holds = distance.apart(.lessOrEqual)
    case .notEqual: holds = distance.apart(.greater)
    case .less: holds = distance.above(.less)
    case .lessOrEqual: holds = distance.above(.lessOrEqual)
    case .greater: holds = distance.below(.greater)
    case .greaterOrEqual: holds = distance.below(.greaterOrEqual)
    case .plus, .minus, .times, .over, .and, .or: throw .notANumber
    }
    let known = difference.known
    return CheckedTruth(
      holds: .when(known, holds, else: .flag(false)),
      fails: .when(known, holds.negated, else: .flag(false)))
  }
}

/// The difference of two sides against what they may differ by.
private struct Distance {
  let difference: NewFormula
  let tolerance: NewFormula?
  let decimals: Int

  init(_ number: CheckedNumber, tolerance: ExactNumber?) throws(NotAFormula) {
    difference = number.numerator
    guard let tolerance, !tolerance.isZero else {
      self.tolerance = nil
      decimals = number.span.decimals
      return
    }
    let allowed = CheckedNumber.Span(
      magnitude: Double(tolerance.description) ?? .infinity, decimals: tolerance.decimals)
    let sum = number.span + allowed * number.denominatorSpan
    guard sum.magnitude <= sum.limit * 4 else { throw .notExpressible }
    self.tolerance =
      number.denominator
      .map { .number(tolerance) * .call("ABS", [$0]) } ?? .number(tolerance)
    decimals = sum.decimals
  }

  private func compared(
    _ number: NewFormula, _ sign: NewFormula.Operator
  ) -> NewFormula {
    .infix(number.rounded(toDecimals: decimals), sign, .whole(0))
  }

  /// The distance without sign, beyond what is allowed.
  func apart(_ sign: NewFormula.Operator) -> NewFormula {
    let size = NewFormula.call("ABS", [difference])
    return compared(tolerance.map { size - $0 } ?? size, sign)
  }

  /// The difference, less what is allowed.
  func above(_ sign: NewFormula.Operator) -> NewFormula {
    compared(tolerance.map { difference - $0 } ?? difference, sign)
  }

  /// The difference, and what is allowed.
  func below(_ sign: NewFormula.Operator) -> NewFormula {
    compared(tolerance.map { difference + $0 } ?? difference, sign)
  }
}

extension NewFormula {
  /// The opposite of a comparison.
  fileprivate var negated: NewFormula {
    guard case .infix(let left, let sign, let right) = self else { return .call("NOT", [self]) }
    let opposite: Operator? =
      switch sign {
      case .equal: .notEqual
      case .notEqual: .equal
      case .less: .greaterOrEqual
      case .lessOrEqual: .greater
      case .greater: .lessOrEqual
      case .greaterOrEqual: .less
      case .plus, .minus, .times, .over, .joined: nil
      }
    return opposite.map { .infix(left, $0, right) } ?? .call("NOT", [self])
  }
}
