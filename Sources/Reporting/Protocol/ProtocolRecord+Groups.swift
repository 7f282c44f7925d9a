import Documents
import Findings
import Wording

extension ProtocolMaterial {
  /// Places of one entry that are worded each; of more the first `exampleLines` are, and the cells
  /// of all are listed.
  private static let wordedLines = 6
  private static let exampleLines = 3

  /// The entries of a severity by sheets; nil where there are none.
  func group(_ severity: Severity, _ entries: [ProtocolEntry]) -> TemplateRecord? {
    let members = entries.filter { $0.severity == severity }
    guard !members.isEmpty else { return nil }
    var sheets: [[ProtocolEntry]] = []
    for entry in members {
      if let last = sheets.last?.last, last.sheet == entry.sheet, last.file == entry.file {
        sheets[sheets.count - 1].append(entry)
      } else {
        sheets.append([entry])
      }
    }
    return [
      "title": .text(severity.groupTitle), "count": .count(count(severity)),
      "advice": .text(advice(severity)),
      "sheets": .list(sheets.map(sheet)),
    ]
  }

  private func advice(_ severity: Severity) -> String {
    switch severity {
    case .error:
      verdict == .refused && head.version == nil
        ? "До исправления данные файла не учитываются."
        : "До исправления эти значения в расчёт не входят."
    case .warning:
      (head.explanationSheet.map {
        "Если значение верно, впишите на листе «\($0)» ячейку или код замечания и причину. "
      } ?? "")
        + (returned == nil || returned?.again == .values
          ? "Значения учитываются."
          : "Значения возвращённой формы не учитываются, пока не поступит исправленная.")
    case .notice: ""
    }
  }

  private func sheet(_ entries: [ProtocolEntry]) -> TemplateRecord {
    let name = entries.first?.sheet ?? ""
    let file = entries.first?.file ?? ""
    let title = name.isEmpty ? "Файл в целом" : "Лист «\(name)»"
    return [
      "title": .text(file.isEmpty ? title : "\(title), файл «\(file)»"),
      "entries": .list(entries.map(entry)),
    ]
  }

  private func entry(_ entry: ProtocolEntry) -> TemplateRecord {
    let remarks = entry.remarks
    let messages = Set(remarks.map(\.message))
    let isOne = messages.count == 1
    let isWorded = remarks.count <= Self.wordedLines
    let shown = isOne ? [] : isWorded ? remarks : Array(remarks.prefix(Self.exampleLines))
    let more = isOne || isWorded ? 0 : remarks.count - shown.count
    let related = remarks.count == 1 ? remarks[0].related : []
    let first = remarks.first
    return [
      "number": .count(entry.number), "place": .text(place(of: remarks)),
      "message": .text(isOne ? first?.message ?? "" : ""), "has_message": .flag(isOne),
      "lines": .list(
        shown.map { ["place": .text($0.cell), "message": .text($0.message)] }),
      "more": .text(
        "И ещё \(Language.ru.counted(more, "такое же", "таких же", "таких же"))."),
      "has_more": .flag(more > 0),
      "mend": .text(first?.mend ?? ""), "has_mend": .flag(first?.mend.isEmpty == false),
      "reason": .text(first?.reason ?? ""), "has_reason": .flag(first?.reason.isEmpty == false),
      "related": .text(CellName.listed(related)), "has_related": .flag(!related.isEmpty),
      "code": .text(first?.code ?? ""),
    ]
  }

  /// «Ячейка C14, строка 13», «Ячейки C5–C9, C12 (всего 28)»; empty for what has no cell.
  private func place(of remarks: [Remark]) -> String {
    let cells = remarks.map(\.cell).filter { !$0.isEmpty }
    guard let first = cells.first else { return "" }
    guard cells.count > 1 else {
      let spot = remarks.first?.spot ?? ""
      return spot.isEmpty ? "Ячейка \(first)" : "Ячейка \(first), \(spot)"
    }
    let spans = CellName.spans(cells)
    return cells.count > Self.wordedLines
      ? "Ячейки \(spans) (всего \(cells.count))" : "Ячейки \(spans)"
  }

  /// What is closed: put right, accepted or explained. Nothing is to be done about it.
  var settled: [TemplateRecord] {
    corrections.map { change in
      [
        "title": .text("Исправлено управлением"),
        "message": .text(
          "\(change.value): в форме \(change.before), учтено \(change.after)."),
        "note": .text(change.decision.map(words) ?? ""),
      ]
    }
      + remarks.filter { $0.decision?.act == .accepted }.map { remark in
        [
          "title": .text("Принято управлением"),
          "message": .text("\(remark.place): \(remark.message)"),
          "note": .text(remark.decision.map(words) ?? ""),
        ]
      }
      + remarks.filter { $0.isOfOffice }.map { remark in
        [
          "title": .text("Уточняет управление: следствие его исправления"),
          "message": .text("\(remark.place): \(remark.message)"),
          "note": .text(remark.correction.map(words) ?? ""),
        ]
      }
      + remarks.filter { $0.decision == nil && $0.explanation != nil }.map { remark in
        [
          "title": .text("Пояснение принято к сведению"),
          "message": .text("\(remark.place): \(remark.message)"),
          "note": .text("Пояснение: \(Self.ended(remark.explanation ?? ""))"),
        ]
      }
  }

  private func words(_ decision: Decision) -> String {
    "\(decision.author), \(Self.day(decision.at)): \(Self.ended(decision.reason))"
  }
}

extension CellName {
  /// Cells of one sheet as ranges, places on other sheets as they are.
  static func listed(_ places: [String]) -> String {
    let here = places.filter { !$0.contains("!") && CellName($0).row > 0 }
    let others = places.filter { $0.contains("!") || CellName($0).row == 0 }
    return ([spans(here)] + others).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Severity {
  /// The heading of its remarks in a protocol.
  var groupTitle: String {
    switch self {
    case .error: "Ошибки"
    case .warning: "Вопросы"
    case .notice: "К сведению"
    }
  }
}
