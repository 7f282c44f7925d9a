package import Monitoring

extension Practice {
  /// The practices that units wrote into their forms, in the order of `units` and of their rows.
  ///
  /// They stand in the form's section of free rows with a choice of a regulation's section; its
  /// first field of text is the title, its second the outcome. A row without a title or a section
  /// is no practice. None when the form has no such section.
  package static func reported(
    in observations: [Observation], by units: [Unit], period: Period, pack: SystemPack
  ) -> [Practice] {
    guard let fields = Fields(pack.sections) else { return [] }
    var rows: [UnitCode: [Int: Row]] = [:]
    for one in observations where one.key.period == period {
      guard let row = one.key.breakdown.member(of: Breakdown.row), let number = Int(row.rawValue)
      else { continue }
      rows[one.key.unit, default: [:]][number, default: Row()].take(one, fields)
    }
    return units.flatMap { unit in
      (rows[unit.code] ?? [:]).sorted { $0.key < $1.key }.compactMap { _, row in
        guard let section = row.section, !row.title.isEmpty else { return nil }
        return Practice(unit: unit.code, title: row.title, section: section, outcome: row.outcome)
      }
    }
  }

  /// Where a form has them.
  private struct Fields {
    var title: FieldCode
    var section: FieldCode
    var outcome: FieldCode?

    init?(_ sections: [FormSection]) {
      for section in sections where section.layout == .records {
        let texts = section.fields.filter { $0.kind == .text }
        guard let title = texts.first,
          let choice = section.fields.first(where: { $0.kind == .choice(Adviser.sections) })
        else { continue }
        self.title = title.code
        self.section = choice.code
        outcome = texts.dropFirst().first?.code
        return
      }
      return nil
    }
  }

  private struct Row {
    var title = ""
    var section: MemberCode?
    var outcome = ""

    mutating func take(_ observation: Observation, _ fields: Fields) {
      guard case .given(let value) = observation.state else { return }
      switch value {
      case .text(let text) where observation.key.field == fields.title: title = text
      case .text(let text) where observation.key.field == fields.outcome: outcome = text
      case .choice(let member) where observation.key.field == fields.section: section = member
      case .text, .choice, .number, .yesNo, .date: break
      }
    }
  }
}
