import Monitoring
import Yams

extension PackReader {
  func readIndicators() -> [Indicator] {
    let keys = [
      "code", "label", "title", "short_title", "section", "source", "kind", "unit", "formulas",
      "is_municipal_only", "direction", "direction_source", "target", "method", "reference_date",
      "readings", "breaks",
    ]
    var codes = SeenCodes()
    return records("indicators.yaml", "indicators", keys: keys).map {
      indicator($0, codes: &codes)
    }
  }

  private func indicator(_ record: Record, codes: inout SeenCodes) -> Indicator {
    let code = codes.code(of: record)
    let kind = record.choice("kind", of: Indicator.Kind.self)
    let section = record.optionalText("section")
    if let section { checkMember(section, of: "sections", at: record.place(of: "section")) }
    let indicator = Indicator(
      code: IndicatorCode(rawValue: code), label: record.text("label"),
      title: record.text("title"), shortTitle: record.text("short_title"),
      section: section.map { MemberCode(rawValue: $0) }, source: record.text("source"),
      kind: kind ?? .share, unit: record.text("unit"),
      formulas: record.neededElements("formulas").compactMap { formula($0, kind: kind) },
      isMunicipalOnly: record.flag("is_municipal_only", default: false),
      direction: record.choice("direction", of: Indicator.Direction.self) ?? .context,
      directionSource: record.optionalText("direction_source"), target: target(of: record),
      method: record.text("method"), referenceDate: record.text("reference_date"),
      readings: record.texts("readings"), breaks: record.periods("breaks"))
    declare(indicator, at: record.place(of: "code"))
    return indicator
  }

  private func declare(_ indicator: Indicator, at place: Place) {
    let code = indicator.code.rawValue
    guard !code.isEmpty, catalogue.indicators[code] == nil else { return }
    catalogue.indicatorCodes.append(code)
    catalogue.indicators[code] = Catalogue.IndicatorInfo(
      place: place, section: indicator.section?.rawValue,
      isMunicipalOnly: indicator.isMunicipalOnly, hasTarget: indicator.target != nil)
  }

  private func target(of indicator: Record) -> Indicator.Target? {
    guard let entry = indicator.entry("target"),
      let record = Record(entry, keys: ["at_least", "source"], faults: faults)
    else { return nil }
    return Indicator.Target(atLeast: record.number("at_least"), source: record.text("source"))
  }

  private func formula(_ entry: Entry, kind: Indicator.Kind?) -> Indicator.Formula? {
    guard
      let record = Record(entry, keys: ["dimension", "numerator", "denominator"], faults: faults)
    else { return nil }
    let dimension = record.optionalText("dimension")
    if let dimension { checkDictionary(dimension, at: record.place(of: "dimension")) }
    switch kind {
    case .share where record.entry("denominator") == nil:
      faults.add(.denominatorMissing, at: record.place)
    case .count where record.entry("denominator") != nil:
      faults.add(.denominatorOfCount, at: record.place(of: "denominator"))
    case .share, .count, nil: break
    }
    guard let numerator = record.needed("numerator") else { return nil }
    return Indicator.Formula(
      dimension: dimension.map { ClassifierCode(rawValue: $0) },
      numerator: term(numerator, dimension: dimension),
      denominator: record.entry("denominator").map { term($0, dimension: dimension) })
  }

  private func term(_ entry: Entry, dimension: String?) -> Indicator.Term {
    guard let record = Record(entry, keys: ["field", "description"], faults: faults) else {
      return Indicator.Term(field: "", description: "")
    }
    let field = record.text("field")
    let place = record.place(of: "field")
    if let info = checkField(field, at: place) {
      check(field, info, fits: dimension, at: place)
    }
    return Indicator.Term(
      field: FieldCode(rawValue: field), description: record.text("description"))
  }

  private func check(
    _ field: String, _ info: Catalogue.FieldInfo, fits dimension: String?, at place: Place
  ) {
    switch info.kind {
    case .count, .number, nil: break
    case .percent, .text, .yesNo, .choice, .date, .identity:
      faults.add(.notNumeric(field: field), at: place)
    }
    if let dimension, info.dimension?.rawValue != dimension {
      faults.add(.notInTable(field: field, dictionary: dimension), at: place)
    } else if dimension == nil, info.dimension != nil || info.isRecord {
      faults.add(.notWhole(field: field), at: place)
    }
  }
}

extension Record {
  /// Years.
  func periods(_ key: String) -> [Period] {
    elements(key).compactMap { period($0) }
  }

  func period(_ entry: Entry) -> Period? {
    if let period = entry.text.flatMap({ Period($0) }) { return period }
    faults.add(.wrongShape(needed: .year), at: entry.place)
    return nil
  }
}
