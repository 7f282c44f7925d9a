package import Expressions
import Monitoring

/// The words of a letter to a unit: the pack's `letter_…`, else the program's own.
///
/// The first paragraph of a text is the letter's subject. A paragraph that names something that this
/// letter has not (a deadline where none is set) is left out.
package struct LetterText: Sendable {
  /// What a letter is about; `letter_` and this is the name of its text in a pack.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case errors
    /// Several files came, and it is not known which of them counts.
    case undecided
    case questions
    case clean
    case returned
    /// A file came and was not taken as a form.
    case refused
    /// Something is wrong with the form, and its period is closed: nothing is asked for any more.
    case closed
    /// A reminder before the deadline and one after it: nothing was handed in.
    case due
    case missing
  }

  /// What the tags of the texts may name; `Vocabulary.letterNames` has them all.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    /// The post and name of the unit's head, in the dative.
    case head
    case unit
    case period
    case form
    /// The files that the letter is about.
    case file
    /// What has become of the form, in one sentence, and what to do about it.
    case verdict
    case action
    /// «25 января 2022 г.»; where forms are sent, «на адрес …».
    case deadline
    case formsTo = "forms_to"
    /// The gravest remarks, a line each, and how many more there are, in a sentence.
    case remarks
    case more
    /// What goes with the letter, a line each.
    case attachments
    /// Why the form was sent back.
    case reason
    case executor
    case organisation
  }

  private let paragraphs: [String]

  /// - Parameter texts: of a pack, by name.
  package init(_ kind: Kind, texts: [String: [String]]) {
    paragraphs = texts["letter_\(kind.rawValue)"] ?? Self.standard(kind)
  }

  /// - Parameter values: what the letter has; a name without a value has none.
  /// - Throws: `ExpressionError` for a text that cannot be read; those of a loaded pack all can.
  package func filled(
    _ values: [Name: String]
  ) throws(ExpressionError) -> (subject: String, body: String) {
    var known: [String: ExpressionValue] = [:]
    for name in Name.allCases {
      let text = values[name] ?? ""
      known[name.rawValue] = text.isEmpty ? .missing : .text(text)
    }
    var body: [String] = []
    for paragraph in paragraphs.dropFirst() {
      if let text = try Self.filled(paragraph, known) { body.append(text) }
    }
    let subject = try paragraphs.first.flatMap { (text) throws(ExpressionError) in
      try Self.filled(text, known)
    }
    return (subject ?? "", body.joined(separator: "\n\n") + "\n")
  }

  /// Nil for a paragraph that names something that is missing.
  private static func filled(
    _ paragraph: String, _ known: [String: ExpressionValue]
  ) throws(ExpressionError) -> String? {
    let template = try TextTemplate(parsing: paragraph)
    let named = template.expressions.flatMap(\.names)
    guard !named.contains(where: { known[$0.base] == ExpressionValue.missing }) else { return nil }
    return try template.fill(in: NamedValues(known))
  }
}
