package import Findings
package import Monitoring

/// Closes the warnings of a unit's form that the unit explains in the form itself.
///
/// A row of the section names what it is about (a code, a cell, a row or a column) and says why it
/// is so. It closes every warning of its form that it names; an error is never closed, and a text
/// that explains nothing closes nothing. Whatever closes nothing is itself a finding.
package struct Explanations: Sendable {
  private let schemas: [FormSchema]
  private let classifiers: [Classifier]
  /// Of each schema.
  private let phrases: [ReferencePhrases]

  package init(schemas: [FormSchema], classifiers: [Classifier]) {
    let schemas = schemas.filter { $0.explanations != nil }
    self.schemas = schemas
    self.classifiers = classifiers
    phrases = schemas.map { ReferencePhrases(schema: $0, classifiers: classifiers) }
  }

  /// The fields that explanations are written in; empty where no form has any.
  package var fields: Set<FieldCode> {
    Set(schemas.compactMap(\.explanations).flatMap { [$0.about, $0.text] })
  }

  /// The findings in their order, those that were explained with the explanation, and after them
  /// what is to be said of the explanations.
  ///
  /// - Parameters:
  ///   - findings: all of one unit and period.
  ///   - observations: what the forms of that unit and period say.
  ///   - words: the words of a finding in each language: repeating them explains nothing.
  package func applied(
    to findings: [Finding], observations: [Observation], words: (Finding) -> [FindingWords]
  ) -> [Finding] {
    var explained = findings
    var remarks: [Finding] = []
    for (schema, phrases) in zip(schemas, phrases) {
      let rows = ExplanationRow.rows(of: schema, in: observations)
      guard !rows.isEmpty else { continue }
      let positions = findings.indices.filter {
        ["", schema.code.rawValue].contains(findings[$0].key.form)
      }
      let matcher = ReferenceMatcher(
        schema: schema, phrases: phrases, classifiers: classifiers,
        findings: positions.map { findings[$0] }, observations: observations)
      for row in rows {
        let named = matcher.findings(named: row.about).map { positions[$0] }.sorted()
        remarks += row.close(named, among: &explained, words: words)
      }
    }
    return explained + remarks
  }
}
