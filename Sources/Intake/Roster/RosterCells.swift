import Expressions
import Monitoring
import Spreadsheets
import Wording

/// What one cell of a roster says to a condition.
enum RosterCell: Equatable {
  case given(ExpressionValue)
  case missing
  /// Something that is no value of the column.
  case unreadable

  var value: ExpressionValue {
    switch self {
    case .given(let value): value
    case .missing, .unreadable: .missing
    }
  }
}

/// Reads the cells of a roster by the kinds of its columns.
struct RosterCells: Sendable {
  /// Years that a date of a roster may be of. A year of two digits is taken as 20…, and so a birth
  /// in 1985 typed «85» lies in the future and is asked for.
  private static let years = 1900...2100

  private let values: ValueReader
  private let words: TypedWords

  init(classifiers: [Classifier], readings: Readings) {
    values = ValueReader(classifiers: classifiers, readings: readings)
    words = TypedWords(readings)
  }

  func read(_ cell: GridCell?, as column: RosterColumn) -> RosterCell {
    guard let cell, !cell.isBlank else {
      return column.isBlankNo && column.kind == .yesNo ? .given(.flag(false)) : .missing
    }
    switch column.kind {
    case .text: return plain(cell, .text)
    case .number: return plain(cell, .number)
    case .yesNo: return plain(cell, .yesNo)
    case .date: return date(cell)
    case .choice(let dictionary): return choice(cell, of: dictionary, column)
    }
  }

  private func plain(_ cell: GridCell, _ kind: FormField.Kind) -> RosterCell {
    switch values.read(cell, as: FormField(code: "", label: "", kind: kind)).state {
    case .given(let value), .withheld(let value): .given(ExpressionValue(value))
    case .missing, .notApplicable: .missing
    case .unreadable: .unreadable
    }
  }

  private func date(_ cell: GridCell) -> RosterCell {
    let text: String? =
      switch cell.content {
      case .date(let day): day
      case .text(let text): DateText.day(in: text, years: Self.years)
      case .empty, .number, .flag, .error, .noResult, .lost: nil
      }
    if let date = text.flatMap({ CalendarDate(iso: $0) }) { return .given(.date(date)) }
    if case .text(let text) = cell.content, words.meaning(of: text) != nil { return .missing }
    return .unreadable
  }

  private func choice(
    _ cell: GridCell, of dictionary: ClassifierCode, _ column: RosterColumn
  ) -> RosterCell {
    guard case .text(let text) = cell.content, !column.separators.isEmpty else {
      let read = plain(cell, .choice(dictionary))
      // No member has this code.
      return read == .unreadable && column.allowsOthers ? .given(.text("")) : read
    }
    var chosen: [ExpressionValue] = []
    for piece in text.split(whereSeparator: column.separators.contains) {
      let one = GridCell(.text(String(piece)), rawText: "")
      switch plain(one, .choice(dictionary)) {
      case .given(let value): if !chosen.contains(value) { chosen.append(value) }
      case .missing: break
      case .unreadable: if !column.allowsOthers { return .unreadable }
      }
    }
    return chosen.isEmpty && !column.allowsOthers ? .missing : .given(.list(chosen))
  }
}
