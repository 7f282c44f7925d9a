package import Foundation
import Monitoring
import Packs

/// The step that makes a campaign's folder.
package struct NewCampaign: Sendable {
  package let folder: CampaignFolder
  /// The pack's folder.
  package let pack: URL
  /// A `campaign.yaml` to take; nil: a sample to fill in.
  package let settings: URL?
  /// A register to take; nil: a sample CSV to fill in.
  package let register: URL?
  package let isDryRun: Bool

  package init(
    folder: CampaignFolder, pack: URL, settings: URL?, register: URL?, isDryRun: Bool
  ) {
    self.folder = folder
    self.pack = pack
    self.settings = settings
    self.register = register
    self.isDryRun = isDryRun
  }

  /// - Returns: the paths that were made (or would be), in the order in which a person meets them.
  /// - Throws: `CampaignError` when the folder is not empty or anything given is not right;
  ///   nothing is made then.
  package func run() throws -> [String] {
    let manager = FileManager.default
    let there = (try? manager.contentsOfDirectory(atPath: folder.root.path)) ?? []
    guard there.isEmpty else {
      throw CampaignError(
        .alreadyThere,
        ru: "папка \(folder.root.path) не пуста: выберите другую",
        en: "the folder \(folder.root.path) is not empty: choose another")
    }
    let pack = try PackFolders.load(self.pack)
    let settingsText =
      try settings.map { try WholeFile.read($0) }
      ?? Array(CampaignSample.settings(pack: pack.code).utf8)
    let parsed = try OpenCampaign.settings(settingsText, file: settings ?? folder.settings)
    let registerFile = folder.root.appending(
      path: "schools." + (register?.pathExtension.lowercased() ?? "csv"))
    let registerBytes =
      try register.map { try WholeFile.read($0) } ?? Array(CampaignSample.register.utf8)
    guard
      folder.registers.contains(where: { $0.lastPathComponent == registerFile.lastPathComponent })
    else {
      throw CampaignError(
        .badRegister,
        ru:
          "реестр школ должен быть файлом XLSX, ODS, FODS или CSV, а не \(registerFile.pathExtension)",
        en:
          "a register of schools is an XLSX, ODS, FODS or CSV file, not \(registerFile.pathExtension)"
      )
    }
    _ = try OpenCampaign.register(
      registerBytes, name: register?.lastPathComponent ?? registerFile.lastPathComponent,
      settings: parsed, levels: pack.levels)

    var made = [folder.settings.path, registerFile.path, folder.inbox.path]
    made += parsed.periods.map { folder.system($0).path }
    guard !isDryRun else { return made }
    do {
      try manager.createDirectory(at: folder.inbox, withIntermediateDirectories: true)
    } catch {
      throw CampaignError(
        .unwritable,
        ru: "не удалось создать папку кампании: проверьте место на диске и право записи",
        en: "could not make the campaign's folder: \(error.localizedDescription)")
    }
    for period in parsed.periods {
      try WholeFile.copyFolder(self.pack, to: folder.system(period))
    }
    try WholeFile.write(registerBytes, to: registerFile)
    try WholeFile.write(settingsText, to: folder.settings)
    return made
  }
}
