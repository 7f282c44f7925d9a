extension FindingCatalogue {
  /// What can be said of a workbook that nobody made for the pack.
  static let foreignEntries: [Entry] = foreignFileEntries + foreignTableEntries + totalEntries

  private static let foreignFileEntries: [Entry] = [
    Entry(
      "foreign.read", .notice,
      ru: .init(
        "Книга «{file}» прочитана по описаниям пакета: {bindings}. Организаций: {units}; "
          + "периоды: {periods}.",
        why: "Это не форма пакета; где в ней что стоит, описано в bindings.yaml.",
        mend: "Если читать нужно другую таблицу, поправьте описание."),
      en: .init(
        "The workbook “{file}” was read by the pack’s bindings: {bindings}. Units: {units}; "
          + "periods: {periods}.",
        why: "It is no form of the pack; bindings.yaml says where everything stands in it.",
        mend: "If another table should be read, mend the binding.")),
    Entry(
      "foreign.not-recognised", .error,
      ru: .init(
        "Книга «{file}» не подходит ни к одной форме и ни к одному описанию пакета: {candidates}.",
        why: "Листов с такими названиями и таблицами в ней нет; данные не взяты.",
        mend: "Проверьте, та ли это книга; если та, опишите её таблицу в bindings.yaml."),
      en: .init(
        "The workbook “{file}” fits no form and no binding of the pack: {candidates}.",
        why: "It has no sheets with such names and tables; no data were taken.",
        mend: "Check that it is the right workbook; if so, describe its table in bindings.yaml.")),
    Entry(
      "foreign.period-outside", .notice,
      ru: .init(
        "В книге «{file}» есть значения за периоды, которых нет в кампании: {periods}.",
        why: "Они не взяты.",
        mend: "Если они нужны, добавьте периоды в campaign.yaml."),
      en: .init(
        "The workbook “{file}” has values of periods that the campaign does not have: {periods}.",
        why: "They were not taken.",
        mend: "If they are needed, add the periods to campaign.yaml.")),
    Entry(
      "foreign.bindings-overlap", .error,
      ru: .init(
        "Два описания пакета берут одно значение («{field}») из разных ячеек: {places}.",
        why: "Неясно, которому верить; не учтено ни одно.",
        mend: "Оставьте поле в одном из описаний bindings.yaml."),
      en: .init(
        "Two bindings take one value (“{field}”) from different cells: {places}.",
        why: "Nobody can tell which one to believe; neither counts.",
        mend: "Leave the field in one binding of bindings.yaml.")),
    Entry(
      "foreign.too-many", .warning,
      ru: .init(
        "О книге «{file}» не показано ещё замечаний: {count}.",
        why: "Столько одинаковых замечаний никто не прочтёт.",
        mend: "Исправьте показанные и соберите формы снова."),
      en: .init(
        "Findings about the workbook “{file}” that are not shown: {count}.",
        why: "Nobody reads so many of a kind.",
        mend: "Mend those that are shown, and collect again.")),
  ]

  private static let foreignTableEntries: [Entry] = [
    Entry(
      "foreign.no-title", .error,
      ru: .init(
        "На листе «{sheet}» нет подписи «{value}», из которой описание «{binding}» берёт данные.",
        why: "Без неё таблицу прочитать нельзя; данные листа не взяты.",
        mend: "Проверьте лист и ключи cell и beside в описании."),
      en: .init(
        "The sheet “{sheet}” has nothing at “{value}”, where the binding “{binding}” looks.",
        why: "The table cannot be read without it; nothing was taken from the sheet.",
        mend: "Check the sheet, and the keys cell and beside of the binding.")),
    Entry(
      "foreign.no-column", .error,
      ru: .init(
        "На листе «{sheet}» не найдены заголовки таблицы «{binding}»: {labels}.",
        why: "Без них таблицу прочитать нельзя; данные листа не взяты.",
        mend: "Проверьте лист; если заголовок теперь другой, добавьте его в описание."),
      en: .init(
        "The sheet “{sheet}” lacks headings of the table “{binding}”: {labels}.",
        why: "The table cannot be read without them; nothing was taken from the sheet.",
        mend: "Check the sheet; if the heading has changed, add it to the binding.")),
    Entry(
      "foreign.column-twice", .error,
      ru: .init(
        "На листе «{sheet}» заголовок «{labels}» стоит в нескольких графах: {places}.",
        why: "Неясно, которая нужна описанию «{binding}»; данные листа не взяты.",
        mend: "Назовите графу в описании её буквой."),
      en: .init(
        "The sheet “{sheet}” has the heading “{labels}” over several columns: {places}.",
        why: "It is not clear which one the binding “{binding}” means; nothing was taken.",
        mend: "Name the column by its letter in the binding.")),
    Entry(
      "foreign.no-rows", .error,
      ru: .init(
        "На листе «{sheet}» нет ни одной строки, которую знает описание «{binding}».",
        why: "Таблица не найдена; данные листа не взяты.",
        mend: "Проверьте графу ключей в описании и наименования организаций в реестре."),
      en: .init(
        "No row of the sheet “{sheet}” is one that the binding “{binding}” knows.",
        why: "The table was not found; nothing was taken from the sheet.",
        mend: "Check the column of keys in the binding, and the names of units in the register.")),
    Entry(
      "foreign.too-large", .error,
      ru: .init(
        "Таблица на листе «{sheet}» больше предела: {limit}.",
        why: "Столько строк, граф или ячеек описание «{binding}» не читает; данные не взяты.",
        mend: "Разделите таблицу на несколько листов."),
      en: .init(
        "The table on the sheet “{sheet}” is over the limit of {limit}.",
        why: "The binding “{binding}” reads no more rows, columns or cells; nothing was taken.",
        mend: "Divide the table over several sheets.")),
    Entry(
      "foreign.label-missing", .error,
      ru: .init(
        "В таблице «{binding}» за {period} год нет: {labels}.",
        why: "Поля, в которые это входит, не учтены; нулём это не считается.",
        mend: "Если название изменилось, добавьте его в описание с годом (since, until)."),
      en: .init(
        "The table “{binding}” for {period} lacks: {labels}.",
        why: "The fields that this is a part of are not counted; it does not count as zero.",
        mend: "If the label has changed, add it to the binding with its year (since, until).")),
    Entry(
      "foreign.column-unbound", .warning,
      ru: .init(
        "На листе «{sheet}» есть графы с числами, о которых описание «{binding}» ничего не "
          + "говорит: {labels}.",
        why: "Новая графа может быть частью того, что суммируется; её числа не взяты.",
        mend: "Добавьте графу в поле, частью которого она стала, или назовите её в ignore."),
      en: .init(
        "The sheet “{sheet}” has columns with numbers that the binding “{binding}” does not "
          + "mention: {labels}.",
        why: "A new column may be a part of what is summed; its numbers were not taken.",
        mend: "Add the column to the field that it became a part of, or name it in ignore.")),
    Entry(
      "foreign.unit-unknown", .error,
      ru: .init(
        "«{value}» — не организация реестра. Похожие: {candidates}.",
        why: "Числа этой строки или графы не учтены.",
        mend: "Добавьте наименование в реестр (с годом) или в aliases описания; итог назовите в "
          + "totals, лишнее — в ignore."),
      en: .init(
        "“{value}” is no unit of the register. Similar: {candidates}.",
        why: "The numbers of this row or column are not counted.",
        mend: "Add the name to the register (with its year) or to the binding’s aliases; name a "
          + "total in totals, and what is not needed in ignore.")),
    Entry(
      "foreign.key-unknown", .error,
      ru: .init(
        "«{value}» — ключ, которого описание «{binding}» не знает.",
        why: "Числа этой строки или графы не учтены.",
        mend: "Добавьте его в описание или в справочник; лишнее назовите в ignore."),
      en: .init(
        "“{value}” is a key that the binding “{binding}” does not know.",
        why: "The numbers of this row or column are not counted.",
        mend: "Add it to the binding or to the dictionary; name what is not needed in ignore.")),
    Entry(
      "foreign.value-twice", .error,
      ru: .init(
        "{unit}: одно и то же значение стоит в нескольких ячейках: {places}.",
        why: "Организация или графа названа дважды, либо таблица разбита ещё по какому-то "
          + "признаку; не учтено ни одно.",
        mend: "Проверьте таблицу; нужные строки выбирает ключ where."),
      en: .init(
        "{unit}: one value stands in several cells: {places}.",
        why: "A unit or a column is named twice, or the table is broken down by something else; "
          + "none counts.",
        mend: "Check the table; the key where chooses rows.")),
    Entry(
      "foreign.cell-empty", .warning,
      ru: .init(
        "{unit}: пустых ячеек в таблице «{binding}»: {count} ({places}).",
        why: "Пустая ячейка — не ноль: значение неизвестно, и суммы с ним тоже.",
        mend: "Проверьте таблицу; знаки пропуска перечисляются в markers."),
      en: .init(
        "{unit}: empty cells in the table “{binding}”: {count} ({places}).",
        why: "An empty cell is no zero: the value is not known, nor are sums with it.",
        mend: "Check the table; marks for missing values are listed in markers.")),
    Entry(
      "foreign.suppressed", .notice,
      ru: .init(
        "{unit}: скрыто составителем таблицы «{binding}»: {count} ({places}).",
        why: "Малые числа не публикуются; значение неизвестно, и суммы с ним тоже.",
        mend: "Исправлять нечего."),
      en: .init(
        "{unit}: hidden by the publisher of the table “{binding}”: {count} ({places}).",
        why: "Small numbers are not published; the value is not known, nor are sums with it.",
        mend: "Nothing to mend.")),
  ]

  private static let totalEntries: [Entry] = [
    Entry(
      "total.agrees", .notice,
      ru: .init(
        "«{total}», {period}, «{label}»: сходится с суммой организаций[ ({published} и {sum})]; "
          + "сверено чисел: {count}.",
        why: "Опубликованный итог только сверяется и ни к чему не прибавляется.",
        mend: "Исправлять нечего."),
      en: .init(
        "“{total}”, {period}, “{label}”: agrees with the sum of the units[ ({published} and {sum})]; "
          + "numbers compared: {count}.",
        why: "A published total is compared only, and never added.",
        mend: "Nothing to mend.")),
    Entry(
      "total.differs", .warning,
      ru: .init(
        "«{total}», {period}, «{label}»: опубликовано {published}, сумма организаций {sum}, "
          + "разница {difference}.",
        why: "Или в итог входит то, чего нет в таблице, или какая-то строка не прочитана.",
        mend: "Проверьте таблицу; допустимую разницу задаёт tolerance, несуммируемое поле — except."
      ),
      en: .init(
        "“{total}”, {period}, “{label}”: published {published}, the sum of the units is {sum}, "
          + "apart by {difference}.",
        why: "Either the total has something that the table has not, or a row was not read.",
        mend: "Check the table; tolerance sets the difference allowed, except a field not summed.")),
    Entry(
      "total.not-compared", .notice,
      ru: .init(
        "«{total}», {period}, «{label}»: итог не с чем сверить; чисел: {count}.",
        why: "У какой-то организации или у самого итога нет числа.",
        mend: "Исправлять нечего, если пропуск объявлен."),
      en: .init(
        "“{total}”, {period}, “{label}”: the total cannot be compared; numbers: {count}.",
        why: "Some unit, or the total itself, has no number.",
        mend: "Nothing to mend where the gap is declared.")),
  ]
}
