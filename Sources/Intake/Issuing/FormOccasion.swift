import Monitoring
import Spreadsheets
import Wording

/// What every sheet of one issued form is made of.
struct FormOccasion: Sendable {
  let pack: SystemPack
  let settings: CampaignSettings
  let schema: FormSchema
  let unit: Unit
  let period: Period
  let last: LastYear
  let inputs: InputCells
  let names: SheetNames

  /// The rows of a table.
  func members(of dimension: ClassifierCode) -> [Classifier.Member] {
    pack.classifier(dimension)?.members ?? []
  }

  /// «2021 год».
  var year: String { pack.periodKind.label(period) }

  /// Whose form it is, in the small print above each table.
  var owner: String { "\(schema.title) · \(unit.name(in: period).short) · \(year)" }

  /// What a field that identifies the form says; nil for other fields.
  func identity(_ field: FormField) -> String? {
    guard case .identity(let identity) = field.kind else { return nil }
    return switch identity {
    case .unitCode: unit.code.rawValue
    case .unitName: unit.name(in: period).full
    case .period: pack.periodKind.short(period)
    case .form: "\(schema.title), версия \(schema.version)"
    }
  }

  /// Whether an empty cell of the field is a fault.
  func isRequired(_ field: FormField, in section: FormSection) -> Bool {
    field.isRequired && !section.isOptional
  }
}

/// Names of sheets as programs take them, each once.
struct SheetNames: Sendable {
  /// What Excel takes at most, in UTF-16.
  private static let longest = 31

  private var taken: Set<String> = []
  private var sections: [SectionCode: String] = [:]
  private(set) var instruction = ""
  private(set) var choices = ""
  private(set) var mark = ""

  /// - Parameter reserved: names of sheets that are made apart, and cannot be called otherwise.
  init(_ schema: FormSchema, reserved: [String] = []) {
    for name in reserved { taken.insert(name.lowercased()) }
    // Sections next: their names are what the binder looks for.
    for section in schema.sections where !section.isCounted {
      sections[section.code] = unique(section.sheet)
    }
    instruction = unique("Инструкция")
    choices = unique("Списки")
    mark = unique(FormMark.sheetName)
  }

  func name(of section: FormSection) -> String { sections[section.code] ?? section.sheet }

  private mutating func unique(_ name: String) -> String {
    // A character that no name may have within it; an apostrophe may not begin one.
    let kept = String(
      name.map { NewWorkbook.isSheetName("а\($0)а") ? $0 : " " }.drop { $0 == "'" })
    var candidate = cut(kept, to: Self.longest)
    var number = 2
    while !NewWorkbook.isSheetName(candidate) || !taken.insert(candidate.lowercased()).inserted {
      let mark = " (\(number))"
      candidate = cut(kept, to: Self.longest - mark.count) + mark
      number += 1
    }
    return candidate
  }

  private func cut(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    return name
  }
}
