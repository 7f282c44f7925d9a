import Monitoring
import Yams

extension PackReader {
  private static let rostersFile = "rosters.yaml"

  /// What a pack counts from sheets with a row a person; empty for a pack without `rosters.yaml`.
  func readRosters(forms: [FormSchema]) -> [Roster] {
    let keys = [
      "code", "form", "title", "sheets", "on", "ages", "same_person", "columns", "counts",
    ]
    var rosters: [Roster] = []
    if files.contains(Self.rostersFile) {
      var codes = SeenCodes()
      var taken: [String: Int] = [:]
      let faultsBefore = faults.sorted.count
      rosters = records(Self.rostersFile, "rosters", keys: keys).map { record in
        let code = codes.code(of: record)
        let roster = roster(record, code: code, forms: forms)
        check(roster, fills: forms, at: record.place(of: "form"), taken: &taken)
        return roster
      }
      // A file that could not be read is one fault, not one a field.
      if rosters.isEmpty, faults.sorted.count > faultsBefore { return [] }
    }
    checkCounted(forms, by: rosters)
    return rosters
  }

  private func roster(_ record: Record, code: String, forms: [FormSchema]) -> Roster {
    let form = FormCode(rawValue: record.text("form"))
    let columns = columns(of: record)
    return Roster(
      code: code, title: record.text("title"), form: form, sheets: record.texts("sheets"),
      referenceDay: referenceDay(of: record), ages: ages(of: record),
      columns: columns,
      samePerson: record.elements("same_person").compactMap { column($0, among: columns)?.code },
      counts: record.neededElements("counts").compactMap {
        count($0, columns: columns, form: forms.first { $0.code == form })
      })
  }

  /// `{from: 6, to: 20}`, both included.
  private func ages(of roster: Record) -> ClosedRange<Int> {
    guard let entry = roster.entry("ages"),
      let record = Record(entry, keys: ["from", "to"], faults: faults)
    else { return Roster.staffAges }
    let from = record.whole("from", least: 0)
    let to = record.whole("to", least: from)
    return from...max(from, to)
  }

  /// One roster fills a form, and the rest of that form is its title block.
  private func check(
    _ roster: Roster, fills forms: [FormSchema], at place: Place, taken: inout [String: Int]
  ) {
    let code = roster.form.rawValue
    guard let form = forms.first(where: { $0.code == roster.form }) else {
      let known = forms.map(\.code.rawValue)
      if !code.isEmpty {
        faults.add(
          .unknown(.form, code), at: place, meant: Suggestion.nearest(to: code, among: known))
      }
      return
    }
    if let line = taken[code] { faults.add(.duplicateCode(code, line: line), at: place) }
    taken[code] = place.line
    for field in form.fields where !roster.reads(field, of: form) {
      faults.add(.uncounted(field: field.code.rawValue), at: place)
    }
  }

  /// A counted section without a roster would be missing from every form.
  private func checkCounted(_ forms: [FormSchema], by rosters: [Roster]) {
    for form in forms where !rosters.contains(where: { $0.form == form.code }) {
      for section in form.sections where section.isCounted {
        for field in section.fields {
          faults.add(
            .uncounted(field: field.code.rawValue), at: Place(file: "form.yaml", line: 0, column: 0)
          )
        }
      }
    }
  }
}

extension Roster {
  /// Whether a field of its form is counted, or read from its title block.
  fileprivate func reads(_ field: FormField, of form: FormSchema) -> Bool {
    if counts.contains(where: { $0.field == field.code }) { return true }
    if case .identity = field.kind { return true }
    return referenceDay == .field(field.code)
  }
}
