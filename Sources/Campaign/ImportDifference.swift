import ExactNumbers
package import Monitoring
import Store

/// What a signed table says otherwise than the one that was taken over for its year before.
package struct ImportDifference: Sendable, Hashable {
  /// A number that both give, and not alike.
  package struct Change: Sendable, Hashable {
    package var before: IndicatorValue
    package var after: IndicatorValue
  }

  /// The line of the journal that took the table over which held before.
  package let line: Int
  /// In the order of the new table.
  package let changed: [Change]
  package let added: [IndicatorValue]
  /// Of the table before, which the new one does not give.
  package let gone: [IndicatorValue]

  /// Whether both give the same numbers, wherever they stand in their files.
  package var isEmpty: Bool { changed.isEmpty && added.isEmpty && gone.isEmpty }

  init(from before: ImportedResults, to values: [IndicatorValue]) {
    line = before.entry.number
    let old = Dictionary(
      before.values.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    changed = values.compactMap { value in
      old[value.address].flatMap { before in
        before.saysTheSame(as: value) ? nil : Change(before: before, after: value)
      }
    }
    added = values.filter { old[$0.address] == nil }
    let new = Set(values.map(\.address))
    gone = before.values.filter { !new.contains($0.address) }
  }
}

extension IndicatorValue {
  /// As a signed table prints it.
  fileprivate func saysTheSame(as other: IndicatorValue) -> Bool {
    state == other.state && kind == other.kind && numerator == other.numerator
      && denominator == other.denominator && imported?.percent == other.imported?.percent
  }
}
