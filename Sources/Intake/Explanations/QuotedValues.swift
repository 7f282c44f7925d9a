import Findings
package import Monitoring

/// Finds the values of a form that a person names in the form's own words: «стр. 01», «Астрономия,
/// гр. 4», a label, a cell. They are read as what explanations are about is read.
package struct QuotedValues {
  private let values: [Observation]
  private let matcher: ReferenceMatcher

  /// - Parameter observations: what the unit's forms say; those of other forms are left out.
  package init(schema: FormSchema, classifiers: [Classifier], observations: [Observation]) {
    values = observations.filter { schema.field($0.key.field) != nil }
    // A value is named as a finding at it would be.
    matcher = ReferenceMatcher(
      schema: schema, phrases: ReferencePhrases(schema: schema, classifiers: classifiers),
      classifiers: classifiers, findings: values.map(\.mark), observations: values)
  }

  /// In the order of the observations; empty for words that mean nothing, and for a place that
  /// several sheets have.
  package func named(_ text: String) -> [Observation] {
    matcher.findings(named: text).sorted().map { values[$0] }
  }

  /// Whether every word of a text was understood: an explanation may say more than it names, but
  /// who writes a value into a form has to name it and nothing else.
  package func knowsAll(of text: String) -> Bool { matcher.knowsAll(of: text) }
}

extension Observation {
  /// Something to be found at the value, which says nothing.
  fileprivate var mark: Finding {
    Finding(
      code: "", severity: .warning,
      key: FindingKey(field: key.field.rawValue, breakdown: key.breakdown.description),
      origins: origin.map { [$0] } ?? [])
  }
}
