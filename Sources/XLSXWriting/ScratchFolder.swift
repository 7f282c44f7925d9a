private import Glibc
private import FoundationEssentials

/// A folder that only this user sees, gone with the value. libxlsxwriter 1.1.4 writes nothing but
/// files; what is in them may be personal.
@safe struct ScratchFolder: ~Copyable {
  let path: String

  init() throws(XLSXWritingError) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/svodka-XXXXXX").utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard isMade else {
      throw XLSXWritingError(
        .unwritable, detail: "no folder can be made in \(parent): error \(errno)")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  var file: String { path + "/workbook.xlsx" }

  func bytes() throws(XLSXWritingError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw XLSXWritingError(.unwritable, detail: "the finished file cannot be read back")
    }
  }

  deinit {
    unsafe unlink(file)
    unsafe rmdir(path)
  }
}
