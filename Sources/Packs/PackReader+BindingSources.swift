import Monitoring
import Yams

/// Where the coordinates of a binding come from, and what its fields are called.
extension PackReader {
  private static let sourceWords = ["sheet", "heading", "heading_onward"]

  /// `sheet`, `heading`, `heading_onward`, or one of the keys of a mapping.
  func source(_ key: String, of record: Record) -> ForeignBinding.Source {
    let nothing = ForeignBinding.Source.fixed("")
    guard let entry = record.needed(key) else { return nothing }
    guard entry.node.mapping != nil else { return word(entry) ?? nothing }
    let keys = ["fixed", "cell", "beside", "column", "headed", "reach"]
    guard let source = Record(entry, keys: keys, faults: faults) else { return nothing }
    if source.entry("fixed") != nil { return .fixed(source.text("fixed")) }
    if source.entry("beside") != nil { return .beside(source.text("beside")) }
    if source.entry("cell") != nil { return .cell(cell(of: source)) }
    return column(of: source).map { .column($0) } ?? nothing
  }

  private func word(_ entry: Entry) -> ForeignBinding.Source? {
    switch entry.text {
    case "sheet": return .sheet
    case "heading": return .heading(.own)
    case "heading_onward": return .heading(.onward)
    case let other:
      let allowed =
        Self.sourceWords + ["{column: …}", "{headed: …}", "{cell: …}", "{beside: …}", "{fixed: …}"]
      faults.add(
        .notAllowed(other ?? "", allowed: allowed), at: entry.place,
        meant: other.flatMap { Suggestion.nearest(to: $0, among: Self.sourceWords) })
      return nil
    }
  }

  /// A column with keys of its own besides.
  func column(_ entry: Entry, keys: [String]) -> ForeignBinding.Column? {
    Record(entry, keys: ["column", "headed", "reach"] + keys, faults: faults).flatMap(column)
  }

  private func column(of record: Record) -> ForeignBinding.Column? {
    let reach =
      record.entry("reach").flatMap { record.choice($0, of: ForeignBinding.Reach.self) } ?? .own
    if record.entry("headed") != nil {
      return ForeignBinding.Column(.headed(spellings("headed", of: record)), reach: reach)
    }
    let letter = record.text("column")
    if !letter.isEmpty, !Self.isColumn(letter) {
      faults.add(.wrongShape(needed: .column), at: record.place(of: "column"))
    }
    return ForeignBinding.Column(.letter(letter), reach: reach)
  }

  func condition(_ entry: Entry) -> ForeignBinding.Condition? {
    guard
      let record = Record(entry, keys: ["column", "headed", "reach", "is"], faults: faults),
      let column = column(of: record)
    else { return nil }
    return ForeignBinding.Condition(column: column, texts: record.neededElements("is").map(text))
  }

  private func cell(of record: Record) -> String {
    let text = record.text("cell")
    let letters = text.prefix { !$0.isNumber }
    let digits = text.dropFirst(letters.count)
    let isRow = digits.allSatisfy { ("0"..."9").contains($0) } && Int(digits).map { $0 > 0 } == true
    if !text.isEmpty, !isRow || digits.count > 7 || !Self.isColumn(String(letters)) {
      faults.add(.wrongShape(needed: .cell), at: record.place(of: "cell"))
    }
    return text
  }

  /// Latin capitals: «А» of a Russian keyboard is no column.
  private static func isColumn(_ text: String) -> Bool {
    (1...3).contains(text.count) && text.allSatisfy { ("A"..."Z").contains($0) }
  }

  /// One spelling or a list of them.
  private func spellings(_ key: String, of record: Record) -> [String] {
    guard let entry = record.needed(key) else { return [] }
    return spellings(entry)
  }

  private func spellings(_ entry: Entry) -> [String] {
    guard let elements = entry.elements else { return [text(entry)] }
    if elements.isEmpty { faults.add(.wrongShape(needed: .text), at: entry.place) }
    return elements.map(text)
  }

  func entries(of binding: Record, form: FormSchema?) -> [ForeignBinding.Entry] {
    binding.neededElements("fields").compactMap { entry in
      guard
        let record = Record(
          entry, keys: ["field", "label", "sum", "since", "until"], faults: faults)
      else { return nil }
      let code = FieldCode(rawValue: record.text("field"))
      let field = form?.field(code)
      check(code, field, of: form, fits: binding.optionalText("dimension"), record)
      return ForeignBinding.Entry(
        field: code, parts: parts(of: record, field), span: span(of: record))
    }
  }

  /// Without a label a field is found by those of the form.
  private func parts(of record: Record, _ field: FormField?) -> [[String]] {
    guard record.entry("sum") != nil else {
      if record.entry("label") != nil { return [spellings("label", of: record)] }
      return [field.map { [$0.label] + $0.aliases } ?? []]
    }
    if record.entry("label") != nil {
      faults.add(.notAllowed("label", allowed: ["sum"]), at: record.place(of: "label"))
    }
    switch field?.kind {
    case .count, .number, nil: break
    case .percent, .text, .yesNo, .choice, .date, .identity:
      faults.add(.notNumeric(field: record.text("field")), at: record.place(of: "sum"))
    }
    return record.neededElements("sum").map(spellings)
  }

  private func check(
    _ code: FieldCode, _ field: FormField?, of form: FormSchema?, fits dimension: String?,
    _ record: Record
  ) {
    let place = record.place(of: "field")
    guard let form else { return }
    guard let field, let section = form.section(of: code) else {
      let known = form.fields.map(\.code.rawValue)
      faults.add(
        .unknown(.field, code.rawValue), at: place,
        meant: Suggestion.nearest(to: code.rawValue, among: known))
      return
    }
    if case .identity = field.kind {
      faults.add(.notAllowed(code.rawValue, allowed: ["period", "unit"]), at: place)
    }
    switch (section.layout, dimension) {
    case (.list, nil): break
    case (.list, let dimension?):
      faults.add(.notInTable(field: code.rawValue, dictionary: dimension), at: place)
    case (.table(let own), let dimension?) where own.rawValue == dimension: break
    case (.table(let own), _):
      faults.add(.missingKey("dimension: \(own)"), at: place)
    case (.records, _): faults.add(.notWhole(field: code.rawValue), at: place)
    }
  }
}
