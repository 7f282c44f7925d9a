import ExactNumbers

/// Cells as lines of text: what `svodka cells` prints. JSON Lines are
/// `{"sheet": …, "visible": …}` for a sheet, then `{"cell": …, "type": …, "value": …}` for each
/// of its cells; moments carry their `serial` too (days since 1899-12-30).
package struct CellListing: CellReceiver {
  package enum Style: Sendable {
    case table
    case jsonLines
  }

  private let style: Style
  /// Lines that are not taken yet.
  package private(set) var bytes: [UInt8] = []

  package init(style: Style) { self.style = style }

  /// Takes the lines out.
  package mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package mutating func sheet(_ heading: SheetHeading) -> Bool {
    let (name, isHidden) = (heading.name, heading.isHidden)
    switch style {
    case .table: line("\(name)\(isHidden ? " (скрыт / hidden)" : "")")
    case .jsonLines: line("{\"sheet\": \(Self.quoted(name)), \"visible\": \(!isHidden)}")
    }
    return true
  }

  package mutating func cells(_ batch: borrowing CellBatch) {
    for index in 0..<batch.count { cell(batch[index]) }
  }

  private mutating func cell(_ cell: Cell) {
    guard let (type, value, serial) = Self.described(cell.value) else { return }
    switch style {
    case .table:
      let shown =
        cell.rawText == value || cell.rawText.isEmpty ? value : "\(value)  [\(cell.rawText)]"
      line("  \(cell.address)\t\(type)\t\(shown.replacing("\n", with: "⏎"))")
    case .jsonLines:
      let more = serial.map { ", \"serial\": \($0)" } ?? ""
      line(
        "{\"cell\": \"\(cell.address)\", \"type\": \"\(type)\", \"value\": \(Self.quoted(value))\(more)}"
      )
    }
  }

  package mutating func fact(_ fact: SheetFact) {
    guard style == .table else { return }
    switch fact {
    case .merge(let range): line("  \(range)\tmerged")
    case .hiddenRows(let rows): line("  rows \(rows.lowerBound)–\(rows.upperBound)\thidden")
    case .hiddenColumns(let columns):
      line(
        "  columns \(CellAddress.letters(columns.lowerBound))–"
          + "\(CellAddress.letters(columns.upperBound))\thidden")
    case .notice(let notice):
      line("  \(notice.address?.description ?? "")\tnotice\t\(notice.code.rawValue)")
    case .comment, .validation, .protection: break
    }
  }

  private mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func described(_ value: CellValue) -> (String, String, String?)? {
    switch value {
    case .number(let number): ("number", number.description, nil)
    case .text(let text): ("text", text, nil)
    case .boolean(let flag): ("boolean", flag ? "true" : "false", nil)
    case .moment(let moment):
      (
        moment.shape == .dateAndTime ? "datetime" : moment.shape.rawValue, moment.iso,
        moment.serial.description
      )
    case .error(let code): ("error", code, nil)
    case .formulaWithoutResult: ("formula", "", nil)
    case .empty: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
    if isPlain { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let hex = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
