package import Foundation
package import Monitoring
import Packs
import Wording

/// Where packs are found, and whether one is right.
package enum PackFolders {
  /// The folder of a pack: a path, or a name below a `Templates` folder, which is looked for in
  /// SVODKA_TEMPLATES, in this folder, and beside or above the binary.
  /// - Throws: `CampaignError.badPack` naming the places where it was looked for.
  package static func find(_ pack: String) throws -> URL {
    let direct = URL(filePath: pack, directoryHint: .isDirectory)
    if isPack(direct) { return direct }
    for place in places where isPack(place.appending(path: pack)) {
      return place.appending(path: pack)
    }
    let looked = ([direct] + places.map { $0.appending(path: pack) }).map(\.path)
    throw CampaignError(
      .badPack,
      ru: "пакет «\(pack)» не найден: ни в одной из папок нет файла pack.yaml: "
        + looked.joined(separator: ", "),
      en: "pack \"\(pack)\" was not found: no pack.yaml in any of "
        + looked.joined(separator: ", "))
  }

  /// - Throws: `CampaignError.badPack` with the first faults and how many there are.
  package static func load(_ folder: URL) throws -> SystemPack {
    do {
      return try PackLoader.load(folder: folder)
    } catch {
      throw CampaignError(
        .badPack, ru: summary(error, .ru, folder), en: summary(error, .en, folder))
    }
  }

  private static func summary(_ error: PackError, _ language: Language, _ folder: URL) -> String {
    let shown = error.faults.prefix(5).map { "\n  " + $0.message(language) }.joined()
    let more = error.faults.count > 5 ? "\n  …" : ""
    return switch language {
    case .ru:
      "в пакете \(folder.path) есть ошибки (\(error.faults.count)), его нужно исправить:\(shown)\(more)"
    case .en: "the pack \(folder.path) has \(error.faults.count) fault(s) to mend:\(shown)\(more)"
    }
  }

  private static func isPack(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "pack.yaml").path)
  }

  private static var places: [URL] {
    var places: [URL] = []
    if let told = ProcessInfo.processInfo.environment["SVODKA_TEMPLATES"] {
      places.append(URL(filePath: told, directoryHint: .isDirectory))
    }
    places.append(URL(filePath: "Templates", directoryHint: .isDirectory))
    var above = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    while let folder = above, folder.path != "/" {
      places.append(folder.appending(path: "Templates"))
      above = folder.deletingLastPathComponent()
    }
    return places
  }
}
