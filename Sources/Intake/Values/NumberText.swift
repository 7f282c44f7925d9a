import ExactNumbers

/// Reads numbers that people typed as text, with the words that the pack lets follow them.
struct NumberText {
  let words: TypedWords
  /// The unit of the field; nil where it has none.
  let unit: String?

  /// «12», «1 250», «12,5», «−3», «12 чел.» where the pack declares that word for the unit; nil for
  /// anything else, such as «2+5», «около 12» or «1 2».
  func number(in text: String) -> ExactNumber? {
    canonical(text).flatMap { ExactNumber($0) }
  }

  /// Whether it is a number as a person writes it, but of more digits than are held.
  func isTooLong(_ text: String) -> Bool {
    canonical(text).map { ExactNumber($0) == nil } ?? false
  }

  /// Whether it is a number with the sign «%» after it, whatever the field and the pack.
  static func isPercentage(_ text: String) -> Bool {
    let (number, rest) = parts(of: text)
    return rest == "%" && number != nil
  }

  private func canonical(_ text: String) -> String? {
    let (number, rest) = Self.parts(of: text)
    return rest.isEmpty || words.isWord(rest, of: unit) ? number : nil
  }

  /// The number that begins a text, in plain digits, and what stands after it.
  private static func parts(of text: String) -> (number: String?, rest: String) {
    var rest = trimmed(seen(text)).map { $0.isWhitespace ? " " : $0 }[...]
    var sign = ""
    if let first = rest.first, first == "-" || first == "−" {
      sign = "-"
      rest = rest.dropFirst()
    }
    let body = rest.prefix { $0.isASCIIDigit || $0 == " " || $0 == "," || $0 == "." }
    let number = ungrouped(trimmed(String(body))).map { sign + $0 }
    return (number, trimmed(String(rest.dropFirst(body.count))))
  }

  /// The digits of «1 250,5» as «1250.5»; nil when spaces stand anywhere but between groups of
  /// three, or when there is more than one decimal mark.
  private static func ungrouped(_ text: String) -> String? {
    let sides = text.replacing(",", with: ".").split(
      separator: ".", omittingEmptySubsequences: false)
    guard sides.count <= 2, let whole = sides.first, !whole.isEmpty else { return nil }
    let groups = whole.split(separator: " ", omittingEmptySubsequences: false)
    if groups.count > 1 {
      let tail = groups.dropFirst()
      guard let head = groups.first, (1...3).contains(head.count),
        tail.allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var digits = groups.joined()
    // «007» is a number too, which the strict parser does not take.
    digits = String(digits.drop { $0 == "0" })
    if digits.isEmpty { digits = "0" }
    guard sides.count == 2 else { return digits }
    guard !sides[1].isEmpty, !sides[1].contains(" ") else { return nil }
    return "\(digits).\(sides[1])"
  }

  /// Without characters that take no place: soft hyphens, zero-width and direction marks.
  static func seen(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
  }

  static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return String(slice)
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
