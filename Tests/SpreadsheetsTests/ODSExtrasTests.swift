import Archives
import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ODSExtrasTests {
  static let folder = Checkout.fixtures.appending(path: "workbooks/extras")

  static func walk(_ file: String) throws -> ODSWalk {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
    guard file.hasSuffix(".ods") else { return try ODSWalk.reading(bytes) }
    return try ODSWalk.reading(try part("content.xml", of: bytes))
  }

  static func part(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    var archive = try Archive(bytes: bytes)
    let found = archive.part(named: name)
    let part = try #require(found)
    return try archive.bytes(of: part)
  }

  /// A line as a program keeps it: nil where it loses it.
  static func kept(_ line: String, by file: String) -> String? {
    // Both leave it open whether a cell that takes anything may be empty, which means that it may.
    if line.contains("\tany\t") {
      return line.replacing("\tany\t\t\t\t\t\t", with: "\tany\t\t\t\t\tblank\t")
    }
    // Neither keeps that a name is hidden.
    if line.hasPrefix("name") { return line.replacing("\ttrue", with: "\tfalse") }
    if file.hasPrefix("libreoffice"), line.hasPrefix("comment") {
      // LibreOffice 7.4 does not keep who wrote a note of Excel.
      return line.replacing("Иванова", with: "").replacing("Петров", with: "")
    }
    guard file.hasPrefix("gnumeric") else { return line }
    if line.hasPrefix("protection") || line.hasPrefix("table") { return nil }
    // Validations reach to the last row in use; one formula is kept as a text.
    let start = "formula\tКадры\tE18\t"
    guard !line.hasPrefix(start) else {
      return start + #"ORG.GNUMERIC.ERROR("SUM('О''Нил'!A1:B2)")"#
    }
    return line.replacing("A1:A1048576", with: "A3")
  }

  @Test(arguments: ["libreoffice.ods", "libreoffice.fods", "gnumeric.ods"])
  func findsWhatOpenpyxlFindsInTheTwin(file: String) throws {
    let table = try String(contentsOf: Self.folder.appending(path: "facts.tsv"), encoding: .utf8)
    let expected = Set(table.split(separator: "\n").compactMap { Self.kept(String($0), by: file) })
    // Gnumeric gives each sheet names for its printing, whatever it was asked to save.
    let found = Set(try Self.walk(file).lines).filter {
      !$0.contains("Print_Area") && !$0.contains("Sheet_Title")
    }
    for line in expected.subtracting(found).sorted() { Issue.record("\(file) lacks: \(line)") }
    for line in found.subtracting(expected).sorted() { Issue.record("\(file) has: \(line)") }
  }
}
