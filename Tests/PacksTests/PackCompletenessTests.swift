import Foundation
import Packs
import Testing
import Wording

@Suite("What a pack must hold")
struct PackCompletenessTests {
  /// The small pack with one change.
  private func changed(_ file: String, _ old: String, _ new: String) throws -> [String: String] {
    var texts = SmallPack.texts
    let text = try #require(texts[file])
    #expect(text.contains(old))
    texts[file] = text.replacing(old, with: new)
    return texts
  }

  @Test(arguments: [
    "pack.yaml", "dictionaries.yaml", "form.yaml", "indicators.yaml", "rules.yaml",
    "sentences.yaml", "recommendations.yaml", "measures.yaml", "documents.yaml",
  ])
  func refusesAPackWithoutAFile(file: String) {
    var texts = SmallPack.texts
    texts[file] = nil
    #expect(faults(of: texts).contains("\(file): there is no such file"))
    texts[file] = ""
    #expect(faults(of: texts).contains("\(file): the file is empty"))
  }

  @Test(arguments: [
    ("supported", "gap", true), ("supported", "decline", true), ("goal", "steady", true),
    ("goal", "target_met", true), ("goal", "target_missed", true),
    // The municipality alone has no gap, and what has no target cannot miss it.
    ("goal", "gap", false), ("supported", "target_met", false),
  ])
  func asksForASentenceForEachTrigger(
    indicator: String, trigger: String, isNeeded: Bool
  ) throws {
    let file = try #require(SmallPack.texts["sentences.yaml"])
    let pieces = file.components(separatedBy: "  - code: ")
    let kept = pieces.filter { !$0.hasPrefix("\(indicator)_\(trigger)\n") }
    #expect((kept.count < pieces.count) == isNeeded)
    var texts = SmallPack.texts
    texts["sentences.yaml"] = kept.joined(separator: "  - code: ")
    let fault =
      "sentences.yaml: no sentence for `\(trigger)` of the indicator `\(indicator)`"
    #expect(faults(of: texts) == (isNeeded ? [fault] : []))
  }

  @Test func refusesASentenceForATargetThatIsNotSet() throws {
    let texts = try changed("indicators.yaml", "    target: {at_least: 20, source: п. 2}\n", "")
    #expect(
      faults(of: texts) == [
        "sentences.yaml:67:14: the indicator `goal` has no target",
        "sentences.yaml:74:14: the indicator `goal` has no target",
      ])
  }

  @Test func asksForARecommendationToEachGroupInEachSection() throws {
    let texts = try changed(
      "dictionaries.yaml", "- {code: heads, title: Руководители}",
      "- {code: heads, title: Руководители}\n      - {code: unions, title: Объединения}")
    #expect(
      faults(of: texts) == [
        "recommendations.yaml: no recommendation to `unions` in the section `support`"
      ])
  }

  @Test func asksForTheFieldsThatBindAForm() throws {
    let texts = try changed("form.yaml", "{identity: period}", "text")
    #expect(
      faults(of: texts) == [
        "form.yaml:6:5: the form needs a field of the kind {identity: period}"
      ])
  }

  @Test func refusesADenominatorOfACount() throws {
    let texts = try changed(
      "indicators.yaml", "      - numerator: {field: helped, description: кого}\n    is",
      "      - numerator: {field: helped, description: кого}\n"
        + "        denominator: {field: total, description: всех}\n    is")
    #expect(faults(of: texts).contains { $0.hasSuffix(": a count has no `denominator`") })
  }

  @Test func namesAllFaultsOfAllFilesAtOnceInTheOrderOfReading() throws {
    var texts = try changed("rules.yaml", "helped <= total", "helpd <= totl")
    texts["measures.yaml"] = try changed("measures.yaml", "term: май", "trem: май")["measures.yaml"]
    texts["pack.yaml"] = try changed("pack.yaml", "version: 1", "version: one")["pack.yaml"]
    #expect(
      faults(of: texts) == [
        "pack.yaml:3:10: a whole number must stand here",
        "rules.yaml:5:16: nothing is called `helpd` here, did you mean `helped`?",
        "rules.yaml:5:25: nothing is called `totl` here, did you mean `total`?",
        "measures.yaml:2:5: `term` is missing",
        "measures.yaml:5:5: unknown key `trem`, did you mean `term`?",
      ])
  }

  @Test func namesAKeyThatStandsTwice() throws {
    let texts = try changed(
      "rules.yaml", "    scope: form\n", "    scope: form\n    severity: warning\n")
    #expect(
      faults(of: texts).contains("rules.yaml:5:5: the key `severity` stands here a second time"))
  }

  @Test func pointsAtBrokenYAML() throws {
    let texts = try changed("pack.yaml", "title: Малая", "title: \"Малая")
    let found = faults(of: texts).first ?? ""
    #expect(found.hasPrefix("pack.yaml:"))
    #expect(found.contains("not valid YAML: while scanning a quoted scalar of line 4"))
  }

  @Test func readsFilesWithAByteOrderMarkAndWindowsLineEnds() throws {
    let texts = SmallPack.texts.mapValues {
      $0.isEmpty ? "" : "\u{FEFF}" + $0.replacing("\n", with: "\r\n")
    }
    #expect(faults(of: texts) == [])
    var wrong = texts
    wrong["rules.yaml"] = texts["rules.yaml"]?.replacing("teachers >= 0", with: "teachers >= nil")
    #expect(faults(of: wrong) == ["rules.yaml:17:19: nothing is called `nil` here"])
  }

  @Test func staysWithinItsLimits() throws {
    var limits = PackLimits()
    limits.fileBytes = 100
    #expect(throws: PackError.self) {
      try PackLoader.load(PackFiles(texts: SmallPack.texts), limits: limits)
    }

    var texts = SmallPack.texts
    let bomb = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    texts["pack.yaml"] = (["a0: &a0 [x, x]"] + bomb).joined(separator: "\n")
    #expect(faults(of: texts).contains { $0.contains("more than 200000 values") })

    texts["pack.yaml"] = String(repeating: "[", count: 100_000)
    #expect(faults(of: texts).contains { $0.hasPrefix("pack.yaml:") })
    texts["pack.yaml"] =
      String(repeating: "[", count: 60) + "1" + String(repeating: "]", count: 60)
    #expect(faults(of: texts).contains { $0.contains("nested deeper than 40 levels") })
  }

  @Test func wordsAFaultInRussian() throws {
    let texts = try changed("rules.yaml", "condition: helped", "conditon: helped")
    let error = #expect(throws: PackError.self) { try PackLoader.load(PackFiles(texts: texts)) }
    #expect(
      error?.faults.map { $0.message(.ru) } == [
        "rules.yaml, строка 2, столбец 5: не указано `condition`",
        "rules.yaml, строка 5, столбец 5: неизвестный ключ `conditon`; возможно, имелось в виду "
          + "`condition`",
      ])
  }
}
