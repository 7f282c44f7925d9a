"""The schools of the demonstration district. Every name, person and address here is invented."""

from dataclasses import dataclass, field

PERIODS = [2019, 2020, 2021]

DISTRICT_CODE = "vilyuyskiy"

# Who plays which part in the stories that the numbers tell.
FELL = "school-08"
GREW = "school-14"
SUCCESSOR = "school-09"
MERGED_AWAY = "school-25"
RENAMED = "school-12"
MISSING = ("school-17", 2021)
TINY = "school-24"
CORRECTED = {2020: "school-05", 2021: "school-11"}


@dataclass
class School:
    code: str
    number: int
    full: str
    short: str
    type: str
    group: str
    head: str
    teachers: int
    others: int
    opened: int | None = None
    closed: int | None = None
    succeeds: list[str] = field(default_factory=list)
    # (first year, full name, short name) of a later name.
    renamed: tuple[int, str, str] | None = None

    @property
    def email(self) -> str:
        return f"{self.code.replace('school-', 'sch')}@vilyuysk.example"

    def exists(self, year: int) -> bool:
        return (self.opened or 0) <= year < (self.closed or 9999)

    def names(self, year: int) -> tuple[str, str]:
        if self.renamed and year >= self.renamed[0]:
            return self.renamed[1], self.renamed[2]
        return self.full, self.short


PREFIX = "Муниципальное бюджетное общеобразовательное учреждение"
KINDS = {
    "СОШ": "средняя общеобразовательная школа",
    "ООШ": "основная общеобразовательная школа",
    "гимназия": "гимназия",
}

# number, stem of the name, type, group, head in the dative, teachers and other staff in 2019
_ROWS = [
    (1, "№ 1", "СОШ", "городские", "директору Николаевой А. С.", 62, 15),
    (2, "№ 2", "СОШ", "городские", "директору Семёнову П. И.", 58, 14),
    (3, "№ 3", "гимназия", "городские", "директору Герасимовой М. Д.", 55, 13),
    (4, "№ 10", "СОШ", "городские", "директору Павлову С. Н.", 47, 11),
    (5, "Ойбонская", "СОШ", "сельские", "директору Егоровой Т. В.", 44, 10),
    (6, "Кюнгэйская", "СОШ", "сельские", "директору Алексееву Д. Д.", 42, 10),
    (7, "Уолбутская", "СОШ", "сельские", "директору Васильевой Е. Н.", 40, 9),
    (8, "Сиэллээхская", "СОШ", "сельские", "директору Тимофееву В. В.", 38, 9),
    (9, "Бэс-Арыыская", "СОШ", "сельские", "директору Спиридоновой Л. П.", 41, 10),
    (10, "Тиитэхская", "СОШ", "сельские", "директору Данилову И. И.", 36, 8),
    (11, "Куогалахская", "СОШ", "сельские", "директору Прокопьевой С. С.", 35, 8),
    (12, "Нюргунская", "СОШ", "сельские", "директору Максимову А. А.", 34, 8),
    (13, "Сулустаахская", "СОШ", "сельские", "директору Кириллиной Н. Г.", 33, 8),
    (14, "Мэндинская", "СОШ", "сельские", "директору Афанасьеву Г. Е.", 33, 7),
    (15, "Чуораанская", "СОШ", "сельские", "директору Григорьевой О. М.", 31, 7),
    (16, "Харыйалахская", "СОШ", "сельские", "директору Захарову Н. П.", 30, 7),
    (17, "Сэргэлээхская", "СОШ", "сельские", "директору Яковлевой В. И.", 29, 7),
    (18, "Арыктаахская", "СОШ", "сельские", "директору Степанову Р. Р.", 27, 6),
    (19, "Кытыгынская", "СОШ", "малокомплектные", "директору Саввиновой Д. А.", 18, 4),
    (20, "Буорылахская", "СОШ", "малокомплектные", "директору Гаврильеву М. М.", 16, 4),
    (21, "Эбэлэхская", "ООШ", "малокомплектные", "директору Филипповой З. К.", 14, 3),
    (22, "Кэнкэменская", "ООШ", "малокомплектные", "директору Петрову К. С.", 13, 3),
    (23, "Мутукчайская", "ООШ", "малокомплектные", "директору Никифоровой А. Ф.", 12, 3),
    (24, "Талыктаахская", "ООШ", "малокомплектные", "директору Егорову Б. Б.", 6, 1),
    (25, "Дьикимдинская", "ООШ", "малокомплектные", "директору Слепцовой У. Т.", 5, 1),
]


def _school(row) -> School:
    number, stem, kind, group, head, teachers, others = row
    if stem.startswith("№"):
        town = "Городская "
        full = f"{PREFIX} «{town}{KINDS[kind]} {stem}»"
        short = f"МБОУ «{town}{kind} {stem}»"
    else:
        full = f"{PREFIX} «{stem} {KINDS[kind]}»"
        short = f"МБОУ «{stem} {kind}»"
    return School(f"school-{number:02}", number, full, short, kind, group, head, teachers, others)


SCHOOLS = [_school(row) for row in _ROWS]
BY_CODE = {school.code: school for school in SCHOOLS}

BY_CODE[MERGED_AWAY].closed = 2020
BY_CODE[SUCCESSOR].succeeds = [MERGED_AWAY]
BY_CODE[RENAMED].renamed = (
    2021,
    f"{PREFIX} «Нюргунская средняя общеобразовательная школа имени Е. С. Лугинова»",
    "МБОУ «Нюргунская СОШ им. Е. С. Лугинова»",
)


def expected(year: int) -> list[School]:
    return [school for school in SCHOOLS if school.exists(year)]
