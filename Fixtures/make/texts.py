"""What schools write in words: factors, practices, measures, explanations, who filled it in."""

import random
from fractions import Fraction

import schools
from pack import Pack
from values import Values

# Section of the regulation → the field over teachers that supports a practice of it, from which
# share on, and the practices themselves with what came of them.
PRACTICES = {
    "support": ("supported_school_total", Fraction(70, 100), [
        ("Методическая неделя взаимных посещений уроков",
         "Каждый педагог посетил не менее трёх уроков коллег и провёл один открытый урок; "
         "выводы обсуждены на заседаниях методических объединений"),
        ("Карта методических запросов педагога",
         "Запросы собираются в сентябре, по ним составляется план школьных семинаров; "
         "выполнено девять запросов из десяти"),
        ("Школьная мастерская оценивания",
         "Подготовлен общий банк заданий формирующего оценивания по семи предметам"),
    ]),
    "mentoring": ("mentoring_participants", Fraction(27, 100), [
        ("Наставничество «учитель – учитель» с дневником пары",
         "Все молодые специалисты остались работать в школе, дневники пар разбираются "
         "ежемесячно"),
        ("Обратное наставничество: молодые педагоги учат коллег цифровым инструментам",
         "Двенадцать занятий за год, электронные задания используют педагоги всех методических "
         "объединений"),
        ("Сетевая пара: наставник из другой школы улуса",
         "Педагог-предметник малокомплектной школы получил постоянного наставника, проведено "
         "восемь совместных уроков по видеосвязи"),
    ]),
    "deficits": ("diagnosed_total", Fraction(55, 100), [
        ("Диагностика дефицитов с разбором на методическом объединении",
         "По итогам диагностики у каждого участника появился индивидуальный план из двух-трёх "
         "шагов"),
        ("Час предметной задачи",
         "Педагоги решают и разбирают задания ЕГЭ и ОГЭ; при повторной диагностике снизилось "
         "число предметных дефицитов"),
        ("Открытая карта дефицитов и взаимное обучение",
         "Составлены пары «умею – учусь», проведено шесть внутренних мастер-классов"),
    ]),
    "burnout": ("burnout_total", Fraction(38, 100), [
        ("Психологическая гостиная для педагогов",
         "Встречи проводятся раз в месяц, после них педагоги по желанию получают "
         "индивидуальную консультацию психолога"),
        ("День без отчётов",
         "Один день в неделю освобождён от совещаний и отчётов; при повторном опросе педагоги "
         "реже отмечают усталость"),
    ]),
    "contests": ("contests_total", Fraction(28, 100), [
        ("Школьный этап конкурса как урок для всех",
         "Конкурсные уроки смотрят и обсуждают все методические объединения, участников стало "
         "больше"),
        ("Команда подготовки конкурсанта",
         "Конкурсанту помогают наставник, психолог и методист; педагоги школы вышли на "
         "республиканский уровень"),
        ("Конкурс методических находок",
         "Собран сборник из двадцати разработок, размещён на сайте школы"),
    ]),
}

EVIDENCE = {
    "f1": "план методической работы, приказ школы",
    "f2": "приказ о распределении обязанностей",
    "f3": "положение о наставничестве, коллективный договор",
    "f4": "расписание методических дней",
    "f5": "штатное расписание",
    "f6": "положение о стимулирующих выплатах",
    "f7": "тарификационный список",
    "f8": "тарификационный список",
    "f9": "отменённые выезды на семинары",
    "f10": "акт замера скорости доступа",
    "f11": "заявки на курсы, которые не были выполнены",
    "f12": "сведения о трудоустройстве выпускников",
    "f13": "список очередников на служебное жильё",
    "f14": "перечень конкурсов на учебный год",
    "f15": "переписка с центром оценки квалификаций",
    "f16": "приказы о переходе на дистанционное обучение",
}
# How often a school names a factor; f16 has a year of its own.
NAMED = {
    "f1": 0.55, "f2": 0.6, "f3": 0.4, "f4": 0.3, "f5": 0.35, "f6": 0.5, "f7": 0.35, "f8": 0.35,
    "f9": 0.45, "f10": 0.4, "f11": 0.3, "f12": 0.25, "f13": 0.3, "f14": 0.25, "f15": 0.3,
}
QUARANTINE = {2019: 0.1, 2020: 0.95, 2021: 0.55}

