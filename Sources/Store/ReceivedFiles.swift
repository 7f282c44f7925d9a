import Crypto
import Files
import Foundation
import Glibc

/// A copy of a submitted file on its way into `received/`; paths below the campaign's folder.
package struct DraftCopy: Sendable, Hashable {
  let hash: String
  /// Where it was written; nil when it was kept before.
  let draft: String?
  let final: String
  /// Bytes.
  let size: Int
}

/// The folder `received/`: every submitted file under its hash, `received/ab/abcdef….xlsx`.
///
/// A copy appears whole or not at all, is synced to disk with its folder before `keep` returns,
/// and is never changed afterwards.
struct ReceivedFiles: Sendable {
  /// The campaign's folder.
  let folder: String
  let limits: StoreLimits

  static let name = "received"
  /// Where copies are written before they get their names; beside them, on the same disk.
  private static let unfinished = "received/.unfinished"

  /// SHA-256 in lower-case hexadecimal.
  static func hash(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func shelf(of hash: String) -> String { "\(name)/\(hash.prefix(2))" }

  /// Keeps the bytes; `name` only lends its extension. Returns the hash.
  func keep(_ bytes: [UInt8], name: String) throws -> String {
    let hash = Self.hash(of: bytes)
    try publish([try draft(bytes, hash: hash, name: name)])
    return hash
  }

  /// Writes a copy under a name of its own, unsynced: `publish` gives it its place. Safe to call
  /// from many tasks at once.
  func draft(_ bytes: [UInt8], hash: String, name: String) throws -> DraftCopy {
    if let kept = path(of: hash) {
      if size(of: kept) == bytes.count {
        return DraftCopy(hash: hash, draft: nil, final: kept, size: 0)
      }
      // Cut or grown since: these bytes are what was submitted, that copy is not.
      try perform(on: kept) { try FileManager.default.removeItem(atPath: absolute(kept)) }
    }
    let final = "\(Self.shelf(of: hash))/\(hash)\(suffix(of: name))"
    // A killed run may have left a draft, and its number of a process be that of this one.
    let draft = "\(Self.unfinished)/\(getpid())-\(UUID().uuidString)"
    try perform(on: final) {
      try makeFolders([Self.unfinished])
      try NewFile.write(bytes, to: absolute(draft))
    }
    return DraftCopy(hash: hash, draft: draft, final: final, size: bytes.count)
  }

  /// Gives drafts their places; on return they and their folders are on the disk. One after the
  /// other would wait for the disk three times a file: so all are sent to it first, then waited
  /// for, then renamed, and each folder is waited for once.
  /// - Returns: where the copies lie, by hash.
  @discardableResult
  func publish(_ copies: [DraftCopy]) throws -> [String: String] {
    var paths: [String: String] = [:]
    let drafts = copies.compactMap { copy in copy.draft.map { (copy: copy, draft: $0) } }
    for one in drafts { send(one.draft) }
    for one in drafts { try perform(on: one.copy.final) { try sync(one.draft) } }
    let shelves = Set(drafts.map { Self.shelf(of: $0.copy.hash) }).sorted()
    try perform(on: Self.name) { try makeFolders(shelves) }
    for (copy, draft) in drafts {
      try perform(on: copy.final) { paths[copy.hash] = try place(draft, of: copy) }
    }
    for shelf in shelves { try perform(on: shelf) { try sync(shelf) } }
    for copy in copies where copy.draft == nil { paths[copy.hash] = copy.final }
    return paths
  }

  /// Gives a draft its place, unless another file with the same bytes has one by now.
  private func place(_ draft: String, of copy: DraftCopy) throws -> String {
    if let kept = path(of: copy.hash), size(of: kept) == copy.size {
      try FileManager.default.removeItem(atPath: absolute(draft))
      return kept
    }
    do {
      try FileManager.default.moveItem(atPath: absolute(draft), toPath: absolute(copy.final))
    } catch  where size(of: copy.final) == copy.size {
      // Another process kept the same bytes at the same moment.
      try FileManager.default.removeItem(atPath: absolute(draft))
    }
    return copy.final
  }

  /// The kept copy's path below the campaign's folder; nil when there is none.
  func path(of hash: String) -> String? {
    let shelf = Self.shelf(of: hash)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute(shelf))) ?? []
    return names.filter { $0.hasPrefix(hash) }.min().map { "\(shelf)/\($0)" }
  }

  /// The bytes of a kept copy, proved to be those that were submitted.
  func bytes(of hash: String) throws -> [UInt8] {
    guard let path = path(of: hash) else {
      throw StoreError(.damaged, path: absolute(Self.name), reason: "holds no file \(hash)")
    }
    let bytes = try perform(on: path) {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: absolute(path))))
    }
    guard Self.hash(of: bytes) == hash else {
      throw StoreError(
        .damaged, path: absolute(path),
        reason: "has changed since it was kept: \(bytes.count) bytes of another hash")
    }
    return bytes
  }

  /// Removes the kept copy of a file, if there is one; on return the disk knows.
  func remove(_ hash: String) throws {
    while let kept = path(of: hash) {
      try perform(on: kept) {
        try FileManager.default.removeItem(atPath: absolute(kept))
        try sync(Self.shelf(of: hash))
      }
    }
  }

  /// Removes what a killed process left half written. Drafts of a process that lives are let be.
  func sweep() {
    let drafts = (try? FileManager.default.contentsOfDirectory(atPath: absolute(Self.unfinished)))
    for draft in drafts ?? [] {
      guard let process = draft.split(separator: "-").first.flatMap({ pid_t($0) }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: absolute("\(Self.unfinished)/\(draft)"))
    }
  }

  /// Bytes of a file below the campaign's folder; nil when there is none.
  func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: absolute(path))
    return (attributes?[.size] as? NSNumber)?.intValue
  }

  private func absolute(_ path: String) -> String { "\(folder)/\(path)" }

  /// The extension of a name in lower case with its full stop; empty when it is none of letters
  /// and digits.
  private func suffix(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let letters = name[name.index(after: dot)...].lowercased()
    let isPlain = letters.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    guard isPlain, (1...limits.extensionLetters).contains(letters.utf8.count) else {
      return ""
    }
    return "." + letters
  }

  /// Makes the folders that are not there, and waits for the disk once for all of them.
  private func makeFolders(_ paths: [String]) throws {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: absolute($0)) }
    guard !missing.isEmpty else { return }
    for path in missing {
      try FileManager.default.createDirectory(
        atPath: absolute(path), withIntermediateDirectories: true)
    }
    try sync(Self.name)
    try sync("")
  }

  /// Begins to write a file to the disk and does not wait.
  private func send(_ path: String) {
    guard let handle = FileHandle(forReadingAtPath: absolute(path)) else { return }
    // Linux begins to write what is to be forgotten; its own call for that is not to be had here.
    posix_fadvise(handle.fileDescriptor, 0, 0, POSIX_FADV_DONTNEED)
    try? handle.close()
  }

  /// Waits until a file, or the names in a folder, are on the disk.
  private func sync(_ path: String) throws {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: absolute(path)))
    defer { try? handle.close() }
    try handle.synchronize()
  }

  /// Says which file a refusal of the system was about, and what can be done.
  private func perform<Value>(on path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw StoreError(error, path: absolute(path))
    }
  }
}

extension StoreError {
  /// What a refusal to write means for the person at the keyboard.
  init(_ error: any Error, path: String) {
    switch ((error as? CocoaError)?.code, (error as? POSIXError)?.code) {
    case (.fileWriteOutOfSpace, _), (_, .ENOSPC), (_, .EDQUOT):
      self.init(.full, path: path, reason: "the disk is full; this file was not kept")
    case (.fileWriteNoPermission, _), (.fileWriteVolumeReadOnly, _), (_, .EACCES), (_, .EPERM),
      (_, .EROFS):
      self.init(.readOnly, path: path, reason: "may not be written to; this file was not kept")
    case _:
      self.init(.notKept, path: path, reason: "could not be kept: \(error.localizedDescription)")
    }
  }
}
