import Findings

/// A cell as protocols print it and people type it: «Кадры!C14», «'Кадры'!$C$14», «кадры!с14».
struct CellName {
  /// Russian letters that look like those of columns.
  private static let alike: [Character: Character] = [
    "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K", "М": "M", "О": "O", "Р": "P",
    "Т": "T", "Х": "X", "У": "Y",
  ]

  /// In lower case; nil for a cell without a sheet, which is of any.
  private let sheet: String?
  private let cell: String

  init(_ text: String) {
    let plain = text.trimmingPrefix { $0.isWhitespace }
    if let mark = plain.lastIndex(of: "!") {
      sheet = Self.sheet(String(plain[..<mark]))
      cell = Self.cell(plain[plain.index(after: mark)...])
    } else {
      sheet = nil
      cell = Self.cell(plain)
    }
  }

  /// Whether it reads as a cell: up to three letters of a column, then the number of a row.
  var isAddress: Bool {
    let column = cell.prefix { ("A"..."Z").contains($0) }
    let row = cell.dropFirst(column.count)
    return (1...3).contains(column.count) && (1...7).contains(row.count)
      && row.allSatisfy { ("0"..."9").contains($0) }
  }

  func names(_ origin: Origin) -> Bool {
    guard !origin.cell.isEmpty, origin.cell == cell else { return false }
    return sheet.map { $0 == Self.sheet(origin.sheet) } ?? true
  }

  private static func sheet(_ text: String) -> String {
    var name = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if name.count > 1, name.first == "'", name.last == "'" {
      name = String(name.dropFirst().dropLast())
    }
    return name
  }

  private static func cell(_ text: some StringProtocol) -> String {
    String(
      text.uppercased().filter { $0 != "$" && !$0.isWhitespace }.map { alike[$0] ?? $0 })
  }
}
