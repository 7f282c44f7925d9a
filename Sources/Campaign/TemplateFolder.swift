import Documents
import Foundation
import Wording

/// The document templates of a pack, and the page around their HTML.
struct TemplateFolder {
  let pack: URL

  init(pack: URL) { self.pack = pack }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: pack.appending(path: path).path)
  }

  /// - Throws: `CampaignError.badTemplate` naming every fault with its place.
  func template(_ path: String) throws -> DocumentTemplate {
    let bytes = try WholeFile.read(pack.appending(path: path))
    return try Self.wording(path) { () throws(DocumentError) in
      try DocumentTemplate(parsing: bytes, name: path)
    }
  }

  func frame() throws -> HTMLFrame {
    let path = "documents/frame.html"
    let bytes = try WholeFile.read(pack.appending(path: path))
    return try Self.wording(path) { () throws(DocumentError) in
      try HTMLFrame(parsing: bytes, name: path)
    }
  }

  func html(
    _ template: DocumentTemplate, _ record: TemplateRecord, _ frame: HTMLFrame
  ) throws -> [UInt8] {
    try render(template, record).html(frame: frame)
  }

  func render(
    _ template: DocumentTemplate, _ record: TemplateRecord
  ) throws -> RenderedDocument {
    try Self.wording(template.name) { () throws(DocumentError) in try template.render(record) }
  }

  static func wording<Value>(
    _ path: String, _ work: () throws(DocumentError) -> Value
  ) throws -> Value {
    do {
      return try work()
    } catch {
      func faults(_ language: Language) -> String {
        error.faults.map { "\n  " + $0.text(in: language) }.joined()
      }
      throw CampaignError(
        .badTemplate,
        ru: "шаблон \(path): \(error.faults.isEmpty ? error.message : "")\(faults(.ru))",
        en: "template \(path): \(error.faults.isEmpty ? error.message : "")\(faults(.en))")
    }
  }
}
