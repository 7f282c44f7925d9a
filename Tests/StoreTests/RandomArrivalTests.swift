import ExactNumbers
import Monitoring
import Testing

@testable import Store

/// SplitMix64 (S. Vigna): the same seed, the same numbers.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct RandomArrivalTests {
  /// Files of three units over two days, some of them twice, in any order: what counts is the
  /// file with the greatest date when it stands alone, and nothing otherwise.
  @Test(arguments: UInt64(1)...20)
  func countsTheSameFilesInWhateverOrderTheyCome(seed: UInt64) throws {
    var numbers = SeededNumbers(state: seed)
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
