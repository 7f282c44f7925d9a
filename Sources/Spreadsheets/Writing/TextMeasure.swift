/// How much room a text takes in Arial or Liberation Sans, which have the same widths.
///
/// LibreOffice gives a row of XLSX without a height one line, whatever stands in it, and no program
/// looks at merged cells: so heights of rows with long texts are reckoned here. Better one line too
/// many than a line cut off: widths are rounded up.
enum TextMeasure {
  /// Thousandths of the size of the letters, by character; all others have `usual`.
  private static let widths: [Character: Double] = {
    let table: [(Double, String)] = [
      (230, "'ijl"), (300, " !,./:;I[\\]ft|"), (370, "\"()-`r{}г*"), (470, "^зкт"),
      (520, "Jcksvxyzсухчьэ"), (560, "#$0123456789?L_abdeghnopquГабвеийнопрцяё«»–"),
      (620, "+<=>FTZ~ЗКТдлъ−"), (680, "&ABEKPSVXYАБВЕЛРУХЧЬжЁ"), (730, "CDHNRUwДИЙНПСЭЯмы"),
      (780, "ФЦю"), (830, "GOQОЪфшщMmМ"), (930, "%ЖШЫ"), (1_060, "WЩ@Ю—…№"),
    ]
    return table.reduce(into: [:]) { widths, entry in
      for character in entry.1 { widths[character] = entry.0 }
    }
  }()
  private static let usual = 700.0
  /// Of the same text in bold.
  private static let boldness = 1.1
  private static let millimetresPerPoint = 25.4 / 72
  /// Millimetres that stay free at the sides of a cell.
  private static let sides = 1.6
  /// The height of a line for letters of size 1, as Excel's rows have it.
  private static let line = 1.295

  /// Millimetres, in one line.
  static func width(of text: some StringProtocol, _ style: CellStyle) -> Double {
    let sum = text.reduce(0) { $0 + (widths[$1] ?? usual) }
    return sum / 1_000 * style.size * (style.isBold ? boldness : 1) * millimetresPerPoint
  }

  /// Millimetres of so many lines.
  static func height(lines: Int, _ style: CellStyle) -> Double {
    Double(lines) * style.size * line * millimetresPerPoint
  }

  /// How many lines a text takes in a cell of a width in millimetres.
  static func lines(of text: String, _ style: CellStyle, in width: Double) -> Int {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard style.wraps else { return paragraphs.count }
    let room = max(width - sides - Double(style.indent) * CellStyle.indentStep, 1)
    return paragraphs.reduce(0) { $0 + lines(of: $1, style, room: room) }
  }

  private static func lines(of line: Substring, _ style: CellStyle, room: Double) -> Int {
    let space = width(of: " ", style)
    var count = 1
    var filled = 0.0
    for word in line.split(separator: " ") {
      let width = width(of: word, style)
      if filled > 0, filled + space + width > room {
        count += 1
        filled = 0
      }
      // A word that is wider than the cell is broken wherever it is.
      let broken = (width / room).rounded(.up) - 1
      count += Int(max(broken, 0))
      filled = filled > 0 ? filled + space + width : width - max(broken, 0) * room
    }
    return count
  }
}

extension CellStyle {
  /// Millimetres that a text takes in a cell, in the lines that its width breaks it into if the
  /// style wraps: for rows whose texts come and go, and for merges over several rows, whose heights
  /// no program finds.
  /// - Parameter width: of the cell or of the merged columns, in millimetres.
  package func height(of text: String, in width: Double) -> Double {
    TextMeasure.height(lines: TextMeasure.lines(of: text, self, in: width), self)
  }
}
