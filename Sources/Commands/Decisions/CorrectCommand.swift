import ArgumentParser
import Campaign
import Monitoring

struct CorrectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: say(
      "Исправить значения формы: что было, останется в журнале.",
      "Put values of a form right; the journal keeps what was there."),
    discussion: say(
      """
      Значение называют ячейкой из протокола, строкой и графой формы («стр. 01», «Название \
      строки, гр. 4») или кодом поля: ПОЛЕ=…, в таблице ПОЛЕ:СТРОКА=…. \
      Читается оно так же строго, как в форме; «–» — неприменимо, пусто — нет данных. \
      Сам файл не меняется. Исправление действует, пока в форме то, что исправляли: \
      новая форма с другим значением говорит за себя сама.

      Примеры:
        svodka correct кампания school-07 'Кадры!C14=12' --reason "по телефону, директор"
        svodka correct кампания school-07 'стр. 01=70' ПОЛЕ:СТРОКА=3 --reason "акт" --dry-run
        svodka correct кампания school-07 --cell 'Кадры!C14' --value – --reason "нет в штате"
      """,
      """
      A value is named by its cell in the protocol, by its row and column in the form («стр. 01», \
      «row's title, гр. 4») or by its field's code: FIELD=…, in a table \
      FIELD:ROW=…. It is read as strictly as in a form; "–" is not applicable, nothing is \
      missing. The file itself does not change. A correction holds as long as the form says what \
      was corrected: a new form with another value speaks for itself.

      Examples:
        svodka correct campaign school-07 'Кадры!C14=12' --reason "by telephone, the head"
        svodka correct campaign school-07 'стр. 01=70' FIELD:ROW=3 --reason "act" --dry-run
        svodka correct campaign school-07 --cell 'Кадры!C14' --value – --reason "no such post"
      """))

  @OptionGroup var campaign: CampaignOptions
  @OptionGroup var unit: DecidedUnit

  @Argument(
    help: ArgumentHelp(
      say("Что исправить: ЯЧЕЙКА=ЗНАЧЕНИЕ, ПОЛЕ=ЗНАЧЕНИЕ.", "What: CELL=VALUE, FIELD=VALUE."),
      valueName: say("что=значение", "what=value")))
  var assignments: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Ячейка, как в протоколе.", "The cell, as in the protocol."),
      valueName: say("Лист!C14", "Sheet!C14")))
  var cell: String?

  @Option(
    help: ArgumentHelp(say("Код поля.", "The field's code."), valueName: say("поле", "field")))
  var field: String?

  @Option(
    help: ArgumentHelp(
      say("Строка таблицы: код или название.", "The row of a table: its code or title."),
      valueName: say("строка", "row")))
  var row: String?

  @Option(
    help: ArgumentHelp(
      say("Значение для --cell и --field.", "The value for --cell and --field."),
      valueName: say("значение", "value")))
  var value: String?

  @OptionGroup var why: ReasonOption
  @OptionGroup var options: DecisionOptions

  func run() async throws {
    try await campaign.alone(isDryRun: options.dryRun) { campaign in
      let outcome = try CorrectValues(
        campaign: campaign, unit: unit.unit, period: options.period,
        assignments: try named(), note: try options.note(why.reason), isDryRun: options.dryRun
      ).run()
      Terminal.print(DecisionPrinter(outcome: outcome).text)
      try options.renewPages(of: campaign)
    }
  }

  private func named() throws -> [ValueAssignment] {
    var named = try assignments.map { typed in
      guard let assignment = ValueAssignment(typed) else {
        throw ValidationError(
          say(
            "«\(typed)» — не исправление; нужно так: 'Кадры!C14=12' или ПОЛЕ=12",
            "\"\(typed)\" is no correction; write 'Кадры!C14=12' or FIELD=12"))
      }
      return assignment
    }
    switch (cell, field, value) {
    case (nil, nil, nil): break
    case (let cell?, nil, let value?):
      named.append(ValueAssignment(name: .cell(cell), text: value))
    case (nil, let field?, let value?):
      named.append(
        ValueAssignment(name: .field(FieldCode(rawValue: field), row: row), text: value))
    case (_, _, nil), (nil, nil, _), (_?, _?, _):
      throw ValidationError(
        say(
          "нужно одно из двух: --cell … --value … или --field … --value …",
          "give either --cell … --value … or --field … --value …"))
    }
    guard !named.isEmpty else {
      throw ValidationError(
        say("что исправить? 'Кадры!C14=12' или ПОЛЕ=12", "correct what? 'Кадры!C14=12' or FIELD=12")
      )
    }
    return named
  }
}
