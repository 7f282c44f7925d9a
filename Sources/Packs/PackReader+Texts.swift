import Expressions
import Monitoring
import Yams

extension PackReader {
  /// What a text or a condition may name.
  struct Words {
    var names: [String]
    /// Names with a member: `row.title`.
    var members: [String] = []
    var functions: [FunctionSignature]

    static let occasion = Words(
      names: Vocabulary.occasionNames, functions: Vocabulary.textFunctions)
    /// The fixed paragraphs of a pack, of which some word what several indicators share.
    static let paragraph = Words(
      names: Vocabulary.occasionNames + Vocabulary.paragraphNames,
      functions: Vocabulary.textFunctions)
    /// Letters to units, `letter_errors` and its like: they have no functions.
    static let letter = Words(names: Vocabulary.letterNames, functions: [])
    static let term = Words(names: Vocabulary.termNames, functions: Vocabulary.textFunctions)
  }

  /// A text with tags that a record must have; nil when it is missing or wrong.
  func template(
    _ key: String, in record: Record, words: Words, tags: TagReader = TagReader()
  ) -> TextTemplate? {
    record.needed(key).flatMap { template(of: $0, words: words, tags: tags) }
  }

  /// One text with tags; nil when it is wrong.
  func template(
    of entry: Entry, words: Words, tags: TagReader = TagReader()
  ) -> TextTemplate? {
    guard let source = entry.text else {
      faults.add(.wrongShape(needed: .text), at: entry.place)
      return nil
    }
    do {
      let template = try TextTemplate(parsing: source, tags: tags.read)
      for tag in template.tags {
        check(tag.expression, words: words) { entry.place(ofCharacter: tag.offset + $0) }
      }
      return template
    } catch {
      add(error, at: entry)
      return nil
    }
  }

  /// Notes what is wrong with the text of an entry, at its character.
  func add(_ error: ExpressionError, at entry: Entry) {
    faults.add(
      .badExpression(error), at: entry.place(ofCharacter: error.offset), meant: error.meant)
  }

  /// Reads the tags of a text: in the notation with names, or in that of forms.
  struct TagReader {
    var references: RuleReferences?

    func read(_ tag: String) throws(ExpressionError) -> Expression {
      guard let references else { return try Expression(parsing: tag) }
      return try Expression(parsingFormNotation: tag, references: references)
    }
  }

  /// Notes every name and call that is not known. `place` gives that of a character.
  func check(_ expression: Expression, words: Words, place: (Int) -> Place) {
    for name in expression.names {
      let written = name.path.joined(separator: ".")
      let known = words.names + words.members
      guard !known.contains(written) else { continue }
      faults.add(
        .unknown(.name, written), at: place(name.range.lowerBound),
        meant: words.members.first { $0.hasPrefix("\(written).") }
          ?? Suggestion.nearest(to: written, among: known))
    }
    for call in expression.calls {
      let known = words.functions + BuiltInFunction.allCases.map(\.signature)
      guard let signature = known.first(where: { $0.name == call.function }) else {
        faults.add(
          .unknown(.function, call.function), at: place(call.range.lowerBound),
          meant: Suggestion.nearest(to: call.function, among: known.map(\.name)))
        continue
      }
      if !signature.arguments.contains(call.argumentCount) {
        faults.add(
          .wrongArgumentCount(function: call.function, needed: signature.countText),
          at: place(call.range.lowerBound))
      }
    }
  }
}

extension ExpressionError {
  /// What was probably meant; nil when nothing is near, or nothing can be.
  var meant: String? {
    switch code {
    case .unknownRow, .unknownColumn, .unknownSheet, .unknownForm:
      expected.isEmpty ? nil : expected
    case .empty, .unexpectedCharacter, .unclosedText, .numberTooLong, .operandExpected,
      .operatorExpected, .nameExpected, .unclosedParenthesis, .chainedComparison, .tooLong,
      .tooDeep, .unclosedTag, .strayTagEnd, .numberExpected, .titleExpected, .thenExpected,
      .repeatedPhrase, .sheetExpected, .severalCells, .reversedRange, .unknownName,
      .unknownMember, .unknownFunction, .wrongArgumentCount, .wrongType:
      nil
    }
  }
}
