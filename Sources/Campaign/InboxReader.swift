import Intake
import Spreadsheets
import Store

/// Reads what lies in the inbox: a file is one, a ZIP of forms is itself and each of its files.
struct InboxReader: Sendable {
  /// What one file came to.
  struct Read: Sendable {
    var entry: Inbox.Entry
    /// Nil when it was stored before, under the same mark.
    var reading: FileReading?
    var hash: String
    /// Bytes of the file.
    var size: Int { entry.size }
    /// Let go as soon as they are not needed: a copy of them lies on the disk then.
    var bytes: [UInt8]
    /// What is handed to the store; nil where nothing is.
    var ready: ReadyReading?
    /// Why the file could not be read from disk; nil when it could.
    var failure: Failure?
    /// Whether forms may lie in it that could not be taken out.
    var isUnreadInParts = false
  }

  enum Failure: Sendable {
    case link
    /// A folder that could not be listed.
    case folder
    case tooLarge
    /// Its name is not in UTF-8.
    case unnamed
    /// It was removed since the folder was listed.
    case gone
    /// Another program is writing it.
    case changing
    /// The system's words.
    case unreadable(String)
  }

  let reader: FormReader
  /// Where files are known from; nil for a campaign that has none yet.
  let store: Store?
  private let isDryRun: Bool
  /// What is known from there.
  let stored: StoredFiles?
  private let archives = OneAtATime()
  /// What makes XLSX of old XLS; nil where that was not asked for.
  let converter: OldWorkbookConverter?
  var files = SteadyReader()

  /// - Parameter isDryRun: makes nothing ready to be stored.
  init(
    reader: FormReader, store: Store?, isDryRun: Bool, converter: OldWorkbookConverter?
  ) throws {
    self.reader = reader
    self.isDryRun = isDryRun
    self.store = store
    self.converter = converter
    stored = try storing { try store?.storedFiles() }
  }

  /// - Returns: the file first; then, of a ZIP that holds forms, its files.
  func read(_ entry: Inbox.Entry) async throws -> [Read] {
    var reads = try await taken(entry)
    for index in reads.indices { try prepare(&reads[index]) }
    return reads
  }

  /// Makes ready what is stored, here, where many files are at work at once.
  private func prepare(_ read: inout Read) throws {
    guard let store, !isDryRun, let reading = read.reading else {
      read.bytes = []
      return
    }
    try storing {
      var ready = try ReadyReading(reading)
      if reading.isKept, reading.custody == .kept {
        ready.copy = try store.draft(read.bytes, hash: read.hash, name: read.entry.name)
      }
      // Whether a roster is kept is known when it is stored.
      if !reading.isKept || reading.custody != .keptForTerm { read.bytes = [] }
      read.ready = ready
    }
  }

  private func taken(_ entry: Inbox.Entry) async throws -> [Read] {
    var read = Read(entry: entry, reading: nil, hash: "", bytes: [], failure: nil)
    guard !entry.isLink else {
      read.failure = .link
      return [read]
    }
    guard !entry.isUnlisted else {
      read.failure = .folder
      return [read]
    }
    guard entry.size <= Inbox.largestFile else {
      read.failure = .tooLarge
      return [read]
    }
    guard !entry.isUnnamed else {
      read.failure = .unnamed
      return [read]
    }
    switch await files.read(entry.url) {
    case .bytes(let bytes): read.bytes = bytes
    case .changing: read.failure = .changing
    case .gone: read.failure = .gone
    case .unreadable(let reason): read.failure = .unreadable(reason)
    }
    guard read.failure == nil else { return [read] }
    guard try await take(&read) == .archive else { return [read] }
    let file = read
    return try await archives.run { try await unpacked(file) }
  }

  /// All files of an archive are held at once: so one archive at a time is taken apart.
  private func unpacked(_ file: Read) async throws -> [Read] {
    var read = file
    let entry = file.entry
    let packed = PackedFiles(path: entry.name, hash: read.hash, bytes: read.bytes)
    read.isUnreadInParts = !packed.findings.isEmpty && (packed.holdForms || packed.members.isEmpty)
    guard packed.holdForms else { return [read] }
    if read.reading != nil {
      read.reading = reader.read(
        packed, name: entry.name, hash: read.hash, size: read.bytes.count)
    }
    var reads = [read]
    for member in packed.members { reads.append(try await self.read(member, of: entry)) }
    let isOpen = try packed.findings.isEmpty && reads.dropFirst().allSatisfy(isKept)
    if isOpen { reads[0].reading?.custody = .kept }
    return reads
  }

  /// Whether a file of an archive is kept for good, so that the archive may be as well.
  private func isKept(_ member: Read) throws -> Bool {
    if let reading = member.reading {
      return reading.custody == .kept && reading.verdict != FormReader.foreign
    }
    guard let store else { return false }
    return try storing {
      try store.path(of: member.hash) != nil && !store.holdsPersons(hash: member.hash)
    }
  }

  /// A file of an archive. One that is an archive itself is not taken apart in its turn: who packs
  /// forms so deep may be out to fill the memory.
  private func read(_ member: PackedFiles.Member, of archive: Inbox.Entry) async throws -> Read {
    let entry = Inbox.Entry(
      name: member.path, url: archive.url, size: member.bytes.count, isLink: false)
    var read = Read(entry: entry, reading: nil, hash: "", bytes: member.bytes, failure: nil)
    guard try await take(&read) == .archive, read.reading != nil else { return read }
    let inner = PackedFiles(path: entry.name, hash: read.hash, bytes: read.bytes)
    if inner.holdForms {
      read.reading = reader.refuse(
        inner, name: entry.name, hash: read.hash, size: member.bytes.count)
    }
    return read
  }

  /// Reads the bytes unless they are known.
  /// - Returns: what they are instead of a workbook, as far as it was looked at.
  private func take(_ read: inout Read) async throws -> FileVerdict? {
    read.hash = Store.hash(of: read.bytes)
    if isStored(read.hash, reader.mark) {
      let verdict = FileVerdict.of(read.bytes, limits: .form)
      if verdict != .oldXLS || converter == nil { return verdict }
    }
    if isStored(read.hash, reader.convertedMark) { return .oldXLS }
    let (reading, verdict) = reader.readOrVerdict(
      read.bytes, name: read.entry.name, hash: read.hash)
    read.reading = reading
    // What lies beside forms is let be.
    if verdict == .oldXLS, reading.verdict != FormReader.foreign, let converter {
      read.reading = reader.read(
        await converter.convert(read.bytes), of: reading, size: read.bytes.count)
    }
    return verdict
  }

  private func isStored(_ hash: String, _ mark: String) -> Bool {
    stored?.isStored(hash: hash, reader: mark) ?? false
  }
}

extension FileReading {
  /// Whether a copy of the file is kept, if its custody says so: what lies beside forms is not.
  var isKept: Bool { verdict != FormReader.foreign && custody.isKept }
}
