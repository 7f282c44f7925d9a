package import Wording

/// One thing in a template that cannot be filled, and where it stands.
package struct TemplateFault: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, CaseIterable {
    /// `{{` without `}}`, or the reverse.
    case openTag
    /// An expression that cannot be read. `found` is what cannot.
    case badExpression
    /// `for` that is not `for name in list`.
    case badLoop
    /// `for` or `if` without `end`, or `end` or `else` without them.
    case unpaired
    /// A loop or condition whose ends stand in places that hold no whole part of the document, or
    /// in paragraphs with other text.
    case badScope
    /// `block` in a line with other text, in a list, or in a header.
    case badBlock
    /// A name that the data do not have (`found`).
    case unknownName
    /// A function that tags do not have (`found`).
    case unknownFunction
    /// A value of one kind (`found`) where another (`expected`) is needed.
    case wrongKind
    /// A name that is known and has no value here.
    case noValue
    /// A tag that a frame must have (`expected`) is not there.
    case missingTag
  }

  package var code: Code
  package var place: TemplatePlace
  /// The tag as it was typed, cut where it is long.
  package var quote: String
  /// Names and kinds, never values of the data.
  package var found: String
  package var expected: String
  /// The known name that was probably meant.
  package var suggestion: String?

  package init(
    _ code: Code, at place: TemplatePlace, quote: String, found: String = "",
    expected: String = "", suggestion: String? = nil
  ) {
    self.code = code
    self.place = place
    self.quote = quote.count > 60 ? quote.prefix(59) + "…" : quote
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }

  /// Place, tag, what is wrong and what was probably meant, in one line.
  package func text(in language: Language) -> String {
    var text = "\(place.text(in: language)): \(quote): "
    switch language {
    case .ru: text += russian
    case .en: text += english
    }
    if let suggestion {
      switch language {
      case .ru: text += "; возможно, имелось в виду \(suggestion)"
      case .en: text += "; did you mean \(suggestion)?"
      }
    }
    return text
  }

  package var description: String { text(in: .en) }

  private var english: String {
    switch code {
    case .openTag: "the braces have no pair in this paragraph"
    case .badExpression: found.isEmpty ? "this cannot be read" : "\(found) cannot be read here"
    case .badLoop: "a loop is written {{ for name in list }}"
    case .unpaired: "for and if need an end, and else and end need one of them"
    case .badScope:
      "the beginning and the end must stand in one line, in one table row, or alone in paragraphs"
        + " of the same part"
    case .badBlock: "a block stands alone in a paragraph of the text"
    case .unknownName: "the data have no \(found)"
    case .unknownFunction: "there is no function \(found)"
    case .wrongKind: "this is a \(found), and a \(expected) is needed"
    case .noValue: "there is no value; ask with {{ if }} before printing it"
    case .missingTag: "the frame has no \(expected)"
    }
  }

  private var russian: String {
    switch code {
    case .openTag: "у скобок нет пары в этом абзаце"
    case .badExpression:
      found.isEmpty ? "не удаётся прочитать" : "непонятно, что здесь значит \(found)"
    case .badLoop: "цикл записывается так: {{ for имя in список }}"
    case .unpaired: "for и if закрываются тегом end, а else и end без них не стоят"
    case .badScope:
      "начало и конец должны стоять в одной строке текста, в одной строке таблицы или каждое"
        + " отдельным абзацем одной и той же части"
    case .badBlock: "block стоит в тексте один в своём абзаце"
    case .unknownName: "в данных нет \(found)"
    case .unknownFunction: "нет функции \(found)"
    case .wrongKind: "это \(found), а нужно \(expected)"
    case .noValue: "значения нет; прежде чем печатать, спросите {{ if }}"
    case .missingTag: "в рамке нет \(expected)"
    }
  }
}
