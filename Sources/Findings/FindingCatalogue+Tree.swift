extension FindingCatalogue {
  /// What can be said of the places of units in the organisation tree.
  static let treeEntries: [Entry] = [
    Entry(
      "register.parent-unknown", .error,
      ru: .init(
        "Организация «{code}» входит в «{value}», а такого кода в реестре нет.",
        why: "Неясно, в чьи суммы входит её форма.",
        mend: "Впишите в графу «Входит в» код организации из этого реестра или добавьте её строку."),
      en: .init(
        "The unit “{code}” belongs to “{value}”, a code that the register does not have.",
        why: "It is not clear whose sums its form is in.",
        mend: "Write the code of a unit of this register into «Входит в», or add its row.")),
    Entry(
      "register.parent-circle", .error,
      ru: .init(
        "Организация «{code}» через вышестоящие входит сама в себя.",
        why: "В таком кругу нет верхней организации, и суммы считать не по чему.",
        mend: "Исправьте графу «Входит в» у одной из организаций этого круга."),
      en: .init(
        "The unit “{code}” belongs, through those above it, to itself.",
        why: "In such a circle nobody is at the top, and there is nothing to sum by.",
        mend: "Mend «Входит в» of one of the units in the circle.")),
    Entry(
      "register.level-unknown", .error,
      ru: .init(
        "Уровня «{value}» в пакете нет; есть: {levels}.",
        why: "От уровня зависит, сдаёт ли организация форму и где стоит её итог.",
        mend: "Впишите в графу «Уровень» один из уровней пакета."),
      en: .init(
        "The pack has no level “{value}”; it has: {levels}.",
        why: "The level says whether a unit hands a form in and where its sum stands.",
        mend: "Write one of the pack’s levels into «Уровень».")),
    Entry(
      "register.level-order", .error,
      ru: .init(
        "Уровень организации «{code}» — {level}, а она входит в организацию уровня: {above}.",
        why: "Вышестоящая организация стоит на более высоком уровне, чем те, которые в неё входят.",
        mend: "Исправьте графу «Уровень» или «Входит в»."),
      en: .init(
        "The unit “{code}” is of the level {level} and belongs to a unit of the level {above}.",
        why: "What stands above is of a higher level than what belongs to it.",
        mend: "Mend «Уровень» or «Входит в».")),
  ]
}
