"""Plays a campaign of two years as a methodist and her schools would, and holds what the register,
the journal, the protocols, the results and the traces say against what was done.

usage: story-trial.py SVODKA WORK

Needs openpyxl, PyYAML and LibreOffice. The expected story is told by this script from its own acts:
story_forms.py fills forms in, story_checks.py derives and compares. It is played twice, and both
plays must leave the same bytes.
"""
import csv
import pathlib
import shutil
import subprocess
import sys

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import story_forms
from story_checks import Checks, Silent, differing, fault, faults
from story_forms import FIELDS, forms

ROOT = pathlib.Path(__file__).resolve().parent.parent
YEAR, NEXT = "2019", "2020"
AUTHOR = "Е. Г. Лазарева"
UNITS = [f"school-{number:02}" for number in (*range(1, 17), 25)]
# What the schools did in the first year; all others handed a clean form in, in time.
LATE, MISSING, ERROR, QUESTION, RETURNED, ACCEPTED = (
    "school-03", "school-04", "school-05", "school-06", "school-07", "school-08")
HEIR, CORRECTED, SCANNED, RENAMED, TWO_FILES, WITHDRAWN, OPEN_ERROR, OPEN_QUESTION, MERGED = (
    "school-09", "school-10", "school-11", "school-12", "school-13", "school-14", "school-15",
    "school-16", "school-25")
ODS = ("school-02", "school-11")
NEW_NAME = "МБОУ «Нюргунская СОШ им. Е. С. Лугинова»"


class Story:
    """The campaign, and what is known of it because this script did it."""

    def __init__(self, svodka, work, play):
        self.work = work
        self.folder = work / f"play-{play}/кампания"
        self.made = work / "made"
        self.campaign = forms.Campaign(svodka, self.folder)
        self.said = []
        self.checks = Checks(self) if play == 1 else Silent(self)
        self.asked_for = 0
        # (unit, year) -> versions in the order in which they came.
        self.versions = {}
        # Values that count, by (unit, year): {key: value}, and those that are withheld.
        self.counts, self.withheld = {}, {}
        self.journal = []
        self.lines = 0
        self.scans, self.decided, self.findings = {}, {}, {}
        self.returned = set()
        self.locked = set()
        self.now = ""

    # ---- running -------------------------------------------------------------------------

    def run(self, command, *arguments, now=None, codes=(0, 1)):
        """`now`: of commands that look at the clock."""
        if now:
            self.now = now
        done = self.asked(command, *arguments, codes=codes)
        self.said.append((command, [str(one) for one in arguments], done.returncode,
                          done.stdout.replace(str(self.folder), "…"),
                          done.stderr.replace(str(self.folder), "…")))
        return done.stdout

    def ask(self, command, *arguments):
        """For checks: what is asked is no part of the story."""
        self.asked_for += 1
        return self.asked(command, *arguments, codes=(0, 1)).stdout

    def asked(self, command, *arguments, codes):
        clock = ["--now", self.now] if command in CLOCKED else []
        return self.campaign.run(command, self.folder, *arguments, *clock, codes=codes)

    def decide(self, command, unit, *arguments, reason, event, now, year=YEAR, told=None, **facts):
        said = self.run(command, unit, *arguments, "--reason", reason, "--author", AUTHOR,
                        "--period", year, now=now, codes=(0,))
        self.note(now, event, unit, year, told or reason, **facts)
        return said

    def note(self, at, event, unit, year, reason, has_line=True, **facts):
        """A line that the journal must have from now on."""
        if has_line:
            self.lines += 1
            facts["line"] = self.lines
        self.journal.append(dict(at=at, event=event, unit=unit, period=year, author=AUTHOR,
                                 reason=reason, **facts))

    # ---- forms ---------------------------------------------------------------------------

    def prepare(self, unit, year, saved, source, change, version):
        """Makes the file once, however often the story is played; gives the path of the file."""
        ending = source.suffix
        target = self.made / f"{year}-{unit}-{version}{ending}"
        origin = target.with_suffix(".origin")
        if target.exists():
            if origin.read_bytes() != source.read_bytes():
                fault(f"{year} {unit}: what version {version} is typed into differs between plays")
            return target
        self.made.mkdir(exist_ok=True)
        origin.write_bytes(source.read_bytes())
        if ending == ".ods":
            # LibreOffice opens the issued file, the school types, LibreOffice saves.
            opened, = forms.convert([source], "xlsx", self.made / "opened", self.work)
            book = openpyxl.load_workbook(opened)
            change(book)
            typed = self.made / "typed" / f"{target.stem}.xlsx"
            story_forms.save(book, typed, saved)
            forms.convert([typed], "ods", self.made, self.work)
            story_forms.stamp(target, saved)
        else:
            book = openpyxl.load_workbook(source)
            change(book)
            story_forms.save(book, target, saved)
        return target

    def send(self, unit, year, saved, values, source=None, more=None, name=None, change=None):
        """The school types its values and its contact, and the file comes into the inbox."""
        versions = self.versions.setdefault((unit, year), [])
        number = len(versions) + 1
        person = f"Анкетова-{unit[-2:]}-{number} Я. {year[-1]}."
        phone = f"8 (41132) {unit[-2:]}-{number}{year[-1]}-77"

        def fill(book):
            if change:
                change(book)
            story_forms.type_in(book, values)
            story_forms.type_in(book, {("filled_by", "-"): person, ("phone", "-"): phone})
            if more:
                more(book)

        source = source or self.issued(unit, year)
        path = self.prepare(unit, year, saved, source, fill, number)
        name = name or f"{unit} за {year}, {number}{path.suffix}"
        shutil.copy(path, self.folder / "inbox" / name)
        before = versions[-1]["values"] if versions else {}
        versions.append(dict(
            unit=unit, number=number, file=name, path=path, person=person, phone=phone,
            values={**before, **values}, came=None))
        return versions[-1]

    def issued(self, unit, year):
        ending = "ods" if unit in ODS else "xlsx"
        folder = self.folder / f"out/{year}/forms"
        return next(file for file in sorted(folder.glob(f"*.{ending}"))
                    if self.code_of(file) == unit)

    def code_of(self, file):
        if not hasattr(self, "codes"):
            self.codes = {}
        if file not in self.codes:
            self.codes[file] = forms.unit_of(
                file if file.suffix == ".xlsx" else file.with_suffix(".xlsx"))
        return self.codes[file]

    def collect(self, now, year=YEAR, *, closed=False):
        """All that was sent since the last time comes now."""
        said = self.run("collect", now=now)
        for (unit, one), versions in sorted(self.versions.items()):
            for place, version in enumerate(versions):
                if version["came"] is None:
                    version["came"] = now
                    version["closed"] = one in self.locked
                    self.journal.append(dict(
                        at=now, event="arrived", unit=unit, period=one, file=version["file"],
                        version=version["number"],
                        changed=differing(versions[place - 1], version) if place else None))
        return said

    def count(self, unit, year, version, withheld=()):
        """From now on this version is what counts."""
        self.counts[unit, year] = dict(version["values"])
        self.withheld[unit, year] = set(withheld)


