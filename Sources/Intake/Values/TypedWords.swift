import Monitoring

/// The readings that a pack declares, ready to be looked up.
struct TypedWords: Sendable {
  /// What a word stands for in the place of a value.
  enum Meaning {
    case notApplicable
    case missing
    case zero
  }

  private let units: [String: Set<String>]
  private let meanings: [String: Meaning]
  /// Bytes of the longest word that stands for a value.
  private let longest: Int
  /// How much longer a text may be for its spaces: a sentence need not be made plain to be none.
  private static let spaces = 32
  private let answers: [String: Bool]
  /// What people are told to type where a field does not apply; nil where nothing is declared.
  let notApplicable: String?

  init(_ readings: Readings) {
    units = readings.units.mapValues { Set($0.map(Self.plain)) }
    var meanings: [String: Meaning] = [:]
    for word in readings.zero { meanings[Self.plain(word)] = .zero }
    for word in readings.missing { meanings[Self.plain(word)] = .missing }
    for word in readings.notApplicable { meanings[Self.plain(word)] = .notApplicable }
    self.meanings = meanings
    longest = meanings.keys.map(\.utf8.count).max() ?? 0
    var answers: [String: Bool] = [:]
    for word in readings.yes { answers[Self.plain(word)] = true }
    for word in readings.no { answers[Self.plain(word)] = false }
    self.answers = answers
    notApplicable = readings.notApplicable.first
  }

  func meaning(of text: String) -> Meaning? {
    text.utf8.count > longest + Self.spaces ? nil : meanings[Self.plain(text)]
  }

  func answer(_ text: String) -> Bool? { answers[Self.plain(text)] }

  /// Whether the word may follow a number of this unit.
  func isWord(_ text: String, of unit: String?) -> Bool {
    guard let unit, let words = units[unit] else { return false }
    return words.contains(Self.plain(text))
  }

  /// In lower case, without what is not seen, with single spaces between words.
  static func plain(_ text: String) -> String {
    NumberText.seen(text).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
