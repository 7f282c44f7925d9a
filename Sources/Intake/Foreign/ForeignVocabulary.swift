import Monitoring
import Spreadsheets

/// A coordinate of a value in a foreign table.
enum ForeignAxis: CaseIterable, Sendable {
  case unit
  case period
  case field
  case member
}

/// What stands somewhere as a key: in a column of keys, in a heading, in a title.
struct ForeignMark: Sendable, Hashable {
  var text: String
  var key: ForeignText.Key
  /// Nil for the name of a sheet and for what the binding fixes.
  var place: CellAddress?
}

/// All that a binding can understand in a workbook.
struct ForeignVocabulary: Sendable {
  /// A field with the keys of each of its parts.
  struct Field: Sendable {
    var entry: ForeignBinding.Entry
    var parts: [Set<ForeignText.Key>]
  }

  let binding: ForeignBinding
  let text: ForeignText
  let units: ForeignUnits
  let fields: [Field]
  let parts: Set<ForeignText.Key>
  let totals: Set<ForeignText.Key>
  let members: [ForeignText.Key: MemberCode]
  /// In the order of the dictionary.
  let memberOrder: [MemberCode]
  let memberTitles: [String]
  let ignored: Set<ForeignText.Key>

  init(
    binding: ForeignBinding, periods kind: PeriodKind, classifiers: [Classifier],
    register: UnitRegister
  ) {
    self.binding = binding
    let text = ForeignText(footnotes: binding.footnotes, periods: kind)
    self.text = text
    units = ForeignUnits(register: register, aliases: binding.aliases, text: text)
    fields = binding.fields.map { entry in
      Field(entry: entry, parts: entry.parts.map { Set($0.map(text.key)) })
    }
    parts = Set(fields.flatMap { $0.parts.joined() })
    totals = Set((binding.totals?.labels ?? []).map(text.key))
    ignored = Set(binding.ignored.map(text.key))
    let dictionary = classifiers.first { $0.code == binding.member?.dimension }
    memberOrder = dictionary?.members.map(\.code) ?? []
    memberTitles = dictionary?.members.map(\.title) ?? []
    members = Dictionary(
      (dictionary?.members ?? []).flatMap { member in
        ([member.title, member.code.rawValue] + member.aliases).map { (text.key($0), member.code) }
      }, uniquingKeysWith: { first, _ in first })
  }

  func mark(_ words: String, at place: CellAddress? = nil) -> ForeignMark {
    ForeignMark(text: NumberText.trimmed(words), key: text.key(words), place: place)
  }

  /// Whether a key says something as that coordinate.
  func knows(_ mark: ForeignMark, as axis: ForeignAxis) -> Bool {
    switch axis {
    case .unit: units.knows(mark.key) || totals.contains(mark.key)
    case .period: text.period(in: mark.text) != nil
    case .field: parts.contains(mark.key)
    case .member: members[mark.key] != nil
    }
  }

  func isIgnored(_ mark: ForeignMark) -> Bool { ignored.contains(mark.key) }

  /// The coordinates that the binding has, each with its source.
  var sources: [(axis: ForeignAxis, source: ForeignBinding.Source)] {
    [(.unit, binding.unit), (.period, binding.period), (.field, binding.field)]
      + [binding.member.map { (.member, $0.source) }].compactMap { $0 }
  }
}
