import Findings
import Monitoring

/// What the hidden mark of an issued form adds to what its title says.
///
/// A title that says nothing is answered by the mark, with a notice. A title that names
/// another unit counts where it is whole, with a warning; where it is half, or names another year,
/// a person is asked.
extension TitleReader {
  enum MarkAnswer {
    /// The title counts; what is to be said of it, if anything.
    case title(Finding?)
    /// The mark counts.
    case mark(Finding)
    /// Nobody can tell.
    case asked(Finding)
  }

  func answer(
    of mark: FormMark, on outcome: UnitFinder.Outcome, _ block: Block, _ file: FormFile,
    _ period: Period?
  ) -> MarkAnswer {
    let code = block.entries[.unitCode]
    let name = block.entries[.unitName]
    let origins = [code, name].compactMap { $0?.origin }
    let marked = units.shown(mark.unit, in: period)
    switch outcome {
    case .found(let unit) where unit == mark.unit, .foundByName(let unit) where unit == mark.unit:
      return .title(nil)
    case .found(let unit) where isWhole(block, unit):
      return .title(
        Finding(
          code: "form.unit-not-of-mark", severity: .warning,
          arguments: ["unit": .text(units.shown(unit, in: period)), "marked": .text(marked)],
          origins: origins))
    case .found(let unit), .foundByName(let unit):
      return .asked(
        Finding(
          code: "form.unit-mark-conflict", severity: .error,
          arguments: ["unit": .text(units.shown(unit, in: period)), "marked": .text(marked)],
          origins: origins))
    case .conflict:
      return .title(nil)
    case .unknown:
      // A slip of the pen in the name is no other school; a stranger's name may be one.
      let similar = units.candidates(code: code?.text, name: name?.text, in: period)
      guard similar.contains(marked) else { return .title(nil) }
      return .mark(byMark("form.unit-by-mark", "unit", marked, origins))
    case .nothing:
      return .mark(byMark("form.unit-by-mark", "unit", marked, [file.origin]))
    }
  }

  /// Whether code and name both are given and name this one unit.
  private func isWhole(_ block: Block, _ unit: UnitCode) -> Bool {
    units.find(code: block.entries[.unitCode]?.text, name: nil) == .found(unit)
      && units.find(code: nil, name: block.entries[.unitName]?.text) == .found(unit)
  }

  /// - Parameter said: the period that the title names; nil when it names none.
  func answer(
    of mark: FormMark, onPeriod said: Period?, _ block: Block, _ file: FormFile
  ) -> MarkAnswer {
    let origins = [block.entries[.period]?.origin ?? file.origin]
    guard periods.contains(mark.period), said != mark.period else { return .title(nil) }
    guard let said else {
      return .mark(byMark("form.period-by-mark", "period", mark.period.description, origins))
    }
    guard periods.contains(said) else { return .title(nil) }
    // Taken by the wrong year, a form would take the place of that year's own.
    return .asked(
      Finding(
        code: "form.period-mark-conflict", severity: .error,
        arguments: ["period": .text(said.description), "marked": .text(mark.period.description)],
        origins: origins))
  }

  /// The version of a form whose title does not tell it.
  func version(marked mark: FormMark, _ file: FormFile, _ findings: inout [Finding]) -> Int? {
    let isForm = mark.form == schema.code
    guard isForm, mark.version == schema.version else {
      findings.append(
        Finding(
          code: isForm ? "form.version-unknown" : "form.form-unknown", severity: .error,
          arguments: [
            "form": .text(schema.title), "version": .text(String(schema.version)),
            "value": .text(isForm ? String(mark.version) : mark.form.rawValue),
          ], origins: [file.origin]))
      return nil
    }
    findings.append(
      byMark("form.form-by-mark", "form", "\(schema.title), версия \(mark.version)", [file.origin]))
    return schema.version
  }

  private func byMark(
    _ code: FindingCode, _ name: String, _ value: String, _ origins: [Origin]
  ) -> Finding {
    Finding(
      code: code, severity: .notice, arguments: [name: .text(value)], origins: origins)
  }
}
