import Monitoring
import Yams

extension PackReader {
  private static let formKeys = [
    "code", "version", "title", "sections", "is_optional", "instruction", "explanations",
  ]

  /// `form:` where a pack has one form, `forms:` where it has several.
  func readForms() -> [FormSchema] {
    guard let root = root("form.yaml", keys: ["form", "forms"]) else { return [] }
    var seen = SeenFormCodes()
    guard root.entry("forms") != nil else {
      return root.record("form", keys: Self.formKeys).map { [form($0, &seen)] } ?? []
    }
    if root.entry("form") != nil {
      faults.add(.notAllowed("form", allowed: ["forms"]), at: root.place(of: "form"))
    }
    return root.neededElements("forms").compactMap {
      Record($0, keys: Self.formKeys, faults: faults).map { form($0, &seen) }
    }
  }

  /// Codes are unique in the whole pack, so that a rule may compare one form with another.
  private struct SeenFormCodes {
    var forms = SeenCodes()
    var sections = SeenCodes()
    var fields = SeenCodes()
  }

  private func form(_ form: Record, _ seen: inout SeenFormCodes) -> FormSchema {
    var sheets = SeenNames()
    var schema = FormSchema(
      code: FormCode(rawValue: seen.forms.code(of: form)),
      version: form.whole("version", least: 1), title: form.text("title"),
      sections: form.neededElements("sections").compactMap {
        section($0, codes: &seen.sections, sheets: &sheets, fieldCodes: &seen.fields)
      }, isOptional: form.flag("is_optional", default: false),
      instruction: form.texts("instruction"))
    checkIdentities(of: schema, at: form.place(of: "sections"))
    schema.explanations = explanations(of: form, schema)
    return schema
  }

  private func section(
    _ entry: Entry, codes: inout SeenCodes, sheets: inout SeenNames, fieldCodes: inout SeenCodes
  ) -> FormSection? {
    let keys = [
      "code", "sheet", "title", "layout", "row_heading", "value_heading", "fields", "is_optional",
      "is_counted",
    ]
    guard let record = Record(entry, keys: keys, faults: faults) else { return nil }
    let code = codes.code(of: record)
    let sheet = record.text("sheet")
    if !sheet.isEmpty {
      sheets.add(sheet, of: code, at: record.place(of: "sheet"), faults: faults)
    }
    let layout = layout(of: record)
    var labels = SeenNames()
    return FormSection(
      code: SectionCode(rawValue: code), sheet: sheet, title: record.text("title"), layout: layout,
      rowHeading: record.texts("row_heading"), valueHeading: record.texts("value_heading"),
      fields: record.neededElements("fields").compactMap {
        field($0, layout: layout, codes: &fieldCodes, labels: &labels)
      },
      isOptional: record.flag("is_optional", default: false),
      isCounted: record.flag("is_counted", default: false))
  }

  /// `list`, `records`, or `{table: dictionary}`.
  private func layout(of section: Record) -> FormSection.Layout {
    guard let entry = section.needed("layout") else { return .records }
    if entry.node.mapping != nil {
      guard let record = Record(entry, keys: ["table"], faults: faults) else { return .records }
      let dictionary = record.text("table")
      checkDictionary(dictionary, at: record.place(of: "table"))
      return .table(dimension: ClassifierCode(rawValue: dictionary))
    }
    switch entry.text {
    case "list": return .list
    case "records": return .records
    case let other:
      let allowed = ["list", "records", "{table: …}"]
      faults.add(
        .notAllowed(other ?? "", allowed: allowed), at: entry.place,
        meant: other.flatMap { Suggestion.nearest(to: $0, among: allowed) })
      return .records
    }
  }

  private func field(
    _ entry: Entry, layout: FormSection.Layout, codes: inout SeenCodes, labels: inout SeenNames
  ) -> FormField? {
    let keys = [
      "code", "number", "label", "aliases", "kind", "unit", "is_required", "is_personal",
      "contact",
    ]
    guard let record = Record(entry, keys: keys, faults: faults) else { return nil }
    let code = codes.code(of: record)
    let kind = kind(of: record)
    let unit = record.optionalText("unit")
    declare(code, Catalogue.FieldInfo(kind: kind, unit: unit), layout: layout)
    let field = FormField(
      code: FieldCode(rawValue: code), number: record.optionalText("number"),
      label: record.text("label"), aliases: record.texts("aliases"), kind: kind ?? .text,
      unit: unit, isRequired: record.flag("is_required", default: true),
      isPersonal: record.flag("is_personal", default: false),
      contact: record.entry("contact").flatMap {
        record.choice($0, of: FormField.Contact.self)
      })
    checkContact(field, of: record)
    for label in [field.label] + field.aliases where !label.isEmpty {
      labels.add(label, of: code, at: record.place(of: "label"), faults: faults)
    }
    return field
  }

  /// Whom to ask is a text about a person: a field that names somebody and is not personal would
  /// reach documents.
  private func checkContact(_ field: FormField, of record: Record) {
    guard field.contact != nil, field.kind != .text || !field.isPersonal else { return }
    faults.add(.contactNotPersonal(field: field.code.rawValue), at: record.place(of: "contact"))
  }

  private func declare(
    _ code: String, _ plain: Catalogue.FieldInfo, layout: FormSection.Layout
  ) {
    guard !code.isEmpty, catalogue.fields[code] == nil else { return }
    var info = plain
    switch layout {
    case .list: break
    case .table(let dimension): info.dimension = dimension
    case .records: info.isRecord = true
    }
    catalogue.fields[code] = info
  }

  /// A word, `{choice: dictionary}` or `{identity: what}`.
  private func kind(of field: Record) -> FormField.Kind? {
    guard let entry = field.needed("kind") else { return nil }
    if entry.node.mapping != nil {
      guard let record = Record(entry, keys: ["choice", "identity"], faults: faults) else {
        return nil
      }
      if record.entry("identity") != nil {
        return record.choice("identity", of: FormField.Identity.self).map { .identity($0) }
      }
      let dictionary = record.text("choice")
      checkDictionary(dictionary, at: record.place(of: "choice"))
      return .choice(ClassifierCode(rawValue: dictionary))
    }
    return field.choice(entry, of: PlainKind.self)?.kind
  }

  private enum PlainKind: String, CaseIterable {
    case count
    case percent
    case number
    case text
    case yesNo = "yes_no"
    case date

    var kind: FormField.Kind {
      switch self {
      case .count: .count
      case .percent: .percent
      case .number: .number
      case .text: .text
      case .yesNo: .yesNo
      case .date: .date
      }
    }
  }

  /// Without these a file can be bound to no school and no period.
  private func checkIdentities(of form: FormSchema, at place: Place) {
    var found: Set<FormField.Identity> = []
    for field in form.fields {
      if case .identity(let identity) = field.kind { found.insert(identity) }
    }
    guard !found.contains(.period) || found.isDisjoint(with: [.unitCode, .unitName]) else {
      return
    }
    let needed: [FormField.Identity] = found.contains(.period) ? [.unitCode] : [.unitCode, .period]
    let missing = needed.filter { identity in
      !found.contains(identity) && !(identity == .unitCode && found.contains(.unitName))
    }
    if !missing.isEmpty { faults.add(.missingIdentity(missing.map(\.rawValue)), at: place) }
  }
}
