import Monitoring
import Yams

/// `bindings.yaml`, which a pack may leave out.
extension PackReader {
  private static let bindingsFile = "bindings.yaml"

  func readBindings(forms: [FormSchema]) -> [ForeignBinding] {
    guard files.contains(Self.bindingsFile) else { return [] }
    let keys = [
      "code", "title", "form", "sheets", "begins", "ends", "unit", "period", "field", "dimension",
      "member", "values", "where", "fields", "totals", "ignore", "footnotes", "aliases", "markers",
    ]
    var codes = SeenCodes()
    let records = records(Self.bindingsFile, "bindings", keys: keys)
    let limit = source.limits.bindings
    if let record = records.dropFirst(limit).first {
      faults.add(.tooManyElements(of: "bindings", limit: limit), at: record.place)
    }
    return records.prefix(limit).map { binding($0, code: codes.code(of: $0), forms: forms) }
  }

  private func binding(
    _ record: Record, code: String, forms: [FormSchema]
  ) -> ForeignBinding {
    let form = form(of: record, among: forms)
    let binding = ForeignBinding(
      code: code, title: record.text("title"),
      form: form?.code ?? "",
      sheets: record.neededElements("sheets").compactMap(sheetChoice),
      extent: .init(begins: record.optionalText("begins"), ends: record.texts("ends")),
      unit: source("unit", of: record), period: source("period", of: record),
      field: source("field", of: record), member: member(of: record),
      values: record.entry("values").flatMap { column($0, keys: []) },
      conditions: record.elements("where").compactMap(condition),
      fields: entries(of: record, form: form), totals: totals(of: record),
      ignored: record.texts("ignore"), footnotes: record.texts("footnotes"),
      aliases: aliases(of: record), markers: markers(of: record))
    checkAxes(of: binding, record)
    return binding
  }

  private func form(of record: Record, among forms: [FormSchema]) -> FormSchema? {
    let code = record.text("form")
    if let form = forms.first(where: { $0.code.rawValue == code }) { return form }
    let known = forms.map(\.code.rawValue)
    if !code.isEmpty {
      faults.add(
        .unknown(.form, code), at: record.place(of: "form"),
        meant: Suggestion.nearest(to: code, among: known))
    }
    return nil
  }

  /// A table has rows, which some coordinate names, and columns, which headings name or `values`.
  private func checkAxes(of binding: ForeignBinding, _ record: Record) {
    let sources =
      [binding.unit, binding.period, binding.field] + [binding.member?.source].compactMap { $0 }
    if !sources.contains(where: \.isColumn) { faults.add(.bindingWithoutRows, at: record.place) }
    let hasHeadings = sources.contains(where: \.isHeading)
    if !hasHeadings, record.entry("values") == nil {
      faults.add(.missingKey("values"), at: record.place)
    } else if hasHeadings, record.entry("values") != nil {
      faults.add(.notAllowed("values", allowed: ["heading"]), at: record.place(of: "values"))
    }
  }

  private func sheetChoice(_ entry: Entry) -> ForeignBinding.SheetChoice? {
    guard let record = Record(entry, keys: ["names", "title", "since", "until"], faults: faults)
    else { return nil }
    return ForeignBinding.SheetChoice(
      names: record.texts("names"), title: record.optionalText("title"), span: span(of: record))
  }

  func span(of record: Record) -> ForeignBinding.Span {
    ForeignBinding.Span(
      since: record.entry("since").flatMap(record.period),
      until: record.entry("until").flatMap(record.period))
  }

  private func member(of record: Record) -> ForeignBinding.Member? {
    guard record.entry("dimension") != nil || record.entry("member") != nil else { return nil }
    let dimension = record.text("dimension")
    checkDictionary(dimension, at: record.place(of: "dimension"))
    return ForeignBinding.Member(
      dimension: ClassifierCode(rawValue: dimension), source: source("member", of: record))
  }

  private func totals(of record: Record) -> ForeignBinding.Totals? {
    guard let entry = record.entry("totals"),
      let totals = Record(entry, keys: ["labels", "tolerance", "except"], faults: faults)
    else { return nil }
    return ForeignBinding.Totals(
      labels: totals.neededElements("labels").map(text),
      tolerance: totals.entry("tolerance").map { _ in totals.number("tolerance") },
      except: fields(totals.elements("except")))
  }

  /// Units are of a campaign, not of a pack: that they are there is seen when a workbook comes.
  private func aliases(of record: Record) -> [UnitCode: [String]] {
    var aliases: [UnitCode: [String]] = [:]
    lists("aliases", of: record, keys: nil) { aliases[UnitCode(rawValue: $0)] = $1 }
    return aliases
  }

  private func markers(of record: Record) -> [String: ForeignBinding.Marker] {
    var markers: [String: ForeignBinding.Marker] = [:]
    lists("markers", of: record, keys: ForeignBinding.Marker.allCases.map(\.rawValue)) {
      guard let marker = ForeignBinding.Marker(rawValue: $0) else { return }
      for text in $1 { markers[text] = marker }
    }
    return markers
  }

  /// The lists below a mapping; without `keys` any name is one.
  private func lists(
    _ key: String, of record: Record, keys: [String]?, use: (String, [String]) -> Void
  ) {
    guard let entry = record.entry(key) else { return }
    let found = entry.node.mapping?.compactMap { $0.key.scalar?.string } ?? []
    guard let lists = Record(entry, keys: keys ?? found, faults: faults) else { return }
    for name in keys ?? found { use(name, lists.texts(name)) }
  }
}

extension ForeignBinding.Source {
  fileprivate var isColumn: Bool {
    if case .column = self { return true }
    return false
  }

  fileprivate var isHeading: Bool {
    if case .heading = self { return true }
    return false
  }
}
