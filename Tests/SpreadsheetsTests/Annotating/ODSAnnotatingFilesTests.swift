import Archives
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Copies of files that others made, held against the files. With `SVODKA_ANNOTATED` they are kept
/// in that folder, where `scripts/annotations-ods.py` holds them against ODF's schema and
/// LibreOffice.
@Suite struct ODSAnnotatingFilesTests {
  @Test func keepsAllThatStandsInFilesOfOthers() throws {
    var annotated = 0
    var refused: [String] = []
    for url in ODSAnnotatedFiles.all {
      let bytes = [UInt8](try Data(contentsOf: url))
      guard let original = try? Workbook(reading: bytes, contents: .everything, limits: .form),
        FileVerdict.of(bytes) == .ods
      else { continue }
      let annotation = ODSAnnotatedFiles.annotation(of: original)
      do {
        let copy = try annotation.applied(to: bytes)
        try compareParts(bytes, copy.bytes, url.lastPathComponent)
        try compare(original, copy, annotation, url.lastPathComponent)
        try keep(url, copy, annotation)
        annotated += 1
      } catch let refusal as AnnotationRefusal {
        refused.append("\(url.lastPathComponent): \(refusal)")
      }
    }
    #expect(refused == [])
    #expect(annotated >= (Corpus.folder == nil ? 28 : 140))
  }

  private func compareParts(_ before: [UInt8], _ after: [UInt8], _ name: String) throws {
    var old = try Archive(bytes: before)
    var new = try Archive(bytes: after)
    let parts = old.parts
    #expect(parts.map(\.name) == new.parts.map(\.name), "\(name)")
    #expect(parts.map(\.isStored) == new.parts.map(\.isStored), "\(name)")
    for (part, other) in zip(parts, new.parts) where part.folded != "content.xml" {
      let isSame = try old.bytes(of: part) == new.bytes(of: other)
      #expect(isSame, "\(name): \(part.name)")
    }
  }

  private func compare(
    _ original: Workbook, _ copy: AnnotatedWorkbook, _ annotation: WorkbookAnnotation,
    _ name: String
  ) throws {
    let copied = try Workbook(reading: copy.bytes, contents: .everything)
    #expect(copied.sheets.dropLast().map(\.name) == original.sheets.map(\.name), "\(name)")
    #expect(copied.description.names == original.description.names, "\(name)")
    #expect(copied.description.properties == original.description.properties, "\(name)")
    #expect(copied.description.tables == original.description.tables, "\(name)")
    #expect(
      copied.description.isStructureProtected == original.description.isStructureProtected,
      "\(name)")
    let missing = Set(copy.unplaced.map(\.place))
    for (sheet, other) in zip(original.sheets, copied.sheets) {
      let marks = annotation.marks.filter {
        $0.place.sheet == sheet.name && !missing.contains($0.place)
      }
      compare(sheet, other, marks, "\(name): \(sheet.name)")
    }
    #expect(missing == [], "\(name)")
  }

  private func compare(
    _ sheet: Sheet, _ other: Sheet, _ marks: [WorkbookAnnotation.Mark], _ name: String
  ) {
    let places = Set(marks.map { ODSAnnotatedFiles.shown($0.place.cell, on: sheet) })
    #expect(contents(of: sheet) == contents(of: other), "\(name)")
    #expect(sheet.merges == other.merges, "\(name)")
    #expect(sheet.hiddenRows.flatMap(\.self) == other.hiddenRows.flatMap(\.self), "\(name)")
    #expect(sheet.hiddenColumns == other.hiddenColumns, "\(name)")
    #expect(sheet.protection == other.protection, "\(name)")
    #expect(sheet.validations.count == other.validations.count, "\(name)")
    for (rule, copied) in zip(sheet.validations, other.validations) {
      #expect(WorkbookLines.described(rule) == WorkbookLines.described(copied), "\(name)")
    }
    for place in places { #expect(other.cell(at: place) != nil, "\(name): \(place)") }
    compareComments(sheet, other, marks, name)
  }

  /// Without the shape of numbers, which the reader takes from a cell's own style only: a marked
  /// cell has now what its column gave it.
  private func contents(of sheet: Sheet) -> [[String]] {
    sheet.cells.filter { !$0.value.isEmpty }.map { cell in
      [
        "\(cell.address)", SavedWorkbooksTests.described(cell.value), cell.rawText,
        cell.formula ?? "", cell.shown ?? "",
      ]
    }
  }

  private func compareComments(
    _ sheet: Sheet, _ other: Sheet, _ marks: [WorkbookAnnotation.Mark], _ name: String
  ) {
    var expected = Dictionary(
      sheet.comments.map { ($0.address, [$0.text]) }, uniquingKeysWith: +)
    var authors = Dictionary(
      sheet.comments.map { ($0.address, $0.author) }, uniquingKeysWith: { first, _ in first })
    var said: [CellAddress: [String]] = [:]
    for mark in marks.sorted(by: { $0.place.cell < $1.place.cell }) {
      guard let comment = mark.comment else { continue }
      said[ODSAnnotatedFiles.shown(mark.place.cell, on: sheet), default: []].append(comment)
    }
    for (place, texts) in said {
      let text = texts.joined(separator: "\n")
      if let hers = expected[place]?.first {
        expected[place]?[0] = (hers.isEmpty ? "" : hers + "\n") + "– – – Сводка:\n" + text
      } else {
        expected[place] = [text]
        authors[place] = ODSAnnotatedFiles.author
      }
    }
    let found = Dictionary(
      other.comments.map { ($0.address, [$0.text]) }, uniquingKeysWith: +)
    for place in Set(expected.keys).union(found.keys).sorted() {
      #expect(found[place] == expected[place], "\(name): \(place)")
    }
    for comment in other.comments {
      #expect(comment.author == authors[comment.address], "\(name): \(comment.address)")
    }
  }

  /// Leaves original, copy and marks for the script.
  private func keep(
    _ url: URL, _ copy: AnnotatedWorkbook, _ annotation: WorkbookAnnotation
  ) throws {
    guard let folder = AnnotatedSample.kept?.appending(path: "ods") else { return }
    let name = url.pathComponents.suffix(2).joined(separator: "__")
    for part in ["originals", "copies", "marks"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: part), withIntermediateDirectories: true)
    }
    try Data(contentsOf: url).write(to: folder.appending(path: "originals/\(name)"))
    try Data(copy.bytes).write(to: folder.appending(path: "copies/\(name)"))
    let missing = Set(copy.unplaced.map(\.place))
    let lines = annotation.marks.filter { !missing.contains($0.place) }.map { mark in
      [
        mark.place.sheet, mark.place.cell.description, "\(mark.level)",
        mark.comment?.replacing("\n", with: "\\n") ?? "",
      ].joined(separator: "\t")
    }
    try Data(lines.joined(separator: "\n").utf8).write(
      to: folder.appending(path: "marks/\(name).tsv"))
  }
}
