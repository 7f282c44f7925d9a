import Foundation
import Glibc

/// Files that are written one after the other and waited for together.
package enum NewFile {
  /// Writes a file that is not there yet, and does not wait for the disk, as Foundation would for
  /// each: whoever says that it is stored has to sync it first.
  /// - Throws: `POSIXError` or `CocoaError` with the system's reason, `.EEXIST` where it is there
  ///   already; of a file that was begun a part may stand.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let rights = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: bytes)
    try handle.close()
  }
}
