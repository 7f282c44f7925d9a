import ExactNumbers
import Monitoring
import Testing

@testable import Analysis

/// Which revised values a public edition may list beside what was signed. Small is below 5.
@Suite struct RevisionEditionTests {
  private func value(_ part: Int, of whole: Int, given: Int) throws -> IndicatorValue {
    var coverage = Coverage()
    (coverage.expected, coverage.given) = (9, given)
    return IndicatorValue(
      address: try address("share/root/-/2021/value"), kind: .share, state: .known,
      numerator: ExactNumber(part), denominator: ExactNumber(whole), coverage: coverage)
  }

  @Test(arguments: [
    // Signed and now: persons, of how many, of how many units.
    ((20, 60, 9), (30, 70, 9), true),
    ((20, 60, 6), (30, 80, 9), true),
    // One person, one of the others, one more of all.
    ((20, 60, 9), (21, 60, 9), false), ((20, 60, 9), (30, 71, 9), false),
    ((20, 60, 9), (20, 61, 9), false),
    // The forms of one or two units make the difference.
    ((20, 60, 7), (30, 80, 9), false), ((20, 60, 8), (30, 80, 9), false),
    // One of the two is small itself.
    ((3, 60, 9), (30, 80, 9), false), ((20, 60, 9), (78, 80, 9), false),
  ])
  func listsOnlyWhatNothingSmallFollowsFrom(
    signed: (Int, Int, Int), now: (Int, Int, Int), isListed: Bool
  ) throws {
    let before = try value(signed.0, of: signed.1, given: signed.2)
    let after = try value(now.0, of: now.1, given: now.2)
    var results = ResultSet(
      periods: [try year(2021)], values: [after.address: after], comparisons: [:], signals: [])
    results.revisions[after.address] = Revision(
      address: after.address, signed: before, now: after,
      signing: JournalEntry(at: "", author: "", reason: "", act: .lock), causes: [])
    let register = UnitRegister(root: SmallPack.root, units: [])
    let pack = try SmallPack.pack()
    let edition = Edition(.public, of: results, pack: pack, register: register)
    #expect((edition.revisions[after.address] != nil) == isListed)
    let inside = Edition(.internal, of: results, pack: pack, register: register)
    #expect(inside.revisions.count == 1)
  }
}
