package import Wording

/// How much a finding matters, the most serious first.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Must be mended: the fields that it names are withheld from every sum until then.
  case error
  /// May be right: a school explains it, and the values count meanwhile.
  case warning
  /// Understood without asking: said so that a person can object.
  case notice

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  /// What a person reads: the same word everywhere.
  package func word(in language: Language) -> String {
    switch (self, language) {
    case (.error, .ru): "ошибка"
    case (.warning, .ru): "вопрос"
    case (.notice, .ru): "к сведению"
    case (.error, .en), (.warning, .en), (.notice, .en): rawValue
    }
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .notice: 2
    }
  }
}
