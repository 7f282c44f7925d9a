import Findings
import Monitoring
import Spreadsheets

/// Finds which sheet holds which section: by name first, then by headings.
struct SectionLocator: Sendable {
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
    /// The sheets of the file with their labels, in its order.
    var sheets: [SheetLabels] = []
    var places: [SectionCode: Place] = [:]
    var findings: [Finding] = []
  }

  func locate(in file: FormFile) -> Location {
    let sheets = file.sheets.map { SheetLabels($0) }
    var location = Location(sheets: sheets)
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

  private func isDeclared(_ name: Label.Word) -> Bool {
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
