import Foundation
import Testing

@testable import Store

@Suite struct ReceivedFilesTests {
  /// SHA-256 of "abc": FIPS 180-2, appendix B.1.
  let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func keepsAFileUnderItsHashWithItsExtension() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    #expect(try store.keep(Array("abc".utf8), name: "Школа 1/форма.XLSX") == abc)
    #expect(store.path(of: abc) == "received/ba/\(abc).xlsx")
    #expect(try store.bytes(of: abc) == Array("abc".utf8))
  }

  @Test func keepsOneCopyOfTheSameBytesUnderTwoNames() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    _ = try store.keep(Array("abc".utf8), name: "a.xlsx")
    _ = try store.keep(Array("abc".utf8), name: "b.ods")
    #expect(folder.files.filter { $0.contains("received") } == ["received/ba/\(abc).xlsx"])
  }

  @Test(arguments: ["форма", "форма. Вилочный", "a.tar.gz/b", "x.", ".верно", "a.длинный"])
  func takesOnlyAPlainExtensionFromAName(name: String) throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    _ = try store.keep(Array("abc".utf8), name: name)
    #expect(store.path(of: abc) == "received/ba/\(abc)")
  }

  @Test func putsTheSubmittedBytesInPlaceOfACutCopy() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    _ = try store.keep(Array("abc".utf8), name: "a.xlsx")
    let kept = "\(folder.path)/received/ba/\(abc).xlsx"
    try Data("ab".utf8).write(to: URL(fileURLWithPath: kept))
    _ = try store.keep(Array("abc".utf8), name: "a.xlsx")
    #expect(try store.bytes(of: abc) == Array("abc".utf8))
  }

  @Test func refusesToShowACopyThatWasChanged() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    _ = try store.keep(Array("abc".utf8), name: "a.xlsx")
    try Data("abd".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/received/ba/\(abc).xlsx"))
    #expect {
      try store.bytes(of: abc)
    } throws: { ($0 as? StoreError)?.code == .damaged }
  }

  @Test func removesTheDraftsOfAProcessThatIsGone() throws {
    let folder = try Folder()
    let drafts = "\(folder.path)/received/.unfinished"
    try FileManager.default.createDirectory(atPath: drafts, withIntermediateDirectories: true)
    // Process numbers end at 4194304 on Linux (kernel/pid.h, PID_MAX_LIMIT).
    try Data("a".utf8).write(to: URL(fileURLWithPath: "\(drafts)/4194305-1"))
    // Process 1 lives.
    try Data("a".utf8).write(to: URL(fileURLWithPath: "\(drafts)/1-1"))
    _ = try Store(folder: folder.path)
    #expect(folder.files.filter { $0.contains(".unfinished") } == ["received/.unfinished/1-1"])
  }

  @Test func saysWhichFileCouldNotBeKeptAndWhy() throws {
    let folder = try Folder()
    let store = try Store(folder: folder.path)
    // A file where the folder should be: neither rights nor root change that.
    try Data().write(to: URL(fileURLWithPath: "\(folder.path)/received"))
    #expect {
      try store.keep(Array("abc".utf8), name: "a.xlsx")
    } throws: {
      let error = $0 as? StoreError
      return error?.code == .notKept && error?.path.hasSuffix("\(abc).xlsx") == true
    }
  }
}
