import Archives
import Markup

/// What is counted over all sheets of a workbook, and what their comments share.
struct XLSXExtras {
  var comments = 0
  var tables = 0
  /// The part that names the people who wrote threads; nil where there is none.
  var peoplePart: String?
  /// Read with the first thread.
  var people: [String: String]?
}

extension XLSXReader {
  /// What stands beside a sheet in parts of its own: comments, and tables, which are put into the
  /// description; those that are asked for.
  ///
  /// A part that is missing or damaged costs what it holds, and a notice says so.
  /// - Throws: `.limit`.
  mutating func facts(
    besides sheetPart: String, of sheet: String, contents: WorkbookContents
  ) throws(SpreadsheetError) -> [SheetFact] {
    guard !contents.isDisjoint(with: [.comments, .tables]) else { return [] }
    var facts: [SheetFact] = []
    var isWhole = true
    var related: [XLSXRelation] = []
    do throws(SpreadsheetError) {
      related = try relations(of: sheetPart)
    } catch {
      guard error.code != .limit else { throw error }
      isWhole = false
    }
    if contents.contains(.tables) {
      var seen: Set<String> = []
      for relation in related where relation.kind == "table" {
        guard seen.insert(relation.target.lowercased()).inserted else { continue }
        isWhole = try readTable(relation.target, of: sheet) && isWhole
      }
    }
    if contents.contains(.comments) {
      isWhole = try readComments(related, into: &facts) && isWhole
    }
    if !isWhole { facts.append(.notice(Notice(.partUnread, at: nil))) }
    return facts
  }

  private mutating func readTable(
    _ part: String, of sheet: String
  ) throws(SpreadsheetError) -> Bool {
    extras.tables += 1
    guard extras.tables <= limits.extras else {
      throw SpreadsheetError(.limit, part: part, detail: "more than \(limits.extras) tables")
    }
    var receiver = XLSXTableReceiver(limits: limits)
    let isWhole = try parseBeside(part, XLSXName.tables, &receiver)
    if var table = receiver.table {
      table.sheet = sheet
      description.tables.append(table)
    }
    return isWhole && receiver.table != nil
  }

  private mutating func readComments(
    _ related: [XLSXRelation], into facts: inout [SheetFact]
  ) throws(SpreadsheetError) -> Bool {
    var isWhole = true
    // A sheet has one part of each kind at most.
    var notes: [CellComment] = []
    if let part = related.first(where: { $0.kind == "comments" })?.target {
      var receiver = XLSXCommentsReceiver(limits: limits, before: extras.comments)
      isWhole = try parseBeside(part, XLSXName.comments, &receiver)
      notes = receiver.comments
      extras.comments += notes.count
    }
    var threads: [CellComment] = []
    if let part = related.first(where: { $0.kind == "threadedComment" })?.target {
      var receiver = XLSXThreadsReceiver(
        people: try people(&isWhole), limits: limits, before: extras.comments)
      isWhole = try parseBeside(part, XLSXName.threads, &receiver) && isWhole
      threads = receiver.comments
      extras.comments += threads.count
    }
    facts += CellComment.joined(notes, threads: threads).map(SheetFact.comment)
    return isWhole
  }

  private mutating func people(
    _ isWhole: inout Bool
  ) throws(SpreadsheetError) -> [String: String] {
    if let known = extras.people { return known }
    var receiver = XLSXPeopleReceiver(limit: limits.extras)
    if let part = extras.peoplePart {
      isWhole = try parseBeside(part, XLSXName.people, &receiver) && isWhole
    }
    extras.people = receiver.names
    return receiver.names
  }

  /// Whether a part could be read to its end. What the receiver had until then it keeps.
  private mutating func parseBeside(
    _ part: String, _ names: KnownNames, _ receiver: inout some MarkupReceiver
  ) throws(SpreadsheetError) -> Bool {
    do throws(SpreadsheetError) {
      try parse(part, names, &receiver)
      return true
    } catch {
      guard error.code != .limit else { throw error }
      return false
    }
  }
}

extension XLSXReader {
  /// What the workbook says about itself; damage there costs nothing.
  mutating func readProperties(_ root: [XLSXRelation]) -> WorkbookProperties {
    var receiver = XLSXPropertiesReceiver()
    for (kind, usual) in [
      ("extended-properties", "docProps/app.xml"), ("core-properties", "docProps/core.xml"),
    ] {
      let part = root.first { $0.kind == kind }?.target ?? usual
      guard archive.part(named: part) != nil else { continue }
      try? parse(part, XLSXName.properties, &receiver)
    }
    return receiver.properties
  }
}
