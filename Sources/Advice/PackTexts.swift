import Expressions
import Monitoring

/// Names of one text beside those that every sentence sees.
struct ExtendedNames: ExpressionEnvironment {
  let base: SentenceNames
  let own: [String: ExpressionValue]

  func value(of name: String) -> ExpressionValue? { own[name] ?? base.value(of: name) }

  func value(of call: FunctionCall) throws(ExpressionError) -> ExpressionValue? {
    try base.value(of: call)
  }

  func text(of value: ExpressionValue) -> String { base.text(of: value) }
}

extension Adviser {
  /// A fixed paragraph of the pack with its tags filled, where the pack has it: `index` counts from
  /// 0. Nil when it has not. Throws `AdviceError` when it cannot be filled.
  func packText(
    _ name: String, _ index: Int = 0, at occasion: Occasion? = nil,
    _ own: [String: ExpressionValue] = [:]
  ) throws -> String? {
    guard let paragraphs = pack.texts[name], index < paragraphs.count else { return nil }
    do {
      return try TextTemplate(parsing: paragraphs[index]).fill(
        in: ExtendedNames(base: names(occasion), own: own))
    } catch {
      throw AdviceError(code: .badText, text: name, reason: "\(error)")
    }
  }

  /// The register's units that were expected to give `indicator` and did not, by name; empty in a
  /// public edition, which holds no units.
  func lackingUnits(_ indicator: IndicatorCode) -> [UnitCode] {
    register.expected(in: period).map(\.code).filter { unit in
      let address = ValueAddress(indicator: indicator, unit: unit, period: period)
      switch edition[address]?.value?.state {
      case .noData, .withheld: return true
      case .known, .notApplicable, nil: return false
      }
    }
  }
}
