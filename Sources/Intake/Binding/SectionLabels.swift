import Monitoring
import Spreadsheets

/// The labels by which a section is known.
struct SectionLabels: Sendable {
  struct Share: Sendable {
    var found: Int
    var all: Int

    var part: Double { all == 0 ? 0 : Double(found) / Double(all) }
    var isLikeSection: Bool {
      found >= SectionLocator.leastLabels && part >= SectionLocator.leastShare
    }
  }

  /// One set of spellings a field, and one a row of its dictionary.
  private let spellings: [Set<Label.Word>]
  private let own: Set<Label.Word>
  /// Shares by the number of a sheet's texts.
  private let known = Remembered<Int, Share>(most: 4 * SheetWords.most)
  /// All that stands on its sheet by the form: labels, headings, its title.
  let printed: Set<Label.Word>
  /// Its fields, as they are looked for.
  let fields: LabelMatcher
  /// The rows of its dictionary; none for other layouts.
  let rows: LabelMatcher
  /// The heading of the values of a list.
  let valueHeading: LabelMatcher
  /// What its sheet is called by the form: the sheet's name, then the section's title.
  let names: [Label.Word]

  init(_ section: FormSection, classifiers: [Classifier]) {
    names = [Label(section.sheet).tight, Label(section.title).tight]
    fields = LabelMatcher(
      wanted: section.fields.map { field in
        LabelMatcher.Wanted(
          labels: ([field.label] + field.aliases).map(Label.init),
          number: field.number.flatMap(ColumnNumber.digits(in:)),
          prefersDeclared: field.isIdentity)
      })
    var members: [Classifier.Member] = []
    if case .table(let dimension) = section.layout {
      members = classifiers.first { $0.code == dimension }?.members ?? []
    }
    rows = LabelMatcher(
      wanted: members.map {
        LabelMatcher.Wanted(labels: ValueReader.labels(of: $0), number: nil)
      })
    valueHeading = LabelMatcher(wanted: [
      LabelMatcher.Wanted(
        labels: section.valueHeading.map(Label.init), number: nil, prefersDeclared: true)
    ])
    spellings = (fields.wanted + rows.wanted).map { wanted in
      Set(wanted.labels.flatMap { [$0.tight, $0.bare] })
    }
    own = spellings.reduce(into: []) { $0.formUnion($1) }
    let headings = [section.sheet, section.title] + section.rowHeading + section.valueHeading
    printed = own.union(headings.map { Label($0).tight })
  }

  func share(of sheet: SheetLabels) -> Share {
    known.answer(sheet.words.number) {
      Share(
        found: spellings.count { !$0.isDisjoint(with: sheet.labels) }, all: spellings.count)
    }
  }

  /// Whether a label is, to the letter, one of the section's own.
  func knows(_ label: Label) -> Bool { own.contains(label.tight) || own.contains(label.bare) }

  /// Whether anything stands right of one of its labels that is no label itself.
  func hasValues(_ sheet: SheetLabels) -> Bool {
    var first: [Int: Int] = [:]
    for text in sheet.texts where own.contains(text.label.tight) {
      first[text.place.row] = min(first[text.place.row] ?? Int.max, text.place.column)
    }
    return sheet.grid.places.contains { place in
      guard let label = first[place.row], place.column > label else { return false }
      return sheet.grid[place]?.text.map { !own.contains(Label($0).tight) } ?? true
    }
  }
}
