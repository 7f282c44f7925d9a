import Monitoring
import Yams

extension PackReader {
  /// The levels of the organisation tree, the root's first.
  func levels(of root: Record) -> [SystemPack.Level] {
    guard root.entry("levels") != nil else { return [] }
    var codes = SeenCodes()
    let levels = root.neededElements("levels").compactMap { level($0, &codes) }
    if levels.first?.handsIn ?? false || !levels.contains(where: \.handsIn) {
      faults.add(.nobodyHandsIn, at: root.place(of: "levels"))
    }
    return levels
  }

  private func level(_ entry: Entry, _ codes: inout SeenCodes) -> SystemPack.Level? {
    let keys = ["code", "title", "plural", "genitive", "hands_in"]
    guard let record = Record(entry, keys: keys, faults: faults) else { return nil }
    let title = record.text("title")
    return SystemPack.Level(
      code: MemberCode(rawValue: codes.code(of: record)), title: title,
      plural: record.optionalText("plural") ?? title,
      genitive: record.optionalText("genitive") ?? title,
      handsIn: record.flag("hands_in", default: false))
  }
}
