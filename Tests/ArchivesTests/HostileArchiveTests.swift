import Archives
import Testing

@Suite struct HostileArchiveTests {
  private typealias Entry = RawZip.Entry

  /// What reading a part comes to: its text, or the code and words of the error.
  private func reading(_ zip: RawZip, _ name: String = "a") throws -> String {
    var archive = try Archive(bytes: zip.bytes)
    guard let part = archive.part(named: name) else { return "none" }
    do {
      return String(decoding: try archive.bytes(of: part), as: UTF8.self)
    } catch {
      return "\(error)"
    }
  }

  @Test func readsAHonestArchive() throws {
    #expect(try reading(RawZip(Entry("a", "one"), Entry("b", "two")), "b") == "two")
  }

  /// Parts that share bytes of the file inflate to any size: each of them counts.
  @Test func countsPartsThatLieOverOneAnother() throws {
    var zip = RawZip(Entry("a", "one"))
    for name in ["a", "a", "a"] {
      var shared = Entry(name, "")
      shared.offset = 0
      (shared.packedSize, shared.size) = (3, 3)
      shared.checksum = RawZip.checksum(Array("one".utf8))
      zip.entries.append(shared)
    }
    var limits = ArchiveLimits()
    limits.totalBytes = 9
    var archive = try Archive(bytes: zip.bytes, limits: limits)
    let parts = archive.parts
    for part in parts.prefix(3) { #expect(try archive.bytes(of: part) == Array("one".utf8)) }
    var code: ArchiveError.Code?
    do { _ = try archive.bytes(of: parts[3]) } catch { code = error.code }
    #expect(code == .limit)
  }

  @Test(arguments: [1, 3, 1_000, 0x7FFF_FFFF])
  func findsAPartThatIsNotWhereItShouldBe(offset: Int) throws {
    var moved = Entry("b", "two")
    moved.offset = offset
    let read = try reading(RawZip(Entry("a", "one"), moved), "b")
    #expect(read == "archive.damaged-part: b: is not where the directory says it is")
  }

  @Test func findsAPartThatGoesBeyondTheFile() throws {
    var long = Entry("a", "one")
    (long.packedSize, long.size) = (5_000, 5_000)
    #expect(try reading(RawZip(long)).hasPrefix("archive.damaged-part: a: "))
  }

  @Test func takesTheLastOfPartsOfOneNameAndSaysSo() throws {
    let zip = RawZip(Entry("A.xml", "first"), Entry("b", ""), Entry("a.XML", "last"))
    #expect(try reading(zip, "a.xml") == "last")
    #expect(try Archive(bytes: zip.bytes).repeatedNames == ["a.XML"])
  }

  @Test(arguments: [
    (2, nil, "holds more than the 2 bytes it declares"), (4, nil, "holds 3 bytes and declares 4"),
    (3, UInt32(1), "does not come to its checksum"),
  ])
  func findsLiesOfAStoredPart(size: Int, checksum: UInt32?, words: String) throws {
    var entry = Entry("a", "one")
    entry.size = size
    entry.checksum = checksum
    let read = try reading(RawZip(entry))
    #expect(read == "archive.damaged-part: a: \(words)")
  }

  /// Python: zlib.compress(b'a' * 1000, 9)[2:-4].
  private static let deflated: [UInt8] = [
    75, 76, 28, 5, 163, 96, 20, 12, 119, 0, 0,
  ]

  @Test(arguments: [
    (1000, 11, ""), (999, 11, "holds more than the 999 bytes it declares"),
    (1001, 11, "holds 1000 bytes and declares 1001"), (0, 11, "holds more than the 0 bytes"),
    (1000, 8, "bytes and declares 1000"), (1000, 0, "holds 0 bytes"),
    (0xFFFF_FFFE, 11, "holds 1000 bytes"),
  ])
  func findsLiesOfADeflatedPart(size: Int, packed: Int, words: String) throws {
    var entry = Entry("a", "")
    entry.data = Array(Self.deflated.prefix(packed))
    entry.method = 8
    entry.size = size
    entry.checksum = RawZip.checksum(Array(repeating: UInt8(ascii: "a"), count: 1000))
    let read = try reading(RawZip(entry))
    #expect(
      words.isEmpty ? read == String(repeating: "a", count: 1000) : read.contains(words),
      "\(read.prefix(200))")
  }

