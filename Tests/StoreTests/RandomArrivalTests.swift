import ExactNumbers
import Monitoring
import TestSupport
import Testing

@testable import Store

@Suite struct RandomArrivalTests {
  /// Files of three units over two days, some of them twice, in any order: what counts is the
  /// file with the greatest date when it stands alone, and nothing otherwise.
  @Test(arguments: UInt64(1)...20)
  func countsTheSameFilesInWhateverOrderTheyCome(seed: UInt64) throws {
    var numbers = SplitMix(state: seed)
    let folder = try Folder()
    let days: [String?] = [nil, "2021-05-01", "2021-05-02", "2021-05-03", "2021-05-04"]
    let forms = (0..<9).map { index in
      Form(
        unit: UnitCode(rawValue: "s\(index % 3)"), file: "f\(index)",
        modified: days[Int.random(in: Int.random(in: 0...1)..<days.count, using: &numbers)],
        values: ["staff_total": index])
    }
    for form in (forms + forms.prefix(4)).shuffled(using: &numbers) {
      // A store of its own each time, as a run of its own would open it.
      try form.store(in: try Store(folder: folder.path))
    }
    let store = try Store(folder: folder.path)
    for unit in ["s0", "s1", "s2"] {
      let own = forms.filter { $0.unit.rawValue == unit }
      let dates = own.compactMap(\.modified)
      let newest = own.filter { $0.modified == dates.max() }
      let expected = dates.count == own.count && newest.count == 1 ? newest[0] : nil
      let seen = try store.observations(
        unit: UnitCode(rawValue: unit), period: year(2021)
      ).compactMap { $0.number?.wholeValue }
      #expect(seen == [expected?.values["staff_total"]].compactMap { $0 }, "seed \(seed)")
    }
    #expect(try store.faults().isEmpty, "seed \(seed)")
  }
}
