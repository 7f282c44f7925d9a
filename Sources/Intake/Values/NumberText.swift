import ExactNumbers

/// Reads numbers that people typed as text, by declared readings only.
enum NumberText {
  /// Dashes that declare a field not applicable, as the form's instruction says.
  private static let dashes: Set<String> = ["-", "–", "—", "−"]

  /// Words that may follow a number, by the unit of the field.
  static let words: [String: Set<String>] = [
    "чел.": ["чел", "чел.", "человек", "человека"],
    "ед.": ["ед", "ед.", "единиц", "единица", "единицы", "шт", "шт."],
    "%": ["%", "процент", "процента", "процентов"],
  ]

  static func isDash(_ text: String) -> Bool { dashes.contains(trimmed(text)) }

  /// «12», «1 250», «12,5», «−3», «12 чел.» where `unit` is «чел.»; nil for anything else, such
  /// as «2+5», «около 12» or «1 2».
  static func number(in text: String, unit: String?) -> ExactNumber? {
    canonical(text, unit: unit).flatMap { ExactNumber($0) }
  }

  /// Whether it is a number as a person writes it, but of more digits than are held.
  static func isTooLong(_ text: String, unit: String?) -> Bool {
    canonical(text, unit: unit).map { ExactNumber($0) == nil } ?? false
  }

  private static func canonical(_ text: String, unit: String?) -> String? {
    var rest = trimmed(text).map { $0.isWhitespace ? " " : $0 }[...]
    var canonical = ""
    if let sign = rest.first, sign == "-" || sign == "−" {
      canonical = "-"
      rest = rest.dropFirst()
    }
    let body = rest.prefix { $0.isASCIIDigit || $0 == " " || $0 == "," || $0 == "." }
    let digits = trimmed(String(body))
    let after = trimmed(String(rest.dropFirst(body.count))).lowercased()
    guard after.isEmpty || isWord(after, of: unit) else { return nil }
    guard let plain = ungrouped(digits) else { return nil }
    canonical += plain
    return canonical
  }

  private static func isWord(_ text: String, of unit: String?) -> Bool {
    guard let unit, let words = words[unit] else { return false }
    return words.contains(text)
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
