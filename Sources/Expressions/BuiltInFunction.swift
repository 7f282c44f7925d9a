import ExactNumbers

/// The functions that need nothing but their arguments. Those over several numbers take numbers
/// and lists of them. A missing argument or element makes the result missing, but for `count`
/// and `distinct`, which count what is there; a list without elements has the sum 0 and neither
/// least nor greatest. Who makes the list leaves out what may rightly be empty.
package enum BuiltInFunction: String, Sendable, Hashable, CaseIterable {
  /// `abs(a)`: without its sign.
  case abs
  /// `min(a, b, …)`, `min(list)`, `min(list, list)`.
  case min
  /// `max(a, b, …)`, `max(list)`.
  case max
  /// `sum(a, b, …)`, `sum(list)`.
  case sum
  /// `count(list)`, `count(a, b, …)`: how many elements are given.
  case count
  /// `distinct(list)`, `distinct(a, b, …)`: how many different values are given.
  case distinct
  /// `agrees(typed, numerator, denominator)`: whether a percentage that a person typed equals
  /// 100 · numerator / denominator to half a unit of its last digit, inclusive. 37.5 agrees with
  /// 3/8 and with 37.46; 37 with 36.5 … 37.5. Missing for a denominator of 0.
  case agrees

  package var signature: FunctionSignature {
    switch self {
    case .abs: FunctionSignature(rawValue, 1)
    case .min, .max, .sum, .count, .distinct: FunctionSignature(rawValue, 1...Int.max)
    case .agrees: FunctionSignature(rawValue, 3)
    }
  }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue {
    try call.expect(signature.arguments)
    switch self {
    case .abs:
      guard let numbers = try numbers(of: call), let number = numbers.first else {
        return .missing
      }
      return .number(number.magnitude)
    case .min: return try numbers(of: call)?.min().map { .number($0) } ?? .missing
    case .max: return try numbers(of: call)?.max().map { .number($0) } ?? .missing
    case .sum:
      guard let numbers = try numbers(of: call) else { return .missing }
      return .number(numbers.reduce(.decimal(.zero), +))
    case .count: return .whole(try elements(of: call).count { $0 != .missing })
    case .distinct: return .whole(Set(try elements(of: call).filter { $0 != .missing }).count)
    case .agrees:
      guard let numbers = try numbers(of: call) else { return .missing }
      return Self.agreement(numbers)
    }
  }

  private static func agreement(_ numbers: [ExpressionNumber]) -> ExpressionValue {
    guard numbers.count == 3, let share = numbers[1].divided(by: numbers[2]) else {
      return .missing
    }
    let difference = (share.fraction * 100 - numbers[0].fraction).magnitude
    guard case .decimal(let typed) = numbers[0],
      let unit = ExactNumber(coefficient: 1, exponent: -typed.decimals)
    else { return .flag(difference.isZero) }
    return .flag(difference * 2 <= Fraction(unit))
  }

  /// The arguments, lists among them as their elements.
  private func elements(of call: FunctionCall) throws(ExpressionError) -> [ExpressionValue] {
    try call.values().flatMap { value in
      if case .list(let elements) = value { return elements }
      return [value]
    }
  }

  /// The numbers of a call; nil when one is missing.
  private func numbers(of call: FunctionCall) throws(ExpressionError) -> [ExpressionNumber]? {
    var numbers: [ExpressionNumber] = []
    var isMissing = false
    for element in try elements(of: call) {
      switch element {
      case .number(let number): numbers.append(number)
      case .missing: isMissing = true
      case .text, .flag, .list, .record:
        throw ExpressionError(
          .wrongType, at: call.range, found: element.kind.rawValue,
          expected: ExpressionValue.Kind.number.rawValue)
      }
    }
    return isMissing ? nil : numbers
  }
}
