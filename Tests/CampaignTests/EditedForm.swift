import Archives
import Foundation
import TestSupport

@testable import Campaign

/// A form of the fixtures with something typed into it, as a school does that sends it again.
struct EditedForm {
  private var parts: [(name: String, bytes: [UInt8])] = []

  /// - Parameter fixture: an XLSX whose texts stand in its cells, as openpyxl writes them.
  init(_ fixture: String) throws {
    try self.init(bytes: try WholeFile.read(Checkout.fixtures.appending(path: fixture)))
  }

  init(bytes: [UInt8]) throws {
    var archive = try Archive(bytes: bytes)
    for part in archive.parts {
      parts.append((part.name, try archive.bytes(of: part)))
    }
  }

  /// Types a text into a cell that stands in the sheet, empty or not.
  mutating func type(_ text: String, _ cell: String, sheet number: Int) throws {
    try edit("xl/worksheets/sheet\(number).xml") { xml in
      let found = try Regex("<c r=\"\(cell)\" s=\"(\\d+)\" t=\"\\w+\"( />|>.*?</c>)")
      return xml.replacing(found) { match in
        let style = match.output[1].substring ?? "0"
        return "<c r=\"\(cell)\" s=\"\(style)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
    }
  }

  /// Types a number in the place of another.
  mutating func type(_ number: Int, _ cell: String, sheet: Int) throws {
    try edit("xl/worksheets/sheet\(sheet).xml") { xml in
      let found = try Regex("(<c r=\"\(cell)\" s=\"\\d+\" t=\"n\"><v>)\\d+(</v></c>)")
      return xml.replacing(found) { match in
        "\(match.output[1].substring ?? "")\(number)\(match.output[2].substring ?? "")"
      }
    }
  }

  /// Puts another number in the place of one that is known to stand in a cell of some sheet.
  mutating func replace(_ old: Int, by number: Int, _ cell: String) throws {
    let sheets = parts.map(\.name).filter { $0.hasPrefix("xl/worksheets/sheet") }
    for sheet in sheets {
      let changed: Void? = try? edit(sheet) { xml in
        let found = try Regex("(<c r=\"\(cell)\"[^>]*><v>)\(old)(</v></c>)")
        return xml.replacing(found) { match in
          "\(match.output[1].substring ?? "")\(number)\(match.output[2].substring ?? "")"
        }
      }
      if changed != nil { return }
    }
    throw NothingToEdit(part: cell)
  }

  /// Says when the workbook was saved.
  mutating func save(at moment: String) throws {
    try edit("docProps/core.xml") { xml in
      xml.replacing(/(<dcterms:modified[^>]*>)[^<]*/) { "\($0.output.1)\(moment)" }
    }
  }

  func bytes() throws -> [UInt8] {
    var writer = try ArchiveWriter()
    for part in parts { try writer.add(part.name, part.bytes) }
    return try writer.finish()
  }

  struct NothingToEdit: Error { var part: String }

  private mutating func edit(_ part: String, _ change: (String) throws -> String) throws {
    guard let position = parts.firstIndex(where: { $0.name == part }) else {
      throw NothingToEdit(part: part)
    }
    let before = String(decoding: parts[position].bytes, as: UTF8.self)
    let after = try change(before)
    guard after != before else { throw NothingToEdit(part: part) }
    parts[position].bytes = Array(after.utf8)
  }
}
