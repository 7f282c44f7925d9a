/// One thing in a template that cannot be filled, and where it stands.
package struct TemplateFault: Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable {
    /// `{{` without `}}`.
    case openTag
    /// What stands in the braces is no tag.
    case badTag
    /// An expression that cannot be read.
    case badExpression
    /// `for` or `if` without `end`, or the reverse.
    case unpaired
    /// A tag where it cannot act: a block within a line, a loop that begins in one cell and ends
    /// outside of the table.
    case badPlace
    /// A name that the data do not have.
    case unknownName
    /// A name whose value is of another kind than the tag needs.
    case wrongKind
    /// A name that is known and has no value here.
    case noValue
  }

  package var code: Code
  /// «Таблица 2, строка 3, графа 1» in English words: "table 2, row 3, cell 1", "paragraph 12
  /// below «Кадры»", "header of page style Standard".
  package var place: String
  /// The tag as it was typed, cut where it is long.
  package var quote: String
  /// What is wrong. Holds names of the template, never values of the data.
  package var message: String
  /// The known name that was probably meant.
  package var suggestion: String?

  package init(
    _ code: Code, place: String, quote: String, message: String, suggestion: String? = nil
  ) {
    self.code = code
    self.place = place
    self.quote = quote
    self.message = message
    self.suggestion = suggestion
  }

  package var description: String {
    let hint = suggestion.map { "; did you mean \($0)?" } ?? ""
    return "\(place): \(quote): \(message)\(hint)"
  }
}
