import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct FileStateTests {
  @Test func tellsFilesFoldersAndLinksApart() throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "форма.xlsx")
    try Data("12345".utf8).write(to: file)
    let link = scratch.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(FileState(of: file.path)?.kind == .file)
    #expect(FileState(of: file.path)?.size == 5)
    #expect(FileState(of: link.path)?.kind == .link)
    #expect(FileState(of: scratch.url.path)?.kind == .folder)
    #expect(FileState(of: "/dev/null")?.kind == .other)
    #expect(FileState(of: scratch.url.appending(path: "none").path) == nil)
    #expect(FileState(of: file.appending(path: "below").path) == nil)
    _ = scratch
  }

  @Test func saysThatAFileWasWrittenToOrReplaced() throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "a").path
    try Data("12345".utf8).write(to: URL(filePath: file))
    let before = FileState(of: file)
    #expect(before == FileState(of: file))
    let day = Date(timeIntervalSince1970: 1_642_420_800)
    try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: file)
    let dated = FileState(of: file)
    #expect(dated?.changed == day)
    #expect(dated != before)
    // The same bytes and the same time under another number on the disk.
    let other = scratch.url.appending(path: "b").path
    try Data("12345".utf8).write(to: URL(filePath: other))
    try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: other)
    #expect(FileState(of: other)?.changed == day)
    #expect(FileState(of: other) != dated)
    _ = scratch
  }
}
