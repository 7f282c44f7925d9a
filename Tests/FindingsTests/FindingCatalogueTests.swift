import ExactNumbers
import Foundation
import Testing
import Wording

@testable import Findings

@Suite struct FindingCatalogueTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func documentationIsWhatTheCatalogueSays() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "Documentation/Findings.md"), encoding: .utf8)
    #expect(
      page == FindingCatalogue.markdown,
      "run SVODKA_RECORD=1 swift test --filter recordsTheDocumentation")
  }

  /// Writes the page anew, and fails so that no run of tests passes while it records.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SVODKA_RECORD"] != nil))
  func recordsTheDocumentation() throws {
    try FindingCatalogue.markdown.write(
      to: Self.root.appending(path: "Documentation/Findings.md"), atomically: true,
      encoding: .utf8)
    Issue.record("Documentation/Findings.md was written; look at it and run the tests again")
  }

  @Test func everyCodeStandsOnce() {
    let codes = FindingCatalogue.entries.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  /// Every quoted code of these areas in the sources has words.
  @Test func everyCodeThatTheSourcesUseHasWords() throws {
    let code =
      /"((?:file|form|foreign|total|cell|sheet|roster|rule|explanation|register)\.[a-z][a-z-]*)"/
    var seen: Set<String> = []
    for target in ["Intake", "Findings", "Campaign"] {
      let folder = Self.root.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        seen.formUnion(text.matches(of: code).map { String($0.output.1) })
      }
    }
    #expect(seen.count > 30)
    for one in seen.sorted() {
      #expect(FindingCatalogue[FindingCode(rawValue: one)] != nil, "\(one) has no words")
    }
  }

  @Test func bothLanguagesAskForTheSameValues() {
    for entry in FindingCatalogue.entries {
      for words in [\FindingCatalogue.Entry.Pattern.headline, \.reason, \.mend] {
        let russian = Set(FindingPattern(text: entry.russian[keyPath: words]).names)
        let english = Set(FindingPattern(text: entry.english[keyPath: words]).names)
        // Technical detail is English, and stands in English words alone.
        #expect(russian == english.subtracting(["detail"]), "\(entry.code)")
      }
    }
  }

  @Test func wordsCarryValuesAndPlace() {
    let finding = Finding(
      code: "cell.not-whole", severity: .error,
      arguments: ["label": .text("Прошли диагностику"), "value": .number(ExactNumber("2.5") ?? 0)],
      origins: [Origin(file: "a.xlsx", sheet: "Кадры", cell: "C14")])
    let russian = FindingCatalogue.words(for: finding, language: .ru)
    #expect(russian.headline == "«Прошли диагностику»: 2,5 — не целое число.")
    let english = FindingCatalogue.words(for: finding, language: .en)
    #expect(english.headline == "“Прошли диагностику”: 2.5 is not whole.")
  }

  @Test func aCodeOfAPackIsWordedByThePack() {
    let finding = Finding(
      code: "vilyuysk:teachers", severity: .error, origins: [Origin(file: "a.xlsx")])
    let own = FindingWords(headline: "Больше", reason: "Так", mend: "Исправьте")
    let worded = FindingCatalogue.words(for: finding, language: .ru) { _, _ in own }
    #expect(worded == own)
    let unknown = FindingCatalogue.words(for: finding, language: .ru)
    #expect(unknown.headline == "vilyuysk:teachers")
  }

  @Test func whatStandsInBracketsIsSaidOnlyWithItsValues() {
    let pattern = FindingPattern(text: "Графы нет[ до строки {row}][; похожа «{value}»].")
    var finding = Finding(
      code: "x", severity: .error, arguments: ["row": .count(4)], origins: [Origin(file: "f")])
    #expect(pattern.filled(with: finding, in: .ru) == "Графы нет до строки 4.")
    finding.arguments = [:]
    #expect(pattern.filled(with: finding, in: .ru) == "Графы нет.")
  }

  @Test func anAnswerIsWordedInEachLanguage() {
    let pattern = FindingPattern(text: "[{now}]")
    for (flag, russian, english) in [(true, "да", "yes"), (false, "нет", "no")] {
      let finding = Finding(
        code: "x", severity: .notice, arguments: ["now": .yesNo(flag)],
        origins: [Origin(file: "f")])
      #expect(pattern.filled(with: finding, in: .ru) == russian)
      #expect(pattern.filled(with: finding, in: .en) == english)
    }
  }

  @Test func aPatternAgreesInNumber() {
    let pattern = FindingPattern(text: "{count|школа|школы|школ}")
    for (count, word) in [(1, "1\u{A0}школа"), (3, "3\u{A0}школы"), (11, "11\u{A0}школ")] {
      let finding = Finding(
        code: "x", severity: .notice, arguments: ["count": .count(count)],
        origins: [Origin(file: "f")])
      #expect(pattern.filled(with: finding, in: .ru) == word)
    }
  }

  @Test func saysTheMomentsOfFilesAsPeopleDo() {
    let finding = Finding(
      code: "submission.undecided", severity: .error,
      arguments: [
        "places": .list(["a.xlsx", "b.xlsx"]), "dates": .moments(["2021-06-12T14:05:00Z", "–"]),
      ], origins: [Origin(file: "a.xlsx")])
    let words = FindingCatalogue.words(for: finding, language: .ru)
    #expect(words.headline.hasSuffix("a.xlsx; b.xlsx (сохранены: 12.06.2021\u{A0}14:05; –)."))
  }
}
