package import Expressions

/// A sentence of the approved catalogue. Its tags see: `period`, `previous_period`, `next_period`,
/// `value`, `previous`, `change` (unsigned, with its unit), `numerator`, `denominator`,
/// `coverage_given`, `coverage_expected`, `target`, `lowest`, `highest`, `lowest_unit`,
/// `highest_unit`, `unit_name` (`Vocabulary.occasionNames`).
package struct Sentence: Sendable, Hashable {
  package var code: String
  package var indicator: IndicatorCode
  package var trigger: Trigger
  package var text: TextTemplate
  /// Who should read it: members of the pack's `addressees`.
  package var addressees: [MemberCode]
  /// The direction of measures that it leads to; a member of `directions`.
  package var direction: MemberCode

  package init(
    code: String, indicator: IndicatorCode, trigger: Trigger, text: TextTemplate,
    addressees: [MemberCode], direction: MemberCode
  ) {
    self.code = code
    self.indicator = indicator
    self.trigger = trigger
    self.text = text
    self.addressees = addressees
    self.direction = direction
  }
}

/// What a pack advises to one group of addressees in one section, when one of the triggers
/// fires at one of the section's indicators. Its text sees what `Sentence` sees.
package struct AdviceTemplate: Sendable, Hashable {
  package var code: String
  package var addressee: MemberCode
  package var section: MemberCode
  package var triggers: [Trigger]
  /// Only these indicators of the section; empty: all of them.
  package var indicators: [IndicatorCode]
  package var direction: MemberCode
  package var text: TextTemplate
  /// By when, as it is printed; its tags see `period` and `next_period`.
  package var term: TextTemplate

  package init(
    code: String, addressee: MemberCode, section: MemberCode, triggers: [Trigger],
    indicators: [IndicatorCode], direction: MemberCode, text: TextTemplate, term: TextTemplate
  ) {
    self.code = code
    self.addressee = addressee
    self.section = section
    self.triggers = triggers
    self.indicators = indicators
    self.direction = direction
    self.text = text
    self.term = term
  }
}

/// A sentence with its numbers in, and what they rest on.
package struct Statement: Sendable, Hashable {
  package var sentence: String
  package var indicator: IndicatorCode
  package var trigger: Trigger
  package var text: String
  /// The addresses of the values that it names.
  package var evidence: [ValueAddress]

  package init(
    sentence: String, indicator: IndicatorCode, trigger: Trigger, text: String,
    evidence: [ValueAddress]
  ) {
    self.sentence = sentence
    self.indicator = indicator
    self.trigger = trigger
    self.text = text
    self.evidence = evidence
  }
}

/// What is advised to whom.
package struct Recommendation: Sendable, Hashable {
  package var template: String
  package var addressee: MemberCode
  /// The unit that it is addressed to; nil for a group as a whole.
  package var unit: UnitCode?
  package var section: MemberCode
  /// The subject (or other member) that it is about; whole for none.
  package var breakdown: Breakdown
  package var direction: MemberCode
  package var text: String
  package var term: String
  package var evidence: [ValueAddress]

  package init(
    template: String, addressee: MemberCode, unit: UnitCode?, section: MemberCode,
    breakdown: Breakdown, direction: MemberCode, text: String, term: String,
    evidence: [ValueAddress]
  ) {
    self.template = template
    self.addressee = addressee
    self.unit = unit
    self.section = section
    self.breakdown = breakdown
    self.direction = direction
    self.text = text
    self.term = term
    self.evidence = evidence
  }
}

/// A measure of a pack: a row of the roadmap.
package struct MeasureTemplate: Sendable, Hashable {
  package var code: String
  package var direction: MemberCode
  package var title: TextTemplate
  package var term: TextTemplate
  package var responsible: String
  package var indicator: IndicatorCode
  /// What is expected of the indicator; its tags see what `Sentence` sees.
  package var expected: TextTemplate
  /// Only when one of these fires at the indicator for the municipality; empty: always.
  package var triggers: [Trigger]

  package init(
    code: String, direction: MemberCode, title: TextTemplate, term: TextTemplate,
    responsible: String, indicator: IndicatorCode, expected: TextTemplate, triggers: [Trigger]
  ) {
    self.code = code
    self.direction = direction
    self.title = title
    self.term = term
    self.responsible = responsible
    self.indicator = indicator
    self.expected = expected
    self.triggers = triggers
  }
}

/// A measure as the roadmap of a period prints it.
package struct Measure: Sendable, Hashable {
  package var template: String
  package var direction: MemberCode
  package var title: String
  package var term: String
  package var responsible: String
  package var indicator: IndicatorCode
  package var expected: String
  package var evidence: [ValueAddress]

  package init(
    template: String, direction: MemberCode, title: String, term: String, responsible: String,
    indicator: IndicatorCode, expected: String, evidence: [ValueAddress]
  ) {
    self.template = template
    self.direction = direction
    self.title = title
    self.term = term
    self.responsible = responsible
    self.indicator = indicator
    self.expected = expected
    self.evidence = evidence
  }
}
