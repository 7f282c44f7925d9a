import ExactNumbers
import Findings
import Foundation
import Monitoring
import Store
import TestSupport
import Testing

@testable import Campaign

/// Arrivals and decisions in any order, against a model that fits on a page.
@Suite struct RandomDecisionTests {
  /// A value over this is an error: the one rule of the model.
  private static let greatest = 50

  private struct Version {
    var hash: String
    var day: Int
    var value: Int
  }

  private enum Line {
    case correct(before: Int, after: Int)
    case accept(seen: Int)
    case sentBack(version: Int, versions: Int)
  }

  /// What a person would say counts, from the lines alone.
  private struct Model {
    var versions: [Version] = []
    var lines: [Int: Line] = [:]

    /// The version that counts; nil when none is known to be the newest.
    var current: Int? {
      let open = versions.indices.filter { index in
        !lines.values.contains {
          if case .sentBack(_, let count) = $0 { return index < count && versions.count > count }
          return false
        }
      }
      let newest = open.map { versions[$0].day }.max()
      let best = open.filter { versions[$0].day == newest }
      return best.count == 1 ? best[0] : nil
    }

    /// The value that counts; nil when none does.
    var counted: Int? {
      guard let current, let value = seen else { return nil }
      for case .sentBack(current, _) in lines.values { return nil }
      guard value > greatest else { return value }
      let isAccepted = lines.values.contains {
        if case .accept(value) = $0 { return true }
        return false
      }
      return isAccepted ? value : nil
    }

    /// What the rule sees.
    var seen: Int? {
      guard let current else { return nil }
      let read = versions[current].value
      let last = lines.sorted { $0.key < $1.key }.last {
        if case .correct(read, _) = $0.value { return true }
        return false
      }
      if case .correct(_, let after)? = last?.value { return after }
      return read
    }
  }

  private let period = Period(year: 2021)

  @Test(arguments: UInt64(1)...30)
  func whatCountsIsWhatTheModelSays(seed: UInt64) throws {
    var numbers = SplitMix(state: seed)
    let period = try #require(self.period)
    let scratch = try ScratchFolder()
    let store = try Store(folder: scratch.url.path)
    var model = Model()
    for step in 0..<40 {
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0...2: try arrive(&model, store, period, &numbers)
      case 3...4: try correct(&model, store, period, &numbers)
      case 5...6: try accept(&model, store, period)
      case 7: try sendBack(&model, store, period)
      case _: try withdraw(&model, store, period, &numbers)
      }
      try recheck(store, period)
      let counted = try store.observation(Self.key(period))?.number?.wholeValue
      #expect(counted == model.counted, "seed \(seed), step \(step)")
    }
    #expect(try store.faults().isEmpty)
  }

  private static func key(_ period: Period) -> Observation.Key {
    Observation.Key(unit: "s", period: period, field: "f")
  }

  private func write(
    _ act: JournalEntry.Act, _ store: Store, _ period: Period
  ) throws -> Int {
    try store.write(
      JournalEntry(
        at: "2022-01-20T10:00:00Z", author: "А", reason: "Б", act: act, period: period, unit: "s",
        form: "ms-1"))
  }

  private func arrive(
    _ model: inout Model, _ store: Store, _ period: Period, _ numbers: inout SplitMix
  ) throws {
    let bytes = Array("file \(model.versions.count)".utf8)
    let version = Version(
      hash: try store.keep(bytes, name: "f.xlsx"), day: Int.random(in: 1...9, using: &numbers),
      value: Int.random(in: 48...53, using: &numbers))
    let submission = Submission(
      unit: "s", period: period, form: "ms-1", formVersion: 1, fileHash: version.hash,
      fileName: "f\(model.versions.count).xlsx", modified: "2022-01-0\(version.day)")
    let observation = Observation(
      key: Self.key(period), state: .given(.number(ExactNumber(version.value))),
      origin: Origin(file: submission.fileName, hash: version.hash, sheet: "Кадры", cell: "C6"))
    _ = try store.append(
      SubmissionContents(submission: submission, observations: [observation], findings: []),
      size: bytes.count, verdict: "form", reader: "1", now: "2022-01-20T10:00:00Z")
    model.versions.append(version)
  }

  private func correct(
    _ model: inout Model, _ store: Store, _ period: Period, _ numbers: inout SplitMix
  ) throws {
    guard let current = model.current else { return }
    let before = model.versions[current].value
    let after = Int.random(in: 48...53, using: &numbers)
    let number = try write(
      .correct(
        field: "f", breakdown: .whole, before: .given(.number(ExactNumber(before))),
        after: .given(.number(ExactNumber(after)))), store, period)
    model.lines[number] = .correct(before: before, after: after)
  }

  private func accept(_ model: inout Model, _ store: Store, _ period: Period) throws {
    guard let seen = model.seen, seen > Self.greatest else { return }
    let finding = Self.finding(seen, period)
    let number = try write(
      .accept(
        code: finding.code, field: finding.key.field, breakdown: finding.key.breakdown,
        seen: finding.seen), store, period)
    model.lines[number] = .accept(seen: seen)
  }

  private func sendBack(_ model: inout Model, _ store: Store, _ period: Period) throws {
    guard let current = model.current else { return }
    let number = try write(.returnForm(hash: model.versions[current].hash), store, period)
    model.lines[number] = .sentBack(version: current, versions: model.versions.count)
  }

  private func withdraw(
    _ model: inout Model, _ store: Store, _ period: Period, _ numbers: inout SplitMix
  ) throws {
    guard let number = model.lines.keys.sorted().randomElement(using: &numbers) else { return }
    _ = try write(.withdraw(number), store, period)
    model.lines[number] = nil
  }

  private static func finding(_ value: Int, _ period: Period) -> Finding {
    Finding(
      code: "pack:big", severity: .error,
      key: FindingKey(unit: "s", period: period.description, form: "ms-1", field: "f"),
      arguments: ["value": .number(ExactNumber(value))], origins: [Origin(file: "f")])
  }

  /// The rule, run over the values that the office put right.
  private func recheck(_ store: Store, _ period: Period) throws {
    let values = try store.observationsToCheck(unit: "s", period: period)
    let decisions = FindingDecisions(try store.decisions(unit: "s", period: period))
    var findings: [Finding] = []
    var withheld: [Observation.Key] = []
    var accepted: [Observation.Key: Decision] = [:]
    for value in values {
      guard let number = value.number?.wholeValue, number > Self.greatest else { continue }
      let finding = Self.finding(number, period)
      findings.append(finding)
      if let decision = decisions.acceptance(of: finding) {
        accepted[value.key] = decision
      } else {
        withheld.append(value.key)
      }
    }
    try store.replaceRuleFindings(
      unit: "s", period: period, findings: findings, withheld: withheld, accepted: accepted,
      rules: "1")
  }
}
