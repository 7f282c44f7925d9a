package import Findings
package import Foundation
import Intake
package import Monitoring
import Packs
import Store
import Wording

/// A campaign whose settings, register and packs are read and right: what every step begins with.
package struct OpenCampaign: Sendable {
  package let folder: CampaignFolder
  package let settings: CampaignSettings
  package let register: UnitRegister
  /// What is wrong with the register and yet stops nothing.
  package let registerFindings: [Finding]
  /// The pack of each period.
  package let packs: [Period: SystemPack]
  /// Where each of them stands: in the campaign, or where it will be copied from.
  let packFolders: [Period: URL]
  /// The pack of the last period: the one that results are reckoned by.
  package let pack: SystemPack
  package let current: Period
  /// What reading a form depends on besides the form: packs, register and this program. A form
  /// that was read under another mark is read anew.
  let readingMark: String
  /// The zone whose days count where the settings name none.
  let machineZone: TimeZone

  /// The version of what this program makes of a form: raised when it reads differently.
  private static let readingVersion = "2"

  /// - Parameter machineZone: whose days count where the settings name no zone.
  /// - Throws: `CampaignError` naming the file and what to do.
  package static func open(
    _ folder: CampaignFolder, machineZone: TimeZone = .gmt
  ) throws -> OpenCampaign {
    guard FileManager.default.fileExists(atPath: folder.settings.path) else {
      throw CampaignError(
        .noCampaign,
        ru: "в папке \(folder.root.path) нет кампании (файла campaign.yaml). Создайте её: "
          + "svodka new \(folder.root.lastPathComponent) --pack …",
        en: "\(folder.root.path) holds no campaign (no campaign.yaml). Make one: "
          + "svodka new \(folder.root.lastPathComponent) --pack …")
    }
    let settingsBytes = try WholeFile.read(folder.settings)
    var settings = try settings(settingsBytes, file: folder.settings)
    settings.locked = try closedPeriods(in: folder)
    guard let current = settings.current else {
      throw CampaignError(
        .noPeriod, ru: "в campaign.yaml не назван ни один период: periods: [2021]",
        en: "campaign.yaml names no period: periods: [2021]")
    }
    var packs: [Period: SystemPack] = [:]
    var packFolders: [Period: URL] = [:]
    for period in settings.periods {
      let place = try packFolder(of: period, folder, settings)
      packFolders[period] = place
      packs[period] = try PackFolders.load(place)
    }
    guard let pack = packs[current] else {
      throw CampaignError(
        .noPeriod, ru: "нет пакета для периода \(current)", en: "no pack for the period \(current)")
    }
    let (registerBytes, registerName) = try registerFile(folder)
    let read = try register(
      registerBytes, name: registerName, settings: settings, levels: pack.levels)
    var mark = Array((readingVersion + settings.readingParts).utf8) + registerBytes
    for period in settings.periods {
      if let place = packFolders[period] { mark += try packBytes(place) }
    }
    return OpenCampaign(
      folder: folder, settings: settings, register: read.register, registerFindings: read.findings,
      packs: packs, packFolders: packFolders, pack: pack, current: current,
      readingMark: Store.hash(of: mark), machineZone: machineZone)
  }

  /// The periods whose results are signed: the store knows them.
  private static func closedPeriods(in folder: CampaignFolder) throws -> [Period] {
    guard Store.exists(in: folder.root.path) else { return [] }
    return try storing { try Store(folder: folder.root.path).closedPeriods() }
  }

  /// A period that was added to campaign.yaml has no pack of its own yet: the one of the newest
  /// period before it serves, else any that the campaign has, else the pack by its name.
  private static func packFolder(
    of period: Period, _ folder: CampaignFolder, _ settings: CampaignSettings
  ) throws -> URL {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder.system(period).path) { return folder.system(period) }
    let names = (try? manager.contentsOfDirectory(atPath: folder.systems.path)) ?? []
    let pinned = names.compactMap { Period($0) }.sorted()
    guard let near = pinned.last(where: { $0 < period }) ?? pinned.last else {
      return try PackFolders.find(settings.pack)
    }
    return folder.system(near)
  }

  /// Where the pack of a period stands.
  func packFolder(_ period: Period) -> URL { packFolders[period] ?? folder.system(period) }

  /// Gives each period a copy of its pack, so that it keeps its own rules from now on.
  func pinPacks() throws {
    for (period, place) in packFolders where place != folder.system(period) {
      try WholeFile.copyFolder(place, to: folder.system(period))
    }
  }

  /// Reads `campaign.yaml`.
  package static func settings(_ bytes: [UInt8], file: URL) throws -> CampaignSettings {
    do {
      return try CampaignFile.load(bytes: bytes, name: file.lastPathComponent)
    } catch {
      func faults(_ language: Language) -> String {
        error.faults.map { "\n  " + $0.message(language) }.joined()
      }
      throw CampaignError(
        .badSettings, ru: "файл \(file.path) нужно исправить:\(faults(.ru))",
        en: "\(file.path) has to be mended:\(faults(.en))")
    }
  }

  private static func registerFile(_ folder: CampaignFolder) throws -> ([UInt8], String) {
    guard let file = folder.presentRegisters.first else {
      throw CampaignError(
        .badRegister,
        ru: "нет реестра школ: положите в \(folder.root.path) файл schools.xlsx, schools.ods или "
          + "schools.csv",
        en: "there is no register of schools: put schools.xlsx, schools.ods or schools.csv into "
          + folder.root.path)
    }
    return (try WholeFile.read(file), file.lastPathComponent)
  }

  static func register(
    _ bytes: [UInt8], name: String, settings: CampaignSettings, levels: [SystemPack.Level]
  ) throws -> (register: UnitRegister, findings: [Finding]) {
    let hash = Store.hash(of: bytes)
    let form: FormFile
    if name.hasSuffix(".csv") {
      form = FormFile(
        path: name, hash: hash, sheets: [Grid(commaSeparated: bytes, name: name)])
    } else {
      let read = FileIntake().read(path: name, hash: hash, bytes: bytes)
      guard let workbook = read.form else { throw badRegister(name, read.findings) }
      form = workbook
    }
    let outcome = UnitRegisterReader(root: settings.district, levels: levels).read(form)
    let errors = outcome.findings.filter { $0.severity == .error }
    guard errors.isEmpty, !outcome.register.units.isEmpty else { throw badRegister(name, errors) }
    return (outcome.register, outcome.findings)
  }

  private static func badRegister(_ name: String, _ findings: [Finding]) -> CampaignError {
    func words(_ language: Language) -> String {
      findings.map { finding in
        let words = FindingCatalogue.words(for: finding, language: language)
        return "\n  \(finding.origins.first?.place ?? name): \(words.headline) \(words.mend)"
      }.joined()
    }
    return CampaignError(
      .badRegister, ru: "реестр школ \(name) нужно исправить:\(words(.ru))",
      en: "the register of schools \(name) has to be mended:\(words(.en))")
  }

  /// What of a pack decides how a form is read and checked, in the order of names.
  private static func packBytes(_ folder: URL) throws -> [UInt8] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    return try names.flatMap { try WholeFile.read(folder.appending(path: $0)) }
  }

  /// The pack that forms of a period are read and checked by.
  func pack(of period: Period) -> SystemPack { packs[period] ?? pack }

  /// - Throws: `CampaignError.store` in the words of the store.
  func store() throws -> Store {
    try storing { try Store(folder: folder.root.path) }
  }
}

extension CampaignSettings {
  /// What of the settings decides how a form is read: a deadline or a signature does not.
  fileprivate var readingParts: String {
    "\(district) \(periods) \(rostersKeptUntil ?? "")"
  }
}
