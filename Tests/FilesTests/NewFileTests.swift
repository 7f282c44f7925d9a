import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct NewFileTests {
  @Test(arguments: [0, 1, 300_000])
  func writesAllBytes(count: Int) throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "new")
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try NewFile.write(bytes, to: file.path)
    #expect(try [UInt8](Data(contentsOf: file)) == bytes)
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect((rights as? NSNumber).map { $0.intValue & 0o600 } == 0o600)
    _ = scratch
  }

  @Test func leavesWhatIsThereAlone() throws {
    let scratch = try ScratchFolder()
    let file = scratch.url.appending(path: "old")
    try Data("old".utf8).write(to: file)
    let error = #expect(throws: POSIXError.self) { try NewFile.write([1, 2], to: file.path) }
    #expect(error?.code == .EEXIST)
    #expect(try Data(contentsOf: file) == Data("old".utf8))
    _ = scratch
  }

  @Test func saysWhyItCannotBegin() throws {
    let scratch = try ScratchFolder()
    let nowhere = scratch.url.appending(path: "none/new").path
    #expect(throws: POSIXError(.ENOENT)) { try NewFile.write([], to: nowhere) }
    _ = scratch
  }
}
