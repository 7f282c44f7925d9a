import Documents
import Monitoring
import Wording

/// What every document of a campaign may print, whoever it is for.
struct SharedRecord {
  let material: ReportMaterial
  private let tables: ReportTables

  init(_ material: ReportMaterial) {
    self.material = material
    tables = ReportTables(material)
  }

  private var pack: SystemPack { material.pack }
  private var settings: CampaignSettings { material.settings }

  var record: TemplateRecord {
    var record = requisites
    record.values.merge(periods.values) { $1 }
    record.values.merge(edition.values) { $1 }
    record.values.merge(blocks.values) { $1 }
    record.values.merge(Conclusions(material).record.values) { $1 }
    let texts = pack.texts.mapValues { $0.map(withPublication) }
    record["texts"] = .record(TemplateRecord(texts.mapValues(Paragraphs.block)))
    record["lines"] = .record(TemplateRecord(texts.mapValues { .list(Paragraphs.lines($0)) }))
    record["sections"] = .list(pack.members(of: KnownClassifier.sections).map(section))
    record["indicators"] = .list(pack.indicators.map(indicator).markingLast())
    record["practice_sections"] = .list(PracticeRecords(material: material).sections)
    record["has_practices"] = .flag(!material.practices.isEmpty)
    return record
  }

  /// Where documents are published is the campaign's, not the pack's.
  private func withPublication(_ text: String) -> String {
    text.replacing("{{ publication }}", with: settings.publication)
  }

  private var requisites: TemplateRecord {
    [
      "organisation": .text(settings.organisation),
      "organisation_short": .text(settings.organisationShort),
      "place": .text(settings.place), "publication": .text(settings.publication),
      "district": .text(settings.district.name(in: material.period).full),
      "district_short": .text(settings.district.name(in: material.period).short),
      "head": .record(official(settings.head)), "executor": .record(official(settings.executor)),
      "regulation": .record([
        "title": .text(pack.regulation.title), "requisites": .text(pack.regulation.requisites),
        "goal": .text(pack.regulation.goal),
      ]),
      "tasks": .list(pack.regulation.tasks.map { ["text": .text($0)] }.markingLast()),
    ]
  }

  private func official(_ person: CampaignSettings.Official) -> TemplateRecord {
    [
      "post": .text(person.post), "post_inside": .text(Typography.uncapitalized(person.post)),
      "name": .text(person.name),
    ]
  }

  private var periods: TemplateRecord {
    let words = PeriodWords(kind: pack.periodKind)
    let period = material.period
    let earlier = material.edition.periods.filter { $0 < period }
    return [
      "period": .record(words.record(period)),
      "next_period": .record(words.record(period.next ?? period)),
      "previous_period": .record(words.record(earlier.last ?? period)),
      "first_period": .record(words.record(earlier.first ?? period)),
      "has_previous_period": .flag(!earlier.isEmpty),
    ]
  }

  private var edition: TemplateRecord {
    [
      "is_public": .flag(material.isPublic), "is_internal": .flag(!material.isPublic),
      "is_draft": .flag(material.isDraft), "draft_mark": .text(draftMark),
      "arrived": .count(material.arrived),
      "expected": .count(material.expected),
      "small_cell": .number(pack.smallCell),
    ]
  }

  /// «ПРОЕКТ, данные 21 из 24 школ»; empty once the period is locked.
  private var draftMark: String {
    guard material.isDraft else { return "" }
    let space = Mark.noBreakSpace
    let schools = Language.ru.counted(material.expected, "школы", "школ", "школ")
    return "ПРОЕКТ, данные \(material.arrived)\(space)из\(space)\(schools)"
  }

  private var blocks: TemplateRecord {
    var record: TemplateRecord = [:]
    record.put(tables.finalIndicators(), as: "indicator_table")
    record.put(tables.byYears(), as: "years_table")
    record.put(tables.roadmap(), as: "roadmap_table")
    record.put(tables.measureStatuses(), as: "measures_table")
    record.put(tables.controlSheet(), as: "control_table")
    record.put(tables.decisions(), as: "decisions_table")
    record["decisions_count"] = .count(material.decisionCount)
    record["has_decisions"] = .flag(material.decisionCount > 0)
    record.put(tables.revisions(), as: "revisions_table")
    let targets = pack.indicators.compactMap(tables.chart(target:))
    record["target_charts"] = list(targets)
    record["year_charts"] = list(tables.sharesByYears())
    record["breakdown_charts"] = list(tables.dimensions.compactMap(tables.widestSpread))
    let factors = tables.factors()
    record["factor_tables"] = list(factors)
    record["has_factors"] = .flag(!factors.isEmpty)
    record["breakdown_tables"] = list(tables.dimensions.compactMap(tables.breakdown))
    record["breakdown_changes"] = list(tables.dimensions.compactMap(tables.changes))
    return record
  }

  private func list(_ tables: [Table]) -> TemplateValue {
    .list(tables.map { ["table": .block(.table($0))] })
  }

  private func list(_ charts: [Chart]) -> TemplateValue {
    .list(charts.map { ["chart": .block(.chart($0))] })
  }

  private func section(_ section: Classifier.Member) -> TemplateRecord {
    var record: TemplateRecord = [
      "code": .text(section.code.rawValue), "title": .text(section.title),
      "number": .text(section.properties[KnownProperty.number] ?? ""),
      "about": .text(section.word(KnownProperty.about)),
      "indicators": .list(
        pack.indicators(of: section.code).map(indicator).markingLast()),
    ]
    record.put(tables.units(in: section), as: "unit_table")
    return record
  }

  private func indicator(_ indicator: Indicator) -> TemplateRecord {
    [
      "label": .text(indicator.label), "title": .text(indicator.title),
      "short": .text(indicator.shortTitle), "unit": .text(indicator.unit),
      "source": .text(indicator.source),
      "passport": .block(.table(tables.passport(of: indicator))),
    ]
  }
}