NOTES = {
    "done": ["по плану", "в срок", "протоколы в школе", ""],
    "partly": ["перенесено на следующий год из-за ограничений", "проведено две встречи из четырёх",
               "охвачены не все методические объединения", ""],
    "not_done": ["нет специалиста", "отменено из-за ограничений", ""],
    "not_planned": [""],
}

SURNAMES = ["Андреева", "Борисова", "Винокурова", "Готовцева", "Дьячковская", "Ефимова",
            "Жиркова", "Корнилова", "Лукина", "Местникова", "Ноговицына", "Оконешникова"]
INITIALS = ["А. В.", "В. П.", "Е. С.", "И. Н.", "Л. Д.", "М. К.", "Н. Н.", "Т. Г."]


def filled_on(school: schools.School, year: int) -> str:
    """The forms of a calendar year are filled in in January of the next."""
    return f"{year + 1}-01-{10 + (school.number * 7 + year) % 12:02}"


def written(school: schools.School, year: int, values: Values, seed: int, pack: Pack) -> Values:
    rng = random.Random(f"{seed}/{school.code}/{year}/texts")
    own = random.Random(f"{seed}/{school.code}/author")
    out: Values = {("filled_on", ""): filled_on(school, year)}
    if own.random() < 0.92:
        out["filled_by", ""] = f"{own.choice(SURNAMES)} {own.choice(INITIALS)}"
    if own.random() < 0.8:
        out["phone", ""] = f"8 (41100) 2-{own.randint(10, 99)}-{own.randint(10, 99)}"
    if own.random() < 0.85:
        out |= _factors(rng, year, pack)
    out |= _practices(rng, values, seed, school, year)
    if own.random() < 0.88:
        out |= _measures(rng, school, year, pack)
    out |= _explanations(school, year)
    return out


def _factors(rng, year: int, pack: Pack) -> Values:
    out: Values = {}
    for factor in pack.dictionaries["factors"]:
        chance = QUARANTINE[year] if factor == "f16" else NAMED.get(factor, 0.2)
        if rng.random() < chance:
            out["factor_named", f"factors={factor}"] = "yes"
            if rng.random() < 0.6 and factor in EVIDENCE:
                out["factor_evidence", f"factors={factor}"] = EVIDENCE[factor]
        elif rng.random() < 0.5:
            out["factor_named", f"factors={factor}"] = "no"
    return out


def _practices(rng, values: Values, seed: int, school: schools.School, year: int) -> Values:
    out: Values = {}
    row = 0
    for section, (field, least, practices) in PRACTICES.items():
        # What was much in 2019 is usual in 2021.
        mark = least * (95 - 7 * (2021 - year)) / 100
        enough = Fraction(values[field, ""], values["teachers_total", ""]) >= mark
        if not enough or rng.random() > 0.4:
            continue
        title, result = practices[(school.number + year) % len(practices)]
        row += 1
        out["practice_title", f"row={row}"] = title
        out["practice_section", f"row={row}"] = section
        out["practice_result", f"row={row}"] = result
    return out


def _measures(rng, school: schools.School, year: int, pack: Pack) -> Values:
    out: Values = {}
    weights = {2019: [50, 25, 10, 15], 2020: [35, 40, 15, 10], 2021: [55, 28, 9, 8]}[year]
    if school.code == schools.FELL and year == 2021:
        weights = [15, 40, 40, 5]
    for direction in pack.dictionaries["directions"]:
        status = rng.choices(["done", "partly", "not_done", "not_planned"], weights)[0]
        out["measure_status", f"directions={direction}"] = status
        note = rng.choice(NOTES[status])
        if note:
            out["measure_note", f"directions={direction}"] = note
    return out


def _explanations(school: schools.School, year: int) -> Values:
    said = {
        (schools.FELL, 2021): (
            "Кадры, строка 13",
            "Курсы были запланированы на ноябрь, перенесены организаторами на февраль следующего "
            "года; заявки поданы"),
        (schools.SUCCESSOR, 2020): (
            "Кадры, строка 01",
            "К школе с 1 сентября присоединена Дьикимдинская школа, её педагоги переведены к нам"),
        (schools.RENAMED, 2021): (
            "Титул, наименование организации",
            "Школе присвоено имя Е. С. Лугинова, код организации не изменился"),
        (schools.TINY, 2020): (
            "Предметы, строка «Информатика»",
            "Предмет ведёт педагог базовой школы по договору о сетевом взаимодействии"),
    }.get((school.code, year))
    if said is None:
        return {}
    return {("explanation_about", "row=1"): said[0], ("explanation_text", "row=1"): said[1]}
