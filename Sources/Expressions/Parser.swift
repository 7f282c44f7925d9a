/// Reads the tokens of either notation by precedence climbing, from the loosest: or · and · not ·
/// comparison · + − · * / · unary −.
struct Parser {
  private let tokens: [Token]
  private let limits: ExpressionLimits
  private var index = 0
  private var depth = 0

  static func parse(
    _ source: String, limits: ExpressionLimits
  ) throws(ExpressionError) -> SyntaxNode {
    var tokenizer = try Tokenizer(source, within: limits, marks: .names)
    return try parse(try tokenizer.tokens(), limits: limits)
  }

  /// The last token must be `.end`.
  static func parse(
    _ tokens: [Token], limits: ExpressionLimits
  ) throws(ExpressionError) -> SyntaxNode {
    var parser = Parser(tokens: tokens, limits: limits)
    guard parser.current.kind != .end else {
      throw ExpressionError(.empty, at: 0..<parser.current.range.upperBound)
    }
    let tree = try parser.expression(above: 0)
    guard parser.current.kind == .end else { throw parser.unexpected(.operatorExpected) }
    return tree.node
  }

  private init(tokens: [Token], limits: ExpressionLimits) {
    self.tokens = tokens
    self.limits = limits
  }

  /// A node with the number of levels below and with it, so that a long chain is bounded too.
  private struct Tree {
    var node: SyntaxNode
    var height: Int
  }

  private var current: Token { tokens[index] }

  private mutating func advance() -> Token {
    let token = tokens[index]
    if index + 1 < tokens.count { index += 1 }
    return token
  }

  private func unexpected(_ code: ExpressionError.Code) -> ExpressionError {
    ExpressionError(code, at: current.range, found: current.text)
  }

  private func grown(_ node: SyntaxNode, over heights: Int...) throws(ExpressionError) -> Tree {
    let height = (heights.max() ?? 0) + 1
    guard height <= limits.depth else { throw tooDeep(at: node.range) }
    return Tree(node: node, height: height)
  }

  private func tooDeep(at range: Range<Int>) -> ExpressionError {
    ExpressionError(.tooDeep, at: range, expected: String(limits.depth))
  }

  private mutating func expression(above power: Int) throws(ExpressionError) -> Tree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else { throw tooDeep(at: current.range) }
    var left = try prefix()
    while case .infix(let infix) = current.kind, infix.power > power {
      _ = advance()
      let right = try expression(above: infix.power)
      if infix.isComparison, case .infix(let next) = current.kind, next.isComparison {
        throw ExpressionError(.chainedComparison, at: current.range, found: current.text)
      }
      left = try grown(
        SyntaxNode(
          .infix(infix, left.node, right.node),
          range: left.node.range.lowerBound..<right.node.range.upperBound),
        over: left.height, right.height)
    }
    return left
  }

  private mutating func prefix() throws(ExpressionError) -> Tree {
    switch current.kind {
    case .not: return try prefixed(.not, power: InfixOperator.and.power)
    case .infix(.minus): return try prefixed(.minus, power: InfixOperator.times.power)
    case .number, .text, .flag, .name, .infix, .open, .close, .comma, .dot, .through, .node, .end:
      return try primary()
    }
  }

  private mutating func prefixed(
    _ sign: PrefixOperator, power: Int
  ) throws(ExpressionError) -> Tree {
    let token = advance()
    let operand = try expression(above: power)
    return try grown(
      SyntaxNode(
        .prefix(sign, operand.node),
        range: token.range.lowerBound..<operand.node.range.upperBound),
      over: operand.height)
  }

  private mutating func primary() throws(ExpressionError) -> Tree {
    switch current.kind {
    case .number(let number): return try leaf(.number(number))
    case .text(let text): return try leaf(.text(text))
    case .flag(let flag): return try leaf(.flag(flag))
    case .name(let name): return try named(name)
    case .open: return try parenthesized()
    case .node(let node):
      _ = advance()
      // A cell, last year's at most: three levels.
      return try grown(node, over: 2)
    case .infix, .not, .close, .comma, .dot, .through, .end:
      throw unexpected(.operandExpected)
    }
  }

  private mutating func leaf(_ kind: SyntaxNode.Kind) throws(ExpressionError) -> Tree {
    try grown(SyntaxNode(kind, range: advance().range))
  }

  private mutating func parenthesized() throws(ExpressionError) -> Tree {
    let open = advance()
    var inner = try expression(above: 0)
    inner.node.range = open.range.lowerBound..<(try close(open).range.upperBound)
    return inner
  }

  private mutating func close(_ open: Token) throws(ExpressionError) -> Token {
    switch current.kind {
    case .close: return advance()
    case .end: throw ExpressionError(.unclosedParenthesis, at: open.range, found: open.text)
    case .number, .text, .flag, .name, .infix, .not, .open, .comma, .dot, .through, .node:
      throw unexpected(.operatorExpected)
    }
  }

  /// A name, a dotted path, or a call.
  private mutating func named(_ name: String) throws(ExpressionError) -> Tree {
    let first = advance()
    if current.kind == .open { return try call(name, from: first) }
    var path = [name]
    var end = first.range.upperBound
    while current.kind == .dot {
      _ = advance()
      guard case .name(let member) = current.kind else { throw unexpected(.nameExpected) }
      path.append(member)
      end = advance().range.upperBound
    }
    return try grown(SyntaxNode(.name(path), range: first.range.lowerBound..<end))
  }

  private mutating func call(_ name: String, from first: Token) throws(ExpressionError) -> Tree {
    let open = advance()
    var arguments: [SyntaxNode] = []
    var height = 0
    if current.kind != .close {
      while true {
        let argument = try expression(above: 0)
        arguments.append(argument.node)
        height = max(height, argument.height)
        guard current.kind == .comma else { break }
        _ = advance()
      }
    }
    let end = try close(open).range.upperBound
    return try grown(
      SyntaxNode(
        .call(function: name, arguments: arguments), range: first.range.lowerBound..<end),
      over: height)
  }
}

extension InfixOperator {
  /// How tightly it binds its operands; all are left-associative.
  fileprivate var power: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .times, .over: 6
    }
  }

  fileprivate var isComparison: Bool { power == 4 }
}
