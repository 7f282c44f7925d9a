import Documents
import Monitoring
import Wording

/// A period as Russian text names it, by the kind of the pack's periods.
struct PeriodWords {
  var kind: PeriodKind

  func label(_ period: Period, _ form: GrammaticalCase = .nominative) -> String {
    kind.label(period, form)
  }

  /// «2021», «2020/21»: headings of columns.
  func short(_ period: Period) -> String { kind.short(period) }

  /// What a template may print of a period: `label`, `genitive`, `dative`, `prepositional`,
  /// `short`.
  func record(_ period: Period) -> TemplateRecord {
    [
      "label": .text(label(period)),
      "genitive": .text(label(period, .genitive)),
      "dative": .text(label(period, .dative)),
      "prepositional": .text(label(period, .prepositional)),
      "short": .text(short(period)),
    ]
  }
}
