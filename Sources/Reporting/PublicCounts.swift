import ExactNumbers
import Monitoring

/// Counts of organisations as an edition may print them: in a small district one of three schools
/// is as good as named, and what a whole lacks tells as much as what it has.
struct PublicCounts {
  let isPublic: Bool
  /// Counts from 1 to this less 1 are not printed.
  let limit: ExactNumber

  init(_ material: ReportMaterial) {
    isPublic = material.isPublic
    limit = material.pack.smallCell
  }

  /// Whether `count` of `whole` is left out of this edition.
  func mustHide(_ count: Int, of whole: Int) -> Bool {
    isPublic && (isSmall(count) || isSmall(whole - count))
  }

  /// Which counts of a row, that make up a whole, are left out: where it would be one alone, the
  /// smallest of the others goes too, since the rest would tell it.
  func hidden(_ counts: [Int]) -> Set<Int> {
    guard isPublic else { return [] }
    var hidden = Set(counts.indices.filter { isSmall(counts[$0]) })
    if hidden.count == 1 {
      let others = counts.indices.filter { counts[$0] > 0 && !hidden.contains($0) }
      if let smallest = others.min(by: { counts[$0] < counts[$1] }) { hidden.insert(smallest) }
    }
    return hidden
  }

  private func isSmall(_ count: Int) -> Bool { count > 0 && ExactNumber(count) < limit }
}
