import Foundation
import Monitoring
import TestSupport
import Testing
import Wording

@testable import Packs

@Suite struct RosterPackTests {
  private func faults(_ old: String, _ new: String, in file: String = "rosters.yaml") throws
    -> [String]
  {
    var texts = try RosterTexts.pack()
    let text = try #require(texts[file])
    #expect(text.contains(old))
    texts[file] = text.replacing(old, with: new, maxReplacements: 1)
    do {
      _ = try PackLoader.load(PackFiles(texts: texts))
      return []
    } catch {
      return error.faults.map { $0.message(.en) }
    }
  }

  @Test func readsARoster() throws {
    let pack = try PackLoader.load(PackFiles(texts: RosterTexts.pack()))
    let roster = try #require(pack.roster(of: "roster"))
    #expect(roster.referenceDay == .fixed(yearsBefore: 0, month: 9, day: 1))
    #expect(roster.ages == 14...100)
    #expect(roster.columns.map(\.code) == ["name", "born", "hired", "subject", "part"])
    #expect(roster.columns[3].separators == ";," && roster.columns[4].isBlankNo)
    #expect(roster.counts.map { $0.by?.rawValue } == [nil, nil, nil, nil, "subject", "subject"])
    #expect(pack.forms.map(\.code) == ["ms-1", "roster"])
  }

  @Test func aPackMayHaveNone() throws {
    var texts = SmallPack.texts
    #expect(try PackLoader.load(PackFiles(texts: texts)).rosters.isEmpty)
    texts["rosters.yaml"] = "rosters: []"
    #expect(try PackLoader.load(PackFiles(texts: texts)).rosters.isEmpty)
  }

  @Test func aColumnWhoseBlankIsNoNeedsNoWordForNo() throws {
    var texts = try RosterTexts.pack()
    texts["form.yaml"] = texts["form.yaml"]?.replacing("kind: yes_no", with: "kind: text")
    texts["readings.yaml"] = "'yes': [да]"
    #expect(throws: Never.self) { try PackLoader.load(PackFiles(texts: texts)) }
    texts["rosters.yaml"] = texts["rosters.yaml"]?.replacing(", is_blank_no: true", with: "")
    let error = #expect(throws: PackError.self) { try PackLoader.load(PackFiles(texts: texts)) }
    #expect(error?.faults.map { $0.message(.en) } == ["readings.yaml:1:1: `no` is missing"])
  }

  @Test(arguments: [
    ("where: not part}", "where: not prat}", "rosters.yaml:22:42: nothing is called `prat` here"),
    ("where: not part}", "where: not born}", "rosters.yaml:22:42: a number stands where a flag"),
    ("where: not part}", "where: 'part and born = \"x\"'}", "a text stands where a number"),
    ("where: not part}", "where: age(born)}", "a number stands where a flag"),
    ("where: not part}", "where: 'age(born, hired) < 5'}", "number of arguments of `age`"),
    ("where: not part}", "where: 'has(subject, \"mathematic\")'}", "has no member `mathematic`"),
    ("where: not part}", "were: not part}", "unknown key `were`"),
    ("by: subject, ", "by: born, ", "`by` must name a column"),
    ("by: subject, ", "by: subjects, ", "the roster has no column `subjects`"),
    ("by: subject, ", "", "`by` must name a column"),
    ("field: roster_staff,", "field: staff_total,", "must be of the kind `count`"),
    ("field: roster_staff,", "field: roster_external,", "nothing counts `roster_staff`"),
    ("\"{period}-09-01\"", "2021-09-01", "a day as \"{period}-12-31\""),
    ("\"{period}-09-01\"", "\"{period}-02-29\"", "a day as \"{period}-12-31\""),
    ("same_person:", "ages: {from: 20, to: 6}\n    same_person:", "20"),
    ("same_person:", "ages: {from: six, to: 20}\n    same_person:", "rosters.yaml:7:18"),
    ("same_person:", "ages: {from: 6, till: 20}\n    same_person:", "unknown key `till`"),
    ("form: roster", "form: rooster", "there is no form `rooster`"),
    ("same_person: [name, born]", "same_person: [name, bron]", "has no column `bron`"),
    ("kind: {choice: subjects}", "kind: {choice: subject}", "there is no dictionary `subject`"),
  ])
  func namesAFaultAtItsPlace(_ old: String, _ new: String, _ words: String) throws {
    let found = try faults(old, new)
    #expect(found.contains { $0.contains(words) }, "\(found)")
  }

  @Test func aCountedSectionNeedsARoster() throws {
    var texts = try RosterTexts.pack()
    texts["rosters.yaml"] = nil
    #expect(throws: PackError.self) { try PackLoader.load(PackFiles(texts: texts)) }
  }

  @Test func theCampaignNamesTheTerm() throws {
    let text = try String(
      contentsOf: Checkout.fixtures.appending(path: "campaign/campaign.yaml"), encoding: .utf8)
    #expect(try CampaignFile.load(text: text).rostersKeptUntil == nil)
    let kept = text + "rosters: {keep_until: \"2026-12-31\"}\n"
    #expect(try CampaignFile.load(text: kept).rostersKeptUntil == "2026-12-31")
    for wrong in ["rosters: {}", "rosters: {keep_until: \"2026-02-30\"}", "rosters: {keep: 1}"] {
      #expect(throws: PackError.self) { try CampaignFile.load(text: text + wrong + "\n") }
    }
  }
}
