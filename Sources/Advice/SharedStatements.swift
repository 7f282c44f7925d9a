import ExactNumbers
import Expressions
import Monitoring
import Wording

/// Statements that gather what would otherwise be said many times over: which members of a
/// dictionary changed, in how many units an indicator changed, who gave no data for several.
///
/// Their words are the pack's fixed paragraphs; a pack that has none says none.
extension Adviser {
  /// How many members of a dictionary one statement names, the greatest change first.
  private static var namedParts: Int { 5 }

  /// The members in which an indicator of the municipality grew or fell.
  func partsStatement(_ trigger: Trigger, _ indicator: Indicator) throws -> Statement? {
    let text = "\(trigger.rawValue)_in_parts"
    var changed: [(occasion: Occasion, size: Fraction)] = []
    for signal in edition.signals where signal.trigger == trigger {
      guard signal.address.unit == register.root.code, signal.address.period == period,
        signal.address.indicator == indicator.code, !signal.address.breakdown.isWhole,
        let difference = edition.comparison(signal.address)?.difference
      else { continue }
      changed.append((Occasion(trigger, signal.address), difference.magnitude))
    }
    let named = changed.enumerated().sorted {
      $0.element.size == $1.element.size
        ? $0.offset < $1.offset : $0.element.size > $1.element.size
    }.prefix(Self.namedParts).map(\.element.occasion)
    let parts = try named.compactMap { occasion -> String? in
      guard let change = names(occasion).change else { return nil }
      return try packText(
        text, 1, at: occasion,
        [
          "row_title": .text(title(of: occasion.address.breakdown)), "change": .text(change),
          "measured": .text(measured(occasion.address)),
        ])
    }
    guard !parts.isEmpty, let first = named.first,
      let sentence = try packText(
        text, 0, at: first, labels(indicator, ["parts": .text(parts.joined(separator: "; "))]))
    else { return nil }
    return Statement(
      sentence: text, indicator: indicator.code, trigger: trigger, text: sentence,
      evidence: named.map(\.address))
  }

  /// In how many units each indicator grew or fell; nil where the edition holds no units.
  func unitsStatement(_ trigger: Trigger) throws -> Statement? {
    let text = "\(trigger.rawValue)_in_units"
    var parts: [String] = []
    var evidence: [ValueAddress] = []
    for indicator in pack.indicators {
      let verdicts = register.expected(in: period).compactMap { unit in
        edition.comparison(
          ValueAddress(indicator: indicator.code, unit: unit.code, period: period))
      }.filter { $0.difference != nil }.map(\.verdict)
      let changed = verdicts.count { $0.trigger == trigger }
      guard changed > 0 else { continue }
      let own = labels(indicator, ["units": .whole(changed), "compared": .whole(verdicts.count)])
      if let part = try packText(text, 1, own) { parts.append(part) }
      evidence.append(
        ValueAddress(indicator: indicator.code, unit: register.root.code, period: period))
    }
    guard let first = evidence.first, !parts.isEmpty,
      let sentence = try packText(text, 0, ["parts": .text(parts.joined(separator: "; "))])
    else { return nil }
    return Statement(
      sentence: text, indicator: first.indicator, trigger: trigger, text: sentence,
      evidence: evidence)
  }

  /// One statement for each group of units that lack the same several indicators.
  func lackingStatements(_ whole: [Occasion]) throws -> [(of: [Occasion], statement: Statement)] {
    struct Group {
      var units: [UnitCode]
      var coverage: Coverage
      var occasions: [Occasion]
    }
    var groups: [Group] = []
    for occasion in whole where occasion.trigger == .noData {
      guard let coverage = edition[occasion.address]?.value?.coverage else { continue }
      let units = lackingUnits(occasion.address.indicator)
      let known = groups.firstIndex { group in
        group.coverage.lacking == coverage.lacking && group.coverage.expected == coverage.expected
          && (units.isEmpty || units == group.units || group.units.isEmpty)
      }
      if let known {
        groups[known].occasions.append(occasion)
        if groups[known].units.isEmpty { groups[known].units = units }
      } else {
        groups.append(Group(units: units, coverage: coverage, occasions: [occasion]))
      }
    }
    return try groups.filter { $0.occasions.count > 1 }.compactMap { group in
      let labels = group.occasions.compactMap { pack.indicator($0.address.indicator)?.label }
      let own: [String: ExpressionValue] = [
        "labels": .text(Language.ru.list(labels)), "lacking": .whole(group.coverage.lacking),
        "expected": .whole(group.coverage.expected),
        "units": .text(
          group.units.compactMap { register[$0]?.name(in: period).short }.joined(separator: ", ")),
      ]
      guard let first = group.occasions.first, let text = try packText("no_data_shared", 0, own)
      else { return nil }
      let who = group.units.isEmpty ? nil : try packText("no_data_shared", 1, own)
      return (
        group.occasions,
        Statement(
          sentence: "no_data_shared", indicator: first.address.indicator, trigger: .noData,
          text: [text, who].compactMap { $0 }.joined(separator: " "),
          evidence: group.occasions.map(\.address))
      )
    }
  }

  /// What must be said beside a change between two periods with data of different units; nil when
  /// both are complete or equally covered.
  func coverageRemark(_ occasion: Occasion) throws -> String? {
    switch occasion.trigger {
    case .decline, .growth, .steady: break
    case .targetMissed, .gap, .noData, .targetMet: return nil
    }
    guard let before = names(occasion).previousAddress.flatMap({ edition[$0]?.value?.coverage }),
      let now = edition[occasion.address]?.value?.coverage, before.differs(from: now)
    else { return nil }
    return try packText(
      "coverage_differs", 0, at: occasion,
      [
        "before_given": .whole(before.answered), "before_expected": .whole(before.expected),
        "given": .whole(now.answered), "expected": .whole(now.expected),
      ])
  }

  private func labels(
    _ indicator: Indicator, _ own: [String: ExpressionValue]
  ) -> [String: ExpressionValue] {
    own.merging([
      "label": .text(indicator.label),
      "title": .text(Typography.uncapitalized(indicator.shortTitle)),
    ]) { own, _ in own }
  }

  /// The row's title; members of several dictionaries joined.
  private func title(of breakdown: Breakdown) -> String {
    breakdown.parts.map { part in
      let title = pack.classifier(part.dimension)?[part.member]?.title
      return Typography.uncapitalized(title ?? part.member.rawValue)
    }.joined(separator: ", ")
  }

  /// «38,8 %, 40 из 103», «12 ед.».
  private func measured(_ address: ValueAddress) -> String {
    let names = names(Occasion(.steady, address))
    guard let value = names.known, let worded = names.worded(address) else { return "" }
    guard let denominator = value.denominator else { return names.text(of: worded) }
    let terms = [value.numerator, denominator].map { Language.ru.number($0) }
    return "\(names.text(of: worded)), \(terms.joined(separator: " из\(Mark.noBreakSpace)"))"
  }
}

extension Comparison.Verdict {
  /// What a change of this verdict triggers.
  fileprivate var trigger: Trigger? {
    switch self {
    case .growth: .growth
    case .decline: .decline
    case .steady: .steady
    case .noData, .notComparable: nil
    }
  }
}
