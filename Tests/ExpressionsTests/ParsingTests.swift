import ExactNumbers
import Expressions
import Testing

@Suite("Parsing expressions")
struct ParsingTests {
  @Test(arguments: [
    ("", ExpressionError.Code.empty, 0..<0), ("   ", .empty, 0..<3),
    ("a # b", .unexpectedCharacter, 2..<3), ("a ! b", .unexpectedCharacter, 2..<3),
    ("trained_by_diagnosis <= trained;", .unexpectedCharacter, 31..<32),
    ("a = \"text", .unclosedText, 4..<5), ("a = «text\"", .unclosedText, 4..<5),
    ("1234567890123456789", .numberTooLong, 0..<19),
    ("a +", .operandExpected, 3..<3), ("<= a", .operandExpected, 0..<2),
    ("a + * b", .operandExpected, 4..<5), ("()", .operandExpected, 1..<2),
    ("f(a,)", .operandExpected, 4..<5), ("a and", .operandExpected, 5..<5),
    ("a == b", .operandExpected, 3..<4), ("a b", .operatorExpected, 2..<3),
    ("a)", .operatorExpected, 1..<2), ("(a, b)", .operatorExpected, 2..<3),
    ("12,5 < a", .operatorExpected, 2..<3), ("12 5", .operatorExpected, 3..<4),
    ("2a", .operatorExpected, 1..<2), ("(a + b", .unclosedParenthesis, 0..<1),
    ("max(a, (b)", .unclosedParenthesis, 3..<4), ("row.", .nameExpected, 4..<4),
    ("row.5", .nameExpected, 4..<5), ("a < b < c", .chainedComparison, 6..<7),
    ("a = b = c", .chainedComparison, 6..<7), ("1 <= a + 2 <= 5", .chainedComparison, 11..<13),
  ])
  func pointsAtTheWrongCharacter(
    source: String, code: ExpressionError.Code, range: Range<Int>
  ) throws {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: source) }
    #expect(error?.code == code)
    #expect(error?.range == range)
  }

  /// Both spellings must make the same tree, positions aside.
  @Test(arguments: [
    ("a or b and not c = d + e * -f", "a or (b and (not (c = (d + (e * (-f))))))"),
    ("a - b - c", "(a - b) - c"), ("a / b * c", "(a / b) * c"), ("-a - b", "(-a) - b"),
    ("a and b or c and d", "(a and b) or (c and d)"), ("not a and b", "(not a) and b"),
    ("a или b и не c", "a or (b and (not c))"), ("a ≤ b − c", "a <= (b - c)"),
  ])
  func bindsOperatorsByTheirPower(short: String, long: String) throws {
    #expect(
      outline(try Expression(parsing: short).syntax)
        == outline(try Expression(parsing: long).syntax))
  }

  private func outline(_ node: SyntaxNode) -> String {
    let inner = node.children.map(outline).joined(separator: " ")
    return switch node.kind {
    case .number(let number): number.description
    case .text(let text): "'\(text)'"
    case .flag(let flag): "\(flag)"
    case .name(let path): path.joined(separator: ".")
    case .call(let function, _): "(\(function) \(inner))"
    case .prefix(let sign, _): "(\(sign.rawValue) \(inner))"
    case .infix(let infix, _, _): "(\(infix.rawValue) \(inner))"
    }
  }

  @Test func readsAQuoteThatIsWrittenTwice() throws {
    let value = try Expression(parsing: "\"школа \"\"Заря\"\"\"").evaluate(in: NamedValues([:]))
    #expect(value == .text("школа \"Заря\""))
  }

  @Test(arguments: [
    String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60),
    String(repeating: "-", count: 60) + "1",
    "1" + String(repeating: " + 1", count: 60),
    String(repeating: "f(", count: 60) + "1" + String(repeating: ")", count: 60),
  ])
  func refusesWhatIsNestedTooDeep(source: String) throws {
    var limits = ExpressionLimits()
    limits.depth = 70
    #expect(throws: Never.self) { try Expression(parsing: source, limits: limits) }
    limits.depth = 50
    let error = #expect(throws: ExpressionError.self) {
      try Expression(parsing: source, limits: limits)
    }
    #expect(error?.code == .tooDeep)
  }

  @Test(arguments: ["(", "-", "not ", "f(", "1+", "a.", "\"a\" ", "1 and "])
  func survivesAnyRepetition(piece: String) throws {
    var limits = ExpressionLimits()
    limits.characters = 1_000_000
    let source = String(repeating: piece, count: 100_000)
    #expect(throws: ExpressionError.self) { try Expression(parsing: source, limits: limits) }
  }

  @Test func refusesWhatIsTooLong() throws {
    var limits = ExpressionLimits()
    limits.characters = 5
    #expect(throws: Never.self) { try Expression(parsing: "1 + 1", limits: limits) }
    let error = #expect(throws: ExpressionError.self) {
      try Expression(parsing: "1 + 10", limits: limits)
    }
    #expect(error?.code == .tooLong)
    #expect(error?.offset == 5)
    #expect(error?.expected == "5")
  }
}
