private import CLibzip
private import Glibc

/// libzip's handle of an archive that is read. It owns the handle and closes it.
@safe struct ZipHandle: ~Copyable {
  fileprivate let archive: OpaquePointer

  /// - Parameter entries: as the end record says that was looked at before.
  /// - Throws: `.notAnArchive`, `.unreadable`.
  init(_ window: ZipWindow, entries: Int) throws(ArchiveError) {
    var error = unsafe zip_error_t()
    let source = try unsafe window.source()
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      defer { unsafe zip_error_fini(&error) }
      unsafe zip_source_free(source)
      let isOfSystem = unsafe [ZIP_ER_MEMORY, ZIP_ER_READ].contains(error.zip_err)
      let words = unsafe String(cString: zip_error_strerror(&error))
      throw ArchiveError(
        isOfSystem ? .unreadable : .notAnArchive, detail: "the directory is not read: \(words)")
    }
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count == entries else {
      unsafe zip_discard(archive)
      throw ArchiveError(
        .notAnArchive, detail: "the directory declares \(entries) entries and holds \(count)")
    }
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// In the order of the directory, without folders.
  func parts() -> [Archive.Part] {
    let count = unsafe max(zip_get_num_entries(archive, 0), 0)
    var parts: [Archive.Part] = []
    parts.reserveCapacity(Int(count))
    var status = unsafe zip_stat_t()
    for index in 0..<zip_uint64_t(count) {
      // As they stand in the file: libzip would take what is no UTF-8 for code page 437.
      guard unsafe zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
        let raw = unsafe status.name
      else { continue }
      let bytes = unsafe UnsafeRawBufferPointer(start: raw, count: strlen(raw))
      let name = unsafe ZipName.text(ArraySlice(bytes))
      guard !name.isEmpty, !name.hasSuffix("/") else { continue }
      parts.append(
        Archive.Part(
          name: name, folded: ZipName.folded(name), index: index,
          declaredSize: Int(clamping: unsafe status.size),
          isEncrypted: unsafe status.encryption_method != ZIP_EM_NONE,
          method: unsafe status.comp_method))
    }
    return parts
  }
}

/// A part that is being inflated. It closes what libzip opened; the archive must outlive it.
@safe struct ZipPartStream: ~Copyable {
  private let file: OpaquePointer
  private let part: Archive.Part

  /// - Throws: `.damagedPart`, `.encrypted`, `.unsupported`.
  init(_ part: Archive.Part, of handle: borrowing ZipHandle) throws(ArchiveError) {
    guard !part.isEncrypted else {
      throw ArchiveError(.encrypted, part: part.name, detail: "the part is encrypted")
    }
    // Whatever else this build of libzip can inflate: a form is read everywhere, or nowhere.
    guard part.method == ZIP_CM_STORE || part.method == ZIP_CM_DEFLATE else {
      throw ArchiveError(
        .unsupported, part: part.name, detail: "compression method \(part.methodName) is not read")
    }
    guard let file = unsafe zip_fopen_index(handle.archive, part.index, 0) else {
      throw part.damaged(Self.misplaced)
    }
    unsafe self.file = file
    self.part = part
  }

  deinit { unsafe zip_fclose(file) }

  private static let misplaced = "is not where the directory says it is"

  /// Fills the beginning of `chunk`, as far as the part goes.
  /// - Parameter count: bytes that came before, for the error.
  /// - Returns: 0 at the end, when size and checksum are what the part declares.
  func next(into chunk: inout [UInt8], after count: Int) throws(ArchiveError) -> Int {
    let produced = unsafe chunk.withUnsafeMutableBytes { raw in
      unsafe zip_fread(file, raw.baseAddress, zip_uint64_t(raw.count))
    }
    guard produced >= 0 else {
      throw unsafe failure(zip_file_get_error(file), after: count)
    }
    return Int(produced)
  }

  @unsafe private func failure(
    _ error: UnsafeMutablePointer<zip_error_t>, after count: Int
  ) -> ArchiveError {
    switch unsafe zip_error_code_zip(error) {
    case ZIP_ER_CRC where count == part.declaredSize: part.damaged("does not come to its checksum")
    case ZIP_ER_CRC, ZIP_ER_INCONS:
      part.damaged("holds \(count) bytes and declares \(part.declaredSize)")
    case ZIP_ER_EOF: part.damaged("breaks off after \(count) bytes")
    case ZIP_ER_READ: part.damaged("is not given by the disk")
    // No head of a part is there; libzip 1.7 says of the first reading that an argument is wrong.
    case ZIP_ER_NOZIP: part.damaged(Self.misplaced)
    case ZIP_ER_INVAL where count == 0: part.damaged(Self.misplaced)
    default:
      part.damaged(
        "cannot be inflated after \(count) bytes: "
          + (unsafe String(cString: zip_error_strerror(error))))
    }
  }
}

extension Archive.Part {
  /// What its compression method is called (APPNOTE 6.3.10, 4.4.5).
  fileprivate var methodName: String {
    switch method {
    case 9: "9 (Deflate64)"
    case 12: "12 (bzip2)"
    case 14: "14 (LZMA)"
    case 93, 20: "\(method) (Zstandard)"
    case 95: "95 (xz)"
    default: "\(method)"
    }
  }
}
