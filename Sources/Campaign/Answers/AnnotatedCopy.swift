import Findings
import Intake
import Reporting
import Spreadsheets

/// What is written into a copy of a unit's own file: its open remarks at their cells, and all of them
/// in a list.
struct AnnotatedCopy {
  /// Who is named at comments; those of an earlier copy are known by it.
  static let author = "Проверка формы"

  private static let note =
    "Этот лист и примечания к ячейкам добавлены при проверке, удалять их не нужно."

  let table: RemarkTable
  /// ISO 8601.
  let date: String

  var annotation: WorkbookAnnotation {
    WorkbookAnnotation(
      author: Self.author, date: date, marks: marks,
      list: WorkbookAnnotation.List(
        name: RemarkList.sheet, head: table.head(Self.note), titles: RemarkList.titles,
        widths: RemarkTable.widths, linkColumn: RemarkTable.linkColumn,
        rows: table.lines.map { .init(texts: $0.texts, level: $0.level, link: $0.place) }))
  }

  private var marks: [WorkbookAnnotation.Mark] {
    table.material.entries.flatMap { entry in
      entry.remarks.filter(table.isHere).flatMap { marks(of: $0, number: entry.number) }
    }
  }

  private func marks(
    of remark: ProtocolMaterial.Remark, number: Int
  ) -> [WorkbookAnnotation.Mark] {
    let level = remark.severity.level
    let cells = remark.cell.split(separator: "+").compactMap { CellAddress($0) }
    let main = cells.enumerated().map { index, cell in
      WorkbookAnnotation.Mark(
        place: .init(sheet: remark.sheet, cell: cell), level: level,
        comment: index == 0 ? comment(on: remark, number: number) : nil)
    }
    return main
      + remark.related.compactMap { place in
        self.place(place, on: remark.sheet).map {
          .init(
            place: $0, level: level,
            comment: "См. замечание № \(number) у ячейки \(remark.place).")
        }
      }
  }

  private func comment(on remark: ProtocolMaterial.Remark, number: Int) -> String {
    let kind =
      switch remark.severity {
      case .error: "Ошибка № \(number). "
      case .warning: "Вопрос № \(number). "
      case .notice: "К сведению. "
      }
    let mend = remark.mend.isEmpty ? "" : "\nЧто сделать: \(remark.mend)"
    let reason = remark.reason.isEmpty ? "" : "\nПочему: \(remark.reason)"
    return kind + remark.message + mend + reason
  }

  /// «C12» on the remark's own sheet, «Предметы!D8» on another.
  private func place(_ text: String, on sheet: String) -> WorkbookAnnotation.Place? {
    let mark = text.lastIndex(of: "!")
    let cell = mark.map { text[text.index(after: $0)...] } ?? text[...]
    return CellAddress(cell).map { address in
      .init(sheet: mark.map { String(text[..<$0]) } ?? sheet, cell: address)
    }
  }
}
