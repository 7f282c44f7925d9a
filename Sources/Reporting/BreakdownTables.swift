import Documents
import Monitoring
import Wording

extension ReportTables {
  /// The dictionaries that indicators are broken down by, in the order of the pack.
  var dimensions: [Classifier] {
    pack.classifiers.filter { classifier in
      pack.indicators.contains { $0.formula(by: classifier.code) != nil }
    }
  }

  func indicators(by dimension: Classifier) -> [Indicator] {
    pack.indicators.filter { $0.formula(by: dimension.code) != nil }
  }

  /// The municipality's values by the members of a dictionary.
  func breakdown(by dimension: Classifier) -> Table? {
    table(by: dimension, "Показатели за \(years.label(period))") { words, address in
      words.valueWithTerms(address)
    }
  }

  /// Their changes against the period before; nil when the edition holds none.
  func changes(by dimension: Classifier) -> Table? {
    guard let before = edition.periods.last(where: { $0 < period }) else { return nil }
    let isKnown = dimension.members.contains { member in
      indicators(by: dimension).contains { indicator in
        let breakdown = Breakdown(dimension.code, member.code)
        return edition.comparison(address(indicator, breakdown: breakdown))?.difference != nil
      }
    }
    guard isKnown else { return nil }
    return table(by: dimension, "Изменение показателей к \(years.label(before, .dative))") {
      words, address in
      words.change(address)
    }
  }

  private func table(
    by dimension: Classifier, _ subject: String,
    cell: (inout ValueWords, ValueAddress) -> Table.Cell
  ) -> Table? {
    let indicators = indicators(by: dimension)
    guard !indicators.isEmpty, !dimension.members.isEmpty else { return nil }
    var words = words()
    let rows = dimension.members.map { member in
      let breakdown = Breakdown(dimension.code, member.code)
      return Table.Row(
        [Table.Cell(member.title)]
          + indicators.map { cell(&words, address($0, breakdown: breakdown)) })
    }
    return Table(
      caption: "\(subject): \(Typography.uncapitalized(dimension.title))",
      columns: [Table.Column(dimension.title, width: 54)]
        + indicators.map { Table.Column($0.label, width: 29, alignment: .end) },
      rows: rows, notes: labelNotes(indicators) + words.notes)
  }
}
