import Findings
import Intake
import Reporting
import Spreadsheets
import Wording

/// What a protocol says, as lines of a table: in the sheet of an annotated copy, and in a workbook of
/// its own where there can be no copy.
struct RemarkTable {
  /// A line; one a cell.
  struct Line {
    var level: WorkbookAnnotation.Level
    /// One for each of `RemarkList.titles`.
    var texts: [String]
    var place: WorkbookAnnotation.Place?
  }

  /// Of the columns, in characters; together a landscape page wide.
  static let widths = [5, 20, 48, 40, 12, 28]
  /// The column «Где».
  static let linkColumn = 1

  let material: ProtocolMaterial
  /// The file whose remarks are meant, where the unit handed in several; empty for those of all.
  let file: String
  /// Its hash.
  let fileHash: String

  /// - Parameter note: what the table is and what to do with it.
  func head(_ note: String) -> [String] {
    let head = material.head
    let version = head.version.map { ", версия \($0)" } ?? ""
    return [
      "Замечания к форме: \(head.unit)",
      "\(head.form), \(head.period). Файл: \(file.isEmpty ? head.file : file)\(version).",
      [material.verdictSentence, material.action].filter { !$0.isEmpty }.joined(separator: " "),
      note,
    ]
  }

  var lines: [Line] {
    material.entries.flatMap { entry in
      entry.remarks.filter(isHere).map { remark in
        Line(
          level: remark.severity.level,
          texts: [
            "\(entry.number)", place(of: remark), remark.message, remark.mend,
            remark.severity.word(in: .ru), remark.code,
          ], place: remark.mainPlace)
      }
    }
      + material.remarks.filter { !$0.isOpen && isHere($0) }.map { remark in
        Line(
          level: .notice,
          texts: ["", place(of: remark), remark.message, "", remark.settlement, remark.code],
          place: remark.mainPlace)
      }
  }

  private func place(of remark: ProtocolMaterial.Remark) -> String {
    file.isEmpty && !remark.file.isEmpty ? "\(remark.file): \(remark.place)" : remark.place
  }

  func isHere(_ remark: ProtocolMaterial.Remark) -> Bool {
    fileHash.isEmpty || remark.fileHash.isEmpty || remark.fileHash == fileHash
  }
}

extension Severity {
  /// How a cell with such a remark is filled.
  var level: WorkbookAnnotation.Level {
    switch self {
    case .error: .error
    case .warning: .warning
    case .notice: .notice
    }
  }
}

extension ProtocolMaterial.Remark {
  /// The cell to mend; the sheet's first for a remark about the whole sheet.
  var mainPlace: WorkbookAnnotation.Place? {
    guard !sheet.isEmpty else { return nil }
    let first = cell.split(separator: "+").first.flatMap { CellAddress($0) }
    return WorkbookAnnotation.Place(sheet: sheet, cell: first ?? CellAddress(row: 1, column: 1))
  }

  fileprivate var settlement: String {
    if isOfOffice { return "уточняет управление" }
    return switch decision?.act {
    case .corrected: "исправлено управлением"
    case .accepted: "принято управлением"
    case .none: "пояснено"
    }
  }
}
