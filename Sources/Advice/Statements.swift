package import Monitoring

extension Adviser {
  /// What the report concludes of the municipality, by weight, then in the order of the pack's
  /// indicators. The evidence holds the municipality's value first, then what it is compared with.
  ///
  /// A gap is said only where the edition shows both ends. Throws `AdviceError`.
  package func statements() throws -> [Statement] {
    var said: [Statement] = []
    for occasion in occasions.at(register.root.code) {
      for sentence in pack.sentences
      where sentence.trigger == occasion.trigger
        && sentence.indicator == occasion.address.indicator
      {
        guard let text = try names(occasion).fill(sentence.text, of: sentence.code) else {
          continue
        }
        said.append(
          Statement(
            sentence: sentence.code, indicator: sentence.indicator, trigger: sentence.trigger,
            text: text, evidence: evidence(occasion)))
      }
    }
    return said
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
