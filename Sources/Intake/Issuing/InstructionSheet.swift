import Monitoring
import Spreadsheets
import Wording

/// How to fill the form in: what is the same for all forms, what this form asks, and how the
/// indicators are understood.
struct InstructionSheet {
  /// Paragraphs under a heading, numbered.
  struct Chapter {
    var title: String
    var paragraphs: [String]
  }

  let chapters: [Chapter]
  let occasion: FormOccasion

  private static let widths = [12.0, 178.0]

  func make() -> NewSheet {
    var draft = SheetDraft(occasion.names.instruction, widths: Self.widths)
    draft.wide("Инструкция", FormLooks.heading, 1)
    draft.wide("\(occasion.schema.title), \(occasion.year)", FormLooks.note, 2)
    for chapter in chapters where !chapter.paragraphs.isEmpty {
      draft.wide(chapter.title, FormLooks.chapter, draft.nextRow + 1)
      for (index, text) in chapter.paragraphs.enumerated() {
        let row = draft.nextRow
        draft.put(.text("\(index + 1)."), FormLooks.paragraphNumber, row, 1)
        draft.put(.text(Typography.bound(text)), FormLooks.paragraph, row, 2)
      }
    }
    return draft.sheet
  }
}