# Commands that take the time as it is told.
CLOCKED = {"collect", "answer", "remind", "status", "report", "lock", "unlock", "new-period",
           "correct", "accept", "return", "choose", "scan", "withdraw", "import-results"}


# ---- the register -------------------------------------------------------------------------------

HEADINGS = ["№", "Код", "Полное наименование", "Краткое наименование", "Тип", "Группа",
            "Руководитель (кому)", "Преемник кого", "Открыта с", "Закрыта с", "Действует с",
            "Электронная почта"]


def fixture_register():
    sheet = openpyxl.load_workbook(ROOT / "Fixtures/campaign/schools.xlsx").active
    rows = [["" if one is None else str(one) for one in row]
            for row in sheet.iter_rows(min_row=4, values_only=True)]
    return [row for row in rows if row[1] in UNITS and not row[10]]


def write_register(path, rows):
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([HEADINGS, *rows])


def first_register():
    return [row[:7] + ["", "", "", ""] + row[11:] for row in fixture_register()]


def second_register():
    """A school is merged into another, and one is called otherwise from the second year on."""
    rows = []
    for row in first_register():
        if row[1] == MERGED:
            row[9] = NEXT
        if row[1] == HEIR:
            row[7] = MERGED
        rows.append(row)
        if row[1] == RENAMED:
            new = list(row)
            new[2] = new[2].replace("школа»", "школа имени Е. С. Лугинова»")
            new[3] = NEW_NAME
            new[10] = NEXT
            rows.append(new)
    return rows


