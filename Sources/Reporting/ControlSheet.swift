import Documents
import Monitoring
import Wording

extension ReportTables {
  /// The dispatch list and control sheet of recommendations: a row a letter, by the earliest term,
  /// with the columns that a person fills in by hand. Nil when nothing is recommended.
  func controlSheet() -> Table? {
    var letters: [Letter] = []
    for member in pack.members(of: KnownClassifier.addressees) {
      let mine = material.recommendations.filter { $0.addressee == member.code }
      let byUnit = Dictionary(grouping: mine, by: \.unit)
      letters.append(Letter(to: member.word(KnownProperty.dative), byUnit[nil] ?? []))
      guard !material.isPublic else { continue }
      letters += material.register.units.map { unit in
        let head = unit.headDative ?? member.word(KnownProperty.post)
        return Letter(
          to: "\(head), \(unit.name(in: period).short)", byUnit[unit.code] ?? [])
      }
    }
    let sent = letters.filter { $0.count > 0 }.enumerated().sorted {
      ($0.element.firstTerm, $0.offset) < ($1.element.firstTerm, $1.offset)
    }.map(\.element)
    guard !sent.isEmpty else { return nil }
    return Table(
      caption: "Контрольный лист применения рекомендаций",
      columns: [
        Table.Column("№", width: 8, alignment: .center),
        Table.Column("Кому направлено", width: 52),
        Table.Column("Число пунктов", width: 19, alignment: .center),
        Table.Column("Срок", width: 50), Table.Column("Направлено (дата)", width: 26),
        Table.Column("Отметка о выполнении", width: 30),
      ],
      rows: sent.enumerated().map { position, letter in
        Table.Row([
          Table.Cell("\(position + 1)"), Table.Cell(letter.addressee),
          Table.Cell("\(letter.count)"), Table.Cell(letter.terms.joined(separator: "; ")),
          Table.Cell(""), Table.Cell(""),
        ])
      }, rowHeading: 1)
  }
}

/// What goes to one addressee.
private struct Letter {
  var addressee: String
  var count: Int
  /// Each term once, the earliest first.
  var terms: [String]
  var firstTerm: TermDate { terms.first.map(TermDate.init) ?? TermDate("") }

  init(to addressee: String, _ recommendations: [Recommendation]) {
    self.addressee = addressee
    count = recommendations.count
    terms = []
    for one in recommendations where !terms.contains(one.term) { terms.append(one.term) }
    terms = terms.enumerated().sorted {
      (TermDate($0.element), $0.offset) < (TermDate($1.element), $1.offset)
    }.map(\.element)
  }
}
