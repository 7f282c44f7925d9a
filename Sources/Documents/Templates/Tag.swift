import Expressions

/// What stands between `{{` and `}}`, read.
struct Tag: Sendable {
  enum Kind: Sendable {
    case value(Expression)
    /// `for variable in path`
    case loop(variable: String, list: [String])
    case condition(Expression)
    /// `else`, or `else if` with its condition.
    case otherwise(Expression?)
    case end
    /// `block path`
    case block([String])
  }

  var kind: Kind
  var place: TemplatePlace
  var quote: String

  /// Whether it prints nothing itself.
  var isControl: Bool {
    switch kind {
    case .value, .block: false
    case .loop, .condition, .otherwise, .end: true
    }
  }

  /// Reads what was typed, in whatever way an office program has changed it.
  init(parsing typed: String, at place: TemplatePlace) throws(TemplateFault) {
    self.place = place
    quote = "{{" + typed + "}}"
    let text = String(
      typed.unicodeScalars.filter { !Self.invisible.contains($0) }.map(Character.init))
    let words = text.split(whereSeparator: \.isWhitespace)
    // Office programs begin a sentence with a capital: {{ For x in list }}.
    switch words.first?.lowercased() {
    case "for":
      guard words.count == 4, words[2].lowercased() == "in",
        let variable = Self.path(words[1]), variable.count == 1, let list = Self.path(words[3])
      else { throw TemplateFault(.badLoop, at: place, quote: quote) }
      kind = .loop(variable: variable[0], list: list)
    case "if":
      kind = .condition(try Self.expression(after: 1, in: text, at: place, quote: quote))
    case "else" where words.count == 1: kind = .otherwise(nil)
    case "else" where words[1].lowercased() == "if":
      kind = .otherwise(try Self.expression(after: 2, in: text, at: place, quote: quote))
    case "end" where words.count == 1: kind = .end
    case "block" where words.count == 2:
      guard let path = Self.path(words[1]) else {
        throw TemplateFault(.badExpression, at: place, quote: quote, found: String(words[1]))
      }
      kind = .block(path)
    case _: kind = .value(try Self.expression(after: 0, in: text, at: place, quote: quote))
    }
  }

  /// Soft hyphen, zero width spaces and joiners: nobody typed them into a tag on purpose.
  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]

  private static func expression(
    after count: Int, in text: String, at place: TemplatePlace, quote: String
  ) throws(TemplateFault) -> Expression {
    var rest = text[...].drop(while: \.isWhitespace)
    for _ in 0..<count {
      rest = rest.drop { !$0.isWhitespace }.drop(while: \.isWhitespace)
    }
    do throws(ExpressionError) {
      return try Expression(parsing: String(rest))
    } catch {
      throw TemplateFault(.badExpression, at: place, quote: quote, found: error.found)
    }
  }

  /// «report.parts» as its names; nil for anything else than a plain name.
  private static func path(_ text: Substring) -> [String]? {
    guard case .name(let path)? = (try? Expression(parsing: String(text)))?.syntax.kind else {
      return nil
    }
    return path
  }
}
