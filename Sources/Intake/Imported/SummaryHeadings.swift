import ExactNumbers
import Monitoring
import Spreadsheets

/// What a column of a summary table holds.
struct SummaryColumn: Hashable {
  enum Role: Hashable {
    /// A percentage, or a count.
    case value
    case numerator
    case denominator
  }

  var indicator: Indicator
  var role: Role
}

/// The headings of a wide summary table: a row of indicators, below it perhaps one that says which
/// column is the numerator and which the denominator.
struct SummaryHeadings {
  /// The row of indicators; 0 where there is none.
  private(set) var row = 0
  /// The first row of values.
  private(set) var firstRow = 0
  private(set) var columns: [Int: SummaryColumn] = [:]
  /// Columns of one indicator and role, where there are several.
  private(set) var doubled: Set<Int> = []
  /// The texts of all headings of that row, by column.
  private(set) var texts: [Int: String] = [:]

  private let names: [Name]

  /// What an indicator may be called.
  private struct Name {
    var indicator: Indicator
    var label: String
    var titles: Set<Label.Word>

    init(_ indicator: Indicator) {
      self.indicator = indicator
      label = indicator.label
      titles = Set(
        [indicator.title, indicator.shortTitle].map { Label($0).tight }.filter { !$0.isEmpty })
    }
  }

  /// Takes the row that names the most indicators, the topmost of several.
  init(_ sheet: Grid, indicators: [Indicator]) {
    names = indicators.map(Name.init)
    var best = 0
    for row in Set(sheet.places.map(\.row)).sorted() {
      let found = named(in: row, of: sheet)
      guard found.count > best else { continue }
      best = found.count
      self.row = row
      columns = found
    }
    guard row > 0 else { return }
    let last = sheet.places.map(\.column).max() ?? 0
    for column in 1...max(1, last) {
      let place = CellAddress(row: row, column: column)
      texts[column] = sheet[sheet.anchor(of: place)]?.rawText
    }
    takeRoles(of: sheet, last: last)
    leaveDoubled()
  }

  private func named(in row: Int, of sheet: Grid) -> [Int: SummaryColumn] {
    var found: [Int: SummaryColumn] = [:]
    for place in sheet.places where place.row == row {
      guard let cell = sheet[place], let column = column(named: cell.rawText) else { continue }
      found[place.column] = column
    }
    return found
  }

  /// The row below says what a column of a merged heading is.
  private mutating func takeRoles(of sheet: Grid, last: Int) {
    firstRow = row + 1
    var roles: [Int: SummaryColumn.Role] = [:]
    for column in 1...max(1, last) {
      let below = CellAddress(row: row + 1, column: column)
      if let text = sheet[below]?.text, let role = Self.role(of: text) { roles[column] = role }
    }
    guard !roles.isEmpty else { return }
    firstRow = row + 2
    for (column, role) in roles {
      let anchor = sheet.anchor(of: CellAddress(row: row, column: column))
      guard anchor.row <= row, let named = columns[anchor.column] else { continue }
      columns[column] = SummaryColumn(indicator: named.indicator, role: role)
      texts[column] =
        "\(texts[anchor.column] ?? ""), \(sheet[CellAddress(row: row + 1, column: column)]?.rawText ?? "")"
    }
  }

  private mutating func leaveDoubled() {
    for (_, same) in Dictionary(grouping: columns, by: \.value) where same.count > 1 {
      for (column, _) in same {
        doubled.insert(column)
        columns[column] = nil
      }
    }
  }

  /// «3.3», «3.3, %», «3.3. Доля …», «Доля …», «3.3 числитель»; nil for anything else.
  private func column(named text: String) -> SummaryColumn? {
    let plain = NumberText.trimmed(NumberText.seen(text))
    for name in names {
      if name.titles.contains(Label(plain).tight) {
        return SummaryColumn(indicator: name.indicator, role: .value)
      }
      guard plain.hasPrefix(name.label) else { continue }
      let rest = plain.dropFirst(name.label.count)
      // «3.3» is not the beginning of «3.31», and «3.3.1» is another number.
      if let first = rest.first, first.isLetter || first.isASCIIDigit { continue }
      if rest.hasPrefix("."), rest.dropFirst().first?.isASCIIDigit ?? false { continue }
      let words = Label(String(rest)).tight
      if words.isEmpty || name.titles.contains(words) || Self.units.contains(words) {
        return SummaryColumn(indicator: name.indicator, role: .value)
      }
      if let role = Self.role(of: String(rest)) {
        return SummaryColumn(indicator: name.indicator, role: role)
      }
    }
    return nil
  }

  private static func role(of text: String) -> SummaryColumn.Role? {
    if NumberText.trimmed(text) == "%" { return .value }
    return roles[Label(text).tight]
  }

  private static let roles: [Label.Word: SummaryColumn.Role] = [
    Label("числитель").tight: .numerator, Label("знаменатель").tight: .denominator,
    Label("значение").tight: .value, Label("доля").tight: .value, Label("процент").tight: .value,
  ]

  private static let units = Set(
    ["ед", "чел", "процент", "процентов", "количество", "доля"].map { Label($0).tight })
}
