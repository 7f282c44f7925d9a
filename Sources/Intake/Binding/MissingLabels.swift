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
  func withoutLabels(_ outcomes: [LabelMatcher.Outcome], near: CellAddress?) -> Finding? {
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
      code, isNeeded ? .error : .notice, nil, .whole, near.map { [$0] } ?? [], arguments)
  }

  /// The heading of a list's values; where there is none, the first text of the sheet.
  var headOfValues: CellAddress? {
    let heading = page.texts.first { labels.valueHeading.knows($0.label) }
    return (heading ?? page.texts.first)?.place
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
