import ExactNumbers

/// Walks a syntax tree. Exact throughout; three-valued: missing operands make missing results.
struct Evaluator {
  let environment: any ExpressionEnvironment
  /// By how much the numbers of a comparison may differ; 0 or more. It does not reach into calls,
  /// whose arguments are evaluated for themselves.
  var tolerance: ExactNumber?

  func value(of node: SyntaxNode) throws(ExpressionError) -> ExpressionValue {
    switch node.kind {
    case .number(let number): return .exact(number)
    case .text(let text): return .text(text)
    case .flag(let flag): return .flag(flag)
    case .name(let path): return try named(path, at: node.range)
    case .call(let function, let arguments):
      return try called(function, arguments, at: node.range)
    case .prefix(.not, let operand):
      return try flag(of: operand).map { .flag(!$0) } ?? .missing
    case .prefix(.minus, let operand):
      return try number(of: operand).map { .number(-$0) } ?? .missing
    case .infix(let infix, let left, let right):
      return try combined(infix, left, right)
    }
  }

  private func named(
    _ path: [String], at range: Range<Int>
  ) throws(ExpressionError) -> ExpressionValue {
    let name = path[0]
    if path.count == 1 {
      guard let value = environment.value(of: name) else {
        throw ExpressionError(.unknownName, at: range, found: name)
      }
      return value
    }
    if let value = environment.value(of: name, member: Array(path.dropFirst())) { return value }
    let isKnown = environment.value(of: name) != nil
    throw ExpressionError(
      isKnown ? .unknownMember : .unknownName, at: range, found: path.joined(separator: "."))
  }

  private func called(
    _ function: String, _ arguments: [SyntaxNode], at range: Range<Int>
  ) throws(ExpressionError) -> ExpressionValue {
    let call = FunctionCall(
      name: function, arguments: arguments, range: range, environment: environment)
    if let value = try environment.value(of: call) { return value }
    guard let builtIn = BuiltInFunction(rawValue: function) else {
      throw ExpressionError(.unknownFunction, at: range, found: function)
    }
    return try builtIn.value(of: call)
  }

  private func combined(
    _ infix: InfixOperator, _ left: SyntaxNode, _ right: SyntaxNode
  ) throws(ExpressionError) -> ExpressionValue {
    switch infix {
    case .and: return try joined(left, right, decidedBy: false)
    case .or: return try joined(left, right, decidedBy: true)
    case .plus: return try reckoned(left, right) { $0 + $1 }
    case .minus: return try reckoned(left, right) { $0 - $1 }
    case .times: return try reckoned(left, right) { $0 * $1 }
    // Over zero there is no value, as a share of nobody has none.
    case .over: return try reckoned(left, right) { $0.divided(by: $1) }
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return try compared(infix, left, right)
    }
  }

  /// `and` is decided by one false side, `or` by one true side, even when the other is missing.
  private func joined(
    _ left: SyntaxNode, _ right: SyntaxNode, decidedBy decision: Bool
  ) throws(ExpressionError) -> ExpressionValue {
    let first = try flag(of: left)
    if first == decision { return .flag(decision) }
    let second = try flag(of: right)
    if second == decision { return .flag(decision) }
    return first == nil || second == nil ? .missing : .flag(!decision)
  }

  private func reckoned(
    _ left: SyntaxNode, _ right: SyntaxNode,
    _ reckon: (ExpressionNumber, ExpressionNumber) -> ExpressionNumber?
  ) throws(ExpressionError) -> ExpressionValue {
    let first = try number(of: left)
    let second = try number(of: right)
    guard let first, let second else { return .missing }
    return reckon(first, second).map { .number($0) } ?? .missing
  }

  /// Compares two values of one kind: numbers and texts by order, flags only for equality.
  private func compared(
    _ infix: InfixOperator, _ left: SyntaxNode, _ right: SyntaxNode
  ) throws(ExpressionError) -> ExpressionValue {
    let first = try value(of: left)
    let second = try value(of: right)
    let orders = infix != .equal && infix != .notEqual
    switch (first, second) {
    case (.missing, _), (_, .missing): return .missing
    case (.number(let a), .number(let b)): return .flag(infix.holds(a, b, within: tolerance))
    case (.text(let a), .text(let b)) where !orders: return .flag((a == b) == (infix == .equal))
    case (.flag(let a), .flag(let b)) where !orders: return .flag((a == b) == (infix == .equal))
    case (.number, _), (.text, _), (.flag, _), (.list, _), (.record, _):
      // Point at the side that has no place here: the left one, unless that could be compared.
      let isLeft = orders ? first.kind != .number : first.kind == .list || first.kind == .record
      let needed = orders || isLeft ? ExpressionValue.Kind.number : first.kind
      throw wrongType(isLeft ? first : second, isLeft ? left : right, needed: needed)
    }
  }

  /// The number of a node; nil when it is missing.
  func number(of node: SyntaxNode) throws(ExpressionError) -> ExpressionNumber? {
    switch try value(of: node) {
    case .number(let number): return number
    case .missing: return nil
    case let other: throw wrongType(other, node, needed: .number)
    }
  }

  /// The truth of a node; nil when it is missing.
  private func flag(of node: SyntaxNode) throws(ExpressionError) -> Bool? {
    switch try value(of: node) {
    case .flag(let flag): return flag
    case .missing: return nil
    case let other: throw wrongType(other, node, needed: .flag)
    }
  }

  private func wrongType(
    _ value: ExpressionValue, _ node: SyntaxNode, needed: ExpressionValue.Kind
  ) -> ExpressionError {
    ExpressionError(
      .wrongType, at: node.range, found: value.kind.rawValue, expected: needed.rawValue)
  }
}

extension InfixOperator {
  /// Whether two numbers compare so, with what a tolerance lets pass.
  fileprivate func holds(
    _ a: ExpressionNumber, _ b: ExpressionNumber, within tolerance: ExactNumber?
  ) -> Bool {
    guard let tolerance, !tolerance.isZero else {
      return allows(a < b ? -1 : a == b ? 0 : 1)
    }
    let slack = ExpressionNumber.decimal(tolerance)
    let over = a - b
    return switch self {
    case .equal: over.magnitude <= slack
    case .notEqual: over.magnitude > slack
    case .less: over < slack
    case .lessOrEqual: over <= slack
    case .greater: -over < slack
    case .greaterOrEqual: -over <= slack
    case .plus, .minus, .times, .over, .and, .or: false
    }
  }

  /// Whether it holds for numbers in this order: -1 for less, 0 for equal, 1 for greater.
  private func allows(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .plus, .minus, .times, .over, .and, .or: false
    }
  }
}