  @Test(arguments: [
    (1, 0, "archive.encrypted: a: the part is encrypted"),
    (0, 93, "archive.unsupported: a: compression method 93 (Zstandard) is not read"),
    (0, 9, "archive.unsupported: a: compression method 9 (Deflate64) is not read"),
  ])
  func saysWhyAPartIsNotRead(flags: Int, method: Int, words: String) throws {
    var entry = Entry("a", "one")
    entry.flags = flags
    entry.method = method
    #expect(try reading(RawZip(entry)) == words)
  }

  @Test(arguments: [
    ("../../etc/passwd", "../../etc/passwd"), ("/xl/a.xml", "xl/a.xml"),
    ("xl\\a.xml", "xl/a.xml"), ("C:\\a.xml", "C:/a.xml"),
  ])
  func takesANameForAName(name: String, as part: String) throws {
    let zip = RawZip(Entry(name, "one"))
    #expect(try Archive(bytes: zip.bytes).parts.map(\.name) == [part])
    #expect(try reading(zip, part) == "one")
  }

  @Test func readsRussianNamesOfWindows() throws {
    var entry = Entry("", "one")
    // Python: 'Ёж и школа №1.xlsx'.encode('cp866').
    entry.name =
      [240, 166, 32, 168, 32, 232, 170, 174, 171, 160, 32, 252, 49] + Array(".xlsx".utf8)
    #expect(try Archive(bytes: RawZip(entry).bytes).parts.map(\.name) == ["Ёж и школа №1.xlsx"])
  }

  @Test func refusesADirectoryThatLiesAboutItsEntries() {
    for count in [0, 1, 3, 0xFFFE] {
      var zip = RawZip(Entry("a", "one"), Entry("b", "two"))
      zip.count = count
      #expect(throws: ArchiveError.self) { _ = try Archive(bytes: zip.bytes) }
    }
  }

