import Archives
import Testing

@Suite struct ArchivesTests {
  private func archive(_ parts: [(String, [UInt8], ArchiveWriter.Method)]) throws -> [UInt8] {
    var writer = try ArchiveWriter()
    for (name, bytes, method) in parts { try writer.add(name, bytes, method: method) }
    return try writer.finish()
  }

  @Test func readsBackWhatItWrote() throws {
    let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
    let bytes = try archive([
      ("mimetype", Array("a/b".utf8), .stored), ("Папка/лист.xml", long, .deflated),
      ("empty", [], .deflated),
    ])
    var read = try Archive(bytes: bytes)
    let parts = read.parts
    #expect(parts.map(\.name) == ["mimetype", "Папка/лист.xml", "empty"])
    #expect(parts.map(\.isStored) == [true, false, false])
    for (name, content) in [
      ("MIMETYPE", Array("a/b".utf8)), ("Папка/лист.xml", long), ("empty", []),
    ] {
      let found = read.part(named: name)
      let bytes = try read.bytes(of: #require(found))
      #expect(bytes == content)
    }
  }

  @Test func writesTheSameBytesTwice() throws {
    let parts: [(String, [UInt8], ArchiveWriter.Method)] = [
      ("a", Array("one".utf8), .stored), ("b", [UInt8](repeating: 7, count: 9_999), .deflated),
    ]
    #expect(try archive(parts) == archive(parts))
  }

  @Test func writesMimetypeWithoutAnExtraField() throws {
    let bytes = try archive([("mimetype", Array("x".utf8), .stored)])
    // Local header: length of the name at 26, of the extra field at 28 (APPNOTE 4.3.7).
    #expect(bytes[0...3] == [0x50, 0x4B, 3, 4])
    #expect(bytes[26...29] == [8, 0, 0, 0])
    // 1980-01-01 00:00 at 10…13.
    #expect(bytes[10...13] == [0, 0, 0x21, 0])
  }

  @Test func refusesWhatIsNoArchive() {
    for bytes in [[], Array("not an archive".utf8), [UInt8](repeating: 0, count: 100)] {
      let error = #expect(throws: ArchiveError.self) { _ = try Archive(bytes: bytes) }
      #expect(error?.code == .notAnArchive)
    }
  }

  @Test func stopsAtItsLimits() throws {
    let bomb = try archive([("bomb", [UInt8](repeating: 0, count: 4 << 20), .deflated)])
    var limits = ArchiveLimits()
    limits.partBytes = 1 << 20
    var opened = try Archive(bytes: bomb, limits: limits)
    let found = opened.part(named: "bomb")
    let part = try #require(found)
    var code: ArchiveError.Code?
    do { _ = try opened.bytes(of: part) } catch { code = error.code }
    #expect(code == .limit)
    limits.archiveBytes = 10
    let error = #expect(throws: ArchiveError.self) { _ = try Archive(bytes: bomb, limits: limits) }
    #expect(error?.code == .limit)
  }

  @Test func namesADamagedPart() throws {
    var bytes = try archive([
      ("a", (0..<5_000).map { UInt8(truncatingIfNeeded: $0 * $0) }, .deflated)
    ])
    for index in 60..<90 { bytes[index] ^= 0x5A }
    var read = try Archive(bytes: bytes)
    let found = read.part(named: "a")
    let part = try #require(found)
    var fault: ArchiveError?
    do { _ = try read.bytes(of: part) } catch { fault = error }
    #expect(fault?.code == .damagedPart && fault?.part == "a")
  }
}
