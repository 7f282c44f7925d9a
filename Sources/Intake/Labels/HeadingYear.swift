import ExactNumbers
import Monitoring

/// The year that the heading of a column names, and what is left of the heading without it.
enum HeadingYear {
  /// What a heading says: its text, or a year that was typed as a number.
  static func text(_ cell: GridCell) -> String? {
    if case .number(let number) = cell.content, let year = number.wholeValue,
      Period(year: year) != nil
    {
      return String(year)
    }
    return cell.text
  }

  /// «2021», «Значение за 2021 год», «2020/21 учебный год», «2020 год (справочно)»; nil where
  /// there is no year, a day, or several years.
  static func year(in text: String) -> Period? {
    // Most headings have no digit, and looking is quicker than cutting.
    guard text.utf8.contains(where: { (48...57).contains($0) }) else { return nil }
    let numbers = text.split { !$0.isASCIIDigit }
    guard (1...2).contains(numbers.count) else { return nil }
    return DateText.period(in: numbers.joined(separator: "/"))
  }

  /// The heading without its year and the words that go with one; nil where it names none, or
  /// nothing else.
  static func without(_ text: String) -> String? {
    guard year(in: text) != nil else { return nil }
    let rest = text.split(whereSeparator: \.isWhitespace).filter { piece in
      let word = piece.lowercased().filter(\.isLetter)
      return !piece.contains(where: \.isASCIIDigit) && !words.contains(word)
    }
    return rest.isEmpty ? nil : rest.joined(separator: " ")
  }

  private static let words: Set<String> = ["за", "год", "года", "году", "г", "учебный", "уч"]
}
