import Monitoring

extension PackReader {
  func readAdvice() -> [AdviceTemplate] {
    let keys = [
      "code", "addressee", "section", "triggers", "indicators", "direction", "text", "term",
    ]
    let records = records("recommendations.yaml", "recommendations", keys: keys)
    var codes = SeenCodes()
    var seen: Set<[String]> = []
    let advice = records.compactMap { record -> AdviceTemplate? in
      let code = codes.code(of: record)
      let addressee = member("addressee", of: "addressees", in: record)
      let section = member("section", of: "sections", in: record)
      seen.insert([addressee.rawValue, section.rawValue])
      let text = template("text", in: record, words: .occasion)
      let term = template("term", in: record, words: .term)
      let direction = member("direction", of: "directions", in: record)
      let triggers = record.choices(record.neededElements("triggers"), of: Trigger.self)
      let indicators = indicators(of: record, section: section.rawValue)
      guard let text, let term else { return nil }
      return AdviceTemplate(
        code: code, addressee: addressee, section: section, triggers: triggers,
        indicators: indicators, direction: direction, text: text, term: term)
    }
    if !records.isEmpty { checkCoverage(seen) }
    return advice
  }

  private func indicators(of advice: Record, section: String) -> [IndicatorCode] {
    advice.elements("indicators").map { entry in
      let code = text(entry)
      checkIndicator(code, at: entry.place)
      if let info = catalogue.indicators[code], info.section != section {
        faults.add(.notInSection(indicator: code, section: section), at: entry.place)
      }
      return IndicatorCode(rawValue: code)
    }
  }

  /// Each group of addressees needs something in each section.
  private func checkCoverage(_ seen: Set<[String]>) {
    let whole = Place(file: "recommendations.yaml", line: 0, column: 0)
    for addressee in catalogue.dictionaries["addressees"] ?? [] {
      for section in catalogue.dictionaries["sections"] ?? []
      where !seen.contains([addressee, section]) {
        faults.add(.missingRecommendation(addressee: addressee, section: section), at: whole)
      }
    }
  }

  func readMeasures() -> [MeasureTemplate] {
    let keys = [
      "code", "direction", "title", "term", "responsible", "indicator", "expected", "triggers",
    ]
    var codes = SeenCodes()
    return records("measures.yaml", "measures", keys: keys).compactMap { record in
      let code = codes.code(of: record)
      let direction = member("direction", of: "directions", in: record)
      let title = template("title", in: record, words: .occasion)
      let term = template("term", in: record, words: .term)
      let expected = template("expected", in: record, words: .occasion)
      let responsible = record.text("responsible")
      let indicator = indicator("indicator", in: record)
      let triggers = record.choices(record.elements("triggers"), of: Trigger.self)
      guard let title, let term, let expected else { return nil }
      return MeasureTemplate(
        code: code, direction: direction, title: title, term: term, responsible: responsible,
        indicator: indicator, expected: expected, triggers: triggers)
    }
  }
}
