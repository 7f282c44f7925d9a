/// What an earlier copy of a workbook left in it, which its school has sent in again.
struct ODSFormerList {
  /// Stands in the hidden column of the list, above a line for each cell that was marked:
  /// "error C14 #FFFF00 Кадры", "-" for no fill. Office programs keep it as any text.
  static let marker = "svodka:annotations:1"

  /// Names of the sheets that are lists.
  private(set) var lists: Set<String> = []
  /// Sheets with comments of ours.
  private(set) var commented: Set<String> = []
  /// Of the cells that were marked, by sheet, the fill before; nil for none.
  private(set) var fills: [String: [CellAddress: String?]] = [:]

  /// - Parameter workbook: read with its comments.
  init(_ workbook: Workbook, author: String) {
    let divider = ODSNoteSplicing.divider(of: author)
    for sheet in workbook.sheets {
      if let place = sheet.cells.first(where: { $0.value == .text(Self.marker) })?.address {
        lists.insert(sheet.name)
        for cell in sheet.cells where cell.address.column == place.column { take(cell) }
      }
      let isOurs = sheet.comments.contains { comment in
        comment.author == author
          || comment.text.split(separator: "\n").contains { $0 == divider }
      }
      if isOurs { commented.insert(sheet.name) }
    }
  }

  static func line(_ level: String, _ place: CellAddress, before: String?, sheet: String) -> String
  {
    "\(level) \(place) \(before ?? "-") \(sheet)"
  }

  private mutating func take(_ cell: Cell) {
    guard case .text(let text) = cell.value else { return }
    let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let place = CellAddress(parts[1]) else { return }
    let sheet = String(parts[3])
    let colour = String(parts[2])
    fills[sheet, default: [:]].updateValue(Self.isColour(colour) ? colour : nil, forKey: place)
  }

  /// "#FFC2B8" and "transparent" are what a fill may be (OpenDocument 1.3, part 3, 20.182): nobody
  /// writes markup into a style by way of the list.
  private static func isColour(_ text: String) -> Bool {
    if text == "transparent" { return true }
    return text.utf8.count == 7 && text.hasPrefix("#")
      && text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
