import Findings
import Monitoring
import Spreadsheets

extension SectionSheet {
  /// How alike a heading must be to be named beside a column that was not found; it is never taken
  /// for it.
  private static let leastLikeness = 0.3

  /// What is to be said of how a column was found; of a missing one, which heading, of no
  /// other column, is most like it. It is said at that heading, or else at the first one.
  func remark(
    on field: FormField, _ outcome: LabelMatcher.Outcome, among headings: [LabelCandidate],
    taken: [LabelMatcher.Outcome]
  ) -> Finding? {
    guard outcome == .missing else { return remark(on: field, outcome) }
    let nearest = nearest(to: field, among: headings, taken: taken)
    let first = taken.compactMap(\.candidate).map(\.place).min()
    var finding = remark(on: field, outcome, near: nearest?.place ?? first)
    if let nearest {
      finding?.arguments["value"] = .text(nearest.text)
      finding?.arguments["cell"] = .text(nearest.place.description)
    }
    return finding
  }

  /// The heading, of no other column, that has the number of a field, or else is most like its own;
  /// nil where none is. The heading of the rows' names is none of a field.
  func nearest(
    to field: FormField, among headings: [LabelCandidate], taken: [LabelMatcher.Outcome]
  ) -> LabelCandidate? {
    let used = Set(taken.compactMap(\.candidate).map(\.place))
    let names = Set(section.rowHeading.map { Label($0).tight })
    let free = headings.filter { heading in
      !used.contains(heading.place) && !heading.labels.contains { names.contains($0.tight) }
    }
    if let number = field.number.flatMap(ColumnNumber.digits(in:)) {
      let numbered = free.filter { $0.number == number }
      if numbered.count == 1 { return numbered[0] }
    }
    let label = Label(field.label)
    let ranked =
      free
      .map { heading in (heading, heading.labels.map { likeness(label, $0) }.max() ?? 0) }
      .filter { $0.1 >= Self.leastLikeness }
    return ranked.max { ($0.1, $1.0.place) < ($1.1, $0.0.place) }?.0
  }

  private func likeness(_ label: Label, _ heading: Label) -> Double {
    let shared = label.words.count { heading.has($0) }
    let all = max(label.words.count, heading.words.count)
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
