import Monitoring

extension PackReader {
  /// `explanations: {about: field, text: field}` of a form: two text fields of one section of free
  /// rows. Nil when the form has none.
  func explanations(of form: Record, _ schema: FormSchema) -> FormSchema.Explanations? {
    guard let entry = form.entry("explanations"),
      let record = Record(entry, keys: ["about", "text"], faults: faults)
    else { return nil }
    let fields = ["about", "text"].compactMap { field($0, of: record, schema) }
    guard fields.count == 2 else { return nil }
    if schema.section(of: fields[0]) != schema.section(of: fields[1]) {
      faults.add(.explanationsApart, at: record.place(of: "text"))
    }
    return FormSchema.Explanations(about: fields[0], text: fields[1])
  }

  private func field(_ key: String, of record: Record, _ schema: FormSchema) -> FieldCode? {
    let name = record.text(key)
    guard !name.isEmpty, checkField(name, at: record.place(of: key)) != nil else { return nil }
    let code = FieldCode(rawValue: name)
    if schema.section(of: code)?.layout != .records || schema.field(code)?.kind != .text {
      faults.add(.notAFreeText(field: name), at: record.place(of: key))
    }
    return code
  }
}
