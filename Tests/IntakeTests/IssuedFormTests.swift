import ExactNumbers
import Findings
import Monitoring
import Spreadsheets
import Testing

@testable import Intake

/// What is issued must bind: every value in its own field, and nothing to say.
@Suite struct IssuedFormTests {
  /// With what the generator says was typed; what nobody typed is missing.
  static func expectBound(
    _ binding: FormBinding, as unit: Unit, _ expected: [Observation], in name: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      binding.findings.map(\.code.rawValue) == [], "\(unit.code) \(name)",
      sourceLocation: sourceLocation)
    #expect(binding.form?.unit == unit.code, sourceLocation: sourceLocation)
    #expect(binding.form?.period == IssuedForms.period, sourceLocation: sourceLocation)
    var wanted = Dictionary(
      expected.map { ($0.key, $0.state) }, uniquingKeysWith: { first, _ in first })
    for observation in binding.observations where !observation.isPersonal {
      let state = wanted.removeValue(forKey: observation.key) ?? .missing
      #expect(
        observation.state == state, "\(observation.key) \(name)", sourceLocation: sourceLocation)
    }
    #expect(wanted.isEmpty, "\(wanted.keys)", sourceLocation: sourceLocation)
  }

  @Test func everySchoolsFilledFormIsBoundWithoutAFinding() throws {
    let forms = try IssuedForms()
    #expect(forms.answered.count == 23)
    for unit in forms.answered {
      let binding = forms.binder.bind(try forms.filled(unit).workbook.file)
      try #require(binding.count == 1)
      Self.expectBound(binding[0], as: unit, forms.values(unit.code, 2021))
    }
  }

  @Test func formsWithoutLastYearsValuesAreBoundToo() throws {
    let forms = try IssuedForms()
    for unit in forms.units.prefix(3) {
      let form = try forms.filled(unit, last: [])
      #expect(form.places.previous.isEmpty)
      let binding = forms.binder.bind(form.workbook.file)
      Self.expectBound(binding[0], as: unit, forms.values(unit.code, 2021))
    }
  }

  /// A blank form tells whose it is and that nothing is filled in; not one value of last year is
  /// taken for this year's.
  @Test func blankFormHoldsNoValueThoughLastYearsStandBeside() throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.units.first)
    let form = try forms.issued(unit)
    #expect(form.places.previous.count > 60)
    let binding = forms.binder.bind(form.workbook.file)[0]
    #expect(binding.form?.unit == unit.code)
    for observation in binding.observations where !observation.isPersonal {
      #expect(observation.state == .missing, "\(observation.key)")
    }
    #expect(Set(binding.findings.map(\.code)) == ["form.section-empty"])
  }

  /// The heading of the values goes, its column stays empty: last year's is asked about or named
  /// unreadable, never taken.
  @Test func lastYearsColumnIsNeverTakenWhenTheHeadingOfValuesIsLost() throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.units.first)
    for isFilled in [true, false] {
      var form = try isFilled ? forms.filled(unit) : forms.issued(unit)
      for sheet in form.workbook.sheets.indices {
        for row in form.workbook.sheets[sheet].rows.indices {
          for column in form.workbook.sheets[sheet].rows[row].cells.indices {
            let content = form.workbook.sheets[sheet].rows[row].cells[column].content
            guard content == .text("Значение") || content == .text("чел.") else { continue }
            form.workbook.sheets[sheet].rows[row].cells[column].content = .empty
          }
        }
      }
      let wanted = Dictionary(
        forms.values(unit.code, 2021).map { ($0.key, $0.state) },
        uniquingKeysWith: { first, _ in first })
      for observation in forms.binder.bind(form.workbook.file)[0].observations {
        guard case .given = observation.state, !observation.isPersonal else { continue }
        #expect(isFilled && observation.state == wanted[observation.key], "\(observation.key)")
      }
    }
  }

  @Test func lastYearsValuesStandInTheirOwnLockedCells() throws {
    let forms = try IssuedForms()
    for unit in forms.units {
      let form = try forms.issued(unit)
      var shown = 0
      for observation in forms.values(unit.code, 2020) {
        let key = FormPlaces.Key(observation.key.field, observation.key.breakdown)
        guard case .given(.number(let number)) = observation.state else { continue }
        let place = try #require(form.places.previous[key])
        let cell = try #require(form.workbook.cell(at: place))
        #expect(cell.content == .number(number))
        #expect(cell.style.isLocked)
        #expect(form.places.current[key] != place)
        shown += 1
      }
      #expect(shown > 60, "\(unit.code)")
    }
  }

  /// Withheld, unreadable and declared inapplicable values are no values to compare with.
  @Test func onlyGivenValuesOfLastYearAreShown() throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.units.first)
    let key = Observation.Key(
      unit: unit.code, period: try #require(Period(year: 2020)), field: "staff_total")
    for state in [
      Observation.State.missing, .notApplicable, .unreadable, .withheld(.number(12)),
    ] {
      let form = try forms.issued(
        unit, last: [Observation(key: key, state: state, origin: nil)])
      #expect(form.places.previous.isEmpty)
    }
  }

  /// They are in the store only where the school gave them.
  @Test func whoFilledTheFormInIsTakenOverFromLastYearAndMayBeChanged() throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.units.first)
    let key = Observation.Key(
      unit: unit.code, period: try #require(Period(year: 2020)), field: "filled_by")
    let form = try forms.issued(
      unit, last: [Observation(key: key, state: .given(.text("И. И. Иванова")), origin: nil)])
    let place = try #require(form.places.current[.init("filled_by")])
    let cell = try #require(form.workbook.cell(at: place))
    #expect(cell.content == .text("И. И. Иванова"))
    #expect(!cell.style.isLocked)
  }

  @Test func onlyCellsToFillInAreUnlocked() throws {
    let forms = try IssuedForms()
    let form = try forms.issued(try #require(forms.units.first))
    let inputs = Set(form.places.current.values)
    for sheet in form.workbook.sheets {
      #expect(sheet.isProtected, "\(sheet.name)")
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() where !cell.style.isLocked {
          let place = NewReference(
            sheet: sheet.name, CellAddress(row: row + 1, column: column + 1))
          #expect(inputs.contains(place), "\(place)")
        }
      }
    }
    for place in inputs { #expect(form.workbook.cell(at: place)?.style.isLocked == false) }
  }

  @Test func sameArgumentsGiveTheSameWorkbook() throws {
    let forms = try IssuedForms()
    let unit = try #require(forms.units.last)
    #expect(try forms.issued(unit).workbook == forms.issued(unit).workbook)
  }

  /// Each readings of the pack once, and what only this form asks.
  @Test func instructionHoldsTheDeclaredReadings() throws {
    let forms = try IssuedForms()
    let form = try forms.issued(try #require(forms.units.first))
    let sheet = try #require(form.workbook.sheets.first { $0.name == "Инструкция" })
    let texts = sheet.grid.places.compactMap { sheet.grid[$0]?.rawText }
      .map { $0.replacing("\u{A0}", with: " ") }
    let readings = Set(forms.pack.indicators.flatMap(\.readings))
    #expect(readings.count > 10)
    for reading in readings {
      #expect(
        texts.count { $0.hasSuffix(reading.replacing("\u{A0}", with: " ")) } == 1, "\(reading)")
    }
    for paragraph in forms.pack.forms[0].instruction {
      #expect(texts.contains(paragraph.replacing("\u{A0}", with: " ")))
    }
  }
}

extension Observation {
  /// The generator's list leaves out who filled a form in.
  var isPersonal: Bool { key.field == "filled_by" || key.field == "phone" }
}

extension NewWorkbook {
  func cell(at place: NewReference) -> NewCell? {
    guard let sheet = sheets.first(where: { $0.name == place.sheet }),
      sheet.rows.indices.contains(place.address.row - 1)
    else { return nil }
    let cells = sheet.rows[place.address.row - 1].cells
    return cells.indices.contains(place.address.column - 1)
      ? cells[place.address.column - 1] : nil
  }
}
