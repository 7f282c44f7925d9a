import ExactNumbers
import Expressions
import Testing

/// `a` is 3, `b` 4, `half` 0.5, `none` is missing, `yes` and `no` are flags, `word` is "слово".
private let values = NamedValues([
  "a": .whole(3), "b": .whole(4), "half": .exact(ExactNumber("0.5") ?? 0), "none": .missing,
  "yes": .flag(true), "no": .flag(false), "word": .text("слово"),
  "column": .list([.whole(5), .whole(2), .whole(5)]), "empty": .list([]),
  "gappy": .list([.whole(5), .missing, .whole(0)]),
  "row": .record(["title": .text("Химия"), "subject": .record(["dative": .text("химии")])]),
])

private func evaluated(_ source: String) throws -> ExpressionValue {
  try Expression(parsing: source).evaluate(in: values)
}

@Suite("Evaluating expressions")
struct EvaluationTests {
  @Test(arguments: [
    ("a = 3", true), ("a = 4", false), ("a <> b", true), ("a <> 3", false), ("a ≠ b", true),
    ("a < b", true), ("b < a", false), ("a < a", false), ("a <= a", true), ("b <= a", false),
    ("a ≤ b", true), ("b > a", true), ("a > a", false), ("a >= a", true), ("a ≥ b", false),
    ("yes and yes", true), ("yes and no", false), ("no or yes", true), ("no or no", false),
    ("not no", true), ("not yes", false), ("yes и не no", true), ("no или yes", true),
    ("word = \"слово\"", true), ("word = «дело»", false), ("word <> “дело”", true),
    ("yes = true", true), ("yes <> true", false), ("no = false", true),
  ])
  func decidesConditions(source: String, expected: Bool) throws {
    #expect(try evaluated(source) == .flag(expected))
  }

