import Findings
import Monitoring
import Spreadsheets

/// Finds which sheet holds which section: by name first, then by headings.
struct SectionLocator {
  /// What was found of one section.
  enum Place {
    /// The sheet, with its position in the workbook.
    case sheet(Int)
    /// Several sheets could be it.
    case unclear([Int])
    case missing
  }

  /// The part of a section's labels that a sheet must have to be it without its name.
  static let leastShare = 0.5
  /// How many of its labels must be there at least.
  static let leastLabels = 2

  let schema: FormSchema
  let labels: [SectionCode: SectionLabels]

  init(schema: FormSchema, classifiers: [Classifier]) {
    self.schema = schema
    labels = Dictionary(
      schema.sections.map { ($0.code, SectionLabels($0, classifiers: classifiers)) },
      uniquingKeysWith: { first, _ in first })
  }

  struct Location {
    var places: [SectionCode: Place] = [:]
    var findings: [Finding] = []
  }

  func locate(in file: FormFile) -> Location {
    let sheets = file.sheets.map { SheetLabels($0) }
    var location = Location()
    for section in schema.sections {
      guard let labels = labels[section.code] else { continue }
      let shares = sheets.map { labels.share(of: $0.labels) }
      let place = place(of: section, shares, sheets)
      location.places[section.code] = place
      location.findings += remarks(on: section, place, shares, sheets, file)
    }
    return location
  }

  private func place(
    of section: FormSection, _ shares: [SectionLabels.Share], _ sheets: [SheetLabels]
  ) -> Place {
    let names = [Label(section.sheet).tight, Label(section.title).tight]
    let alike = shares.indices.filter { shares[$0].isLikeSection }
    let named = sheets.indices.filter { sheets[$0].name == names[0] }
    let called = named.isEmpty ? sheets.indices.filter { sheets[$0].name == names[1] } : named
    if called.count == 1, let own = called.first {
      let copies = alike.filter { $0 != own && !isDeclared(sheets[$0].name) }
      if shares[own].found == 0, copies.count == 1 { return .sheet(copies[0]) }
      // An empty blank beside a filled copy: nobody can tell which one the school means.
      let filled = copies.filter { hasValues(sheets[$0], section) }
      if !filled.isEmpty, !hasValues(sheets[own], section) { return .unclear([own] + filled) }
      return .sheet(own)
    }
    let seen = alike.filter { !sheets[$0].isHidden }
    let candidates = seen.isEmpty ? alike : seen
    guard let best = candidates.max(by: { shares[$0].part < shares[$1].part }) else {
      return .missing
    }
    let rivals = candidates.filter { shares[$0].part >= 0.6 * shares[best].part }
    return rivals.count == 1 ? .sheet(best) : .unclear(rivals)
  }

  private func isDeclared(_ name: String) -> Bool {
    schema.sections.contains { Label($0.sheet).tight == name }
  }

  /// Whether any number (or, in a section without numbers, any text that is no label) stands there.
  private func hasValues(_ sheet: SheetLabels, _ section: FormSection) -> Bool {
    labels[section.code]?.hasValues(sheet) ?? false
  }

  private func remarks(
    on section: FormSection, _ place: Place, _ shares: [SectionLabels.Share],
    _ sheets: [SheetLabels], _ file: FormFile
  ) -> [Finding] {
    let title: FindingValue = .text(section.sheet)
    switch place {
    case .missing:
      guard !section.isOptional else { return [] }
      return [
        Finding(
          code: "form.section-missing", severity: .error, arguments: ["section": title],
          origins: [file.origin])
      ]
    case .unclear(let candidates):
      let names = candidates.map { file.sheets[$0].name }
      return [
        Finding(
          code: "form.section-unclear", severity: .error,
          arguments: ["section": title, "candidates": .list(names)],
          origins: candidates.map { file.origin(of: file.sheets[$0]) })
      ]
    case .sheet(let own):
      var findings: [Finding] = []
      let sheet = file.sheets[own]
      let names = [Label(section.sheet).tight, Label(section.title).tight]
      if !names.contains(sheets[own].name) {
        findings.append(
          Finding(
            code: "sheet.renamed", severity: .notice,
            arguments: ["section": title, "sheet": .text(sheet.name)],
            origins: [file.origin(of: sheet)]))
      }
      for extra in sheets.indices where extra != own && shares[extra].isLikeSection {
        guard !isDeclared(sheets[extra].name) else { continue }
        let other = file.sheets[extra]
        findings.append(
          Finding(
            code: "sheet.extra", severity: .notice,
            arguments: [
              "section": title, "sheet": .text(other.name), "taken": .text(sheet.name),
            ],
            origins: [file.origin(of: other)]))
      }
      return findings
    }
  }
}

/// The texts of a sheet as labels, made once and compared with every section.
struct SheetLabels {
  let grid: Grid
  let name: String
  let isHidden: Bool
  let labels: Set<String>

  init(_ grid: Grid) {
    self.grid = grid
    name = Label(grid.name).tight
    isHidden = grid.isHidden
    var labels: Set<String> = []
    for place in grid.places {
      guard let text = grid[place]?.text else { continue }
      let label = Label(text)
      labels.insert(label.tight)
      labels.insert(label.bare)
    }
    self.labels = labels
  }
}

/// The labels by which a section is known.
struct SectionLabels {
  struct Share {
    var found: Int
    var all: Int

    var part: Double { all == 0 ? 0 : Double(found) / Double(all) }
    var isLikeSection: Bool {
      found >= SectionLocator.leastLabels && part >= SectionLocator.leastShare
    }
  }

  /// One set of spellings a field, and one a row of its dictionary.
  private let spellings: [Set<String>]
  private let section: FormSection

  init(_ section: FormSection, classifiers: [Classifier]) {
    self.section = section
    var spellings = section.fields.map { Self.tight([$0.label] + $0.aliases) }
    if case .table(let dimension) = section.layout,
      let dictionary = classifiers.first(where: { $0.code == dimension })
    {
      spellings += dictionary.members.map { Self.tight([$0.title] + $0.aliases) }
    }
    self.spellings = spellings
  }

  private static func tight(_ texts: [String]) -> Set<String> {
    Set(texts.map(Label.init).flatMap { [$0.tight, $0.bare] })
  }

  func share(of labels: Set<String>) -> Share {
    Share(
      found: spellings.count { !$0.isDisjoint(with: labels) }, all: spellings.count)
  }

  func hasValues(_ sheet: SheetLabels) -> Bool {
    let known = spellings.reduce(into: Set<String>()) { $0.formUnion($1) }
    return sheet.grid.places.contains { place in
      guard let cell = sheet.grid[place], isRightOfLabel(place, sheet.grid, known) else {
        return false
      }
      return cell.text.map { !known.contains(Label($0).tight) } ?? true
    }
  }

  private func isRightOfLabel(_ place: CellAddress, _ grid: Grid, _ known: Set<String>) -> Bool {
    (1..<max(place.column, 1)).contains { column in
      grid[CellAddress(row: place.row, column: column)]?.text
        .map { known.contains(Label($0).tight) } ?? false
    }
  }
}
