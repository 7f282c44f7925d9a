import GRDB

extension StoreError {
  /// What SQLite's refusal means for the person at the keyboard.
  init(_ error: DatabaseError, path: String, limits: StoreLimits) {
    let said = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    let full = StoreError(
      .full, path: path,
      reason: "the disk is full; free some space. Nothing of this form was stored"
    )
    // A log needs its index beside it; no room for that is said in other words.
    if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE {
      self = full
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, path: path,
        reason: """
          another svodka has been writing to it for over \(limits.busySeconds) s; \
          wait until that one has finished, then run this again
          """)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.readOnly, path: path, reason: "may not be written to (\(said))")
    case .SQLITE_FULL:
      self = full
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .damaged, path: path,
        reason: "is damaged (\(said)); every submitted file is still in received/")
    case .SQLITE_CANTOPEN:
      self.init(.cannotOpen, path: path, reason: "cannot be opened (\(said))")
    case .SQLITE_IOERR:
      self.init(
        .failed, path: path,
        reason: "could not be read or written (\(said)); check the free space and the disk itself")
    default:
      self.init(.failed, path: path, reason: said)
    }
  }
}