  @Test func refusesAFloodOfEntries() {
    var zip = RawZip()
    zip.entries = (0..<30).map { Entry("\($0)", "") }
    var limits = ArchiveLimits()
    limits.entries = 20
    let error = #expect(throws: ArchiveError.self) {
      _ = try Archive(bytes: zip.bytes, limits: limits)
    }
    #expect(error?.code == .limit)
    limits.entries = 30
    limits.directoryBytes = 100
    let second = #expect(throws: ArchiveError.self) {
      _ = try Archive(bytes: zip.bytes, limits: limits)
    }
    #expect(second?.code == .limit)
  }

  @Test func readsAnArchiveWithSomethingBeforeAndBehindIt() throws {
    var zip = RawZip(Entry("a", "one"), Entry("b", "two"))
    zip.junk = Array("HTTP/1.1 200 OK\r\n\r\n".utf8)
    zip.after = Array("\r\n--boundary--\r\n".utf8)
    #expect(try reading(zip, "b") == "two")
    #expect(try Archive(bytes: zip.bytes).junkBytes == zip.junk.count)
  }

  @Test func readsZip64() throws {
    var zip = RawZip(Entry("a", "one"))
    zip.isZip64 = true
    zip.entries[0].size = 0xFFFF_FFFF
    zip.entries[0].packedSize = 0xFFFF_FFFF
    zip.entries[0].extra =
      RawZip.little(1, 2) + RawZip.little(16, 2) + RawZip.little(3, 8) + RawZip.little(3, 8)
    #expect(try reading(zip) == "one")
  }

  @Test(arguments: [
    RawZip.little(1, 2) + RawZip.little(8, 2) + RawZip.little(3, 8),
    RawZip.little(1, 2) + RawZip.little(16, 2) + RawZip.little(.max, 8) + RawZip.little(.max, 8),
    RawZip.little(1, 2) + RawZip.little(16, 2) + RawZip.little(-1, 8) + RawZip.little(-1, 8),
    RawZip.little(9, 2) + RawZip.little(60_000, 2), [],
  ])
  func refusesLiesOfZip64(extra: [UInt8]) throws {
    var zip = RawZip(Entry("a", "one"))
    zip.entries[0].size = 0xFFFF_FFFF
    zip.entries[0].packedSize = 0xFFFF_FFFF
    zip.entries[0].extra = extra
    do {
      #expect(try reading(zip).hasPrefix("archive.damaged-part: a: "))
    } catch let error as ArchiveError {
      #expect(error.code == .notAnArchive)
    }
  }

  @Test func refusesANumberOfZip64ThatIsOverTheLimit() throws {
    for count in [20_001, 1 << 40, Int.max] {
      var zip = RawZip(Entry("a", "one"))
      zip.isZip64 = true
      zip.count = count
      let error = #expect(throws: ArchiveError.self) { _ = try Archive(bytes: zip.bytes) }
      #expect(error?.code == .limit)
    }
  }

  /// libzip reads the directory anew for each record: a minute for 300 of them.
  @Test func refusesTwoRecordsOfOneDirectory() throws {
    var zip = RawZip(Entry("a", "one"))
    let record = Array(zip.bytes.suffix(22))
    zip.after = record
    // The second has its directory not before it: it is something behind the archive, unless the
    // first declares it for its comment.
    #expect(try reading(zip) == "one")
    var file = zip.bytes
    file[file.count - 24] = 22
    #expect {
      _ = try Archive(bytes: file)
    } throws: {
      ($0 as? ArchiveError)?.code == .notAnArchive
    }
  }

  @Test func refusesAFloodOfRecords() throws {
    var stored = Entry("a", "")
    stored.data = (0..<100).flatMap { _ in RawZip().bytes }
    #expect {
      _ = try Archive(bytes: RawZip(stored).bytes)
    } throws: {
      ($0 as? ArchiveError)?.code == .limit
    }
  }

  @Test func readsAnArchiveThatIsStoredInAnother() throws {
    var inner = Entry("inner.zip", "")
    inner.data = RawZip(Entry("a", "one")).bytes
    var archive = try Archive(bytes: RawZip(inner, inner, Entry("b", "two")).bytes)
    #expect(archive.parts.map(\.name) == ["inner.zip", "inner.zip", "b"])
    let content = try archive.bytes(of: archive.parts[0])
    #expect(content == inner.data)
  }

  /// The end of what is stored in it must not be taken for its own.
  @Test func saysThatAnArchiveOfArchivesIsCut() throws {
    var inner = Entry("inner.zip", "")
    inner.data = RawZip(Entry("a", "one")).bytes
    let whole = RawZip(inner, Entry("b", "two and more")).bytes
    let cut = Array(whole.prefix(30 + 9 + inner.data.count + 30 + 1 + 5))
    let error = #expect(throws: ArchiveError.self) { _ = try Archive(bytes: cut) }
    #expect(error?.code == .cutOff && error?.part == "b")
  }

  @Test func readsTheLastOfTwoArchivesInARow() throws {
    var zip = RawZip(Entry("a", "last"))
    zip.junk = RawZip(Entry("a", "first")).bytes
    #expect(try reading(zip) == "last")
  }

  @Test func namesThePartThatIsCut() {
    var streamed = Entry("b", "two")
    streamed.flags = 8
    streamed.packedSize = 0
    let bytes = RawZip(Entry("a", "one"), Entry("b", "two"), streamed).bytes
    for (count, part) in [(33, "a"), (40, ""), (66, "b"), (100, "b"), (110, "")] {
      let error = #expect(throws: ArchiveError.self) {
        _ = try Archive(bytes: Array(bytes.prefix(count)))
      }
      #expect(error?.code == .cutOff, "\(count)")
      #expect(error?.part == part, "\(count)")
    }
  }

  /// A transfer as text drops carriage returns; a download that is taken up again may lose bytes.
  @Test func saysThatBytesAreLostBeforeTheDirectory() {
    let bytes = RawZip(Entry("a", "one\r\ntwo"), Entry("b", "two")).bytes
    let cases = [Array(bytes.dropFirst(10)), bytes.filter { $0 != 13 }]
    for (lost, lacking) in zip([10, 1], cases) {
      let error = #expect(throws: ArchiveError.self) { _ = try Archive(bytes: lacking) }
      #expect(error?.code == .cutOff)
      #expect(error?.detail.contains("lacks \(lost) bytes") == true)
    }
  }

  /// However a file is cut or changed, it is read or refused.
  @Test func survivesEveryCutAndEveryChangedByte() throws {
    var zip = RawZip(Entry("a", "one"), Entry("b", "two"))
    zip.isZip64 = true
    let whole = zip.bytes
    func tryAll(_ bytes: [UInt8]) {
      guard var archive = try? Archive(bytes: bytes) else { return }
      for part in archive.parts { _ = try? archive.bytes(of: part) }
    }
    for count in 0..<whole.count { tryAll(Array(whole.prefix(count))) }
    for index in whole.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var changed = whole
        changed[index] = value
        tryAll(changed)
      }
    }
  }
}
