import ExactNumbers
import Spreadsheets

extension Grid {
  /// A register as text: UTF-8 with or without its mark, or else Windows-1251, divided by «;» or «,» (whichever stands
  /// more often in the first line that has either), quotes doubled inside quotes.
  package init(commaSeparated bytes: [UInt8], name: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let text = String(validating: body, as: UTF8.self) ?? Windows1251.text(body)
    var cells: [CellAddress: GridCell] = [:]
    for (row, fields) in Self.rows(of: text).enumerated() {
      for (column, field) in fields.enumerated() where !field.isEmpty {
        cells[CellAddress(row: row + 1, column: column + 1)] = GridCell(
          .text(field), rawText: field)
      }
    }
    self.init(name: name, cells: cells)
  }

  private static func rows(of text: String) -> [[String]] {
    let line = text.split(whereSeparator: \.isNewline).first {
      $0.contains(";") || $0.contains(",")
    }
    let semicolons = line?.count { $0 == ";" } ?? 0
    let commas = line?.count { $0 == "," } ?? 0
    let separator: Character = semicolons >= commas ? ";" : ","
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if rest.first == "\"" {
          field.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if character == "\"", field.isEmpty {
        isQuoted = true
      } else if character == separator || character.isNewline {
        rows[rows.count - 1].append(field)
        field = ""
        if character.isNewline { rows.append([]) }
      } else {
        field.append(character)
      }
    }
    rows[rows.count - 1].append(field)
    return rows
  }
}
