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
  /// The sections that identify the form, and the others.
  let titles: [FormSection]
  let bodies: [FormSection]
  /// The names of all sheets of the pack's forms, and the labels of those of other forms.
  private let declared: Set<Label.Word>
  private let others: [SectionLabels]

  /// - Parameter others: the other forms of the pack, whose sheets are none of this form.
  init(schema: FormSchema, others: [FormSchema], classifiers: [Classifier]) {
    self.schema = schema
    titles = schema.sections.filter { $0.fields.contains(where: \.isIdentity) }
    bodies = schema.sections.filter { !$0.fields.contains(where: \.isIdentity) }
    labels = Dictionary(
      schema.sections.map { ($0.code, SectionLabels($0, classifiers: classifiers)) },
      uniquingKeysWith: { first, _ in first })
    let foreign = others.flatMap(\.sections).filter {
      !$0.isCounted && !$0.fields.contains(where: \.isIdentity)
    }
    declared = Set((schema.sections + foreign).map { Label($0.sheet).tight })
    self.others = foreign.map { SectionLabels($0, classifiers: classifiers) }
  }

  struct Location {
    /// The sheets that were looked at, with their labels, in the order of the workbook.
    var sheets: [SheetLabels] = []
    var places: [SectionCode: Place] = [:]
    var findings: [Finding] = []
  }

  /// Whether a sheet says whose form it is.
  func isTitle(_ page: SheetLabels) -> Bool {
    titles.contains { labels[$0.code]?.share(of: page).isLikeSection ?? false }
  }

  /// - Parameter period: of the form, which tells «Кадры 2021» from «Кадры 2020»; nil while it is
  ///   not known.
  func locate(
    _ sections: [FormSection], on sheets: [SheetLabels], of file: FormFile, period: Period?
  ) -> Location {
    var location = Location(sheets: sheets)
    for section in sections {
      guard let labels = labels[section.code] else { continue }
      let shares = sheets.map { labels.share(of: $0) }
      let place = place(of: section, labels.names, shares, sheets, period)
      location.places[section.code] = place
      location.findings += remarks(on: section, labels.names, place, shares, sheets, file)
    }
    return location
  }

  private func place(
    of section: FormSection, _ names: [Label.Word], _ shares: [SectionLabels.Share],
    _ sheets: [SheetLabels], _ period: Period?
  ) -> Place {
    let alike = shares.indices.filter { shares[$0].isLikeSection && isOwn(sheets[$0], shares[$0]) }
    let named = sheets.indices.filter { sheets[$0].name == names[0] }
    let called = named.isEmpty ? sheets.indices.filter { sheets[$0].name == names[1] } : named
    if called.count == 1, let own = called.first {
      let copies = alike.filter { $0 != own && !declared.contains(sheets[$0].name) }
      if shares[own].found == 0, copies.count == 1 { return .sheet(copies[0]) }
      // An empty blank beside a filled copy: nobody can tell which one the school means.
      let filled = copies.filter { hasValues(sheets[$0], section) }
      if !filled.isEmpty, !hasValues(sheets[own], section) { return .unclear([own] + filled) }
      // «Кадры» beside «Кадры 2021»: the plain name may be that of last year's sheet.
      let dated = copies.filter { period != nil && sheets[$0].year == period }
      if !dated.isEmpty, sheets[own].year == nil { return .unclear([own] + dated) }
      return .sheet(own)
    }
    let seen = alike.filter { !sheets[$0].isHidden }
    let candidates = seen.isEmpty ? alike : seen
    guard let best = candidates.max(by: { shares[$0].part < shares[$1].part }) else {
      return .missing
    }
    let rivals = candidates.filter { shares[$0].part >= 0.6 * shares[best].part }
    guard rivals.count > 1 else { return .sheet(best) }
    let dated = rivals.filter { period != nil && sheets[$0].year == period }
    let isCertain = dated.count == 1 && rivals.allSatisfy { sheets[$0].year != nil }
    return isCertain ? .sheet(dated[0]) : .unclear(rivals)
  }

  /// Whether a sheet is not that of another form of the pack, which it is called by or more like.
  private func isOwn(_ sheet: SheetLabels, _ share: SectionLabels.Share) -> Bool {
    guard !others.isEmpty else { return true }
    if labels.values.contains(where: { $0.names[0] == sheet.name }) { return true }
    return !declared.contains(sheet.name)
      && !others.contains { $0.share(of: sheet).part > share.part }
  }

  /// Whether any number (or, in a section without numbers, any text that is no label) stands there.
  private func hasValues(_ sheet: SheetLabels, _ section: FormSection) -> Bool {
    labels[section.code]?.hasValues(sheet) ?? false
  }

  private func remarks(
    on section: FormSection, _ names: [Label.Word], _ place: Place,
    _ shares: [SectionLabels.Share], _ sheets: [SheetLabels], _ file: FormFile
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
      let names = candidates.map { sheets[$0].grid.name }
      return [
        Finding(
          code: "form.section-unclear", severity: .error,
          arguments: ["section": title, "candidates": .list(names)],
          origins: candidates.map { file.origin(of: sheets[$0].grid) })
      ]
    case .sheet(let own):
      var findings: [Finding] = []
      let sheet = sheets[own].grid
      if !names.contains(sheets[own].name) {
        findings.append(
          Finding(
            code: "sheet.renamed", severity: .notice,
            arguments: ["section": title, "sheet": .text(sheet.name)],
            origins: [file.origin(of: sheet)]))
      }
      for extra in sheets.indices where extra != own && shares[extra].isLikeSection {
        guard !declared.contains(sheets[extra].name), isOwn(sheets[extra], shares[extra]) else {
          continue
        }
        let other = sheets[extra].grid
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
