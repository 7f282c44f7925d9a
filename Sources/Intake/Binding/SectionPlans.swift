import Findings
import Monitoring
import Spreadsheets

/// Where the fields of sections were found on sheets of the same make: hundreds of schools fill in
/// copies of one sheet, and its headings and rows are understood once.
struct SectionPlans: Sendable {
  /// Plans that are held, some 50 kB each.
  private static let most = 256

  private struct Sheet: Hashable, Sendable {
    var section: SectionCode
    var period: Period?
    /// The other sections that stand on the sheet.
    var neighbours: [SectionCode]
    /// The number of its texts: which, and where.
    var words: Int
    /// Where something stands.
    var places: [CellAddress]
    var merges: [CellRange]

    /// Places and merges are compared where all else is the same.
    func hash(into hasher: inout Hasher) {
      hasher.combine(section)
      hasher.combine(period)
      hasher.combine(words)
      hasher.combine(places.count)
    }
  }

  private struct Plan: Sendable {
    var slots: [SectionCells.Slot]
    var looks: [SheetLooks.Look]
  }

  private let known = Remembered<Sheet, Plan>(most: most)

  /// The cells of a section: as they were found on a sheet of the same make, or as `find` finds them.
  /// Nothing is held of a sheet of which there is something to say.
  func cells(
    of place: SectionSheet, beside neighbours: [SectionCode], _ find: (SectionSheet) -> SectionCells
  ) -> SectionCells {
    // The texts of a service sheet are none of the form.
    guard place.sheet.service == nil else { return find(place) }
    let sheet = Sheet(
      section: place.section.code, period: place.period, neighbours: neighbours,
      words: place.page.words.number, places: place.sheet.places, merges: place.sheet.merges)
    var findings: [Finding] = []
    let plan = known.answer(sheet, where: { SheetLooks.agree($0.looks, with: place.sheet) }) {
      let cells = find(place)
      findings = cells.findings
      let plan = Plan(slots: cells.slots, looks: place.looks.looks)
      return (plan, isHeld: findings.isEmpty)
    }
    return SectionCells(slots: plan.slots, findings: findings)
  }
}
