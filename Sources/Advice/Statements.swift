package import Monitoring

extension Adviser {
  /// What the report concludes of the municipality, by weight, then in the order of the pack's
  /// indicators. The evidence holds the municipality's value first, then what it is compared with.
  ///
  /// A gap is said only where the edition shows both ends. Throws `AdviceError`.
  package func statements() throws -> [Statement] {
    let whole = occasions.at(register.root.code)
    let lacking = try lackingStatements(whole)
    let gathered = lacking.flatMap(\.of)
    var said: [Statement] = []
    for occasion in whole where !gathered.contains(occasion) {
      for sentence in pack.sentences
      where sentence.trigger == occasion.trigger
        && sentence.indicator == occasion.address.indicator
      {
        guard let text = try names(occasion).fill(sentence.text, of: sentence.code) else {
          continue
        }
        let remark = try coverageRemark(occasion)
        said.append(
          Statement(
            sentence: sentence.code, indicator: sentence.indicator, trigger: sentence.trigger,
            text: [text, remark].compactMap { $0 }.joined(separator: " "),
            evidence: evidence(occasion)))
      }
    }
    said += lacking.map(\.statement)
    for trigger in [Trigger.decline, .growth] {
      said += try pack.indicators.compactMap { try partsStatement(trigger, $0) }
    }
    said = sorted(said)
    // What is counted over all indicators closes its group.
    for trigger in [Trigger.decline, .growth] {
      guard let counted = try unitsStatement(trigger) else { continue }
      let next = said.firstIndex { $0.trigger.weight > trigger.weight } ?? said.count
      said.insert(counted, at: next)
    }
    return said
  }

  private func sorted(_ statements: [Statement]) -> [Statement] {
    let order = Dictionary(
      pack.indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let keyed = statements.enumerated().map { position, one in
      (key: [one.trigger.weight, order[one.indicator] ?? order.count, position], value: one)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The shown values that an occasion rests on, its own first.
  func evidence(_ occasion: Occasion) -> [ValueAddress] {
    var addresses = [occasion.address]
    switch occasion.trigger {
    case .decline, .growth, .steady:
      if let before = names(occasion).previousAddress { addresses.append(before) }
    case .gap: addresses += occasion.others
    case .targetMissed, .targetMet, .noData: break
    }
    return addresses.filter { edition[$0]?.value != nil }
  }
}
