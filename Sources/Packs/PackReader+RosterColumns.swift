import Monitoring
import Wording
import Yams

extension PackReader {
  func columns(of roster: Record) -> [RosterColumn] {
    var codes = SeenCodes()
    var labels = SeenNames()
    return roster.neededElements("columns").compactMap { entry in
      let keys = [
        "code", "label", "aliases", "kind", "is_personal", "is_blank_no", "separators",
        "allows_others",
      ]
      guard let record = Record(entry, keys: keys, faults: faults) else { return nil }
      let column = RosterColumn(
        code: ColumnCode(rawValue: codes.code(of: record)), label: record.text("label"),
        aliases: record.texts("aliases"), kind: columnKind(of: record),
        isPersonal: record.flag("is_personal", default: false),
        isBlankNo: record.flag("is_blank_no", default: false),
        separators: record.optionalText("separators") ?? "",
        allowsOthers: record.flag("allows_others", default: false))
      for label in [column.label] + column.aliases where !label.isEmpty {
        labels.add(
          label, of: column.code.rawValue, at: record.place(of: "label"), faults: faults)
      }
      return column
    }
  }

  private enum PlainColumnKind: String, CaseIterable {
    case text
    case date
    case number
    case yesNo = "yes_no"

    var kind: RosterColumn.Kind {
      switch self {
      case .text: .text
      case .date: .date
      case .number: .number
      case .yesNo: .yesNo
      }
    }
  }

  /// A word, or `{choice: dictionary}`.
  private func columnKind(of column: Record) -> RosterColumn.Kind {
    guard let entry = column.needed("kind") else { return .text }
    guard entry.node.mapping != nil else {
      return column.choice(entry, of: PlainColumnKind.self)?.kind ?? .text
    }
    guard let record = Record(entry, keys: ["choice"], faults: faults) else { return .text }
    let dictionary = record.text("choice")
    checkDictionary(dictionary, at: record.place(of: "choice"))
    return .choice(ClassifierCode(rawValue: dictionary))
  }

  func column(_ entry: Entry, among columns: [RosterColumn]) -> RosterColumn? {
    let code = text(entry)
    if let column = columns.first(where: { $0.code.rawValue == code }) { return column }
    if !code.isEmpty {
      faults.add(
        .unknown(.column, code), at: entry.place,
        meant: Suggestion.nearest(to: code, among: columns.map(\.code.rawValue)))
    }
    return nil
  }

  /// `"{period}-12-31"`, `"{previous_period}-09-01"`, or `{field: code}` of the title block.
  func referenceDay(of roster: Record) -> ReferenceDay {
    let placeholder = ReferenceDay.fixed(yearsBefore: 0, month: 12, day: 31)
    guard let entry = roster.needed("on") else { return placeholder }
    if entry.node.mapping != nil {
      guard let record = Record(entry, keys: ["field"], faults: faults) else { return placeholder }
      let field = record.text("field")
      if let info = checkField(field, at: record.place(of: "field")), info.kind != .date {
        faults.add(.wrongShape(needed: .referenceDay), at: record.place(of: "field"))
      }
      return .field(FieldCode(rawValue: field))
    }
    let years = ["{period}-": 0, "{previous_period}-": 1]
    for (head, yearsBefore) in years {
      // Of no leap year: 29 February is not there in every period.
      guard let text = entry.text, text.hasPrefix(head),
        let date = CalendarDate(iso: "2001-" + text.dropFirst(head.count))
      else { continue }
      return .fixed(yearsBefore: yearsBefore, month: date.month, day: date.day)
    }
    faults.add(.wrongShape(needed: .referenceDay), at: entry.place)
    return placeholder
  }
}
