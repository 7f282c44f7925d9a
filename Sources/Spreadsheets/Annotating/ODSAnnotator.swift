import OpenDocument

/// Writes remarks into `content.xml` of an ODS file (OpenDocument 1.3, part 3, 9 and 14.1). All other
/// parts stay as they are.
struct ODSAnnotator {
  static let part = "content.xml"

  let annotation: WorkbookAnnotation
  let limits: SpreadsheetLimits

  func annotate(_ bytes: [UInt8]) throws(AnnotationRefusal) -> AnnotatedWorkbook {
    var archive = try SplicedArchive(bytes, limits: limits)
    try refuseSigned(archive.names)
    guard let content = try archive.bytes(of: Self.part) else {
      throw AnnotationRefusal(.unsplicable, part: Self.part, detail: "is missing")
    }
    guard content.count <= ODSAnnotationLimits.content else {
      throw AnnotationRefusal(
        .limit, part: Self.part,
        detail: "has \(content.count) bytes, over the limit of \(ODSAnnotationLimits.content)")
    }
    try ODSEncoding.check(content)
    let original = try read(bytes)
    let (changed, unplaced) = try splice(
      content, ODSFormerCopy(original, annotation))
    archive.put(Self.part, changed)
    let copy = try archive.finish()
    try compare(original, with: copy)
    return AnnotatedWorkbook(bytes: copy, unplaced: unplaced)
  }

  /// Whoever signed the file signed this very content.
  private func refuseSigned(_ names: [String]) throws(AnnotationRefusal) {
    let signature = names.first { name in
      let name = name.lowercased()
      // Those of macros say nothing about the cells.
      return name.hasPrefix("meta-inf/") && name.contains("signatures")
        && !name.contains("macrosignatures")
    }
    if let signature {
      throw AnnotationRefusal(.signed, part: signature, detail: "the file is signed")
    }
  }

  /// A parser has to like it before tags are looked for by hand.
  private func read(_ bytes: [UInt8]) throws(AnnotationRefusal) -> Workbook {
    do {
      return try Workbook(reading: bytes, contents: [.comments, .formulas], limits: limits)
    } catch {
      throw AnnotationRefusal(
        error.code == .limit ? .limit : .unsplicable, part: error.part, detail: error.detail)
    }
  }

  /// The copy of a form is held against the form: rather a list than a form that says another thing.
  private func compare(_ original: Workbook, with copy: [UInt8]) throws(AnnotationRefusal) {
    let former = ODSFormerCopy(original, annotation)
    let copied = try read(copy)
    let sheets = original.sheets.filter { !former.lists.contains($0.name) }
    guard copied.sheets.count == sheets.count + 1 else {
      throw AnnotationRefusal(.unsplicable, part: Self.part, detail: "sheets would be lost")
    }
    for (sheet, other) in zip(sheets, copied.sheets) {
      let isSame =
        sheet.name == other.name && sheet.merges == other.merges
        && sheet.contents == other.contents
      guard isSame else {
        throw AnnotationRefusal(
          .unsplicable, part: Self.part, detail: "sheet “\(sheet.name)” would change")
      }
    }
  }
}

extension ODSAnnotator {
  private typealias Spliced = (bytes: [UInt8], unplaced: [WorkbookAnnotation.Mark])

  private func splice(
    _ content: [UInt8], _ former: ODSFormerCopy
  ) throws(AnnotationRefusal) -> Spliced {
    let map = try ODSContentMap(content)
    var marks = ODSMarks(annotation, map, former, limits: limits)
    var fills = ODSFillStyles(map, most: limits.partBytes)
    var splices = ODSSplices()
    var kept: [FormerCopy.Mark] = []
    var seen: Set<String> = []
    for table in map.tables where seen.insert(table.name).inserted {
      if former.lists.contains(table.name) {
        splices.replace(table.range)
        continue
      }
      let targets = try marks.targets(on: table.name)
        .moved(outOfMergesOf: table, limits: limits)
      guard !targets.isEmpty || former.commented.contains(table.name) else { continue }
      var splicing = ODSTableSplicing(
        prefixes: map.prefixes,
        notes: ODSNoteSplicing(
          author: annotation.author, date: annotation.date, prefixes: map.prefixes,
          former: FormerRemarks(
            former.copy, new: targets.compactMap(\.comment), author: annotation.author)),
        most: limits.partBytes, former: former.fills[table.name] ?? [:], fills: fills)
      try splicing.edit(table, targets)
      fills = splicing.fills
      splices.append(splicing.splices)
      marks.leave(splicing.unplaced, on: table.name)
      kept += splicing.marks(sheet: table.name)
    }
    try add(to: &splices, map, fills, kept, former)
    let bytes = try splices.applied(
      to: content, within: 0..<content.count, most: limits.partBytes)
    return (bytes, marks.unplaced)
  }

  /// The list, the styles of all that is new, and the prefixes that they need.
  private func add(
    to splices: inout ODSSplices, _ map: ODSContentMap, _ fills: ODSFillStyles,
    _ kept: [FormerCopy.Mark], _ former: ODSFormerCopy
  ) throws(AnnotationRefusal) {
    var fills = fills
    let names = map.tables.map(\.name).filter { !former.lists.contains($0) }
    let list = ODSListTable(
      list: annotation.list, name: Self.free(annotation.list.name, among: names), kept: kept,
      sheets: Set(names))
    let table = map.prefixes.bytes(of: list.element(&fills))
    let content = map.root
    splices.insert(table, map.tablesEnd, of: map.bytes)
    if let end = map.stylesEnd {
      splices.insert(fills.bytes, end, of: map.bytes)
    } else if let body = map.body {
      let name = map.prefixes.name("office:automatic-styles")
      splices.replace(
        body..<body, with: Array("<\(name)>".utf8) + fills.bytes + Array("</\(name)>".utf8))
    }
    for (name, value) in map.prefixes.missing {
      let place = content.nameRange.upperBound
      splices.replace(place..<place, with: " \(name)=\"\(value)\"")
    }
  }

  /// A name that no sheet has, whatever the case.
  static func free(_ wanted: String, among names: [String]) -> String {
    let taken = Set(names.map { $0.lowercased() })
    var number = 1
    var name = wanted
    while taken.contains(name.lowercased()) {
      number += 1
      name = "\(wanted) (\(number))"
    }
    return name
  }
}

extension ODSTableSplicing {
  /// What was filled, as the list keeps it.
  fileprivate func marks(sheet: String) -> [FormerCopy.Mark] {
    filled.compactMap { target, before in
      guard target.level != nil else { return nil }
      return FormerCopy.Mark(
        place: .init(sheet: sheet, cell: target.place), fill: before ?? "none",
        comment: target.comment ?? "")
    }
  }
}

extension Sheet {
  /// What its cells hold. How a number is shown is left out: the reader takes it from a cell's own
  /// style only, and a marked cell has now what its column gave it.
  fileprivate var contents: [CellContents] {
    cells.filter { !$0.value.isEmpty }.map {
      CellContents(place: $0.address, value: $0.value, formula: $0.formula)
    }
  }
}

private struct CellContents: Equatable {
  let place: CellAddress
  let value: CellValue
  let formula: String?
}
