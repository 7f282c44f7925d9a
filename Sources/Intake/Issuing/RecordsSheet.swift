import ExactNumbers
import Monitoring
import Spreadsheets

/// Free rows under headings, numbered, with nothing below them: whatever stands in the columns of
/// fields is a row of the form.
struct RecordsSheet {
  let section: FormSection
  let occasion: FormOccasion

  /// Rows to fill in; more may be inserted.
  private static let count = 15
  private static let choiceWidth = 65.0

  private var widths: [Double] {
    let narrow = section.fields.count { $0.kind.isNarrow }
    let choices = section.fields.count { $0.kind.isChoice }
    let texts = section.fields.count - narrow - choices
    let free =
      TableSheet.page - TableSheet.numberWidth - Double(narrow) * 30
      - Double(choices) * Self.choiceWidth
    let text = max(40, free / Double(max(1, texts)))
    return [TableSheet.numberWidth]
      + section.fields.map { $0.kind.isNarrow ? 30 : $0.kind.isChoice ? Self.choiceWidth : text }
  }

  private var columns: [TableHeadings.Column] {
    [TableHeadings.Column(heading: "№ п/п", number: "1")]
      + section.fields.enumerated().map {
        TableHeadings.Column(heading: $1.label, number: $1.number ?? String($0 + 2))
      }
  }

  func make(_ places: inout FormPlaces) -> NewSheet {
    var draft = SheetDraft(
      occasion.names.name(of: section), widths: widths, orientation: .landscape)
    TableHeadings(title: section.title, owner: occasion.owner, unit: nil, columns: columns)
      .put(on: &draft)
    for number in 1...Self.count {
      let row = TableHeadings.firstRow + number - 1
      draft.put(.text(String(number)), FormLooks.key, row, 1)
      for (index, field) in section.fields.enumerated() {
        draft.put(.empty, occasion.inputs.style(of: field), row, index + 2)
        let member = MemberCode(rawValue: String(number))
        places.current[.init(field.code, Breakdown(Breakdown.row, member))] =
          draft.reference(row, index + 2)
      }
    }
    limit(&draft)
    draft.keepInSight(headings: TableHeadings.rows, columns: 0)
    return draft.sheet
  }

  private func limit(_ draft: inout SheetDraft) {
    for (index, field) in section.fields.enumerated() {
      let range = CellRange(
        first: CellAddress(row: TableHeadings.firstRow, column: index + 2),
        last: CellAddress(row: TableHeadings.firstRow + Self.count - 1, column: index + 2))
      if let validation = occasion.inputs.validation(of: field, in: range) {
        draft.add(validation)
      }
    }
  }
}

extension FormField.Kind {
  fileprivate var isChoice: Bool {
    if case .choice = self { return true }
    return false
  }

  fileprivate var isNarrow: Bool {
    switch self {
    case .count, .percent, .number, .yesNo, .date: true
    case .text, .choice, .identity: false
    }
  }
}
