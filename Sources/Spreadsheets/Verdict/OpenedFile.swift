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

  /// - Throws: `.limit` for a file that is over the limits as a whole, `.damaged` for one that the
  ///   disk does not give.
  init(
    _ source: consuming ByteSource, limits: SpreadsheetLimits
  ) throws(SpreadsheetError) {
    guard source.count <= limits.fileBytes else {
      throw SpreadsheetError(
        .limit, detail: "\(source.count) bytes are over the limit of \(limits.fileBytes)")
    }
    do throws(ArchiveError) {
      let head = try source.bytes(0..<FileHead.byteCount)
      if let verdict = FileHead.verdict(head) {
        self.init(not: verdict)
        return
      }
      if head.starts(with: CompoundFile.signature) {
        self.init(not: CompoundFile.verdict(try source.bytes(0..<source.count)))
        return
      }
      if try Self.isZero(source, after: head) {
        self.init(not: .empty)
        return
      }
      if Archive.isArchive(source) {
        self.init(archive: try Archive(source, limits: limits.archive))
        return
      }
      let verdict = TextVerdict.verdict(head)
      if verdict == .fods {
        self.init(verdict, .flat(try source.bytes(0..<source.count)))
      } else {
        self.init(not: verdict)
      }
    } catch {
      switch error.code {
      case .cutOff, .notAnArchive:
        self.init(not: .truncated, part: error.part, detail: error.detail)
      default: throw SpreadsheetError(error)
      }
    }
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

  /// Whether there is nothing but zeros: a disk that was full leaves such files.
  private static func isZero(
    _ source: borrowing ByteSource, after head: [UInt8]
  ) throws(ArchiveError) -> Bool {
    guard head.allSatisfy({ $0 == 0 }) else { return false }
    var place = head.count
    while place < source.count {
      let piece = try source.bytes(place..<min(place + 1 << 20, source.count))
      guard piece.allSatisfy({ $0 == 0 }) else { return false }
      place += piece.count
    }
    return true
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
