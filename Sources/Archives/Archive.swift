private import CLibzip
private import Glibc

/// A ZIP archive, opened for reading. It owns libzip's handle and closes it.
///
/// Part names are given with "/" for "\\" and without a leading "/"; they are looked up without
/// regard to case, because office programs do not agree on it.
@safe package struct Archive: ~Copyable {
  /// One file of the archive.
  package struct Part: Hashable, Sendable {
    /// The name, with "/".
    package let name: String
    /// Its place in the archive's directory.
    package let index: Int
    /// Inflated size as the directory declares it: never trusted, never allocated from.
    package let declaredSize: Int
    package let isEncrypted: Bool
    /// False for a deflated part.
    package let isStored: Bool
  }

  /// In the order of the directory; folders are left out.
  package let parts: [Part]
  /// Bytes of the archive as it came.
  package let byteCount: Int

  private let handle: OpaquePointer
  private let limits: ArchiveLimits
  private var inflated = 0
  private let positions: [String: Int]

  /// Opens an archive that is held in memory.
  /// - Throws: `.notAnArchive`, `.limit`.
  package init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    guard bytes.count <= limits.archiveBytes else {
      throw ArchiveError(
        .limit, detail: "\(bytes.count) bytes are over the limit of \(limits.archiveBytes)")
    }
    // libzip takes no bytes at all for an archive without entries.
    guard !bytes.isEmpty else { throw ArchiveError(.notAnArchive, detail: "0 bytes") }
    guard let copy = unsafe malloc(max(bytes.count, 1)) else {
      throw ArchiveError(.unreadable, detail: "no memory for \(bytes.count) bytes")
    }
    unsafe bytes.withUnsafeBytes { source in
      if let base = source.baseAddress, source.count > 0 {
        unsafe memcpy(copy, base, source.count)
      }
    }
    var error = unsafe zip_error_t()
    // The last argument makes libzip free the copy, also when it fails to open it.
    guard let source = unsafe zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error)
    else {
      unsafe free(copy)
      throw ArchiveError(.unreadable, detail: "libzip error \(unsafe error.zip_err)")
    }
    guard let handle = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw ArchiveError(.notAnArchive, detail: "libzip error \(unsafe error.zip_err)")
    }
    let count = unsafe Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      unsafe zip_discard(handle)
      throw ArchiveError(
        .limit, detail: "\(count) entries are over the limit of \(limits.entries)")
    }
    unsafe self.handle = handle
    self.limits = limits
    byteCount = bytes.count
    unsafe self.parts = Self.directory(of: handle, count: count)
    positions = Dictionary(
      parts.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  deinit { unsafe zip_discard(handle) }

  private static func directory(of handle: OpaquePointer, count: Int) -> [Part] {
    var parts: [Part] = []
    for index in 0..<max(count, 0) {
      var status = unsafe zip_stat_t()
      guard unsafe zip_stat_index(handle, zip_uint64_t(index), 0, &status) == 0,
        let raw = unsafe status.name
      else { continue }
      var name = unsafe String(cString: raw).replacing("\\", with: "/")
      while name.hasPrefix("/") { name.removeFirst() }
      guard !name.isEmpty, !name.hasSuffix("/") else { continue }
      parts.append(
        Part(
          name: name, index: index, declaredSize: Int(clamping: unsafe status.size),
          isEncrypted: unsafe status.encryption_method != UInt16(ZIP_EM_NONE),
          isStored: unsafe status.comp_method == UInt16(ZIP_CM_STORE)))
    }
    return parts
  }

  /// The part of a name, whatever its case; nil when there is none.
  package func part(named name: String) -> Part? {
    positions[name.lowercased()].map { parts[$0] }
  }

  /// The whole of a part.
  /// - Throws: `.damagedPart`, `.encrypted`, `.limit`.
  package mutating func bytes(of part: Part) throws(ArchiveError) -> [UInt8] {
    var all: [UInt8] = []
    try read(part) { (chunk) throws(ArchiveError) in
      unsafe chunk.withUnsafeBytes { unsafe all.append(contentsOf: $0) }
      return true
    }
    return all
  }

  /// Lends a part chunk by chunk, as it inflates, until it ends or `consume` returns false.
  /// - Throws: `.damagedPart`, `.encrypted`, `.limit`.
  package mutating func read(
    _ part: Part, _ consume: (borrowing Span<UInt8>) throws(ArchiveError) -> Bool
  ) throws(ArchiveError) {
    guard !part.isEncrypted else {
      throw ArchiveError(.encrypted, part: part.name, detail: "the part is encrypted")
    }
    guard let file = unsafe zip_fopen_index(handle, zip_uint64_t(part.index), 0) else {
      let number = unsafe zip_error_code_zip(zip_get_error(handle))
      throw ArchiveError(.damagedPart, part: part.name, detail: "libzip error \(number)")
    }
    defer { unsafe zip_fclose(file) }
    var buffer = [UInt8](repeating: 0, count: Self.chunkBytes)
    var read = 0
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Int(zip_fread(file, bytes.baseAddress, zip_uint64_t(bytes.count)))
      }
      guard count >= 0 else {
        throw ArchiveError(
          .damagedPart, part: part.name, detail: "cannot be inflated after \(read) bytes")
      }
      if count == 0 { return }
      read += count
      inflated += count
      guard read <= limits.partBytes else {
        throw ArchiveError(
          .limit, part: part.name,
          detail: "inflates to more than the limit of \(limits.partBytes) bytes")
      }
      guard inflated <= limits.totalBytes else {
        throw ArchiveError(
          .limit, part: part.name,
          detail: "all parts together inflate to more than \(limits.totalBytes) bytes")
      }
      guard try consume(buffer.span.extracting(0..<count)) else { return }
    }
  }

  /// Bytes that are inflated at a time: what fits the second cache of a small machine.
  private static let chunkBytes = 64 << 10
}
