package import Monitoring

extension Adviser {
  /// The roadmap for the next period, in the order of the pack's directions, then of its measures.
  /// A direction may have none: it is printed as empty.
  ///
  /// A measure without triggers is always there; the others only when one of theirs fires at their
  /// indicator for the municipality. Throws `AdviceError`.
  package func measures() throws -> [Measure] {
    let fired = occasions.forAll()
    let directions = pack.classifier(Self.directions)?.members.map(\.code) ?? []
    var rows: [Measure] = []
    for direction in directions {
      for template in pack.measures where template.direction == direction {
        let own = fired.filter { $0.address.indicator == template.indicator }
        let occasion = own.first { template.triggers.contains($0.trigger) }
        guard template.triggers.isEmpty || occasion != nil else { continue }
        if let row = try measure(template, on: occasion ?? own.first) { rows.append(row) }
      }
    }
    return rows
  }

  private func measure(_ template: MeasureTemplate, on occasion: Occasion?) throws -> Measure? {
    let address = ValueAddress(
      indicator: template.indicator, unit: register.root.code, period: period)
    let names = names(occasion ?? Occasion(.steady, address))
    guard let title = try names.fill(template.title, of: template.code),
      let term = try names.fill(template.term, of: template.code)
    else { return nil }
    return Measure(
      template: template.code, direction: template.direction, title: title, term: term,
      responsible: template.responsible, indicator: template.indicator,
      expected: try names.fill(template.expected, of: template.code)
        ?? pack.texts[Self.expectedUnknown]?.first ?? "",
      evidence: [address].filter { edition[$0]?.value != nil })
  }

  /// The dictionary of directions of measures.
  static var directions: ClassifierCode { "directions" }
  /// The pack's text for an expectation whose number is not known.
  static var expectedUnknown: String { "expected_unknown" }
}
