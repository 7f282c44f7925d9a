import ExactNumbers
import Expressions

/// What tags give in a scope, with faults instead of errors.
struct TagEvaluation {
  let scope: TemplateScope

  /// The text that a tag prints. No value is a fault: a silent blank must not be signed.
  func text(_ tag: Tag, _ expression: Expression) throws(TemplateFault) -> String {
    switch try value(tag, expression) {
    case .text(let text): return text
    case .number(let number): return number.russian
    case .missing: throw TemplateFault(.noValue, at: tag.place, quote: tag.quote)
    case .flag: throw wrongKind("flag", tag)
    case .list: throw wrongKind("list", tag)
    case .record: throw wrongKind("record", tag)
    }
  }

  /// Whether a condition holds: true, a list with elements, a text with characters. What is not
  /// known does not hold.
  func holds(_ tag: Tag, _ expression: Expression) throws(TemplateFault) -> Bool {
    switch try value(tag, expression) {
    case .flag(let flag): flag
    case .missing: false
    case .list(let list): !list.isEmpty
    case .text(let text): !text.isEmpty
    case .record: true
    case .number(let number): number.fraction.isZero == false
    }
  }

  func list(_ tag: Tag, _ path: [String]) throws(TemplateFault) -> [TemplateRecord] {
    switch scope.lookUp(path) {
    case .list(let list)?: return list
    case .missing?: return []
    case nil: throw unknown(path, tag)
    case .text?, .number?, .flag?, .record?, .block?:
      throw TemplateFault(
        .wrongKind, at: tag.place, quote: tag.quote, found: "value", expected: "list")
    }
  }

  /// Nil for a block that is known and has nothing to show.
  func block(_ tag: Tag, _ path: [String]) throws(TemplateFault) -> Block? {
    switch scope.lookUp(path) {
    case .block(let block)?: return block
    case .missing?: return nil
    case nil: throw unknown(path, tag)
    case .text?, .number?, .flag?, .record?, .list?:
      throw TemplateFault(
        .wrongKind, at: tag.place, quote: tag.quote, found: "value", expected: "block")
    }
  }

  private func wrongKind(_ found: String, _ tag: Tag) -> TemplateFault {
    TemplateFault(.wrongKind, at: tag.place, quote: tag.quote, found: found, expected: "text")
  }

  private func unknown(_ path: [String], _ tag: Tag) -> TemplateFault {
    TemplateFault(
      .unknownName, at: tag.place, quote: tag.quote, found: path.joined(separator: "."),
      suggestion: scope.suggestion(for: path))
  }

  private func value(
    _ tag: Tag, _ expression: Expression
  ) throws(TemplateFault) -> ExpressionValue {
    do throws(ExpressionError) {
      return try expression.evaluate(in: scope)
    } catch {
      throw fault(error, tag, expression)
    }
  }

  private func fault(
    _ error: ExpressionError, _ tag: Tag, _ expression: Expression
  ) -> TemplateFault {
    switch error.code {
    case .unknownName, .unknownMember:
      let path = expression.names.first { $0.range == error.range }?.path ?? [error.found]
      return unknown(path, tag)
    case .unknownFunction:
      let known =
        TemplateFunction.allCases.map(\.rawValue) + BuiltInFunction.allCases.map(\.rawValue)
      return TemplateFault(
        .unknownFunction, at: tag.place, quote: tag.quote, found: error.found,
        suggestion: Suggestion.nearest(to: error.found, among: known))
    case .wrongType:
      return TemplateFault(
        .wrongKind, at: tag.place, quote: tag.quote, found: error.found, expected: error.expected)
    case .wrongArgumentCount:
      return TemplateFault(
        .wrongKind, at: tag.place, quote: tag.quote, found: error.found,
        expected: error.expected)
    case .empty, .unexpectedCharacter, .unclosedText, .numberTooLong, .operandExpected,
      .operatorExpected, .nameExpected, .unclosedParenthesis, .chainedComparison, .tooLong,
      .tooDeep, .unclosedTag, .strayTagEnd,
      // The form notation is no notation of templates.
      .numberExpected, .titleExpected, .thenExpected, .repeatedPhrase, .unknownRow, .unknownColumn,
      .unknownSheet, .unknownForm, .sheetExpected, .severalCells, .reversedRange:
      return TemplateFault(.badExpression, at: tag.place, quote: tag.quote, found: error.found)
    }
  }
}
