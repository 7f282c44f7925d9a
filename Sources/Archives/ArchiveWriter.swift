private import CLibzip
private import Glibc

/// A ZIP archive being made in memory: the same parts in the same order give the same bytes.
/// Times are fixed at 1980-01-01, and no part has an extra field.
@safe package struct ArchiveWriter: ~Copyable {
  package enum Method: Sendable {
    case stored
    case deflated
  }

  /// From 1, fast, to 9, small: at 4 a form's archive is 4 % larger than at 9, and a long sheet is
  /// packed in a quarter of the time.
  private static let deflateLevel: UInt32 = 4

  private let source: OpaquePointer
  private let handle: OpaquePointer

  /// - Throws: `.unwritable` when there is no memory.
  package init() throws(ArchiveError) {
    var error = unsafe zip_error_t()
    guard let source = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ArchiveError(.unwritable, detail: "libzip error \(unsafe error.zip_err)")
    }
    // Kept beyond the archive's closing: it then holds the finished bytes.
    unsafe zip_source_keep(source)
    guard let handle = unsafe zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(source)
      unsafe zip_source_free(source)
      throw ArchiveError(.unwritable, detail: "libzip error \(unsafe error.zip_err)")
    }
    unsafe self.source = source
    unsafe self.handle = handle
  }

  /// Adds a part after those that are there.
  /// - Throws: `.unwritable`, also for a name that is there already.
  package mutating func add(
    _ name: String, _ bytes: [UInt8], method: Method = .deflated
  ) throws(ArchiveError) {
    // Of no bytes there is no copy: libzip would not free it.
    let copy = bytes.isEmpty ? nil : unsafe malloc(bytes.count)
    guard unsafe copy != nil || bytes.isEmpty else {
      throw ArchiveError(.unwritable, part: name, detail: "no memory for \(bytes.count) bytes")
    }
    unsafe bytes.withUnsafeBytes { raw in
      if let copy = unsafe copy, let base = raw.baseAddress {
        unsafe memcpy(copy, base, raw.count)
      }
    }
    guard let data = unsafe zip_source_buffer(handle, copy, zip_uint64_t(bytes.count), 1) else {
      unsafe free(copy)
      throw failure(part: name)
    }
    let index = unsafe zip_file_add(handle, name, data, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(data)
      throw failure(part: name)
    }
    let place = zip_uint64_t(index)
    let compression = method == .stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    guard unsafe zip_set_file_compression(handle, place, compression, Self.deflateLevel) == 0,
      // 1980-01-01 00:00 as DOS writes it; a time_t would depend on the time zone.
      unsafe zip_file_set_dostime(handle, place, 0, 0x21, 0) == 0
    else { throw failure(part: name) }
  }

  /// - Returns: the whole archive.
  /// - Throws: `.unwritable`.
  package consuming func finish() throws(ArchiveError) -> [UInt8] {
    let source = unsafe self.source
    let handle = unsafe self.handle
    discard self
    defer { unsafe zip_source_free(source) }
    guard unsafe zip_close(handle) == 0 else {
      let number = unsafe zip_error_code_zip(zip_get_error(handle))
      unsafe zip_discard(handle)
      throw ArchiveError(.unwritable, detail: "libzip error \(number)")
    }
    var status = unsafe zip_stat_t()
    guard unsafe zip_source_open(source) == 0, unsafe zip_source_stat(source, &status) == 0 else {
      throw ArchiveError(.unwritable, detail: "the finished archive cannot be read back")
    }
    var bytes = [UInt8](repeating: 0, count: Int(clamping: unsafe status.size))
    let count = unsafe bytes.withUnsafeMutableBytes { raw in
      unsafe zip_source_read(source, raw.baseAddress, zip_uint64_t(raw.count))
    }
    unsafe zip_source_close(source)
    guard count == bytes.count else {
      throw ArchiveError(.unwritable, detail: "\(count) of \(bytes.count) bytes read back")
    }
    return bytes
  }

  deinit {
    unsafe zip_discard(handle)
    unsafe zip_source_free(source)
  }

  private func failure(part: String) -> ArchiveError {
    let number = unsafe zip_error_code_zip(zip_get_error(handle))
    return ArchiveError(.unwritable, part: part, detail: "libzip error \(number)")
  }
}
