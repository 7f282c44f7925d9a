package import Documents
import Findings
import Wording

extension ProtocolMaterial {
  /// Changes of a version that are listed; the rest are counted.
  private static let listedChanges = 30

  /// The data of the template of a protocol; the pack's `documents/README.md` lists the names.
  package var record: TemplateRecord {
    var record = headRecord
    let entries = entries
    let groups = [Severity.error, .warning].compactMap { group($0, entries) }
    let notices = entries.filter { $0.severity == .notice }.flatMap(noticeLines)
    record["verdict"] = .text(verdictSentence)
    record.put(action, as: "action")
    record["is_clean"] = .flag(verdict == .clean)
    record["groups"] = .list(groups)
    record["has_groups"] = .flag(!groups.isEmpty)
    record["notices"] = .list(notices)
    record["has_notices"] = .flag(!notices.isEmpty)
    record["settled"] = .list(settled)
    record["has_settled"] = .flag(!settled.isEmpty)
    record.put(notEvaluated > 0 ? notEvaluatedWords : "", as: "not_evaluated")
    record.put(changesTable, as: "changes_table")
    return record
  }

  private var headRecord: TemplateRecord {
    var record: TemplateRecord = [
      "organisation": .text(head.organisation), "unit": .text(head.unit),
      "form": .text(head.form), "file": .text(head.file),
    ]
    let date = CalendarDate(iso: head.deadline).map(Language.ru.longDate) ?? ""
    let came = CalendarDate(iso: head.received).map(Language.ru.shortDate) ?? ""
    record.put(head.period, as: "period")
    record.put(head.version.map(String.init) ?? "", as: "version")
    record.put(came, as: "received")
    record.put(date, as: "deadline")
    record.put(head.executor, as: "executor")
    record.put(absentWords, as: "absent")
    record.put(copyWords, as: "copy")
    record.put(returned.map { returnWords($0) } ?? "", as: "returned")
    return record
  }

  private var absentWords: String {
    absent.isEmpty ? "" : "Не представлено: " + absent.joined(separator: "; ") + "."
  }

  private func returnWords(_ returned: Return) -> String {
    "Причина возврата: \(Self.ended(returned.reason)) "
      + "(\(returned.author), \(Self.day(returned.at)))"
  }

  /// Where the same remarks stand in the unit's own file.
  private var copyWords: String {
    switch copy {
    case .none: ""
    case .annotated(let names):
      "К протоколу приложена копия вашего файла с замечаниями у ячеек: "
        + names.map { "«\($0)»" }.joined(separator: ", ") + ". Исправлять можно прямо в ней."
    case .listed(let why, let list):
      "Замечания перечислены в таблице «\(list)»: отметить их в копии вашего файла нельзя, "
        + "потому что \(why)."
    }
  }

  private var notEvaluatedWords: String {
    let rules = Language.ru.counted(notEvaluated, "правило", "правила", "правил")
    return "Не проверено из-за отсутствия данных: \(rules)."
  }

  /// One line a group of like notices: they ask for nothing.
  private func noticeLines(_ entry: ProtocolEntry) -> [TemplateRecord] {
    guard let first = entry.remarks.first else { return [] }
    guard entry.remarks.count > 2 else {
      return entry.remarks.map { ["place": .text($0.place), "message": .text($0.message)] }
    }
    let cells = CellName.spans(entry.remarks.map(\.cell).filter { !$0.isEmpty })
    let place = [first.sheet, cells].filter { !$0.isEmpty }.joined(separator: ", ")
    let others = Language.ru.counted(
      entry.remarks.count - 1, "такое же замечание", "таких же замечания", "таких же замечаний")
    let message = "\(first.message) И ещё \(others)."
    return [["place": .text(place.isEmpty ? "файл" : place), "message": .text(message)]]
  }

  private var changesTable: Table? {
    guard !changes.isEmpty else { return nil }
    let rows = changes.prefix(Self.listedChanges).map { change in
      Table.Row([change.value, change.before, change.after].map { Table.Cell($0) })
    }
    let more = changes.count - rows.count
    let rest = Language.ru.counted(more, "значение", "значения", "значений")
    return Table(
      caption: "Что изменилось по сравнению с прежней версией",
      columns: [
        Table.Column("Показатель", width: 110), Table.Column("Было", width: 30),
        Table.Column("Стало", width: 30),
      ],
      rows: rows + (more > 0 ? [Table.Row(["И ещё \(rest)", "", ""].map { Table.Cell($0) })] : []))
  }

  /// «20.01.2022»; the text itself where it is no moment.
  static func day(_ iso: String) -> String {
    CalendarDate(iso: iso).map(Language.ru.shortDate) ?? iso
  }

  /// The text as a sentence that ends with a full stop once.
  static func ended(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
  }
}

extension TemplateRecord {
  /// A text under its name, and whether there is one under `has_…`.
  fileprivate mutating func put(_ text: String, as name: String) {
    self["has_\(name)"] = .flag(!text.isEmpty)
    self[name] = .text(text)
  }
}
