/// What is wrong with an expression, and where: found when it is parsed or when it is evaluated.
package struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// Nothing stands where an expression should.
    case empty
    /// `found` starts nothing of the language.
    case unexpectedCharacter
    /// A quote without its pair.
    case unclosedText
    /// A number of more than 18 digits.
    case numberTooLong
    /// `found` (empty: the end) stands where a number, a text, a name or a parenthesis should.
    case operandExpected
    /// `found` (empty: the end) stands where an operator or the end should.
    case operatorExpected
    /// `found` (empty: the end) stands after a point, where a name should.
    case nameExpected
    /// A parenthesis without its pair.
    case unclosedParenthesis
    /// `a < b < c`: two comparisons in a row need `and` between them.
    case chainedComparison
    /// Longer than `expected` characters.
    case tooLong
    /// Nested deeper than `expected` levels.
    case tooDeep
    /// `{{` without `}}`.
    case unclosedTag
    /// `}}` without `{{`.
    case strayTagEnd

    /// After «стр.», «гр.» or «с точностью до» something else (`found`) stands than a number.
    case numberExpected
    /// After «лист» or «форма» something else (`found`) stands than its name.
    case titleExpected
    /// «если» without «то».
    case thenExpected
    /// A second «если», «по всем …» or «с точностью до …» (`found`).
    case repeatedPhrase

    /// The form has no such row (`found`); `expected` is the nearest, or empty. So with the others.
    case unknownRow
    case unknownColumn
    case unknownSheet
    case unknownForm
    /// It is not said which sheet `found` is on.
    case sheetExpected
    /// `found` names several cells where one is needed.
    case severalCells
    /// «стр.05…стр.02»: the last stands before the first.
    case reversedRange

    /// The environment knows no such name (`found`).
    case unknownName
    /// The record has no such member (`found`).
    case unknownMember
    /// Neither the environment nor the language knows such a function (`found`).
    case unknownFunction
    /// The function `found` takes another number of arguments: `expected`.
    case wrongArgumentCount
    /// A value of one kind (`found`) stands where another (`expected`) is needed; both are raw
    /// values of `ExpressionValue.Kind`.
    case wrongType
  }

  package var code: Code
  /// The characters that are wrong, counted from 0 in the text that was parsed; empty at its end.
  package var range: Range<Int>
  /// What stands there.
  package var found: String
  /// What should, where that can be said.
  package var expected: String

  package init(_ code: Code, at range: Range<Int>, found: String = "", expected: String = "") {
    self.code = code
    self.range = range
    self.found = found
    self.expected = expected
  }

  /// The first wrong character, counted from 0.
  package var offset: Int { range.lowerBound }

  /// The same error in a text that begins `count` characters earlier.
  func shifted(by count: Int) -> ExpressionError {
    var error = self
    error.range = range.lowerBound + count..<range.upperBound + count
    return error
  }

  /// In English, for logs; what people read is worded by the caller from the parts.
  package var description: String {
    let place = "character \(offset + 1)"
    return switch code {
    case .empty: "\(place): nothing stands here"
    case .unexpectedCharacter: "\(place): \(found) means nothing here"
    case .unclosedText: "\(place): a quote without its pair"
    case .numberTooLong: "\(place): \(found) has more than 18 digits"
    case .operandExpected: "\(place): a number, a text or a name should stand here"
    case .operatorExpected: "\(place): an operator or the end should stand here, not \(found)"
    case .nameExpected: "\(place): a name should stand after the point"
    case .unclosedParenthesis: "\(place): a parenthesis without its pair"
    case .chainedComparison: "\(place): two comparisons in a row need `and` between them"
    case .tooLong: "\(place): longer than the limit of \(expected) characters"
    case .tooDeep: "\(place): nested deeper than the limit of \(expected) levels"
    case .unclosedTag: "\(place): {{ without }}"
    case .strayTagEnd: "\(place): }} without {{"
    case .numberExpected: "\(place): a number should stand here, not \(found)"
    case .titleExpected: "\(place): the name of a sheet or form should stand here, not \(found)"
    case .thenExpected: "\(place): «если» without «то»"
    case .repeatedPhrase: "\(place): a second \(found)"
    case .unknownRow: "\(place): unknown row \(found)"
    case .unknownColumn: "\(place): unknown column \(found)"
    case .unknownSheet: "\(place): unknown sheet \(found)"
    case .unknownForm: "\(place): unknown form \(found)"
    case .sheetExpected: "\(place): on which sheet is \(found)?"
    case .severalCells: "\(place): \(found) names several cells"
    case .reversedRange: "\(place): \(found) runs backwards"
    case .unknownName: "\(place): unknown name \(found)"
    case .unknownMember: "\(place): no member \(found) here"
    case .unknownFunction: "\(place): unknown function \(found)"
    case .wrongArgumentCount: "\(place): \(found) takes \(expected) arguments"
    case .wrongType: "\(place): \(found) stands where \(expected) is needed"
    }
  }
}
