import Archives

/// A file that is opened once: for its verdict, and for reading it.
struct OpenedFile: ~Copyable {
  /// What there is to be read.
  enum Content: ~Copyable {
    case archive(Archive)
    /// One file of XML, whole.
    case flat([UInt8])
    /// No workbook, and why.
    case none(SpreadsheetError)
  }

  let verdict: FileVerdict
  var content: Content

  /// - Throws: `.limit` for a workbook that is over the limits as a whole, `.unreadable` for a file
  ///   that the disk does not give.
  static func open(
    _ source: consuming ByteSource, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) -> OpenedFile {
    do {
      let file = try look(at: source, limits)
      try file.refuse(over: limits)
      return file
    } catch {
      switch error.code {
      case .cutOff, .notAnArchive:
        return OpenedFile(not: .truncated, part: error.part, detail: error.detail)
      default: throw SpreadsheetError(error)
      }
    }
  }

  /// - Throws: as for bytes, and `.unreadable` for what cannot be opened.
  static func open(
    path: String, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) -> OpenedFile {
    let source: ByteSource
    do {
      source = try ByteSource(path: path)
    } catch {
      throw SpreadsheetError(error)
    }
    return try open(source, limits: limits)
  }

  private static func look(
    at source: consuming ByteSource, _ limits: SpreadsheetLimits
  ) throws(ArchiveError) -> OpenedFile {
    let head = try source.bytes(0..<FileHead.byteCount)
    if let verdict = FileHead.verdict(head) { return OpenedFile(not: verdict) }
    if head.starts(with: CompoundFile.signature) {
      return OpenedFile(not: CompoundFile.verdict(try source.bytes(0..<CompoundFile.mostBytes)))
    }
    if try isZero(source, after: head, limits) { return OpenedFile(not: .empty) }
    if Archive.isArchive(source) {
      return OpenedFile(archive: try Archive(source, limits: limits.opening))
    }
    let verdict = TextVerdict.verdict(head)
    guard verdict == .fods else { return OpenedFile(not: verdict) }
    guard source.count <= limits.fileBytes else { throw limits.tooLarge(source.count) }
    return OpenedFile(.fods, .flat(try source.bytes(0..<source.count)))
  }

  private init(archive: consuming Archive) {
    let verdict = ArchiveVerdict.verdict(&archive)
    if verdict.isWorkbook {
      self.init(verdict, .archive(archive))
    } else {
      self.init(not: verdict)
    }
  }

  private init(_ verdict: FileVerdict, _ content: consuming Content) {
    self.verdict = verdict
    self.content = content
  }

  private init(not verdict: FileVerdict, part: String = "", detail: String = "") {
    self.init(
      verdict, .none(SpreadsheetError(notAWorkbook: verdict, part: part, detail: detail)))
  }

  /// What is no workbook may be as large as it likes: nothing more of it is read.
  private borrowing func refuse(over limits: SpreadsheetLimits) throws(ArchiveError) {
    switch content {
    case .archive(let archive):
      guard archive.byteCount <= limits.fileBytes else { throw limits.tooLarge(archive.byteCount) }
      guard archive.parts.count <= limits.entries else {
        throw ArchiveError(
          .limit, detail: "\(archive.parts.count) parts are over the limit of \(limits.entries)")
      }
    case .flat: return
    case .none: return
    }
  }

  /// Whether there is nothing but zeros: a disk that was full leaves such files.
  private static func isZero(
    _ source: borrowing ByteSource, after head: [UInt8], _ limits: SpreadsheetLimits
  ) throws(ArchiveError) -> Bool {
    guard head.allSatisfy({ $0 == 0 }) else { return false }
    var place = head.count
    // A file of holes may have any size.
    while place < min(source.count, limits.fileBytes) {
      let piece = try source.bytes(place..<min(place + 1 << 20, source.count))
      guard piece.allSatisfy({ $0 == 0 }) else { return false }
      place += piece.count
    }
    return true
  }
}

extension SpreadsheetLimits {
  /// For looking into an archive of any size: it may be none of workbooks.
  fileprivate var opening: ArchiveLimits {
    var limits = archive
    limits.archiveBytes = .max
    limits.entries = max(entries, ArchiveLimits().entries)
    return limits
  }

  fileprivate func tooLarge(_ count: Int) -> ArchiveError {
    ArchiveError(.limit, detail: "\(count) bytes are over the limit of \(fileBytes)")
  }
}

extension SpreadsheetError {
  fileprivate init(notAWorkbook verdict: FileVerdict, part: String = "", detail: String = "") {
    if verdict == .passwordProtected {
      self.init(
        .encrypted, detail: "the file is protected by a password", verdict: verdict)
    } else {
      self.init(
        .notAWorkbook, part: part,
        detail: detail.isEmpty ? "the file is no workbook: \(verdict.rawValue)" : detail,
        verdict: verdict)
    }
  }
}