def settings(year, deadline):
    text = (ROOT / "Fixtures/campaign/campaign.yaml").read_text()
    lines = []
    for line in text.splitlines():
        if line.startswith("periods:"):
            line = f"periods: [{year}]"
        if line.startswith("deadline:"):
            line = f'deadline: "{deadline}"\ntime_zone: Asia/Yakutsk'
        lines.append(line)
    return "\n".join(lines) + "\n"


# ---- the acts -----------------------------------------------------------------------------------

def begin(story):
    story.folder.parent.mkdir(parents=True)
    register, file = story.folder.parent / "schools.csv", story.folder.parent / "settings.yaml"
    write_register(register, first_register())
    file.write_text(settings(YEAR, "2020-01-25"))
    story.campaign.run("new", story.folder, "--pack", "vilyuysk", "--settings", file,
                       "--register", register, codes=(0,))
    story.names = {row[1]: row[3] for row in first_register()}
    story.groups = {row[1]: row[5] for row in first_register()}
    story.run("forms", "--format", "both", codes=(0,))
    issued = [one for one in (story.folder / f"out/{YEAR}/forms").iterdir()
              if one.suffix in (".xlsx", ".ods")]
    if len(issued) != 2 * len(UNITS):
        fault(f"forms: {len(issued)} blanks for {len(UNITS)} schools, twice each")
    story.checks.status("2019-12-20T03:00:00Z", YEAR)


def more_than(values, part, whole, by=1):
    return {**values, (part, "-"): str(int(values[whole, "-"]) + by)}


def first_forms(story):
    """In time. A form with an error, three more that will be decided about, two questions."""
    all_values = story_forms.values_of(YEAR)
    for unit in UNITS:
        values = all_values[unit]
        withheld, found = [], []
        if unit in (LATE, MISSING, TWO_FILES):
            continue
        if unit == HEIR:
            # Together with the school that it takes over later it grows by less than 15 %.
            values = {**values, ("staff_total", "-"): "50"}
        if unit == ERROR:
            values = more_than(values, "up_to_35", "staff_total", 3)
            withheld, found = ["up_to_35"], [("up_to_35_within_staff", "error")]
        if unit == ACCEPTED:
            values = more_than(values, "retrained", "teachers_total")
            withheld, found = ["retrained"], [("retrained_within_teachers", "error")]
        if unit == OPEN_ERROR:
            values = more_than(values, "burnout_total", "teachers_total")
            withheld, found = ["burnout_total"], [("burnout_within_teachers", "error")]
        if unit in (QUESTION, OPEN_QUESTION):
            values = {**values, ("mentoring_programmes", "-"): "0"}
            found = [("mentoring_without_programmes", "warning")]
        version = story.send(unit, YEAR, "2020-01-15T02:00:00Z", values)
        story.count(unit, YEAR, version, [(one, "-") for one in withheld])
        story.findings[unit, YEAR] = {code: [severity, "open"] for code, severity in found}
    story.collect("2020-01-20T03:00:00Z")
    story.checks.all(YEAR)
    # Nothing new: nothing happens.
    said = story.collect("2020-01-20T04:00:00Z")
    if "Ничего нового" not in said:
        fault(f"a second collect of the same files says:\n{said}")
    story.run("answer", now="2020-01-20T05:00:00Z")
    story.checks.all(YEAR)
    story.checks.answers(YEAR)


