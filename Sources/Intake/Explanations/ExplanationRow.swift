import Findings
import Monitoring
import Spreadsheets

/// One row of the section of explanations.
struct ExplanationRow {
  /// From 1, as the rows of the section are counted.
  let number: Int
  /// What it is about; empty when nothing is said of that.
  let about: String
  /// Why it is so, in one line; empty when nothing is said of that.
  let text: String
  fileprivate static let dash = "–"
  private let key: FindingKey
  /// The cell that says what it is about, else the cell of the text.
  private let place: Origin
  /// The cell of the text, without what it says, which may name persons.
  private let textPlace: Origin

  /// The rows in which anything is said, in the order of the sheet.
  static func rows(of schema: FormSchema, in observations: [Observation]) -> [ExplanationRow] {
    guard let fields = schema.explanations else { return [] }
    let cells = Dictionary(
      grouping: observations.filter { [fields.about, fields.text].contains($0.key.field) },
      by: \.key.breakdown)
    return cells.compactMap { breakdown, cells in
      ExplanationRow(
        form: schema.code, breakdown, about: cells.first { $0.key.field == fields.about },
        text: cells.first { $0.key.field == fields.text })
    }.sorted { $0.number < $1.number }
  }

  private init?(
    form: FormCode, _ breakdown: Breakdown, about: Observation?, text: Observation?
  ) {
    self.about = about?.writing ?? ""
    self.text = text?.writing?.split(whereSeparator: \.isNewline).joined(separator: " ") ?? ""
    // Dashes in every cell declare that there is nothing to explain.
    guard [self.about, self.text].contains(where: { !["", Self.dash].contains($0) }),
      let one = about ?? text,
      let number = breakdown.member(of: Breakdown.row).flatMap({ Int($0.rawValue) })
    else { return nil }
    self.number = number
    key = FindingKey(
      unit: one.key.unit.rawValue, period: one.key.period.description, form: form.rawValue,
      field: one.key.field.rawValue, breakdown: breakdown.description)
    var textPlace = text?.origin ?? about?.origin ?? Origin(file: "")
    textPlace.rawText = ""
    self.textPlace = textPlace
    place = about?.origin ?? textPlace
  }

  /// Closes the warnings among those that the row names.
  ///
  /// - Returns: what is to be said of the row itself: that it is about nothing, that it explains
  ///   nothing, that an error stays.
  func close(
    _ named: [Int], among findings: inout [Finding], words: (Finding) -> [FindingWords]
  ) -> [Finding] {
    guard !named.isEmpty else {
      let value: [String: FindingValue] = about.isEmpty ? [:] : ["value": .text(about)]
      return [remark("explanation.unmatched", .notice, value, at: place)]
    }
    var remarks: [Finding] = []
    let warnings = named.filter { findings[$0].severity == .warning }
    let closed = warnings.filter { position in
      let finding = findings[position]
      return !EmptyPhrase.isSilent(text)
        && !EmptyPhrase.repeats(text, finding, words(finding))
    }
    for position in closed {
      findings[position].explanation =
        [findings[position].explanation, text].compactMap { $0 }.joined(separator: "; ")
    }
    if closed.isEmpty, !warnings.isEmpty {
      remarks.append(remark("explanation.empty", .warning, [:], at: textPlace))
    }
    let errors = Set(named.filter { findings[$0].severity == .error }.map { findings[$0].code })
    if !errors.isEmpty {
      let codes = FindingValue.list(errors.sorted().map(\.rawValue))
      remarks.append(remark("explanation.error-stays", .notice, ["codes": codes], at: place))
    }
    return remarks
  }

  /// The row is named as the sheet numbers it.
  private func remark(
    _ code: FindingCode, _ severity: Severity, _ values: [String: FindingValue], at place: Origin
  ) -> Finding {
    var arguments = values
    arguments["row"] = .count(CellAddress(place.cell)?.row ?? number)
    return Finding(
      code: code, severity: severity, key: key, arguments: arguments, origins: [place])
  }
}

extension Observation {
  /// What a person wrote, a dash too; nil where nothing stands.
  fileprivate var writing: String? {
    switch state {
    case .given(.text(let text)), .withheld(.text(let text)): text
    case .notApplicable: ExplanationRow.dash
    case .given, .withheld, .missing, .unreadable: nil
    }
  }
}
