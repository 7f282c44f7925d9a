package import Foundation
package import Monitoring

/// Reads a system pack: a folder under `Templates/`.
package enum PackLoader {
  /// The pack of a folder on the disk. Throws everything that is wrong with it at once.
  package static func load(
    folder: URL, limits: PackLimits = PackLimits()
  ) throws(PackError) -> SystemPack {
    try load(PackFiles(folder: folder), limits: limits)
  }

  /// The pack of any files. Throws everything that is wrong with it at once.
  package static func load(
    _ files: PackFiles, limits: PackLimits = PackLimits()
  ) throws(PackError) -> SystemPack {
    let reader = PackReader(files: files, limits: limits)
    let pack = reader.pack()
    guard let pack, reader.faults.isEmpty else { throw PackError(reader.faults.sorted) }
    return pack
  }
}
