import Findings
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Rows and columns put in anywhere change nothing that is read.
@Suite struct DamagePropertyTests {
  @Test(arguments: UInt64(1)...60)
  func insertedRowsAndColumnsAreUnderstood(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var pages = SampleForm.pages
    for index in pages.indices {
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        switch Int.random(in: 0...4, using: &random) {
        case 0: pages[index].insertRow(Int.random(in: 1...10, using: &random))
        case 1: pages[index].insertColumn(Int.random(in: 1...6, using: &random))
        case 2: pages[index].move(rows: 3, columns: 2)
        case 3: pages[index].shout()
        default: pages[index].name = "Лист \(seed)-\(index)"
        }
      }
    }
    let expected = SampleForm.bind(SampleForm.pages).values
    pages.shuffle(using: &random)
    let bound = SampleForm.bind(pages)
    #expect(bound.values == expected, "seed \(seed)")
    #expect(bound.findings.allSatisfy { $0.code == "sheet.renamed" }, "seed \(seed)")
  }
}

extension Page {
  /// Labels as people retype them: capitals, е for ё, doubled spaces. Values stay.
  fileprivate mutating func shout() {
    for (place, cell) in cells {
      guard case .text(let text) = cell.content, text.count > 12, text.contains(" "),
        !text.contains("МБОУ"), !text.contains("Педагогическая мастерская"), !text.contains("(411)")
      else { continue }
      let other = text.uppercased().replacing("Ё", with: "Е").replacing(" ", with: "  ")
      cells[place] = GridCell(.text(other), rawText: other)
    }
  }
}
