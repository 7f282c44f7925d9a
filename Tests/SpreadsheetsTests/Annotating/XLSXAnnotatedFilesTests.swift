import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// Files of many programs, annotated: nothing of them is lost.
///
/// With `SVODKA_ANNOTATED` set, the copies are kept in that folder for `scripts/test-annotations`,
/// which holds them against schemas and other programs.
@Suite struct XLSXAnnotatedFilesTests {
  private static func workbooks(in folder: URL?) -> [URL] {
    guard let folder else { return [] }
    let found = FileManager.default.enumerator(
      at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    let files = (found?.allObjects as? [URL] ?? []).filter {
      ["xlsx", "xlsm"].contains($0.pathExtension) && !$0.lastPathComponent.hasPrefix("~$")
    }
    return files.sorted { $0.path < $1.path }
  }

  @Test func losesNothingOfTheFixtures() throws {
    let files = Self.workbooks(in: Checkout.fixtures) + Self.workbooks(in: AnnotatedSample.more)
    #expect(files.count > 60)
    let refused = try files.filter { try !check($0) }
    #expect(refused.isEmpty)
  }

  @Test(.enabled(if: Corpus.folder != nil, "there is no ../shared/corpus"))
  func losesNothingOfTheCorpus() throws {
    let files = Self.workbooks(in: Corpus.folder?.appending(path: "files"))
    #expect(files.count > 290)
    let refused = try files.filter { try !check($0) }
    // Parts in UTF-16 or without a relation, rows out of order: each refused by its name.
    #expect(refused.count <= Self.mostRefused, "\(refused.map(\.lastPathComponent))")
  }

  private static let mostRefused = 12

  /// - Returns: false for a file that was refused, which is one that has a reason.
  private func check(_ file: URL) throws -> Bool {
    let bytes = try [UInt8](Data(contentsOf: file))
    let name = file.lastPathComponent
    // An ODS under the name of an XLSX is none.
    guard FileVerdict.of(bytes, limits: SpreadsheetLimits()) != .ods else { return true }
    guard let original = try? Workbook(reading: bytes, contents: .everything) else {
      #expect(throws: AnnotationRefusal.self, "\(name)") {
        try AnnotatedSample.annotated(bytes, [AnnotatedSample.mark("Лист1", "A1")])
      }
      return true
    }
    let marks = Self.marks(for: original)
    let copy: AnnotatedWorkbook
    do {
      copy = try AnnotatedSample.annotated(bytes, marks)
    } catch let refusal as AnnotationRefusal {
      print("refused: \(name): \(refusal)")
      #expect(refusal.code != .limit, "\(name)")
      return false
    }
    try keep(bytes, copy, marks, as: Self.nameOfCopy(file))
    try compareParts(bytes, copy.bytes, name)
    let annotated = try Workbook(reading: copy.bytes, contents: .everything)
    compare(original, annotated, marks, name)
    let again = try AnnotatedSample.annotated(copy.bytes, [])
    let cleaned = try Workbook(reading: again.bytes, contents: .everything)
    compare(original, cleaned, [], name)
    return true
  }

  /// A cell with a value, one that is not there within the table, one beyond it, and a merged one.
  static func marks(for workbook: Workbook) -> [WorkbookAnnotation.Mark] {
    var marks: [WorkbookAnnotation.Mark] = []
    for sheet in [workbook.sheets.first, workbook.sheets.dropFirst().last].compactMap({ $0 }) {
      var cells = sheet.cells.first { !$0.isEmpty }.map { [$0.address] } ?? []
      cells += sheet.cells.last.map { [$0.address] } ?? []
      let row = sheet.cells.map(\.address.row).max() ?? 0
      let column = sheet.cells.map(\.address.column).max() ?? 0
      let rows = min(row + 3, SheetGrid.rows)
      cells.append(CellAddress(row: rows, column: min(column + 2, SheetGrid.columns)))
      cells.append(CellAddress(row: max(row / 2, 1), column: min(column + 1, SheetGrid.columns)))
      if let merge = sheet.merges.first { cells.append(merge.last) }
      cells += sheet.comments.prefix(1).map(\.address)
      for (index, cell) in cells.enumerated() {
        marks.append(
          WorkbookAnnotation.Mark(
            place: WorkbookAnnotation.Place(sheet: sheet.name, cell: cell),
            level: WorkbookAnnotation.Level.allCases[index % 3], comment: "Замечание \(index)"))
      }
    }
    return marks
  }

