import ExactNumbers
import Expressions
import Monitoring

/// The observations of one unit in one period, indexed once for all rules.
struct UnitValues {
  private let observations: [FieldCode: [Breakdown: Observation]]
  let isEmpty: Bool

  init(_ observations: [Observation]) {
    isEmpty = observations.isEmpty
    self.observations = observations.reduce(into: [:]) { index, observation in
      index[observation.key.field, default: [:]][observation.key.breakdown] = observation
    }
  }

  subscript(field: FieldCode, breakdown: Breakdown) -> Observation? {
    observations[field]?[breakdown]
  }

  /// The rows of a free list in their order; their members are numbers.
  func records(of field: FieldCode) -> [Breakdown] {
    (observations[field] ?? [:]).keys.sorted {
      let a = Int($0.member(of: Breakdown.row)?.rawValue ?? "") ?? 0
      let b = Int($1.member(of: Breakdown.row)?.rawValue ?? "") ?? 0
      return a < b
    }
  }

  /// The value that a rule sees. What a rule withholds is seen by the others: they all look at
  /// what stands in the form.
  func value(_ field: FieldCode, _ breakdown: Breakdown) -> ExpressionValue {
    guard let observation = self[field, breakdown] else { return .missing }
    switch observation.state {
    case .given(let value), .withheld(let value): return ExpressionValue(value)
    case .missing, .notApplicable, .unreadable: return .missing
    }
  }

  /// Whether a cell may rightly be empty or say that it does not apply.
  func isNotApplicable(_ field: FieldCode, _ breakdown: Breakdown) -> Bool {
    self[field, breakdown]?.state == .notApplicable
  }

  /// All numbers of the form by what they are of.
  var numbers: [(field: FieldCode, breakdown: Breakdown, number: ExactNumber)] {
    observations.flatMap { field, rows in
      rows.compactMap { breakdown, observation in
        switch observation.state {
        case .given(.number(let number)), .withheld(.number(let number)):
          (field, breakdown, number)
        case .given, .withheld, .missing, .notApplicable, .unreadable: nil
        }
      }
    }
  }
}

extension ExpressionValue {
  init(_ value: Observation.Value) {
    switch value {
    case .number(let number): self = .exact(number)
    case .yesNo(let flag): self = .flag(flag)
    case .choice(let member): self = .text(member.rawValue)
    case .text(let text), .date(let text): self = .text(text)
    }
  }
}
