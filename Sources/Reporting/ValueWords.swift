import Documents
import ExactNumbers
import Monitoring
import Wording

/// Values of an edition as cells print them, each with the address that `svodka trace` takes.
///
/// It remembers which marks it used, so that the table it fills carries the notes they need and
/// no others.
struct ValueWords {
  /// Decimals of a share in percent; counts are whole.
  static let shareDecimals = 1

  let pack: SystemPack
  let edition: Edition
  private(set) var marks: Set<CellMark> = []

  init(pack: SystemPack, edition: Edition) {
    self.pack = pack
    self.edition = edition
  }

  /// The value alone: «37,5 %», «12».
  mutating func value(_ address: ValueAddress) -> Table.Cell {
    Table.Cell(
      text(address, .valueOnly), trace: trace(address.term(.value)), remark: remark(address))
  }

  /// The value with its unit: «37,5 %», «12 ед.».
  mutating func measured(_ address: ValueAddress) -> Table.Cell {
    Table.Cell(
      text(address, .withUnit), trace: trace(address.term(.value)), remark: remark(address))
  }

  /// The value with what it is made of: «37,5 % (6 из 16)».
  mutating func valueWithTerms(_ address: ValueAddress) -> Table.Cell {
    Table.Cell(text(address, .withTerms), trace: trace(address.term(.value)))
  }

  /// Numerator over denominator, «6 / 16»; a count has its number only.
  mutating func terms(_ address: ValueAddress) -> Table.Cell {
    Table.Cell(text(address, .termsOnly), trace: trace(address.term(.numerator)))
  }

  /// How many units stand behind it: «21 из 24».
  mutating func coverage(_ address: ValueAddress) -> Table.Cell {
    guard let value = edition[address]?.value else {
      return Table.Cell(text(address, .valueOnly), trace: nil)
    }
    if value.imported != nil {
      marks.insert(.imported)
      return Table.Cell(CellWords.importedMark)
    }
    if !value.coverage.isComplete { marks.insert(.partialCoverage) }
    return Table.Cell(
      "\(value.coverage.given) из\(Mark.noBreakSpace)\(value.coverage.expected)",
      trace: trace(address.term(.coverage)))
  }

  /// What must stand below the table.
  var notes: [String] {
    CellMark.allCases.filter(marks.contains).map { $0.note(smallCell: pack.smallCell) }
  }

  mutating func mark(_ mark: CellMark) { marks.insert(mark) }

  /// The trace address, when the edition holds the value and shows it.
  private func trace(_ address: ValueAddress) -> String? {
    edition[address]?.value == nil ? nil : address.description
  }

  /// What the HTML says beside the pointer: «3 / 8»; nil for a count.
  private func remark(_ address: ValueAddress) -> String? {
    guard let value = edition[address]?.value else { return nil }
    let words = IndicatorWords(pack.indicator(address.indicator))
    let terms = value.state == .known && value.denominator != nil ? words.terms(value) : nil
    let signed = edition.revisions[address.term(.value)].map { revision in
      "подписано: \(words.signed(revision.signed))"
    }
    let remarks = [terms, signed].compactMap(\.self)
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  private enum Form { case valueOnly, withUnit, withTerms, termsOnly }

  private mutating func text(_ address: ValueAddress, _ form: Form) -> String {
    let text = plainText(address, form)
    guard form != .termsOnly, let value = edition[address]?.value else { return text }
    if edition.revisions[address.term(.value)] != nil {
      marks.insert(.revised)
      return text + CellWords.revisedMark
    }
    guard value.imported != nil else { return text }
    marks.insert(.imported)
    return text + CellWords.importedMark
  }

  private mutating func plainText(_ address: ValueAddress, _ form: Form) -> String {
    guard let published = edition[address] else { return CellWords.noData }
    guard let value = published.value else {
      marks.insert(.suppressed)
      return Mark.dash
    }
    switch value.state {
    case .noData: return CellWords.noData
    case .withheld:
      marks.insert(.withheld)
      return CellWords.withheld
    case .notApplicable:
      marks.insert(.notApplicable)
      return CellWords.notApplicable
    case .known:
      let worded = IndicatorWords(pack.indicator(address.indicator))
      switch form {
      case .valueOnly: return worded.value(value)
      case .withUnit: return worded.measured(value)
      case .withTerms: return worded.valueWithTerms(value)
      case .termsOnly: return worded.terms(value)
      }
    }
  }
}

/// What cells say instead of a number.
enum CellWords {
  static let noData = "нет данных"
  static let withheld = "уточняется"
  static let notApplicable = "н/п"
  static let notComparable = "несопост."
  /// Behind a value that is no longer what was signed.
  static let revisedMark = "*"
  /// Behind a value of a signed table of an earlier year.
  static let importedMark = "**"
}

/// A mark that needs a note below its table, in the order in which the notes stand.
enum CellMark: CaseIterable {
  case suppressed, withheld, notApplicable, notComparable, partialCoverage, revised, imported,
    pointsOnly

  func note(smallCell: ExactNumber) -> String {
    let space = Mark.noBreakSpace
    return switch self {
    case .suppressed:
      "«\(Mark.dash)» \(Mark.dash) значение не публикуется, чтобы по нему нельзя было узнать "
        + "отдельных работников (менее\(space)\(Language.ru.number(smallCell))\(space)человек)."
    case .withheld:
      "«\(CellWords.withheld)» \(Mark.dash) данные содержат ошибку, до её исправления в расчёт "
        + "не входят."
    case .notApplicable:
      "«\(CellWords.notApplicable)» \(Mark.dash) показатель не применим: нет работников, "
        + "от числа которых он рассчитывается."
    case .notComparable:
      "«\(CellWords.notComparable)» \(Mark.dash) определение показателя изменилось, значения "
        + "не сопоставляются."
    case .partialCoverage:
      "Показатель рассчитан по организациям, которые представили обе величины; отсутствующие "
        + "данные нулями не заменяются."
    case .revised:
      "\(CellWords.revisedMark) \(Mark.dash) уточнено после подписания."
    case .imported:
      "\(CellWords.importedMark) \(Mark.dash) по подписанной таблице, к ячейкам форм "
        + "не прослеживается."
    case .pointsOnly:
      "Изменение к году, который известен только по подписанной таблице, оценено по процентным "
        + "пунктам: сколько это человек, неизвестно."
    }
  }
}
