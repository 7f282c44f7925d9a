import Foundation
import Glibc

/// What a process that was killed left half written where documents are written: Foundation's
/// atomic writing makes files `.dat.nosync1f3a.kp5S44` beside their place, 1f3a being the number
/// of the process.
enum Drafts {
  private static let mark = ".dat.nosync"

  /// Removes them from a folder and all below it; those of a process that lives are let be.
  static func sweep(below folder: URL) {
    guard
      let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return }
    for case let file as URL in walk {
      let name = file.lastPathComponent
      guard name.hasPrefix(mark) else { continue }
      let number = name.dropFirst(mark.count).prefix { $0.isHexDigit }
      guard let process = pid_t(number, radix: 16), kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      try? FileManager.default.removeItem(at: file)
    }
  }
}
