import ExactNumbers
import Findings
import Monitoring
import Spreadsheets

/// Where the fields of one section stand on its sheet.
struct SectionCells {
  /// One value of a field: where it stands, or that it could not be found. A class, because all
  /// forms of one make share it, and it is handed on several times for each.
  final class Slot: Sendable {
    let field: FormField
    let breakdown: Breakdown
    /// What its row is called; empty in a list, where that is the field's label.
    let row: String
    let place: CellAddress?

    init(field: FormField, breakdown: Breakdown, row: String, place: CellAddress?) {
      self.field = field
      self.breakdown = breakdown
      self.row = row
      self.place = place
    }
  }

  /// In the order of the form: row by row, in a row field by field.
  var slots: [Slot] = []
  var findings: [Finding] = []
}

/// What binding one section needs to know.
struct SectionSheet {
  let section: FormSection
  let labels: SectionLabels
  let page: SheetLabels
  let file: FormFile
  /// The year of the form; nil while it is not known.
  let period: Period?
  /// The other sections that stand on the same sheet.
  var neighbours: [SectionLabels] = []
  /// What was looked at of the sheet's numbers to find the fields.
  let looks = SheetLooks()

  /// For what is to be said of cells; what decides where fields stand is looked at by `cell`.
  var sheet: Grid { page.grid }

  /// A cell that is looked at to find a field.
  func cell(_ place: CellAddress) -> GridCell? { looks.cell(place, of: sheet) }

  /// The part of a section's labels from which on a copy of it is a copy, not a slip.
  static let leastCopy = 0.6

  /// All texts of the sheet, each with the number that stands left of it.
  func candidates() -> [LabelCandidate] {
    let left = leftNeighbours
    return page.texts.map {
      // The number beside what a school typed says nothing.
      let number =
        labels.knows($0.label) ? left[$0.place].flatMap(cell).flatMap(ColumnNumber.digits) : nil
      return LabelCandidate(
        place: $0.place, labels: [$0.label], text: $0.text, number: number)
    }
  }

  /// The nearest filled cell left of each filled cell, where there is one. Places come row by
  /// row, so that one pass is enough.
  private var leftNeighbours: [CellAddress: CellAddress] {
    var left: [CellAddress: CellAddress] = [:]
    for (before, place) in zip(sheet.places, sheet.places.dropFirst())
    where before.row == place.row {
      left[place] = before
    }
    return left
  }

  /// What is to be said of how a field was found; of one that is missing, at the cell near which it
  /// should stand, where there is one.
  func remark(
    on field: FormField, _ outcome: LabelMatcher.Outcome, near: CellAddress? = nil
  ) -> Finding? {
    let label: FindingValue = .text(field.label)
    let severity: Severity = field.isRequired && !section.isOptional ? .error : .notice
    switch outcome {
    case .found:
      return nil
    case .guessed(let candidate):
      return finding(
        "form.field-guessed", .notice, field, .whole, [candidate.place],
        ["label": label, "value": .text(candidate.text)])
    case .numbered(let candidate, let candidates):
      return byNumber(field, .whole, candidate, among: candidates, label)
    case .twice(let candidates):
      return finding(
        "form.field-twice", .error, field, .whole, candidates.map(\.place), ["label": label])
    case .unclear(let candidates):
      return finding(
        "form.field-unclear", severity, field, .whole, candidates.map(\.place),
        ["label": label, "candidates": .list(candidates.map(named))])
    case .missing:
      var arguments: [String: FindingValue] = ["label": label, "sheet": .text(sheet.name)]
      arguments[section.layout == .list ? "line" : "column"] = field.number.map { .text($0) }
      return finding(
        "form.field-missing", severity, field, .whole, near.map { [$0] } ?? [], arguments)
    }
  }

  /// What is to be said of how a row of the dictionary was found.
  func remark(
    on member: Classifier.Member, _ breakdown: Breakdown, _ outcome: LabelMatcher.Outcome
  ) -> Finding? {
    let row: FindingValue = .text(member.title)
    let severity: Severity = section.isOptional ? .notice : .error
    switch outcome {
    case .found:
      return nil
    case .guessed(let candidate):
      return finding(
        "form.field-guessed", .notice, nil, breakdown, [candidate.place],
        ["label": row, "value": .text(candidate.text)])
    case .numbered(let candidate, let candidates):
      return byNumber(nil, breakdown, candidate, among: candidates, row)
    case .twice(let candidates):
      return finding(
        "form.row-twice", .error, nil, breakdown, candidates.map(\.place), ["row": row])
    case .unclear(let candidates):
      return finding(
        "form.row-unclear", severity, nil, breakdown, candidates.map(\.place),
        ["row": row, "candidates": .list(candidates.map(named))])
    case .missing:
      return finding(
        "form.row-missing", severity, nil, breakdown, [],
        ["row": row, "sheet": .text(sheet.name)])
    }
  }

  /// Of several places of one name the one with the form's own number was taken.
  private func byNumber(
    _ field: FormField?, _ breakdown: Breakdown, _ taken: LabelCandidate,
    among candidates: [LabelCandidate], _ label: FindingValue
  ) -> Finding {
    finding(
      "form.field-by-number", .notice, field, breakdown,
      [taken.place] + candidates.map(\.place).filter { $0 != taken.place },
      [
        "label": label, "number": .text(taken.number ?? ""),
        "cell": .text("\(sheet.name)!\(taken.place)"),
      ])
  }

  /// The section stands there more than once: one finding instead of one a field.
  func unclear(_ places: [CellAddress]) -> Finding {
    finding(
      "form.section-unclear", .error, nil, .whole, places,
      [
        "section": .text(section.sheet),
        "candidates": .list(places.map { "\(sheet.name)!\($0)" }),
      ])
  }

  /// Columns were taken for the year in their headings; others were left out for theirs.
  func dated(_ taken: [LabelCandidate], _ others: [LabelCandidate]) -> Finding {
    finding(
      "form.period-column", .notice, nil, .whole, taken.map(\.place),
      [
        "sheet": .text(sheet.name), "value": .text(taken.first?.text ?? ""),
        "period": .text(period?.description ?? ""),
        "candidates": .list(others.map(named)),
      ])
  }

  /// The headings name other years than the form, and no column is of the form's own.
  func conflict(_ headings: [LabelCandidate]) -> Finding {
    finding(
      "form.period-conflict", .error, nil, .whole, headings.map(\.place),
      [
        "section": .text(section.sheet), "sheet": .text(sheet.name),
        "period": .text(period?.description ?? ""), "candidates": .list(headings.map(named)),
      ])
  }

  func finding(
    _ code: FindingCode, _ severity: Severity, _ field: FormField?, _ breakdown: Breakdown,
    _ places: [CellAddress], _ arguments: [String: FindingValue]
  ) -> Finding {
    Finding(
      code: code, severity: severity,
      key: FindingKey(field: field?.code.rawValue ?? "", breakdown: breakdown.description),
      arguments: arguments,
      origins: places.isEmpty
        ? [file.origin(of: sheet)] : places.map { file.origin(of: $0, on: sheet) })
  }

  /// «Прошли диагностику» (Кадры!B14).
  private func named(_ candidate: LabelCandidate) -> String {
    "«\(candidate.text)» (\(sheet.name)!\(candidate.place))"
  }
}
