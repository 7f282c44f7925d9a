import ExactNumbers
import Findings
import Monitoring

/// Reads from a form's title block whose form it is.
struct TitleReader: Sendable {
  let schema: FormSchema
  let units: UnitFinder
  let register: UnitRegister
  let periods: [Period]

  struct Title {
    var unit: UnitCode?
    var period: Period?
    /// Nil when it is another form, or a version that is not understood.
    var version: Int?
    var findings: [Finding] = []
  }

  /// What stands in the cells of the fields that identify the form.
  struct Block {
    struct Entry {
      var text: String
      var origin: Origin
    }

    var entries: [FormField.Identity: Entry] = [:]
  }

  /// The identity fields among the cells of a section.
  static func block(_ slots: [SectionCells.Slot], on sheet: Grid, of file: FormFile) -> Block {
    var block = Block()
    for slot in slots {
      guard case .identity(let identity) = slot.field.kind, let place = slot.place else { continue }
      let anchor = sheet.anchor(of: place)
      guard let cell = sheet[anchor], !cell.isBlank else { continue }
      block.entries[identity] = Block.Entry(
        text: NumberText.trimmed(cell.shownText), origin: file.origin(of: anchor, on: sheet))
    }
    return block
  }

  func read(_ block: Block, of file: FormFile) -> Title {
    let mark = FormMark(in: file.sheets)
    let own = mark?.form == schema.code ? mark : nil
    var title = Title()
    title.period = period(block, own, file, &title.findings)
    title.unit = unit(block, own, file, title.period, &title.findings)
    title.version = version(block, mark, file, &title.findings)
    return title
  }

  private func unit(
    _ block: Block, _ mark: FormMark?, _ file: FormFile, _ period: Period?,
    _ findings: inout [Finding]
  ) -> UnitCode? {
    let code = block.entries[.unitCode]
    let name = block.entries[.unitName]
    let origins = [code, name].compactMap { $0?.origin }
    let outcome = units.find(code: code?.text, name: name?.text)
    if let mark, register[mark.unit] != nil {
      switch answer(of: mark, on: outcome, block, file, period) {
      case .title(let remark):
        findings += remark.map { [$0] } ?? []
      case .mark(let notice):
        findings.append(notice)
        return mark.unit
      case .asked(let question):
        findings.append(question)
        return nil
      }
    }
    switch outcome {
    case .found(let unit):
      if let period, let known = register[unit], !known.exists(in: period) {
        findings.append(
          Finding(
            code: "form.unit-closed", severity: .warning,
            arguments: [
              "unit": .text(units.shown(unit, in: period)), "period": .text(period.description),
            ], origins: origins))
      }
      return unit
    case .foundByName(let unit):
      findings.append(
        Finding(
          code: "form.unit-by-name", severity: .notice,
          arguments: [
            "value": .text(code?.text ?? ""), "unit": .text(units.shown(unit, in: period)),
          ], origins: origins))
      return unit
    case .conflict(let candidates):
      findings.append(
        Finding(
          code: "form.unit-conflict", severity: .error,
          arguments: ["candidates": .list(candidates.map { units.shown($0, in: period) })],
          origins: origins))
      return nil
    case .unknown:
      let similar = units.candidates(code: code?.text, name: name?.text, in: period)
      let value = [code, name].compactMap { $0?.text }.joined(separator: ", ")
      findings.append(
        Finding(
          code: "form.unit-unknown", severity: .error,
          arguments: [
            "value": .text(value), "candidates": .list(similar.isEmpty ? ["–"] : similar),
          ], origins: origins))
      return nil
    case .nothing:
      findings.append(
        Finding(code: "form.unit-missing", severity: .error, origins: [file.origin]))
      return nil
    }
  }

  private func period(
    _ block: Block, _ mark: FormMark?, _ file: FormFile, _ findings: inout [Finding]
  ) -> Period? {
    let entry = block.entries[.period]
    let period = entry.flatMap { DateText.period(in: $0.text) }
    if let mark {
      switch answer(of: mark, onPeriod: period, block, file) {
      case .title(let remark):
        findings += remark.map { [$0] } ?? []
      case .mark(let notice):
        findings.append(notice)
        return mark.period
      case .asked(let question):
        findings.append(question)
        return nil
      }
    }
    if let period, periods.contains(period) { return period }
    guard let entry else {
      findings.append(
        Finding(
          code: "form.period-missing", severity: .error,
          arguments: ["candidates": .list(periods.map(\.description))], origins: [file.origin]))
      return nil
    }
    findings.append(
      Finding(
        code: "form.period-unknown", severity: .error,
        arguments: [
          "value": .text(entry.text), "candidates": .list(periods.map(\.description)),
        ], origins: [entry.origin]))
    return nil
  }

  /// The form's name stands among the words of the entry; its version is the number after
  /// «версия», or the one of the pack when only the name is given.
  private func version(
    _ block: Block, _ mark: FormMark?, _ file: FormFile, _ findings: inout [Finding]
  ) -> Int? {
    let arguments: [String: FindingValue] = [
      "form": .text(schema.title), "version": .text(String(schema.version)),
    ]
    guard let entry = block.entries[.form] else {
      guard let mark else {
        findings.append(
          Finding(
            code: "form.form-missing", severity: .warning, arguments: arguments,
            origins: [file.origin]))
        return schema.version
      }
      return version(marked: mark, file, &findings)
    }
    let seen = arguments.merging(["value": .text(entry.text)]) { $1 }
    let name = Self.withoutKind(Label(schema.title).tight)
    let parts = entry.text.lowercased().components(separatedBy: "верси")
    guard Self.withoutKind(Label(parts[0]).tight) == name else {
      findings.append(
        Finding(
          code: "form.form-unknown", severity: .error, arguments: seen, origins: [entry.origin]))
      return nil
    }
    let number = parts.dropFirst().first.flatMap { part in
      Int(part.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit })
    }
    guard parts.count > 1 else {
      guard let mark, mark.form == schema.code else { return schema.version }
      return version(marked: mark, file, &findings)
    }
    guard number == schema.version else {
      findings.append(
        Finding(
          code: "form.version-unknown", severity: .error, arguments: seen, origins: [entry.origin]))
      return nil
    }
    return schema.version
  }

  /// «форма МС-1» and «МС-1» are one name.
  private static func withoutKind(_ tight: Label.Word) -> Label.Word {
    let kind = Label("форма").tight
    return tight.starts(with: kind) && tight.count > kind.count
      ? Label.Word(tight.dropFirst(kind.count)) : tight
  }
}

extension String {
  /// The pieces between the occurrences of `separator`, which is not empty.
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

extension GridCell {
  /// What a person sees, for cells that are read as text.
  var shownText: String {
    switch content {
    case .text(let text), .date(let text), .error(let text): text
    case .number(let number): number.wholeValue.map(String.init) ?? number.description
    case .empty, .flag, .noResult, .lost: rawText
    }
  }
}
