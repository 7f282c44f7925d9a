import ExactNumbers
import Wording

extension Chart {
  /// How many decimals the values show: as many as the longest of them has.
  var decimals: Int {
    let values = series.flatMap(\.values).compactMap { $0 }
    return values.map(\.decimals).max() ?? 0
  }

  /// A value as it is printed beside its bar: with the decimals that it has.
  func label(_ value: ExactNumber?) -> String {
    value.map { Language.ru.number($0) } ?? "н/д"
  }

  /// «Цель: 20 %»
  var referenceText: String? {
    reference.map { reference in
      let value = Language.ru.measured(Language.ru.number(reference.value), in: unit)
      return "\(reference.name): \(value)"
    }
  }

  /// The value of a series at a category; nil for no data and beyond its end.
  func value(ofSeries number: Int, at category: Int) -> ExactNumber? {
    let values = series[number].values
    return category < values.count ? values[category] : nil
  }

  /// The data as a table without number, which stands below the picture in HTML.
  var dataTable: Table {
    let measured = unit.isEmpty ? "" : ", \(unit)"
    let columns =
      [Table.Column(categoryTitle, width: 3)]
      + series.map { Table.Column($0.name + measured, width: 2, alignment: .end) }
    let rows = categories.indices.map { category in
      Table.Row(
        [Table.Cell(categories[category])]
          + series.indices.map { number in
            let traces = series[number].traces
            let value = value(ofSeries: number, at: category)
            return Table.Cell(
              value == nil ? "нет значения" : label(value),
              trace: category < traces.count ? traces[category] : nil)
          })
    }
    return Table(
      caption: "Данные рисунка", columns: columns, rows: rows,
      notes: referenceText.map { [$0] } ?? [])
  }
}
