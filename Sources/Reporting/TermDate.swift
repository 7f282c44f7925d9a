/// The last day of a worded term, for sorting: «до 1 октября 2022 года», «сентябрь 2022 года»,
/// «апрель – май 2022 года», «в течение 2022 года».
///
/// The last month that is named counts, and its last day where none is; a year without a month ends
/// with it. What names no year comes last.
struct TermDate: Comparable {
  private let key: [Int]

  init(_ term: String) {
    let words = term.lowercased().split { !$0.isLetter && !$0.isNumber }
    let year = words.compactMap { $0.count == 4 ? Int($0) : nil }.last ?? Int.max
    let months = words.enumerated().compactMap { position, word -> (month: Int, day: Int)? in
      guard let month = Self.stems.firstIndex(where: word.hasPrefix) else { return nil }
      let day = position > 0 ? Int(words[position - 1]) : nil
      return (month + 1, day ?? Self.lastDay)
    }
    key = [year, months.last?.month ?? Self.stems.count, months.last?.day ?? Self.lastDay]
  }

  static func < (a: TermDate, b: TermDate) -> Bool { a.key.lexicographicallyPrecedes(b.key) }

  private static let lastDay = 31
  /// Beginnings that the months have in every case; «март» stands before «ма».
  private static let stems = [
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр",
  ]
}
