import Findings
import Monitoring
import Spreadsheets

/// Labels that were deleted all at once: the column of names of a list, the headings of a table.
extension SectionSheet {
  /// The part of a section's labels that must be missing to call them deleted: the others may be
  /// alike by chance.
  private static let leastDeleted = 0.6

  /// One finding instead of one a field, where no field of the section was found and most have
  /// nothing like their label on the sheet; nil where the fields are to be told of one by one.
  ///
  /// - Parameter near: the cell at which it is said: where values or rows of the section begin.
  func withoutLabels(
    _ outcomes: [LabelMatcher.Outcome], near: @autoclosure () -> CellAddress?
  ) -> Finding? {
    let missing = outcomes.count { $0 == .missing }
    guard outcomes.allSatisfy(\.isUnfound), missing >= 2,
      Double(missing) >= Self.leastDeleted * Double(outcomes.count)
    else { return nil }
    var arguments: [String: FindingValue] = [
      "sheet": .text(sheet.name), "section": .text(section.sheet), "count": .count(outcomes.count),
    ]
    let code: FindingCode
    switch section.layout {
    case .list:
      code = "form.labels-missing"
      arguments["column"] = section.rowHeading.first.map { .text($0) }
    // Those of free rows, without which there is no section, are told of by their binder.
    case .table, .records:
      code = "form.headings-missing"
      arguments["label"] = section.fields.first.map { .text($0.label) }
    }
    let isNeeded = !section.isOptional && section.fields.contains(where: \.isRequired)
    return finding(
      code, isNeeded ? .error : .notice, nil, .whole, near().map { [$0] } ?? [], arguments)
  }

  /// The same of a table whose headings are there, and of its rows not one.
  ///
  /// - Parameter rows: how many it should have.
  func withoutRows(_ rows: Int, among texts: [LabelCandidate]) -> Finding? {
    let headings = labels.fields.outcomes(among: texts, guessing: []).compactMap(\.candidate)
    guard headings.count * 2 >= section.fields.count else { return nil }
    var arguments: [String: FindingValue] = [
      "sheet": .text(sheet.name), "section": .text(section.sheet), "count": .count(rows),
    ]
    arguments["column"] = section.rowHeading.first.map { .text($0) }
    let place = headOfNames ?? headings.map(\.place).min()
    return finding(
      "form.labels-missing", section.isOptional ? .notice : .error, nil, .whole,
      place.map { [$0] } ?? [], arguments)
  }

  /// What stands over the names of the rows; where nothing does, over the values of a list; else the
  /// first text of the sheet.
  var headOfList: CellAddress? {
    let values = page.texts.first { labels.valueHeading.knows($0.label) }?.place
    return headOfNames ?? values ?? page.texts.first?.place
  }

  private var headOfNames: CellAddress? {
    let names = Set(section.rowHeading.map { Label($0).tight })
    return page.texts.first { names.contains($0.label.tight) }?.place
  }
}

extension LabelMatcher.Outcome {
  /// Whether nothing on the sheet is certainly, or by its likeness, the label.
  fileprivate var isUnfound: Bool {
    switch self {
    case .missing, .unclear: true
    case .found, .guessed, .numbered, .twice: false
    }
  }
}