def decisions(story):
    day = "2020-01-22T0"
    story.decide("return", RETURNED, reason="заполнена по прошлому году", event="return",
                 now=day + "1:00:00Z")
    story.returned.add((RETURNED, YEAR))
    del story.counts[RETURNED, YEAR]
    story.checks.all(YEAR)

    story.decide("accept", ACCEPTED, "vilyuysk:retrained_within_teachers",
                 reason="дипломы приложены", event="accept", now=day + "2:00:00Z",
                 code="vilyuysk:retrained_within_teachers")
    story.withheld[ACCEPTED, YEAR].clear()
    story.findings[ACCEPTED, YEAR]["retrained_within_teachers"][1] = "accepted"
    story.decided[ACCEPTED, YEAR, "retrained"] = dict(
        act="accepted", line=story.lines, reason="дипломы приложены", at=story.now)
    story.checks.all(YEAR)

    before = story.counts[CORRECTED, YEAR]["staff_total", "-"]
    after = str(int(before) + 1)
    story.decide("correct", CORRECTED, f"staff_total={after}", reason="по телефону, директор",
                 event="correct", now=day + "3:00:00Z", field="staff_total", before=before,
                 after=after)
    story.counts[CORRECTED, YEAR]["staff_total", "-"] = after
    story.decided[CORRECTED, YEAR, "staff_total"] = dict(
        act="corrected", line=story.lines, reason="по телефону, директор", at=story.now,
        before=before, after=after)
    story.checks.all(YEAR)

    # A second correction of the same value takes the place of the first.
    again = str(int(after) + 1)
    story.decide("correct", CORRECTED, f"staff_total={again}", reason="по письму директора",
                 event="correct", now=day + "3:30:00Z", field="staff_total", after=again)
    story.counts[CORRECTED, YEAR]["staff_total", "-"] = again
    story.decided[CORRECTED, YEAR, "staff_total"] = dict(
        act="corrected", line=story.lines, reason="по письму директора", at=story.now,
        before=before, after=again)
    story.checks.all(YEAR)

    before = story.counts[WITHDRAWN, YEAR]["independent_assessment", "-"]
    after = str(int(before) + 1)
    story.decide("correct", WITHDRAWN, f"independent_assessment={after}",
                 reason="по письму школы", event="correct", now=day + "4:00:00Z",
                 field="independent_assessment", before=before, after=after)
    line = story.lines
    story.counts[WITHDRAWN, YEAR]["independent_assessment", "-"] = after
    story.decided[WITHDRAWN, YEAR, "independent_assessment"] = dict(
        act="corrected", line=line, reason="по письму школы", at=story.now, before=before,
        after=after)
    story.checks.all(YEAR)

    story.decide("scan", SCANNED, "--on", "2020-01-21", reason="почтой", event="scan",
                 now=day + "5:00:00Z", told="получен 21.01.2020; почтой")
    story.scans[SCANNED, YEAR] = "2020-01-21"
    story.checks.all(YEAR)

    story.run("withdraw", line, "--reason", "письмо другой школы", "--author", AUTHOR,
              now="2020-01-24T01:00:00Z", codes=(0,))
    story.note(story.now, "withdraw", WITHDRAWN, YEAR, "письмо другой школы", withdraws=line)
    story.counts[WITHDRAWN, YEAR]["independent_assessment", "-"] = before
    del story.decided[WITHDRAWN, YEAR, "independent_assessment"]
    story.checks.all(YEAR)


def corrections(story):
    """Forms that come back: the annotated copy put right, and a question explained."""
    answers = story.folder / f"out/{YEAR}/answers"
    story.run("answer", now="2020-01-24T02:00:00Z")
    story.checks.answers(YEAR)
    right = story_forms.values_of(YEAR)
    copy, = answers.glob(f"{ERROR}/*замечания.xlsx")
    version = story.send(ERROR, YEAR, "2020-01-24T05:00:00Z", {
        ("up_to_35", "-"): right[ERROR]["up_to_35", "-"]}, source=copy)
    story.count(ERROR, YEAR, version)
    story.findings[ERROR, YEAR] = {}
    copy, = answers.glob(f"{QUESTION}/*замечания.xlsx")
    place, = story_forms.cells_of(copy, [("mentoring_programmes", "-")]).values()
    version = story.send(
        QUESTION, YEAR, "2020-01-24T05:00:00Z", {}, source=copy,
        more=lambda book: story_forms.explain(
            book, place, "Программы утверждены в январе, после отчётной даты"))
    story.count(QUESTION, YEAR, version)
    story.findings[QUESTION, YEAR]["mentoring_without_programmes"][1] = "explained"
    story.explained = "Программы утверждены в январе, после отчётной даты"
    # In Yakutsk it is the 25th already.
    story.collect("2020-01-24T16:30:00Z")
    story.checks.all(YEAR)


def two_files(story):
    """Two files of which nobody can say which is newer, on the last day; one is chosen."""
    values = story_forms.values_of(YEAR)[TWO_FILES]
    other = {**values, ("independent_assessment", "-"): str(
        int(values["independent_assessment", "-"]) + 1)}
    story.send(TWO_FILES, YEAR, None, values, name="форма.xlsx")
    story.send(TWO_FILES, YEAR, None, other, name="форма (2).xlsx")
    # By name, as collect reads them.
    first, second = sorted(story.versions[TWO_FILES, YEAR], key=lambda one: one["file"])
    first["number"], second["number"] = 1, 2
    story.versions[TWO_FILES, YEAR] = [first, second]
    story.run("remind", now="2020-01-25T01:00:00Z")
    story.checks.reminders(YEAR)
    # 23:00 of the 25th in Yakutsk.
    story.collect("2020-01-25T14:00:00Z")
    story.checks.all(YEAR)
    chosen = next(one for one in (first, second) if one["file"] == "форма (2).xlsx")
    story.decide("choose", TWO_FILES, "форма (2).xlsx", reason="по телефону: эта верна",
                 event="chosen", now="2020-01-25T14:30:00Z", has_line=False, file="форма (2).xlsx")
    chosen["chosen"] = True
    story.count(TWO_FILES, YEAR, chosen)
    story.checks.all(YEAR)


