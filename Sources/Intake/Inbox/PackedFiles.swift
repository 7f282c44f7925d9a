import Archives
package import Findings
import Spreadsheets

/// A ZIP of forms that lay in the inbox, taken apart in memory: its files are forms of their own.
package struct PackedFiles: Sendable {
  package struct Member: Sendable, Hashable {
    /// Path below the inbox: that of the archive, then the member's own, «почта.zip/школа/форма.xlsx».
    /// No "..", no drive, nothing that leads out.
    package var path: String
    package var bytes: [UInt8]
  }

  /// In the order of the archive; what systems leave behind is left out.
  package private(set) var members: [Member] = []
  private var leavesForms = false
  /// What could not be taken out of it.
  package private(set) var findings: [Finding] = []

  /// Takes an archive apart.
  /// - Parameters:
  ///   - path: of the archive below the inbox, with "/".
  ///   - hash: SHA-256 of `bytes` in lower-case hexadecimal.
  package init(
    path: String, hash: String, bytes: [UInt8], limits: PackedLimits = PackedLimits()
  ) {
    let origin = Origin(file: path, hash: hash)
    var archive: Archive
    do {
      archive = try Archive(bytes: bytes, limits: limits.archive)
    } catch {
      findings.append(Self.unread(nil, error.detail, origin))
      return
    }
    var taken: Set<String> = []
    for part in archive.parts {
      let name = Self.harmless(part.name)
      guard !name.hasPrefix("__MACOSX/"), InboxName.service(name) == nil else { continue }
      do {
        let content = try archive.bytes(of: part)
        members.append(Member(path: Self.free("\(path)/\(name)", &taken), bytes: content))
      } catch {
        findings.append(Self.unread(name, error.detail, origin))
        leavesForms = leavesForms || InboxName.isOfForm(name)
        // Nothing more is inflated from an archive that is made to fill the memory.
        if error.code == .limit { return }
      }
    }
  }

  /// Whether any of its files, taken out or not, is named like a form, or is a workbook by its content.
  package var holdForms: Bool {
    leavesForms || members.contains { InboxName.isOfForm($0.path) }
      || members.contains { FileVerdict.of($0.bytes, limits: .form).isWorkbook }
  }

  /// - Parameters:
  ///   - part: the file of the archive that was not read; nil for all.
  ///   - detail: why, in English.
  package static func unread(_ part: String?, _ detail: String, _ origin: Origin) -> Finding {
    var arguments: [String: FindingValue] = ["detail": .text(detail)]
    if let part { arguments["part"] = .text(part) }
    return Finding(
      code: "file.archive-unread", severity: .error, arguments: arguments, origins: [origin])
  }

  /// Letters of a name that are kept: file systems have 255 bytes for one.
  private static let nameLength = 120
  /// Names of a path that are kept, the last ones.
  private static let depth = 8

  /// A member's name as a path that leads nowhere but down.
  private static func harmless(_ name: String) -> String {
    let names = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).compactMap { part in
      // Control characters would rewrite the line of the terminal that shows the name, marks of
      // direction turn its letters round.
      let clean = String(
        String.UnicodeScalarView(
          part.unicodeScalars.filter { scalar in
            ![.control, .format].contains(scalar.properties.generalCategory) && scalar != ":"
          })
      ).suffix(nameLength)
      return clean.allSatisfy { $0 == "." } ? nil : String(clean)
    }
    return names.isEmpty ? "-" : names.suffix(depth).joined(separator: "/")
  }

  /// The path, with a number where another member has it already.
  private static func free(_ path: String, _ taken: inout Set<String>) -> String {
    guard !taken.insert(path).inserted else { return path }
    let dot = path.lastIndex(of: ".").flatMap { path[$0...].contains("/") ? nil : $0 }
    let (stem, ending) = (path[..<(dot ?? path.endIndex)], path[(dot ?? path.endIndex)...])
    var number = taken.count
    while !taken.insert("\(stem) (\(number))\(ending)").inserted { number += 1 }
    return "\(stem) (\(number))\(ending)"
  }
}

/// What a ZIP of forms may ask of its reader.
package struct PackedLimits: Sendable, Hashable {
  /// Files in it: a district has some hundred schools, and keeps a folder for each year.
  package var members = 2_000
  /// Bytes of one file: what a form may have.
  package var memberBytes = SpreadsheetLimits.form.fileBytes
  /// Bytes of all files, which are held in memory at once: 200 forms have some 10 MB.
  package var totalBytes = 128 << 20

  package init() {}

  fileprivate var archive: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.entries = members
    limits.partBytes = memberBytes
    limits.totalBytes = totalBytes
    return limits
  }
}
