import Documents
import Findings
import Foundation
import Monitoring
import Reporting
import Spreadsheets

/// The files of the answer to one unit, before they are written: pure, so that many are made at once.
struct SchoolAnswer: Sendable {
  struct File: Sendable {
    /// Below the unit's folder.
    var name: String
    var bytes: [UInt8]
  }

  /// What all answers of a period are made with.
  struct Form: Sendable {
    var templates: TemplateFolder
    var page: DocumentTemplate
    var frame: HTMLFrame
    var texts: [String: [String]]
    var now: Date
    /// ISO 8601.
    var clock: String
  }

  /// What became of it.
  struct Made: Sendable {
    var files: [File]
    /// Files that people send on, and may edit.
    var shared: [File]
    var hindrance: CopyHindrance?
  }

  var facts: UnitFacts
  var material: ProtocolMaterial
  var json: [UInt8]

  /// - Parameter bytes: gives a kept file by its hash.
  func made(with form: Form, bytes: (String) throws -> [UInt8]) throws -> Made {
    var material = material
    let (copies, hindrance) = try copies(form, bytes)
    material.copy = copy(copies, hindrance)
    let document = try form.templates.render(form.page, material.record)
    let odt = try TemplateFolder.wording(form.page.name) { () throws(DocumentError) in
      try document.odt(clock: form.clock)
    }
    let attached =
      [
        MailDraft.Attachment(
          name: "Протокол проверки.odt", mediaType: "application/vnd.oasis.opendocument.text",
          bytes: odt)
      ] + copies.map { .init(name: $0.name, mediaType: Self.mediaType($0.name), bytes: $0.bytes) }
    let letter = SchoolLetter(material: material, unit: facts.unit, texts: form.texts)
    let draft = try letter.draft(attached, now: form.now)
    let name = FileName.safe(facts.unit.code.rawValue)
    return Made(
      files: [File(name: "protocol.json", bytes: json)],
      shared: [
        File(name: "protocol.html", bytes: document.html(frame: form.frame)),
        File(name: "protocol.odt", bytes: odt),
      ] + copies
        + [File(name: "\(name).eml", bytes: draft.bytes)],
      hindrance: hindrance)
  }

  private func copy(_ copies: [File], _ hindrance: CopyHindrance?) -> ProtocolMaterial.Copy {
    guard !copies.isEmpty else { return .none }
    return hindrance.map { .listed(why: $0.russian, list: RemarkWorkbook.name) }
      ?? .annotated(copies.map(\.name))
  }

  /// An annotated copy of each file that something is to be mended or answered in; where one cannot
  /// be made, the list of all.
  private func copies(
    _ form: Form, _ bytes: (String) throws -> [UInt8]
  ) throws -> (files: [File], hindrance: CopyHindrance?) {
    let entries = material.entries.filter { $0.severity != .notice }
    guard !entries.isEmpty else { return ([], nil) }
    var copies: [File] = []
    for file in facts.files {
      let table = table(of: file)
      guard entries.contains(where: { $0.remarks.contains(where: table.isHere) }) else { continue }
      do {
        copies.append(try annotated(file, table, form, bytes, among: copies))
      } catch let hindrance as CopyHindrance {
        let list = RemarkWorkbook(
          table: RemarkTable(material: material, file: "", fileHash: ""), date: form.clock)
        return ([File(name: RemarkWorkbook.name, bytes: try list.bytes())], hindrance)
      }
    }
    return (copies, nil)
  }

  private func table(of file: UnitFacts.File) -> RemarkTable {
    guard facts.files.count > 1 else {
      return RemarkTable(material: material, file: "", fileHash: "")
    }
    return RemarkTable(material: material, file: facts.label(of: file), fileHash: file.hash)
  }

  private func annotated(
    _ file: UnitFacts.File, _ table: RemarkTable, _ form: Form,
    _ bytes: (String) throws -> [UInt8], among others: [File]
  ) throws -> File {
    if let hindrance = file.hindrance { throw hindrance }
    let annotation = AnnotatedCopy(table: table, date: form.clock).annotation
    do {
      let copy = try annotation.applied(to: try bytes(file.hash))
      return File(name: Self.name(of: file, among: others), bytes: copy.bytes)
    } catch let refusal as AnnotationRefusal {
      throw CopyHindrance.refused(refusal.code)
    }
  }

  /// Of workbooks that are annotated: what else stands behind the dot is no ending of one.
  private static let endings: Set = [".xlsx", ".xlsm", ".xltx", ".ods", ".ots"]

  /// «Форма – замечания.xlsx»; of two files of one name the second gets a number.
  private static func name(of file: UnitFacts.File, among others: [File]) -> String {
    let name = InboxPath.last(file.name)
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let stem = FileName.shortened(FileName.safe(String(unmarked(name[..<dot]))))
    let ending = endings.contains(name[dot...].lowercased()) ? name[dot...].lowercased() : ".xlsx"
    for number in 1...max(others.count + 1, 1) {
      let behind = number == 1 ? "" : " (\(number))"
      let candidate = "\(stem)\(mark)\(behind)\(ending)"
      if !others.contains(where: { $0.name == candidate }) { return candidate }
    }
    return "\(stem)\(mark)\(ending)"
  }

  /// The name without what earlier answers put behind it: a copy that comes back for the third time
  /// is called as the form was.
  private static func unmarked(_ stem: Substring) -> Substring {
    var stem = stem
    while stem.hasSuffix(mark), stem.count > mark.count { stem = stem.dropLast(mark.count) }
    return stem
  }

  private static let mark = " – замечания"

  private static func mediaType(_ name: String) -> String {
    switch name.split(separator: ".").last?.lowercased() {
    case "ods": "application/vnd.oasis.opendocument.spreadsheet"
    case "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12"
    default: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}
