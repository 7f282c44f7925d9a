import Monitoring

/// Makes texts of a foreign workbook comparable: case, ё/е, spaces, dashes and punctuation make no
/// difference, nor do the marks of footnotes that the binding declares. Words stay apart («Table
/// 1.11» is not «Table 11.1»), and so do signs that mean something («до 25» is not «25+»).
struct ForeignText: Sendable {
  typealias Key = [UInt16]

  /// Signs that tell one label from another.
  private static let signs = Set("<>+≥≤%=±".utf16)
  private let marks: [[Character]]

  /// - Parameter footnotes: marks to leave out; "#" stands for up to three digits.
  init(footnotes: [String]) { marks = footnotes.map(Array.init).filter { !$0.isEmpty } }

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

  /// The period that a text names: «2021», «2020/21», «Table 6.3: …, 2017»; nil when it names none
  /// or several.
  func period(in text: String) -> Period? {
    let plain = withoutMarks(text)
    if let period = DateText.period(in: plain) { return period }
    let years = Set(
      plain.split { !$0.isASCIIDigit }.filter { $0.count == 4 }.compactMap { Period(String($0)) })
    return years.count == 1 ? years.first : nil
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
