package import Monitoring

extension Adviser {
  /// What is advised to whom, in the order of the pack's addressees; for each at least one
  /// recommendation in each section that the pack has texts for.
  ///
  /// The property `advised_by` of an addressee says how: `units` – each unit that existed in the
  /// period, from its own values (in a public edition, which shows no units, once from the
  /// municipality's); the code of a dictionary – once in all, and for each member that calls for
  /// action; nothing – once in all, with single units in the evidence. Throws `AdviceError`.
  package func recommendations() throws -> [Recommendation] {
    let whole = occasions.forAll()
    var advice: [Recommendation] = []
    for addressee in pack.classifier(Self.addressees)?.members ?? [] {
      let property = addressee.properties[Self.advisedBy]
      if property == Self.units, edition.audience == .internal {
        let targets = occasions.targets()
        for unit in register.expected(in: period) {
          if occasions.hasNothing(unit.code),
            let form = try missingForm(addressee.code, unit.code)
          {
            advice.append(form)
            advice += try targetAdvice(Reader(addressee.code, unit: unit.code), targets)
            continue
          }
          let own = occasions.sorted(occasions.at(unit.code) + targets)
          advice += try advise(Reader(addressee.code, unit: unit.code), on: own)
        }
        continue
      }
      advice += try advise(Reader(addressee.code, isMany: property != nil), on: whole)
      if let property, let dictionary = pack.classifier(ClassifierCode(rawValue: property)) {
        for member in dictionary.members {
          let breakdown = Breakdown(dictionary.code, member.code)
          let own = occasions.forAll(breakdown).filter(callsForAction)
          advice += try advise(
            Reader(addressee.code, breakdown: breakdown, isMany: true), on: own)
        }
      }
    }
    return advice
  }

  /// Who is advised: a group, one unit of it, or those of one member.
  private struct Reader {
    var addressee: MemberCode
    var unit: UnitCode?
    var breakdown: Breakdown
    /// Many people of many units, to whom no single unit is named.
    var isMany: Bool

    init(
      _ addressee: MemberCode, unit: UnitCode? = nil, breakdown: Breakdown = .whole,
      isMany: Bool = false
    ) {
      self.addressee = addressee
      self.unit = unit
      self.breakdown = breakdown
      self.isMany = isMany
    }
  }

  private func advise(_ reader: Reader, on occasions: [Occasion]) throws -> [Recommendation] {
    let sections = pack.classifier(Self.sections)?.members.map(\.code) ?? []
    return try sections.flatMap { try advise(reader, $0, on: occasions) }
  }

  /// What a unit without a form is advised before all: to hand it in. Nil when the pack has no
  /// text `no_form` (the advice, then its term).
  private func missingForm(_ addressee: MemberCode, _ unit: UnitCode) throws -> Recommendation? {
    guard let text = try packText("no_form"), let term = try packText("no_form", 1),
      let section = pack.classifier(Self.sections)?.members.first?.code,
      let direction = pack.classifier(Self.directions)?.members.first?.code
    else { return nil }
    return Recommendation(
      template: "no_form", addressee: addressee, unit: unit, section: section, breakdown: .whole,
      direction: direction, text: text, term: term, evidence: [])
  }

  /// What the municipality's targets call for, and nothing else.
  private func targetAdvice(_ reader: Reader, _ targets: [Occasion]) throws -> [Recommendation] {
    let templates = pack.advice.filter { $0.addressee == reader.addressee }
    return try matches(templates, targets.filter(callsForAction), reader)
  }

  /// What fires in one section. Where something calls for action, the texts on going on are left
  /// out; where nothing fires, one of those is given, except for a single member.
  private func advise(
    _ reader: Reader, _ section: MemberCode, on occasions: [Occasion]
  ) throws -> [Recommendation] {
    let templates = pack.advice.filter {
      $0.addressee == reader.addressee && $0.section == section
    }
    let fired = occasions.filter { pack.indicator($0.address.indicator)?.section == section }
    let calling = try matches(templates, fired.filter(callsForAction), reader)
    if !calling.isEmpty { return calling }
    let going = try matches(
      templates, fired.filter { !callsForAction($0) && !self.occasions.isWorse($0) }, reader)
    if !going.isEmpty || !reader.breakdown.isWhole { return going }
    return try general(templates, reader).map { [$0] } ?? []
  }

  /// A template speaks once, of the weightiest occasion; its evidence holds all of them.
  private func matches(
    _ templates: [AdviceTemplate], _ occasions: [Occasion], _ reader: Reader
  ) throws -> [Recommendation] {
    var found: [Recommendation] = []
    for occasion in occasions {
      for template in templates where fits(template, occasion) {
        if let index = found.firstIndex(where: { $0.template == template.code }) {
          for address in evidence(occasion, for: reader)
          where !found[index].evidence.contains(address) {
            found[index].evidence.append(address)
          }
        } else if let one = try recommendation(template, occasion, reader) {
          found.append(one)
        }
      }
    }
    return found
  }

  private func fits(_ template: AdviceTemplate, _ occasion: Occasion) -> Bool {
    template.triggers.contains(occasion.trigger)
      && (template.indicators.isEmpty || template.indicators.contains(occasion.address.indicator))
  }

  /// What is always right: a text for steady times, otherwise any that needs no number.
  private func general(
    _ templates: [AdviceTemplate], _ reader: Reader
  ) throws -> Recommendation? {
    let steady = templates.filter { $0.triggers.contains(.steady) }
    for template in steady + templates {
      if let one = try recommendation(template, nil, reader) { return one }
    }
    return nil
  }

  private func recommendation(
    _ template: AdviceTemplate, _ occasion: Occasion?, _ reader: Reader
  ) throws -> Recommendation? {
    let names = names(occasion)
    guard let text = try names.fill(template.text, of: template.code),
      let term = try names.fill(template.term, of: template.code)
    else { return nil }
    return Recommendation(
      template: template.code, addressee: reader.addressee, unit: reader.unit,
      section: template.section, breakdown: reader.breakdown, direction: template.direction,
      text: text, term: term, evidence: occasion.map { evidence($0, for: reader) } ?? [])
  }

  private func evidence(_ occasion: Occasion, for reader: Reader) -> [ValueAddress] {
    evidence(occasion).filter { !reader.isMany || $0.unit == register.root.code }
  }

  /// Whether something should change, rather than go on: where less is better, growth does.
  private func callsForAction(_ occasion: Occasion) -> Bool {
    let isLessBetter = pack.indicator(occasion.address.indicator)?.direction == .down
    return switch occasion.trigger {
    case .targetMissed, .gap, .noData: true
    case .decline: !isLessBetter
    case .growth: isLessBetter
    case .targetMet, .steady: false
    }
  }

  /// The dictionary of those who are advised.
  private static var addressees: ClassifierCode { "addressees" }
  /// The property of an addressee that says what its recommendations are made by.
  private static var advisedBy: String { "advised_by" }
  private static var units: String { "units" }
}
