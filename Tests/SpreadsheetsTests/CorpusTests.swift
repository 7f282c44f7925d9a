import ExactNumbers
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Workbooks of other projects' test suites, with the cells that at least two other readers agree
/// on. They stand beside the package and are not part of it.
enum Corpus {
  static let folder: URL? = {
    let found = Checkout.shared?.appending(path: "corpus")
    if found == nil { print("skipped: corpus of foreign workbooks (there is no ../shared)") }
    return found
  }()

  struct File: Decodable, Sendable {
    struct Sheet: Decodable, Sendable {
      var name: String
      var cells: [String: String]
    }
    var file: String
    var sheets: [Sheet]
  }
}

@Suite struct CorpusTests {
  @Test(.enabled(if: Corpus.folder != nil, "there is no ../shared/corpus"))
  func readsTheCorpusAsOtherReadersDo() throws {
    let folder = try #require(Corpus.folder)
    let lines = try String(
      contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8
    ).split(separator: "\n")
    #expect(lines.count > 400)
    for line in lines {
      let expected = try JSONDecoder().decode(Corpus.File.self, from: Data(line.utf8))
      let content = try Data(contentsOf: folder.appending(path: "files/\(expected.file)"))
      do {
        let workbook = try Workbook(reading: [UInt8](content))
        #expect(workbook.sheets.map(\.name) == expected.sheets.map(\.name), "\(expected.file)")
        for (sheet, wanted) in zip(workbook.sheets, expected.sheets) {
          compare(sheet, wanted, file: expected.file)
        }
      } catch {
        Issue.record("\(expected.file): \(error)")
      }
    }
  }

  private func compare(_ sheet: Sheet, _ wanted: Corpus.File.Sheet, file: String) {
    var found: [String: String] = [:]
    for cell in sheet.cells {
      if let token = Self.token(cell.value) { found[cell.address.description] = token }
    }
    for address in Set(found.keys).union(wanted.cells.keys).sorted() {
      let (left, right) = (found[address], wanted.cells[address])
      // Errors are not in the expected cells.
      if left == right || right == nil && (left ?? "").hasPrefix("e:") { continue }
      Issue.record("\(file): \(sheet.name)!\(address): \(left ?? "–") instead of \(right ?? "–")")
      return
    }
  }

  /// The notation of the expected cells; nil for what they leave out.
  private static func token(_ value: CellValue) -> String? {
    switch value {
    case .number(let number):
      number.isZero ? "n:0" : "n:" + String(format: "%.15g", number.doubleValue)
    case .text(let text):
      text.isEmpty ? nil : "s:" + text.replacingOccurrences(of: "\r\n", with: "\n")
    case .boolean(let flag): flag ? "b:1" : "b:0"
    case .moment(let moment): moment.seconds.map { "d:\($0)" }
    case .error(let code): "e:" + code
    case .formulaWithoutResult, .empty: nil
    }
  }
}
