import ExactNumbers
import Monitoring
import TestSupport

@testable import Intake

/// Plausible forms, right and wrong, the same for the same seed.
struct RandomForms {
  let form: CheckedForm
  /// The fields whose share the form's percentage is.
  let part: FieldCode
  let whole: FieldCode
  var random: SplitMix

  init(_ form: CheckedForm, seed: UInt64, part: FieldCode, whole: FieldCode) {
    self.form = form
    self.part = part
    self.whole = whole
    random = SplitMix(state: seed)
  }

  private static let odd = [
    "-", "–", "12 чел.", "7 чел", "1 250", "1\u{A0}250", "-3", "−3", "0", "5,0", "12,5", "12.50",
    "нет", "около 5", "2+5", "45 %", "1 2", "007", "  4 ", "3,", ",5", "1 000 000", "1 000 001",
    "5 человек", "3 шт", "1.2.3", "1  250", "33,33 %", "33.3", "ИСТИНА", "чел.", "+5", "12 345 678",
    "н/д", "Нет данных", "не применимо", "12  чел.", "1\u{202F}250", "\u{FEFF}7",
    "1 234 567",
  ]

  /// A form: mostly small numbers, so that equal and neighbouring ones are frequent.
  mutating func next() -> FormValues {
    let greatest = [2, 3, 6, 12, 40, 1500][random.below(6)]
    let strangeness = [0, 0, 3, 10, 30][random.below(5)]
    var current: [FormPlaces.Key: Typed] = [:]
    for key in form.numbers {
      current[key] = value(key, greatest: greatest, strangeness: strangeness)
    }
    drag(&current, greatest)
    share(&current)
    var values = FormValues(current: current)
    if random.below(5) > 0 { values.previous = lastYear(current, greatest) }
    return values
  }

  private mutating func value(
    _ key: FormPlaces.Key, greatest: Int, strangeness: Int
  ) -> Typed {
    guard random.below(100) >= strangeness else {
      switch random.below(6) {
      case 0, 1: return .blank
      case 2: return .number(ExactNumber(-1 - random.below(3)))
      case 3: return .number(ExactNumber("\(random.below(9)).\(random.below(100))") ?? 1)
      default: return .text(Self.odd[random.below(Self.odd.count)])
      }
    }
    if let kind = form.index.field(key.field)?.kind, kind != .count {
      return .number(ExactNumber("\(random.below(101)).\(random.below(10))") ?? 1)
    }
    return .number(ExactNumber(random.below(greatest + 1)))
  }

  /// Now and then a column of a table has one number in all rows, or in all but some.
  private mutating func drag(_ current: inout [FormPlaces.Key: Typed], _ greatest: Int) {
    let columns = Set(form.numbers.filter { !$0.breakdown.isWhole }.map(\.field.rawValue)).sorted()
    for column in columns where random.below(4) == 0 {
      let same = Typed.number(ExactNumber(random.below(greatest + 1)))
      let share = 1 + random.below(3)
      for key in form.numbers where key.field.rawValue == column {
        current[key] = share > 1 && random.below(share) == 0 ? .number(0) : same
      }
    }
  }

  /// A typed percentage is often the right one, with some decimals.
  private mutating func share(_ current: inout [FormPlaces.Key: Typed]) {
    guard random.below(3) > 0,
      let percent = form.numbers.first(where: { form.index.field($0.field)?.kind == .percent }),
      case .number(let part)? = current[FormPlaces.Key(self.part)],
      case .number(let whole)? = current[FormPlaces.Key(self.whole)],
      let part = part.wholeValue, let whole = whole.wholeValue, whole > 0
    else { return }
    let decimals = random.below(4)
    let share = Fraction(ExactNumber(part * 100)).divided(by: Fraction(ExactNumber(whole)))
    guard let rounded = share?.rounded(toDecimals: decimals) else { return }
    current[percent] =
      random.below(4) == 0
      ? .text(rounded.description.replacing(".", with: ",")) : .number(rounded.normalized)
  }

  private mutating func lastYear(
    _ current: [FormPlaces.Key: Typed], _ greatest: Int
  ) -> [FormPlaces.Key: ExactNumber] {
    let change = [0, 2, 5, 50, 100][random.below(5)]
    var previous: [FormPlaces.Key: ExactNumber] = [:]
    for key in form.numbers where random.below(12) > 0 {
      let isSame = random.below(100) >= change
      if isSame, case .number(let number)? = current[key], number.isWhole, !number.isNegative {
        previous[key] = number
      } else {
        previous[key] = ExactNumber(random.below(greatest + 1))
      }
    }
    return previous
  }
}
