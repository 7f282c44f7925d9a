package import ExactNumbers
package import Expressions
package import Findings

/// A rule of a pack's form: a condition that good forms keep.
package struct Rule: Sendable, Hashable {
  package enum Scope: Sendable, Hashable {
    /// Once a form.
    case form
    /// Once a row of the table of this dimension.
    case row(ClassifierCode)
    /// Once each of these fields (in each row where it has rows), which the condition calls `value`.
    case each([FieldCode])
    /// Once each of these fields as a whole column, which the condition calls `value` inside
    /// `count(value)`, `distinct(value)`, `max(value)`, …
    case column([FieldCode])
  }

  /// Words in one language; `{{ … }}` tags see the fields' values.
  package struct Words: Sendable, Hashable {
    /// The rule and the values seen, in one sentence.
    package var message: TextTemplate
    package var reason: String
    package var mend: String

    package init(message: TextTemplate, reason: String, mend: String) {
      self.message = message
      self.reason = reason
      self.mend = mend
    }
  }

  /// «pack:id».
  package var code: FindingCode
  package var severity: Severity
  package var scope: Scope
  /// True on values that are right; not evaluated when an operand is missing.
  package var condition: Expression
  /// «если»: where it is false the rule says nothing; where it is missing the rule is not evaluated.
  /// Nil: always.
  package var when: Expression?
  /// By how much the sides of a comparison may differ, 0 or more, in their own unit; nil: not at
  /// all. It loosens the comparisons of `condition` outside calls: `a = b` holds for
  /// |a − b| ≤ tolerance, `a <= b` for a − b ≤ tolerance, `a < b` for a − b < tolerance,
  /// `a <> b` for |a − b| > tolerance.
  package var tolerance: ExactNumber?
  /// What a broken error rule withholds; empty: the fields that the condition names, in its row.
  package var withholds: [FieldCode]
  /// The field that a person looks at first; nil: the first that the condition names.
  package var leads: FieldCode?
  package var russian: Words
  /// Nil: English speakers see the Russian words.
  package var english: Words?
  /// Types of units that it applies to; empty: all.
  package var unitTypes: [String]

  package init(
    code: FindingCode, severity: Severity, scope: Scope, condition: Expression,
    when: Expression? = nil, tolerance: ExactNumber? = nil, withholds: [FieldCode] = [],
    leads: FieldCode? = nil, russian: Words, english: Words? = nil,
    unitTypes: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.scope = scope
    self.condition = condition
    self.when = when
    self.tolerance = tolerance
    self.withholds = withholds
    self.leads = leads
    self.russian = russian
    self.english = english
    self.unitTypes = unitTypes
  }
}

extension Rule {
  /// Whether it is a rule for units of this type; nil: the register does not say.
  package func applies(toType type: String?) -> Bool {
    unitTypes.isEmpty || unitTypes.contains(type ?? "")
  }
}
