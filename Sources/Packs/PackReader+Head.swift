import ExactNumbers
import Monitoring
import Yams

extension PackReader {
  /// What `pack.yaml` says.
  struct Head {
    var code: String
    var version: Int
    var title: String
    var regulation: SystemPack.Regulation
    var periodKind: PeriodKind
    var thresholds: SystemPack.Thresholds
    var smallCell: ExactNumber
    var texts: [String: [String]]
    var levels: [SystemPack.Level]
  }

  /// The version of the files' shape that this loader reads.
  private static let format = 1

  func readHead() -> Head? {
    guard
      let root = root(
        "pack.yaml",
        keys: [
          "format", "code", "version", "title", "regulation", "period_kind", "thresholds",
          "small_cell", "texts", "levels",
        ])
    else { return nil }
    let format = root.whole("format", least: 1)
    if format > Self.format {
      root.faults.add(
        .unknownFormat(format, known: Self.format), at: root.place(of: "format"))
    }
    var codes = SeenCodes()
    return Head(
      code: codes.code(of: root), version: root.whole("version", least: 1),
      title: root.text("title"), regulation: regulation(of: root),
      periodKind: root.choice("period_kind", of: PeriodKind.self) ?? .calendarYear,
      thresholds: thresholds(of: root), smallCell: root.number("small_cell"),
      texts: texts(of: root), levels: levels(of: root))
  }

  private func regulation(of root: Record) -> SystemPack.Regulation {
    let record = root.record("regulation", keys: ["title", "requisites", "goal", "tasks"])
    return SystemPack.Regulation(
      title: record?.text("title") ?? "", requisites: record?.text("requisites") ?? "",
      goal: record?.text("goal") ?? "", tasks: record?.texts("tasks") ?? [])
  }

  private func thresholds(of root: Record) -> SystemPack.Thresholds {
    let record = root.record(
      "thresholds",
      keys: ["share_points", "persons", "count_percent", "gap_points", "gap_persons"])
    return SystemPack.Thresholds(
      sharePoints: record?.number("share_points") ?? 0, persons: record?.number("persons") ?? 0,
      countPercent: record?.number("count_percent") ?? 0,
      gapPoints: record?.number("gap_points") ?? 0, gapPersons: record?.number("gap_persons") ?? 0)
  }

  /// Paragraphs by names of the pack's own.
  private func texts(of root: Record) -> [String: [String]] {
    guard let entry = root.entry("texts") else { return [:] }
    guard let pairs = entry.node.mapping else {
      faults.add(.wrongShape(needed: .mapping), at: entry.place)
      return [:]
    }
    let names = pairs.compactMap { $0.key.scalar?.string }
    guard let record = Record(entry, keys: names, faults: faults) else { return [:] }
    var texts: [String: [String]] = [:]
    for name in names where record.needed(name) != nil {
      let words: Words = name.hasPrefix(Vocabulary.letterPrefix) ? .letter : .paragraph
      for entry in record.elements(name) where entry.text != nil {
        _ = template(of: entry, words: words)
      }
      texts[name] = record.texts(name)
    }
    return texts
  }
}
