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
      guard let process = pid_t(number, radix: 16), isGone(process) else { continue }
      try? FileManager.default.removeItem(at: file)
    }
  }

  private static func isGone(_ process: pid_t) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }
}

/// Folders that are being copied: `.2021.1234-5E6F7A8B.part`, 1234 being the number of the process.
extension Drafts {
  private static let part = ".part"

  /// A name that no other copy has, those of this process included.
  static func partName(of name: String) -> String {
    ".\(name).\(getpid())-\(UUID().uuidString.prefix(8))\(part)"
  }

  /// Removes those of processes that live no more.
  static func sweepParts(in folder: URL) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(".") && name.hasSuffix(part) {
      let last = name.dropLast(part.count).split(separator: ".").last ?? ""
      guard let number = last.split(separator: "-").first.flatMap({ pid_t($0) }),
        last.contains("-"), isGone(number)
      else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }
}