def late_forms(story):
    """01:00 of the 26th in Yakutsk, the 25th in Greenwich."""
    right = story_forms.values_of(YEAR)
    version = story.send(LATE, YEAR, "2020-01-25T15:00:00Z", right[LATE])
    story.count(LATE, YEAR, version)
    again = story.send(RETURNED, YEAR, "2020-01-25T15:00:00Z", {
        ("independent_assessment", "-"): str(
            int(right[RETURNED]["independent_assessment", "-"]) + 2)},
        source=story.versions[RETURNED, YEAR][0]["path"])
    story.returned.clear()
    story.count(RETURNED, YEAR, again)
    story.collect("2020-01-25T16:00:00Z")
    story.checks.all(YEAR)
    before = story.checks.answer_files(YEAR)
    story.run("answer", now="2020-01-25T17:00:00Z")
    story.checks.answers(YEAR)
    story.checks.rewritten(YEAR, before, {
        ERROR, QUESTION, TWO_FILES, LATE, RETURNED, OPEN_ERROR, OPEN_QUESTION})
    # The 26th in Yakutsk, the 25th in Greenwich: the term is over.
    story.run("remind", now="2020-01-25T17:10:00Z")
    story.checks.reminders(YEAR)
    # Days later nothing has changed for anybody.
    before = story.checks.answer_files(YEAR)
    story.run("answer", now="2020-01-28T03:00:00Z")
    story.checks.rewritten(YEAR, before, set())
    story.run("remind", now="2020-01-28T03:10:00Z")
    story.checks.reminders(YEAR)
    story.checks.since(YEAR, "2020-01-25")
    story.checks.since(YEAR, "2020-01-24")


def signing(story):
    story.run("report", now="2020-01-30T03:00:00Z")
    story.checks.documents(YEAR, draft=True)
    story.run("lock", "--period", YEAR, "--author", AUTHOR, now="2020-02-01T02:00:00Z", codes=(1,))
    story.run("lock", "--period", YEAR, "--reason", "приказ № 5", "--author", AUTHOR, "--anyway",
              now="2020-02-01T03:00:00Z", codes=(0,))
    story.note(story.now, "lock", None, YEAR, story.checks.signed(YEAR, "приказ № 5"))
    story.locked.add(YEAR)
    story.checks.all(YEAR)
    story.run("report", now="2020-02-01T04:00:00Z")
    story.checks.documents(YEAR, draft=False)
    # A form that comes when all is signed.
    values = story_forms.values_of(YEAR)[MISSING]
    version = story.send(MISSING, YEAR, "2020-02-04T02:00:00Z", values)
    said = story.collect("2020-02-05T03:00:00Z")
    if "закрыт" not in said:
        fault(f"collect does not say that the period is closed:\n{said}")
    story.checks.counts_agree(YEAR, said)
    story.checks.all(YEAR)
    story.run("unlock", "--period", YEAR, "--reason", "форма школы пришла позже", "--author",
              AUTHOR, now="2020-02-10T02:00:00Z", codes=(0,))
    story.note(story.now, "unlock", None, YEAR, "форма школы пришла позже")
    story.locked.discard(YEAR)
    story.signed = dict(story.counts)
    story.signed_withheld = dict(story.withheld)
    version["closed"] = False
    story.count(MISSING, YEAR, version)
    said = story.collect("2020-02-10T02:30:00Z")
    story.checks.counts_agree(YEAR, said)
    story.checks.all(YEAR)
    story.checks.revisions(YEAR)
    story.run("report", now="2020-02-10T03:00:00Z")
    story.checks.documents(YEAR, draft=True, revised=True)
    story.run("lock", "--period", YEAR, "--reason", "приказ № 6", "--author", AUTHOR, "--anyway",
              now="2020-02-12T03:00:00Z", codes=(0,))
    story.note(story.now, "lock", None, YEAR, story.checks.signed(YEAR, "приказ № 6"))
    story.locked.add(YEAR)
    story.checks.all(YEAR)
    story.run("report", now="2020-02-12T04:00:00Z")
    story.checks.documents(YEAR, draft=False, revised=True)


