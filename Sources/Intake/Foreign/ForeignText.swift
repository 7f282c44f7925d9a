import Monitoring

/// Makes texts of a foreign workbook comparable: case, ё/е, spaces, dashes and punctuation make no
/// difference, nor do the marks of footnotes that the binding declares. Words stay apart («Table
/// 1.11» is not «Table 11.1»), and so do signs that mean something («до 25» is not «25+»).
struct ForeignText: Sendable {
  typealias Key = [UInt16]

  /// Signs that tell one label from another.
  private static let signs = Set("<>+≥≤%=±".utf16)
  private let marks: [[Character]]

  private let kind: PeriodKind

  /// - Parameter footnotes: marks to leave out; "#" stands for up to three digits.
  init(footnotes: [String], periods kind: PeriodKind) {
    marks = footnotes.map(Array.init).filter { !$0.isEmpty }
    self.kind = kind
  }

  /// Empty for a text without anything to compare.
  func key(_ text: String) -> Key {
    let plain = withoutMarks(text)
    let words = LabelWords.words(of: plain)
    let signs = plain.utf16.filter(Self.signs.contains)
    let key = Key(words.joined(separator: [32])) + (signs.isEmpty ? [] : [0] + signs)
    return key.isEmpty ? Key(NumberText.trimmed(plain).utf16) : key
  }

  /// Whether the words of `part` stand one after another in `text`.
  func has(_ part: String, in text: String) -> Bool {
    let part = LabelWords.words(of: withoutMarks(part))
    let words = LabelWords.words(of: withoutMarks(text))
    guard !part.isEmpty, part.count <= words.count else { return false }
    return (0...(words.count - part.count)).contains { start in
      words[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// The period that a text names: «2021», «Table 6.3: …, 2017», «31.12.2021»; nil when it names
  /// none or several. «2020/21» is the school year that ends in 2021, and no calendar year.
  func period(in text: String) -> Period? {
    let plain = withoutMarks(text)
    if let day = DateText.day(in: plain) { return Period(String(day.prefix(4))) }
    var years: Set<Int> = []
    var numbers = Self.numbers(in: plain)[...]
    while let number = numbers.popFirst() {
      guard number.digits.count == 4, let year = Int(number.digits), Period.years.contains(year)
      else { continue }
      guard let next = numbers.first, next.isJoined else {
        years.insert(year)
        continue
      }
      let isSchoolYear = [year + 1, (year + 1) % 100].contains(Int(next.digits))
      guard isSchoolYear, kind == .schoolYear else { return nil }
      years.insert(year + 1)
      numbers = numbers.dropFirst()
    }
    return years.count == 1 ? years.first.flatMap(Period.init(year:)) : nil
  }

  /// The runs of digits, and whether a slash or a dash alone joins each to the one before.
  private static func numbers(in text: String) -> [(digits: String, isJoined: Bool)] {
    var numbers: [(digits: String, isJoined: Bool)] = []
    var between = ""
    var rest = text[...]
    while let first = rest.first {
      let digits = rest.prefix(while: \.isASCIIDigit)
      if digits.isEmpty {
        if !first.isWhitespace { between.append(first) }
        rest = rest.dropFirst()
      } else {
        let isJoined = !numbers.isEmpty && ["/", "-", "–", "—"].contains(between)
        numbers.append((String(digits), isJoined))
        between = ""
        rest = rest.dropFirst(digits.count)
      }
    }
    return numbers
  }

  private func withoutMarks(_ text: String) -> String {
    guard !marks.isEmpty else { return text }
    let characters = Array(text)
    var plain = ""
    var index = 0
    while index < characters.count {
      if let length = marks.lazy.compactMap({ self.length(of: $0, in: characters[index...]) }).first
      {
        plain.append(" ")
        index += length
      } else {
        plain.append(characters[index])
        index += 1
      }
    }
    return plain
  }

  /// How many characters the mark takes at the beginning of `text`; nil when it is not there.
  private func length(of mark: [Character], in text: ArraySlice<Character>) -> Int? {
    var rest = text
    for sign in mark {
      if sign == "#" {
        let digits = rest.prefix(3).prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
      } else {
        guard rest.first == sign else { return nil }
        rest = rest.dropFirst()
      }
    }
    return text.count - rest.count
  }
}
