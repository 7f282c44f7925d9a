import Findings
import Monitoring
import Testing

@testable import Intake

/// Rows and columns put in anywhere change nothing that is read.
@Suite struct DamagePropertyTests {
  /// A small generator, so that a failure can be run again from its seed.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test(arguments: UInt64(1)...60)
  func insertedRowsAndColumnsAreUnderstood(_ seed: UInt64) {
    var random = Seeded(state: seed)
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
