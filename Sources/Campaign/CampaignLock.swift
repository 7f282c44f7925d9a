package import Foundation
import Glibc

/// The right to write to a campaign, which one run has at a time.
///
/// An advisory lock of the kernel on a file that stays in the folder: a process that is killed
/// lets go of it, so that nothing has to be tidied up. Where the file cannot be made (a read-only
/// folder) or the disk knows no locks (some network disks), there is none, and work goes on: the
/// store keeps its transactions apart by itself. Documentation/Decisions/0012.
package struct CampaignLock: Sendable {
  /// Who has the lock, as far as its file tells.
  package struct Holder: Sendable, Hashable {
    /// The number of the process; nil where it is not written.
    package var process: Int?
    /// Since when, by the clock of the disk.
    package var since: Date?
  }

  /// The file in the campaign's folder: one line, the number of the process.
  package static let fileName = ".collect.lock"
  /// How long one waits: two thousand forms are collected in half a minute, so that five minutes
  /// mean that the other hangs or waits for somebody.
  package static let patience = Duration.seconds(300)
  private static let pause = Duration.milliseconds(200)

  /// Nil where there is no lock to be had. The lock is held as long as the handle is open.
  private let handle: FileHandle?

  /// Waits for the lock.
  /// - Parameter waiting: called once, when another process has it.
  /// - Throws: `CampaignError.busy` after `patience`, and `.interrupted` where the task is
  ///   cancelled.
  package static func take(
    in folder: CampaignFolder, patience: Duration = patience,
    waiting: @Sendable (Holder) -> Void
  ) async throws -> CampaignLock {
    let file = folder.root.appending(path: fileName)
    // Nothing happens where it is there already.
    try? Data().write(to: file, options: .withoutOverwriting)
    guard
      let handle = (try? FileHandle(forUpdating: file)) ?? (try? FileHandle(forReadingFrom: file))
    else { return CampaignLock(handle: nil) }
    var left = patience
    while flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return CampaignLock(handle: nil) }
      let holder = holder(of: file)
      if left == patience { waiting(holder) }
      guard !Task.isCancelled else { throw CampaignError.interruptedWaiting }
      guard left > .zero else { throw busy(holder, folder) }
      try? await Task.sleep(for: pause)
      left -= pause
    }
    try? handle.truncate(atOffset: 0)
    try? handle.write(contentsOf: Data("\(getpid())\n".utf8))
    return CampaignLock(handle: handle)
  }

  /// Does work that no other run may come between.
  ///
  /// Nobody who has the lock may take it again, this process included: `CollectForms`, which takes it
  /// by itself, is not for this work.
  package static func alone<Value>(
    in folder: CampaignFolder, waiting: @Sendable (Holder) -> Void,
    _ work: () async throws -> Value
  ) async throws -> Value {
    let lock = try await take(in: folder, waiting: waiting)
    defer { lock.release() }
    return try await work()
  }

  /// Lets the next one have it.
  package func release() { try? handle?.close() }

  private static func holder(of file: URL) -> Holder {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let known = try? FileManager.default.attributesOfItem(atPath: file.path)
    return Holder(
      process: Int(text.prefix { $0.isNumber }), since: known?[.modificationDate] as? Date)
  }

  private static func busy(_ holder: Holder, _ folder: CampaignFolder) -> CampaignError {
    let process = holder.process.map(String.init) ?? "?"
    return CampaignError(
      .busy,
      ru: "с кампанией \(folder.root.path) уже работает другой запуск svodka (процесс "
        + "\(process)), и он не кончается. Дождитесь его конца или остановите его и запустите "
        + "снова; ничего не изменено",
      en: "another svodka (process \(process)) is at work in \(folder.root.path) and does not "
        + "end. Wait for it, or stop it, and run again; nothing was changed")
  }
}