def next_year(story):
    write_register(story.folder / "schools.csv", second_register())
    said = story.run("new-period", "--deadline", "2021-01-25", "--author", AUTHOR,
                     now="2020-12-01T02:00:00Z", codes=(0,))
    story.note(story.now, "new-period", None, NEXT, "")
    for line in (f"Закрыты (1): {story.names[MERGED]}.",
                 f"Слиты из нескольких (1): {story.names[HEIR]}.",
                 f"Переименованы (1): {NEW_NAME}.", "Формы сдадут: 16."):
        if line not in said:
            fault(f"new-period does not say «{line}»:\n{said}")
    story.names_next = {**story.names, RENAMED: NEW_NAME}
    story.run("forms", "--format", "both", codes=(0,))
    story.checks.last_values(NEXT)
    story.checks.all(NEXT)
    values = story_forms.values_of(NEXT)
    for unit in story.expected(NEXT):
        version = story.send(unit, NEXT, "2021-01-12T02:00:00Z", values[unit])
        story.count(unit, NEXT, version)
        story.findings[unit, NEXT] = story.checks.questions_of(unit, NEXT)
    story.collect("2021-01-20T03:00:00Z")
    story.checks.all(NEXT, every=True)
    story.checks.all(YEAR, every=True)
    story.run("answer", now="2021-01-20T04:00:00Z")
    story.checks.answers(NEXT)
    story.checks.changes(NEXT)
    imported(story)
    story.run("report", now="2021-01-28T03:00:00Z")
    # What was signed the year before was revised, and it is compared with.
    story.checks.documents(NEXT, draft=True, revised=True)
    # The whole story once more, as both plays must tell it.
    for year in (YEAR, NEXT):
        for format in ("json", "table", "xlsx", "html"):
            story.run("status", "--period", year, "--format", format)
        story.run("results", "--period", year, "--format", "csv")
    story.run("journal", "--format", "json")
    story.run("journal", codes=(0,))
    story.checks.leaks()
    story.checks.silence()


def imported(story):
    """The signed table of a year before, taken over twice."""
    arguments = (ROOT / "Fixtures/imported/long.csv", "--period", "2018", "--reason", "приказ № 7",
                 "--author", AUTHOR)
    story.run("import-results", *arguments, now="2021-01-21T03:00:00Z", codes=(0,))
    story.note(story.now, "import", None, "2018", "приказ № 7")
    said = story.run("import-results", *arguments, now="2021-01-21T04:00:00Z", codes=(0,))
    if "Ничего нового" not in said:
        fault(f"a table that is taken over twice:\n{said}")
    story.checks.journal()


def expected(self, year):
    return UNITS if year == YEAR else [unit for unit in UNITS if unit != MERGED]


Story.expected = expected
ACTS = [begin, first_forms, decisions, corrections, two_files, late_forms, signing, next_year]


def play(svodka, work, number):
    story = Story(svodka, work, number)
    for act in ACTS:
        act(story)
    return story


def files_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def transcript(story):
    """Every act with what the program said, for a person to read."""
    lines = []
    for command, arguments, code, out, err in story.said:
        lines += [f"$ svodka {command} {' '.join(arguments)}    # {code}", out + err]
    return "\n".join(lines)


def same(first, second):
    """Both plays said the same and left the same documents."""
    for one, other in zip(first.said, second.said):
        if one != other:
            fault(f"{one[0]} {' '.join(one[1])} says another thing in the second play:\n"
                  f"{one[3]}{one[4]}\n--\n{other[3]}{other[4]}")
            return
    one, other = files_below(first.folder / "out"), files_below(second.folder / "out")
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            fault(f"out/{name} differs between two plays of one story")


def main(svodka, work):
    work = pathlib.Path(work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    first = play(svodka, work, 1)
    (work / "transcript.txt").write_text(transcript(first))
    second = play(svodka, work, 2)
    same(first, second)
    print(f"story-trial: {len(first.said)} commands, twice, {first.asked_for} questions, "
          f"{first.checks.made} comparisons, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
