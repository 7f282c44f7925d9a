import ExactNumbers
import Foundation
import Intake
import Monitoring
import Packs

/// Measures the rules alone, for `scripts/bench rules`: the CPU seconds of running the last rules of
/// a pack, those over many cells among them, over the stored observations of schools.
///
/// usage: rules-bench PACK SCHOOLS RULES
///
/// More rules than the pack has are those rules again, so that twice the rules are twice the work.
/// Prints seconds, schools, rules, conditions evaluated, conditions with a missing operand, findings.
@main
enum RulesBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let schools = Int(arguments[2]), let count = Int(arguments[3]),
      let now = Period(year: 2021), let before = Period(year: 2020)
    else {
      FileHandle.standardError.write(Data("usage: rules-bench PACK SCHOOLS RULES\n".utf8))
      exit(64)
    }
    let pack = try PackLoader.load(folder: URL(filePath: arguments[1]))
    let rules = Array(pack.rules.suffix(20))
    let runner = RuleRunner(
      rules: (0..<count).map { rules[$0 % rules.count] }, schemas: pack.forms,
      classifiers: pack.classifiers)
    let units = (0..<schools).map(unit)
    var (evaluated, notEvaluated, findings) = (0, 0, 0)
    var seconds = 0.0
    for (index, unit) in units.enumerated() {
      let current = observations(of: unit, in: now, seed: index, pack)
      let previous = observations(of: unit, in: before, seed: index + 1, pack)
      let start = processSeconds
      let outcome = runner.run(unit: unit, period: now, current: current, previous: previous)
      seconds += processSeconds - start
      evaluated += outcome.evaluated
      notEvaluated += outcome.notEvaluated
      findings += outcome.findings.count
    }
    print(seconds, schools, count, evaluated, notEvaluated, findings)
  }

  private static func unit(_ index: Int) -> Monitoring.Unit {
    Monitoring.Unit(
      code: UnitCode(rawValue: "school-\(index)"), number: index,
      names: [.init(full: "Школа № \(index)", short: "Школа № \(index)")], level: "school")
  }

  /// A whole form: parts that are no greater than the wholes above them, a slip in one school of
  /// ten and empty cells in one of seven.
  private static func observations(
    of unit: Monitoring.Unit, in period: Period, seed: Int, _ pack: SystemPack
  ) -> [Observation] {
    let sections = pack.forms.flatMap(\.sections)
    return sections.flatMap { section in
      section.fields.enumerated().filter { $1.kind == .count }.flatMap { place, field in
        rows(of: section, pack).enumerated().map { row, breakdown in
          var value = breakdown.isWhole ? 60 - 2 * place : 8 - place - row % 3
          value += (seed * 7 + place + row) % 2
          if seed % 10 == 3, place == 3, row == 0 { value = 99 }
          let state: Observation.State =
            seed % 7 == 2 && place == 4 ? .missing : .given(.number(ExactNumber(value)))
          return Observation(
            key: .init(unit: unit.code, period: period, field: field.code, breakdown: breakdown),
            state: state, origin: nil)
        }
      }
    }
  }

  private static func rows(of section: FormSection, _ pack: SystemPack) -> [Breakdown] {
    guard case .table(let dimension) = section.layout else { return [.whole] }
    return pack.classifiers.first { $0.code == dimension }?.members.map {
      Breakdown(dimension, $0.code)
    } ?? []
  }

  private static var processSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
