import Archives
import Foundation
import Testing

@Suite struct ArchiveOnDiskTests {
  private func withFile<Value>(_ bytes: [UInt8], _ work: (String) throws -> Value) throws -> Value {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    return try work(file.path)
  }

  @Test func readsFromDiskWhatItReadsFromMemory() throws {
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
    var writer = try ArchiveWriter()
    try writer.add("stored", long, method: .stored)
    try writer.add("deflated", long)
    try writer.add("empty", [])
    try withFile(writer.finish()) { path in
      var archive = try Archive(path: path)
      for (name, content) in [("stored", long), ("deflated", long), ("empty", [])] {
        let found = archive.part(named: name)
        #expect(try archive.bytes(of: #require(found)) == content)
      }
    }
  }

  @Test func readsTheTailOfALargeFile() throws {
    var zip = RawZip(RawZip.Entry("a", "one"))
    zip.junk = [UInt8](repeating: 7, count: 200_000)
    try withFile(zip.bytes) { path in
      var archive = try Archive(path: path)
      let found = archive.part(named: "a")
      #expect(try archive.bytes(of: #require(found)) == Array("one".utf8))
    }
  }

  @Test(arguments: ["/no/such/file", "/tmp", "/dev/null"])
  func saysThatAFileCannotBeOpened(path: String) {
    let error = #expect(throws: ArchiveError.self) { _ = try Archive(path: path) }
    #expect(error?.code == .unreadable)
  }
}
