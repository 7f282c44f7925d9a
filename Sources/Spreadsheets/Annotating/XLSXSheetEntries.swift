/// The sheets that a workbook lists (ECMA-376, 18.2.19).
struct XLSXSheetEntries {
  struct Entry {
    var name: String
    /// Nil for a sheet of another kind, or without a part.
    var part: String?
  }

  private(set) var entries: [Entry] = []
  /// Of SpreadsheetML, as the workbook has it.
  let namespace: String
  let relations: [XLSXRelation]
  private let tree: PartTree

  private static let sheetType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
  /// Characters of a sheet's name: what Excel takes.
  private static let nameLength = 31

  init(_ package: inout XLSXPackage) throws(AnnotationRefusal) {
    let part = package.workbook
    tree = try PartTree(package.bytes(of: part), part: part, levels: 2)
    let spelling = tree.prefix.isEmpty ? "xmlns" : "xmlns:" + tree.prefix.dropLast()
    guard let namespace = tree.attribute(spelling, of: tree.root) else {
      throw AnnotationRefusal(.unsplicable, part: part, detail: "has no namespace")
    }
    self.namespace = namespace
    relations = try package.relations(of: part)
    var receiver = XLSXWorkbookReceiver(limits: package.limits)
    try package.read(part, XLSXName.workbook, &receiver)
    for sheet in receiver.sheets {
      let relation = relations.first { $0.id == sheet.relation && $0.kind == "worksheet" }
      let target = relation.flatMap { package.holds($0.target) ? $0.target : nil }
      entries.append(Entry(name: sheet.name, part: target))
    }
  }

  var names: Set<String> { Set(entries.map(\.name)) }

  /// Puts the list in: in the place of the former one, or behind all sheets.
  func put(
    _ bytes: [UInt8], named name: String, former: Set<String>, _ package: inout XLSXPackage
  ) throws(AnnotationRefusal) {
    if let part = entries.first(where: { former.contains($0.name) })?.part {
      package.put(part, bytes)
      // The new list leads nowhere; what the former one had would be looked for.
      let relations = PartPath(part).relations
      if package.holds(relations) { package.put(relations, XLSXPackage.noRelations) }
      return
    }
    guard let list = tree.child("sheets", of: tree.root) else {
      throw AnnotationRefusal(.unsplicable, part: tree.part, detail: "lists no sheets")
    }
    let part = package.freshName(package.workbookFolder + "worksheets/sheet", ".xml")
    package.add(part, bytes, type: Self.sheetType)
    let relation = try package.relate(package.workbook, to: part, kind: "worksheet")
    let numbers = list.children.compactMap { tree.attribute("sheetId", of: $0).flatMap { Int($0) } }
    var number = 1
    let taken = Set(numbers)
    while taken.contains(number) { number += 1 }
    let prefix = tree.root.tag.prefix(of: package.relationBase, in: tree.bytes)
    var attributes = [("name", fresh(name)), ("sheetId", "\(number)")]
    if prefix == nil { attributes.append(("xmlns:r", package.relationBase)) }
    attributes.append(((prefix ?? "r:") + "id", relation))
    var spliced = tree
    spliced.append(XLSXPackage.element(tree.prefix + "sheet", attributes), to: list)
    package.put(package.workbook, spliced.finish())
  }

  /// The name, or «name (2)» where a sheet has it; names are the same whatever the case.
  private func fresh(_ name: String) -> String {
    let taken = Set(names.map { $0.lowercased() })
    let plain = String(name.map { "[]:*?/\\".contains($0) ? "_" : $0 })
    var fresh = String(plain.prefix(Self.nameLength))
    var number = 1
    while taken.contains(fresh.lowercased()) {
      number += 1
      let ending = " (\(number))"
      fresh = plain.prefix(Self.nameLength - ending.count) + ending
    }
    return fresh
  }
}
