import Monitoring
import Spreadsheets
import Wording

/// A list whose values have no heading, as a title: a label, its value to the right. The section
/// that says whose form it is bears the form's head.
struct CardSheet {
  let section: FormSection
  let occasion: FormOccasion

  private static let widths = [66.0, 124.0]

  func make(_ places: inout FormPlaces) -> NewSheet {
    var draft = SheetDraft(occasion.names.name(of: section), widths: Self.widths)
    if section.fields.contains(where: \.isIdentity) {
      head(&draft)
    } else {
      draft.wide(section.title, FormLooks.subheading, 1)
      draft.wide(occasion.owner, FormLooks.owner, 2)
    }
    let first = draft.nextRow + 1
    for (index, field) in section.fields.enumerated() {
      put(field, first + index, &draft, &places)
    }
    if section.fields.contains(where: \.isIdentity) { foot(&draft) }
    return draft.sheet
  }

  private func head(_ draft: inout SheetDraft) {
    let pack = occasion.pack
    draft.wide(occasion.schema.title, FormLooks.formCode, 1)
    draft.wide("Основание: \(pack.regulation.requisites)", FormLooks.basis, 2)
    draft.wide(occasion.settings.organisation, FormLooks.organisation, 4)
    draft.wide("СВЕДЕНИЯ ДЛЯ МОНИТОРИНГА", FormLooks.heading, 6)
    draft.wide(pack.title, FormLooks.subheading, 7)
    draft.wide("за \(occasion.year)", FormLooks.subheading, 8)
    if let deadline = Deadline.text(occasion) {
      draft.wide("Представляется не позднее \(deadline)", FormLooks.note, 9)
    }
  }

  private func foot(_ draft: inout SheetDraft) {
    let target = NewReference(
      sheet: occasion.names.instruction, CellAddress(row: 1, column: 1))
    let text =
      "Как заполнять форму и как понимать показатели – на листе "
      + "«\(occasion.names.instruction)»."
    let row = draft.nextRow + 1
    draft.wide(
      NewCell(.text(text), style: FormLooks.link, link: target), row, 1...Self.widths.count)
  }

  private func put(
    _ field: FormField, _ row: Int, _ draft: inout SheetDraft, _ places: inout FormPlaces
  ) {
    draft.put(.text(field.label), FormLooks.label, row, 1)
    if let known = occasion.identity(field) {
      draft.put(.text(known), FormLooks.given, row, 2)
    } else {
      let person = occasion.last.person(field.code).map { NewCell.Content.text($0) }
      draft.put(person ?? .empty, occasion.inputs.style(of: field), row, 2)
      let place = CellAddress(row: row, column: 2)
      let range = CellRange(first: place, last: place)
      places.current[.init(field.code)] = draft.reference(row, 2)
      if let validation = occasion.inputs.validation(of: field, in: range) { draft.add(validation) }
      if occasion.isRequired(field, in: section) {
        draft.add(occasion.inputs.highlight(in: range))
      }
    }
  }
}

/// The last day on which a form comes in time.
enum Deadline {
  /// «25 января 2022 г.»; nil for a period without one.
  static func text(_ occasion: FormOccasion) -> String? {
    occasion.settings.deadline(of: occasion.period).flatMap { CalendarDate(iso: $0) }
      .map { Language.ru.longDate($0) }
  }
}
