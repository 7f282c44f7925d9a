import Findings
import Intake
import Monitoring
import Store
import Wording

/// Finds the value that a person names in a unit's form.
struct ValueFinder {
  /// A value of a form.
  struct Found {
    var key: Observation.Key
    var field: FormField
    var form: FormCode
    /// «Название строки: название графы», or the field's label alone.
    var label: String
    /// «Кадры!C14»; the field's words where it has no cell.
    var place: String
  }

  let form: DecidedForm
  /// The values as the forms that count say them.
  let asRead: [Observation]
  let submitted: Set<FormCode>

  init(_ form: DecidedForm, current: [StoredSubmission]) throws {
    self.form = form
    submitted = Set(current.map(\.submission.form))
    let place = form.place
    asRead = try storing {
      try form.store.observationsAsRead(unit: place.unit, period: place.period)
    }
  }

  /// - Throws: `CampaignError.badDecision` that says what there is instead.
  func value(_ name: ValueAssignment.Name) throws -> Found {
    switch name {
    case .cell(let text): try value(inCell: text)
    case .field(let code, let row): try value(of: code, row: row)
    }
  }

  private func value(inCell text: String) throws -> Found {
    let cell = CellName(text)
    let here = asRead.filter { $0.origin.map(cell.names) ?? false }
    guard let one = here.first else {
      // «Кадры!стр 13» looks like a cell, too.
      guard cell.isAddress, quoted(text).values.isEmpty else { return try value(quoted: text) }
      throw refusal(
        ru: "в ячейке \(text) нет значения формы; возьмите ячейку из протокола или назовите поле",
        en: "the cell \(text) holds no value of the form; take a cell of the protocol, or name "
          + "the field")
    }
    guard here.count == 1 else {
      let fields = here.map(\.key.field.rawValue).joined(separator: ", ")
      throw refusal(
        ru: "ячейка \(text) — это не одно значение (\(fields)); назовите лист или поле",
        en: "the cell \(text) is more than one value (\(fields)); name the sheet or the field")
    }
    return try found(one.key, place: one.origin?.place)
  }

  private func value(of code: FieldCode, row: String?) throws -> Found {
    guard let section = form.pack.sections.first(where: { $0.fields.contains { $0.code == code } })
    else {
      if let places = cells(code.rawValue) {
        throw refusal(
          ru: "поля «\(code)» в форме нет; если это ячейка, назовите и лист: \(places)",
          en: "the form has no field \"\(code)\"; if it is a cell, name the sheet too: \(places)")
      }
      return try value(quoted: row.map { "\(code):\($0)" } ?? code.rawValue)
    }
    let key = key(code, try breakdown(of: code, in: section, row: row))
    return try found(key, place: asRead.first { $0.key == key }?.origin?.place)
  }

  /// «Кадры!C18», «Кадры!C18, Итоги!C18»: the values in a cell without a sheet; nil for none.
  private func cells(_ text: String) -> String? {
    let cell = CellName(text)
    guard cell.isAddress else { return nil }
    let places = Set(asRead.compactMap(\.origin).filter(cell.names).map(\.place))
    return places.isEmpty ? nil : places.sorted().joined(separator: ", ")
  }

  private func breakdown(
    of code: FieldCode, in section: FormSection, row: String?
  ) throws -> Breakdown {
    switch (section.layout, row) {
    case (.list, nil): return .whole
    case (.list, let row?):
      throw refusal(
        ru: "поле «\(code)» не разбито по строкам; уберите «\(row)»",
        en: "the field \"\(code)\" has no rows; leave \"\(row)\" out")
    case (.table(let dimension), let row):
      let members = form.pack.classifier(dimension)?.members ?? []
      let wanted = row?.lowercased() ?? ""
      if let member = members.first(where: {
        $0.code.rawValue == row || $0.title.lowercased() == wanted
      }) {
        return Breakdown(dimension, member.code)
      }
      let codes = members.map { "\($0.code) (\($0.title))" }.joined(separator: ", ")
      throw refusal(
        ru: "назовите строку поля «\(code)»: \(code):СТРОКА=…; строки: \(codes)",
        en: "name the row of the field \"\(code)\": \(code):ROW=…; rows: \(codes)")
    case (.records, let row):
      guard let row, let number = Int(row), number > 0 else {
        throw refusal(
          ru: "назовите номер строки поля «\(code)»: \(code):1=…",
          en: "name the number of the row of the field \"\(code)\": \(code):1=…")
      }
      return Breakdown(Breakdown.row, MemberCode(rawValue: String(number)))
    }
  }

  func key(_ field: FieldCode, _ breakdown: Breakdown) -> Observation.Key {
    Observation.Key(
      unit: form.place.unit, period: form.place.period, field: field, breakdown: breakdown)
  }

  /// «стр. 13 «Педагоги, прошедшие …»»: as the form calls a value.
  func name(_ key: Observation.Key, _ language: Language) -> String {
    CampaignNames(campaign: form.campaign)
      .value(key.field, key.breakdown, in: key.period, language)
  }

  /// - Parameter place: its cell; nil where the form has none.
  func found(_ key: Observation.Key, place: String?) throws -> Found {
    let code = key.field
    guard let schema = form.pack.forms.first(where: { $0.field(code) != nil }),
      let field = schema.field(code)
    else { throw refusal(ru: "поля «\(code)» в форме нет", en: "there is no field \"\(code)\"") }
    guard submitted.contains(schema.code) else {
      throw refusal(
        ru: "форма «\(schema.title)» не поступала, исправлять нечего",
        en: "the form \"\(schema.title)\" has not come: there is nothing to correct")
    }
    // What is written into the journal stays in it.
    guard !field.isPersonal, !field.isIdentity else {
      throw refusal(
        ru: "«\(field.label)» называет человека или саму форму; такое исправляет школа, прислав "
          + "форму ещё раз",
        en: "\"\(field.label)\" names a person or the form itself; the school mends it by "
          + "sending the form again")
    }
    let rows = key.breakdown.parts.map { part in
      form.pack.classifier(part.dimension)?[part.member]?.title ?? part.member.rawValue
    }
    return Found(
      key: key, field: field, form: schema.code,
      label: (rows + [field.label]).joined(separator: ": "), place: place ?? name(key, .ru))
  }

  func refusal(ru: String, en: String) -> CampaignError {
    CampaignError(.badDecision, ru: "\(form.name): \(ru)", en: "\(form.name): \(en)")
  }
}