  @Test(arguments: [
    ("a + b", "7"), ("a - b", "-1"), ("a − b", "-1"), ("a * b", "12"), ("a × b", "12"),
    ("a / b", "3/4"), ("-a + b", "1"), ("- -a", "3"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"),
    ("10 - 4 - 3", "3"), ("24 / 4 / 2", "3"), ("1 / 3 * 3", "1"), ("0.1 + 0.2", "3/10"),
    ("a * half", "3/2"), ("185.76 + 14.29", "4001/20"),
    ("999999999999999999 * 1000", "999999999999999999000"),
    ("abs(a - b)", "1"), ("abs(b - a)", "1"), ("abs(-1/3)", "1/3"),
    ("min(a, b)", "3"), ("max(a, b, 2)", "4"), ("min(column)", "2"), ("max(column)", "5"),
    ("sum(a, b)", "7"), ("sum(column)", "12"), ("sum(empty)", "0"), ("count(column)", "3"),
    ("count(gappy)", "2"), ("count(empty)", "0"), ("distinct(column)", "2"),
    ("distinct(gappy)", "2"),
  ])
  func reckonsExactly(source: String, expected: String) throws {
    #expect(try evaluated(source).number?.fraction == Fraction(expected))
  }

  @Test(arguments: [
    "none", "none + 1", "1 - none", "none * 0", "none / 2", "-none", "none = none", "none <> 1",
    "a < none", "none <= a", "none > a", "a >= none", "not (none = 1)", "yes and none = 1",
    "none = 1 and yes", "no or none = 1", "none = 1 or no", "abs(none)", "min(a, none)",
    "max(none)", "sum(gappy)", "min(gappy)", "max(gappy)", "min(empty)", "max(empty)",
    "agrees(none, a, b)", "agrees(75, none, b)", "agrees(75, a, none)", "a / 0", "agrees(0, a, 0)",
    "none.title",
  ])
  func staysMissingWhenAnOperandIs(source: String) throws {
    #expect(try evaluated(source) == .missing)
  }

  @Test(arguments: [
    ("no and none = 1", false), ("none = 1 and no", false), ("yes or none = 1", true),
    ("none = 1 or yes", true),
  ])
  func isDecidedByOneSideDespiteAMissingOne(source: String, expected: Bool) throws {
    #expect(try evaluated(source) == .flag(expected))
  }

  @Test(arguments: [
    // 14 of 37 is 37.8378…
    ("agrees(37.8, 14, 37)", true), ("agrees(37.84, 14, 37)", true), ("agrees(38, 14, 37)", true),
    ("agrees(37.9, 14, 37)", false), ("agrees(37.83, 14, 37)", false),
    ("agrees(37, 14, 37)", false),
    // 3 of 8 is 37.5: both roundings of a half are right.
    ("agrees(37, 3, 8)", true), ("agrees(38, 3, 8)", true), ("agrees(37.5, 3, 8)", true),
    ("agrees(37.50, 3, 8)", true), ("agrees(37.49, 3, 8)", false), ("agrees(36, 3, 8)", false),
    ("agrees(100, 5, 5)", true), ("agrees(0, 0, 5)", true), ("agrees(0.375, 3, 8)", false),
    // A ratio has no last digit: it must be equal.
    ("agrees(75 / 2, 3, 8)", true), ("agrees(100 / 3, 1, 3)", true),
    ("agrees(99 / 4, 1, 4)", false),
  ])
  func comparesATypedPercentageToHalfOfItsLastDigit(source: String, expected: Bool) throws {
    #expect(try evaluated(source) == .flag(expected))
  }

  @Test func keepsTheDecimalsThatANumberWasWrittenWith() throws {
    #expect(try evaluated("37.50").exactNumber?.decimals == 2)
    #expect(try evaluated("6 / 3").exactNumber?.description == "2")
  }

  @Test func findsMembersOfRecords() throws {
    #expect(try evaluated("row.title") == .text("Химия"))
    #expect(try evaluated("row.subject.dative") == .text("химии"))
  }

  @Test(arguments: [
    ("a + unknown", ExpressionError.Code.unknownName, 4), ("unknown.title", .unknownName, 0),
    ("row.name", .unknownMember, 0), ("1 + missing(a)", .unknownFunction, 4),
    ("abs(a, b)", .wrongArgumentCount, 0), ("agrees(a, b)", .wrongArgumentCount, 0),
    ("a + word", .wrongType, 4), ("yes + 1", .wrongType, 0), ("a and yes", .wrongType, 0),
    ("not a", .wrongType, 4), ("a = word", .wrongType, 4), ("word < word", .wrongType, 0),
    ("a = yes", .wrongType, 4), ("-word", .wrongType, 1), ("1 < column", .wrongType, 4),
    ("column = column", .wrongType, 0), ("max(word, a)", .wrongType, 0),
    ("no and word", .wrongType, -1),
  ])
  func refusesWhatCannotBeEvaluated(
    source: String, code: ExpressionError.Code, offset: Int
  ) throws {
    let expression = try Expression(parsing: source)
    guard offset >= 0 else {
      // Decided by its first side, the second is never looked at.
      #expect(try expression.evaluate(in: values) == .flag(false))
      return
    }
    let error = #expect(throws: ExpressionError.self) { try expression.evaluate(in: values) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }

  /// Last year's form: `previous(…)` evaluates there.
  private struct TwoYears: ExpressionEnvironment {
    var now: NamedValues
    var before: NamedValues

    func value(of name: String) -> ExpressionValue? { now.value(of: name) }

    func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
      guard call.name == "previous" else { return nil }
      try call.expect(1...1)
      return try call.arguments[0].value(in: before)
    }
  }

  @Test func evaluatesAnArgumentInAnotherYear() throws {
    let years = TwoYears(
      now: NamedValues(["staff": .whole(20)]), before: NamedValues(["staff": .whole(16)]))
    let changed = try Expression(
      parsing: "abs(staff - previous(staff)) * 100 > 15 * previous(staff)")
    #expect(try changed.evaluate(in: years) == .flag(true))
    let more = try Expression(parsing: "previous(staff + 1)")
    #expect(try more.evaluate(in: years).number?.fraction == 17)
    let wrong = try Expression(parsing: "previous()")
    #expect(throws: ExpressionError.self) { try wrong.evaluate(in: years) }
  }

  @Test func listsNamesAndCallsInTheOrderOfTheSource() throws {
    let expression = try Expression(parsing: "b + previous(a) = row.title")
    #expect(expression.names.map(\.path) == [["b"], ["a"], ["row", "title"]])
    #expect(expression.names.map(\.range) == [0..<1, 13..<14, 18..<27])
    #expect(expression.calls.map(\.function) == ["previous"])
    #expect(expression.calls.map(\.argumentCount) == [1])
  }
}
