import Expressions
import Monitoring

extension RuleReferences {
  func fields(
    _ span: FormReference.Span, of section: FormSection, orElse code: ExpressionError.Code
  ) throws(ExpressionError) -> [String] {
    let fields = section.fields.filter { !$0.kind.isIdentity }
    return try all(of: span, in: fields.map { ($0.number, $0.label, $0.code.rawValue) }, code)
  }

  func members(
    _ span: FormReference.Span, of dimension: ClassifierCode
  ) throws(ExpressionError) -> [String] {
    let members = classifiers.first { $0.code == dimension }?.members ?? []
    let areNumbered = members.contains { $0.properties["number"] != nil }
    return try all(
      of: span,
      in: members.enumerated().map { place, member in
        (
          areNumbered ? member.properties["number"] : String(place + 1), member.title,
          member.code.rawValue
        )
      }, .unknownRow)
  }

  private typealias Numbered = (number: String?, title: String, code: String)

  /// The codes from the first to the last of a span, in the order of the form.
  private func all(
    of span: FormReference.Span, in items: [Numbered], _ code: ExpressionError.Code
  ) throws(ExpressionError) -> [String] {
    let first = try index(of: span.first, in: items, code)
    guard let last = span.last else { return [items[first].code] }
    let end = try index(of: last, in: items, code)
    guard first <= end else { throw last.error(.reversedRange) }
    return items[first...end].map(\.code)
  }

  private func index(
    of part: FormReference.Part, in items: [Numbered], _ code: ExpressionError.Code
  ) throws(ExpressionError) -> Int {
    let number = part.text.plainNumber
    let title = part.text.folded
    if let index = items.firstIndex(where: { $0.number?.plainNumber == number })
      ?? items.firstIndex(where: { $0.title.folded == title })
    {
      return index
    }
    throw part.error(code, nearest: nearest(to: part.text, in: items))
  }

  /// The number next to one that is not there, or a title like the one that is not.
  private func nearest(to text: String, in items: [Numbered]) -> String? {
    guard let number = Int(text) else {
      return Suggestion.nearest(to: text, among: items.map(\.title))
    }
    let known = items.compactMap(\.number).filter { Int($0) != nil }
    return known.min { abs((Int($0) ?? 0) - number) < abs((Int($1) ?? 0) - number) }
  }
}

extension String {
  /// "03" as "3".
  var plainNumber: String {
    let digits = folded.drop { $0 == "0" }
    return digits.first?.isNumber == true ? String(digits) : folded
  }

  /// Without regard to case, ё/е and spaces.
  var folded: String {
    lowercased().replacing("ё", with: "е").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
