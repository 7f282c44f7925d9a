package import Foundation

/// Files that appear whole or not at all.
package enum WholeFile {
  /// Writes to a temporary name in the same folder, then renames; makes the folder if need be.
  /// - Throws: `CampaignError.unwritable` with the path and the system's reason.
  package static func write(_ bytes: [UInt8], to file: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw CampaignError(
        .unwritable,
        ru: "не удалось записать \(file.path): проверьте место на диске и право записи в папку",
        en: "could not write \(file.path): \(error.localizedDescription). "
          + "Check free space and the right to write to the folder.")
    }
  }

  /// Copies a folder under a temporary name of this process's own, then renames. Where another one
  /// was faster, its copy stays.
  /// - Throws: `CampaignError.unwritable` with the path.
  package static func copyFolder(_ from: URL, to place: URL) throws {
    let manager = FileManager.default
    let parent = place.deletingLastPathComponent()
    let half = parent.appending(path: Drafts.partName(of: place.lastPathComponent))
    do {
      try manager.createDirectory(at: parent, withIntermediateDirectories: true)
      Drafts.sweepParts(in: parent)
      try manager.copyItem(at: from.resolvingSymlinksInPath(), to: half)
      try manager.moveItem(at: half, to: place)
    } catch {
      try? manager.removeItem(at: half)
      guard !manager.fileExists(atPath: place.path) else { return }
      throw CampaignError(
        .unwritable,
        ru: "не удалось создать папку \(place.path): проверьте место на диске и право записи",
        en: "could not make the folder \(place.path): \(error.localizedDescription)")
    }
  }

  /// - Throws: `CampaignError.unwritable` with the path and the system's reason.
  package static func remove(_ file: URL) throws {
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw CampaignError(
        .unwritable,
        ru: "не удалось удалить \(file.path): проверьте право записи в папку",
        en: "could not delete \(file.path): \(error.localizedDescription). "
          + "Check the right to write to the folder.")
    }
  }

  /// - Throws: `CampaignError.unreadable` with the path and the system's reason.
  package static func read(_ file: URL) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: file))
    } catch {
      throw CampaignError(
        .unreadable,
        ru: "не удалось прочесть \(file.path): проверьте, что файл есть и его можно открыть",
        en: "could not read \(file.path): \(error.localizedDescription)")
    }
  }
}
