import Monitoring

extension PackReader {
  func readSentences() -> [Sentence] {
    let keys = ["code", "indicator", "trigger", "text", "addressees", "direction"]
    let records = records("sentences.yaml", "sentences", keys: keys)
    var codes = SeenCodes()
    var seen: Set<[String]> = []
    let sentences = records.compactMap { record -> Sentence? in
      let code = codes.code(of: record)
      let indicator = indicator("indicator", in: record)
      let trigger = record.choice("trigger", of: Trigger.self)
      let text = template("text", in: record, words: .occasion)
      let addressees = members("addressees", of: "addressees", in: record)
      let direction = member("direction", of: "directions", in: record)
      guard let trigger else { return nil }
      seen.insert([indicator.rawValue, trigger.rawValue])
      checkTarget(of: indicator, for: trigger, at: record.place(of: "trigger"))
      guard let text else { return nil }
      return Sentence(
        code: code, indicator: indicator, trigger: trigger, text: text, addressees: addressees,
        direction: direction)
    }
    if !records.isEmpty { checkCatalogue(of: seen) }
    return sentences
  }

  private func checkTarget(of indicator: IndicatorCode, for trigger: Trigger, at place: Place) {
    guard trigger == .targetMet || trigger == .targetMissed,
      let info = catalogue.indicators[indicator.rawValue], !info.hasTarget
    else { return }
    faults.add(.noTarget(indicator: indicator.rawValue), at: place)
  }

  /// Every indicator needs a sentence for whatever can happen to it.
  private func checkCatalogue(of seen: Set<[String]>) {
    let whole = Place(file: "sentences.yaml", line: 0, column: 0)
    for code in catalogue.indicatorCodes {
      guard let info = catalogue.indicators[code] else { continue }
      for trigger in Trigger.allCases where info.needs(trigger) {
        guard !seen.contains([code, trigger.rawValue]) else { continue }
        faults.add(.missingSentence(indicator: code, trigger: trigger.rawValue), at: whole)
      }
    }
  }
}

extension Catalogue.IndicatorInfo {
  /// Whether a trigger can fire at it.
  fileprivate func needs(_ trigger: Trigger) -> Bool {
    switch trigger {
    case .decline, .growth, .steady, .noData: true
    case .gap: !isMunicipalOnly
    case .targetMissed, .targetMet: hasTarget
    }
  }
}