  private func compareParts(_ bytes: [UInt8], _ copy: [UInt8], _ name: String) throws {
    let before = try AnnotatedSample.parts(of: bytes)
    let after = try AnnotatedSample.parts(of: copy)
    #expect(Array(after.map(\.name).prefix(before.count)) == before.map(\.name), "\(name)")
    for (old, new) in zip(before, after) where old.bytes != new.bytes {
      let part = old.name.lowercased()
      let isExpected =
        part == "[content_types].xml" || part.hasSuffix(".rels") || part.contains("workbook")
        || part.contains("styles") || part.contains("sheet") || part.contains("comment")
        || part.hasSuffix(".vml")
      #expect(isExpected && !part.contains("sharedstrings"), "\(name): \(old.name)")
    }
  }

  /// What the reader finds in both is the same but for the marks.
  private func compare(
    _ original: Workbook, _ copy: Workbook, _ marks: [WorkbookAnnotation.Mark], _ name: String
  ) {
    #expect(original.description == copy.description, "\(name)")
    #expect(copy.sheets.count == original.sheets.count + 1, "\(name)")
    for (old, new) in zip(original.sheets, copy.sheets) {
      let here = "\(name): \(old.name)"
      #expect(old.name == new.name && old.isHidden == new.isHidden, "\(here)")
      let known = Set(old.cells.map(\.address))
      #expect(old.cells == new.cells.filter { known.contains($0.address) }, "\(here): cells")
      let added = new.cells.filter { !known.contains($0.address) }
      #expect(added.allSatisfy(\.isEmpty) && added.count <= 8, "\(here): added")
      #expect(old.merges == new.merges && old.validations == new.validations, "\(here)")
      #expect(old.protection == new.protection, "\(here)")
      #expect(old.hiddenRows == new.hiddenRows, "\(here)")
      #expect(old.hiddenColumns == new.hiddenColumns, "\(here)")
      compareComments(old, new, marks.filter { $0.place.sheet == old.name }, here)
    }
  }

  private func compareComments(
    _ old: Sheet, _ new: Sheet, _ marks: [WorkbookAnnotation.Mark], _ here: String
  ) {
    for (index, comment) in old.comments.enumerated() {
      let found = new.comments.indices.contains(index) ? new.comments[index] : nil
      #expect(found?.address == comment.address && found?.author == comment.author, "\(here)")
      #expect(found?.text.hasPrefix(comment.text) == true, "\(here): \(comment.address)")
      if marks.isEmpty { #expect(found == comment, "\(here): \(comment.address)") }
    }
    if marks.isEmpty {
      #expect(new.comments.count == old.comments.count, "\(here): comments left")
    }
    for mark in marks {
      let merge = old.merges.first { $0.contains(mark.place.cell) }
      let cell = merge?.first ?? mark.place.cell
      let isThread = old.comments.filter { $0.address == cell }.count > 1
      let said = new.comments.filter { $0.address == cell }.map(\.text).joined()
      #expect(isThread || said.contains(mark.comment ?? ""), "\(here): \(cell): \(said)")
    }
  }

  private static func nameOfCopy(_ file: URL) -> String {
    var path = file.path.replacing(Checkout.root.path, with: "")
    if let more = AnnotatedSample.kept?.path { path = path.replacing(more, with: "") }
    return path.split(separator: "/").suffix(3).joined(separator: "__")
  }

  /// The copy, the file that it was made of, and what was said at which cell.
  private func keep(
    _ bytes: [UInt8], _ copy: AnnotatedWorkbook, _ marks: [WorkbookAnnotation.Mark],
    as name: String
  ) throws {
    guard let folder = AnnotatedSample.kept else { return }
    for (place, content) in [("originals", bytes), ("copies", copy.bytes)] {
      let into = folder.appending(path: place)
      try FileManager.default.createDirectory(at: into, withIntermediateDirectories: true)
      try Data(content).write(to: into.appending(path: name))
    }
    let lines = marks.filter { !copy.unplaced.contains($0) }.map { mark in
      [
        mark.place.sheet, mark.place.cell.description, mark.level.fillColour, mark.comment ?? "",
      ].joined(separator: "\t")
    }
    try Data(lines.joined(separator: "\n").utf8)
      .write(to: folder.appending(path: "copies/\(name).tsv"))
  }
}
