import Foundation
import Monitoring

/// The blanks that stand in a period's folder of forms, against those that the register asks for.
struct IssuedBlanks {
  /// The first file of each unit, below the folder.
  let names: [UnitCode: String]
  /// Blanks under names that no expected unit has any more: of a unit that was renamed, closed or
  /// merged since they were issued. In the order of names.
  let stale: [String]

  init(campaign: OpenCampaign, period: Period) {
    let pack = campaign.pack(of: period)
    var issued = IssuedNames()
    var owners: [String: UnitCode] = [:]
    for unit in campaign.register.expected(in: period) {
      for form in pack.forms where !form.isOptional {
        let stem = issued.name(
          form: form.title, unit: unit, period: period, year: pack.periodKind.short(period))
        owners[stem.precomposedStringWithCanonicalMapping] = unit.code
      }
    }
    let folder = campaign.folder.forms(period)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var names: [UnitCode: String] = [:]
    var stale: [String] = []
    for file in files.sorted() where Self.endings.contains(where: file.hasSuffix) {
      guard let owner = owners[Self.stem(of: file)] else {
        stale.append(file)
        continue
      }
      if names[owner] == nil { names[owner] = file }
    }
    self.names = names
    self.stale = stale
  }

  private static let endings = [".xlsx", ".ods"]

  /// Without ending and without the mark of a file that was written beside an edited one.
  private static func stem(of file: String) -> String {
    var name = file
    for ending in endings where name.hasSuffix(ending) { name.removeLast(ending.count) }
    if name.hasSuffix(")"), let mark = name.range(of: " (новый", options: .backwards) {
      name = String(name[..<mark.lowerBound])
    }
    return name.precomposedStringWithCanonicalMapping
  }
}
