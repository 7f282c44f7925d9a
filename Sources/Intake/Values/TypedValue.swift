package import Findings
package import Monitoring

/// Reads a value that a person of the office types, as strictly as what stands in a form.
package struct TypedValue: Sendable {
  /// What a person types for «not applicable», whatever the pack declares besides.
  private static let dashes: Set<String> = ["–", "—", "-"]

  private let values: ValueReader

  package init(classifiers: [Classifier], readings: Readings) {
    values = ValueReader(classifiers: classifiers, readings: readings)
  }

  /// - Parameter label: what the form calls the value.
  /// - Returns: the state; `.missing` for a text without letters, `.notApplicable` for a dash.
  /// - Throws: `RefusedValue` for what is no value of the field.
  package func state(
    of text: String, as field: FormField, called label: String
  ) throws(RefusedValue) -> Observation.State {
    let seen = NumberText.trimmed(text)
    if seen.isEmpty { return .missing }
    if Self.dashes.contains(seen) { return .notApplicable }
    let reading = values.read(GridCell(.text(seen), rawText: seen), as: field)
    guard reading.state == .unreadable else { return reading.state }
    var arguments = reading.remark?.arguments ?? ["value": .text(seen)]
    arguments["label"] = .text(label)
    throw RefusedValue(
      finding: Finding(
        code: reading.remark?.code ?? "cell.not-a-number", severity: .error,
        key: FindingKey(field: field.code.rawValue), arguments: arguments,
        origins: [Origin(file: seen)]))
  }
}

/// Something that is no value of its field; the catalogue has the words.
package struct RefusedValue: Error, Sendable {
  package var finding: Finding
}
