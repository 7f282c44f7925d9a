import Foundation
import Glibc

/// What the system says of a file, a link itself and not what it leads to: asked of it directly,
/// because Foundation takes some 0.2 ms to tell it, and a region has thousands of files.
///
/// Two that are equal are of a file that nobody wrote to in between.
struct FileState: Equatable {
  enum Kind {
    case file, folder, link
    /// A pipe, a device and the like.
    case other
  }

  let kind: Kind
  /// Bytes.
  let size: Int
  let changed: Date
  /// Another one where a program saves under a new name and renames.
  private let number: UInt64

  /// Nil where there is no such file, or where nobody may ask.
  init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    let time = status.st_mtim
    changed = Date(timeIntervalSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    number = UInt64(status.st_ino)
  }
}
