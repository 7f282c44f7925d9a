import Documents
package import Foundation
import Monitoring
import Packs
package import Wording

/// Whether a pack is right: its YAML, and every template that lies with it.
package struct PackCheck: Sendable {
  private let pack: SystemPack?
  private let packFaults: [PackFault]
  /// What is wrong with each template that is not right.
  private let templateErrors: [DocumentError]
  private let templates: Int

  /// - Throws: `CampaignError.unreadable` for a template that cannot be read from disk.
  package init(folder: URL) throws {
    do {
      pack = try PackLoader.load(folder: folder)
      packFaults = []
    } catch {
      pack = nil
      packFaults = error.faults
    }
    var errors: [DocumentError] = []
    let names = try Self.templateNames(folder)
    for name in names {
      let bytes = try WholeFile.read(folder.appending(path: name))
      do {
        _ = try DocumentTemplate(parsing: bytes, name: name)
      } catch {
        errors.append(error)
      }
    }
    templateErrors = errors
    templates = names.count
  }

  package var hasFaults: Bool { !packFaults.isEmpty || !templateErrors.isEmpty }

  /// A line a fault: file, place, what is wrong, what was probably meant.
  package func faults(_ language: Language) -> [String] {
    packFaults.map { $0.message(language) }
      + templateErrors.flatMap { error in
        error.faults.isEmpty
          ? ["\(error.template): \(error.message)"]
          : error.faults.map { "\(error.template): \($0.text(in: language))" }
      }
  }

  package func summary(_ language: Language) -> String {
    let count = faults(language).count
    guard let pack, count == 0 else {
      return switch language {
      case .ru: "\(Language.ru.counted(count, "ошибка", "ошибки", "ошибок")) в пакете"
      case .en: "\(count) fault(s) in the pack"
      }
    }
    return switch language {
    case .ru:
      "Пакет «\(pack.code)» верен: показателей \(pack.indicators.count), правил "
        + "\(pack.rules.count), предложений \(pack.sentences.count), рекомендаций "
        + "\(pack.advice.count), шаблонов \(templates)."
    case .en:
      "The pack \(pack.code) is right: \(pack.indicators.count) indicators, \(pack.rules.count) "
        + "rules, \(pack.sentences.count) sentences, \(pack.advice.count) recommendations, "
        + "\(templates) templates."
    }
  }

  private static func templateNames(_ folder: URL) throws -> [String] {
    let documents = folder.appending(path: "documents")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: documents.path)) ?? []
    return names.filter { $0.hasSuffix(".fodt") }.sorted().map { "documents/\($0)" }
  }
}
