"""What schools do to a form, and what must be said of it. Used by forms-trial.py.

A damage changes a filled workbook and says which values it touched (`changed`: key → the texts
that may be read instead) and where a finding must stand (`cells`). Every other value must be read
as it was typed.
"""
import datetime
from dataclasses import dataclass, field

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter

WARNED = ("error", "warning")


@dataclass
class Trace:
    """What a damage did."""
    changed: dict = field(default_factory=dict)
    cells: list = field(default_factory=list)


@dataclass
class Case:
    name: str
    damage: object
    #: Codes of which one must be there; empty: nothing but notices may be.
    codes: tuple = ()
    is_bound: bool = True

    def judge(self, fault, unit, findings, trace):
        loud = [one for one in findings if one["severity"] in WARNED]
        seen = sorted({one["code"] for one in findings})
        if not self.codes:
            for one in loud:
                fault(f"{self.name}: {unit}: {one['code']} {cells(one)}: {one['ru']}")
            return
        hits = [one for one in findings if one["code"].split(":")[-1] in self.codes]
        if not hits:
            fault(f"{self.name}: {unit}: none of {self.codes}; seen {seen}")
        for cell in trace.cells:
            if not any(cell in cells(one) for one in hits):
                fault(f"{self.name}: {unit}: no {self.codes} at {cell}; "
                      f"they are at {[cells(one) for one in hits]}")


def cells(finding):
    return [f"{one['sheet']}!{one['cell']}" for one in finding["cells"]]


def cases(trial):
    """All damages, with the tools of the trial."""
    staff, subjects = "Кадры", "Предметы"

    def named(cell):
        return f"{cell.parent.title}!{cell.coordinate}"

    def one(code, breakdown="-", *readings):
        """A damage of one cell: `change(cell)` types something else into it."""
        def with_change(change):
            def damage(book, values, chance):
                cell = trial.place(book, code, breakdown)
                change(cell)
                return Trace({(code, breakdown): readings}, [named(cell)])
            return damage
        return with_change

    def typed(value, number_format=None):
        def change(cell):
            cell.value = value
            if number_format:
                cell.number_format = number_format
        return change

    def sheet_of(book, name):
        return book[name]

    def loosen(sheet):
        sheet.protection.sheet = False

    def table(sheet, code):
        """The row of the headings, the rows of the members and the column of a field."""
        section, own = trial.FIELDS[code]
        heading = trial.find(sheet, own["label"])[0]
        titles = trial.MEMBERS[trial.dimension(section)].values()
        rows = sorted({trial.find(sheet, title)[0].row for title in titles})
        return heading.row, rows, heading.column

    def columns_of(sheet):
        fields = trial.SECTIONS["subjects"]["fields"]
        return [table(sheet, one["code"])[2] for one in fields]

    def unmerge(sheet):
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))

    def swap_columns(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        a, b = chance.sample(columns_of(sheet)[1:], 2)
        for row in range(1, sheet.max_row + 1):
            left, right = sheet.cell(row, a), sheet.cell(row, b)
            left.value, right.value = right.value, left.value
        return Trace()

    def shuffle_rows(book, values, chance):
        sheet = sheet_of(book, subjects)
        _, rows, _ = table(sheet, "subject_teachers")
        order = rows[:]
        chance.shuffle(order)
        own = {row: [cell.value for cell in sheet[row]] for row in rows}
        for target, source in zip(rows, order):
            for cell, value in zip(sheet[target], own[source]):
                cell.value = value
        return Trace()

    def insert_rows(book, values, chance):
        sheet = sheet_of(book, staff)
        unmerge(sheet)
        sheet.insert_rows(1, chance.randint(1, 4))
        sheet["A1"] = "Муниципальное бюджетное общеобразовательное учреждение"
        return Trace()

    def insert_column(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        at = chance.choice(columns_of(sheet))
        sheet.insert_cols(at)
        sheet.cell(table(sheet, "subject_teachers")[0], at).value = "Заметки школы"
        return Trace()

    def delete_row(book, values, chance):
        sheet = sheet_of(book, staff)
        unmerge(sheet)
        code = chance.choice(["trained", "contests_total", "burnout_total", "up_to_35"])
        sheet.delete_rows(trial.find(sheet, trial.FIELDS[code][1]["label"])[0].row)
        return Trace({(code, "-"): ()})

    def delete_column(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        code = chance.choice(["subject_diagnosed", "subject_burnout", "subject_supported_school"])
        sheet.delete_cols(table(sheet, code)[2])
        return Trace({key: () for key in values if key[0] == code})

    def lost(values, section):
        """The values of a whole section."""
        codes = [one["code"] for one in section["fields"]]
        return {key: () for key in values if key[0] in codes}

    def delete_labels(book, values, chance):
        sheet = sheet_of(book, staff)
        unmerge(sheet)
        section, own = trial.FIELDS["trained"]
        sheet.delete_cols(trial.find(sheet, own["label"])[0].column)
        heading = next(found[0] for one in section["value_heading"]
                       if (found := trial.find(sheet, one)))
        return Trace(lost(values, section), [named(heading)])

    def delete_headings(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        section, own = trial.FIELDS["subject_teachers"]
        sheet.delete_rows(trial.find(sheet, own["label"])[0].row)
        titles = trial.MEMBERS[trial.dimension(section)].values()
        rows = [trial.find(sheet, one)[0] for one in titles]
        return Trace(lost(values, section), [named(min(rows, key=lambda one: one.row))])

    def delete_member(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        member = chance.choice(list(trial.MEMBERS["subjects"]))
        sheet.delete_rows(trial.find(sheet, trial.MEMBERS["subjects"][member])[0].row)
        return Trace({key: () for key in values if key[1] == f"subjects={member}"})

    def rename_sheets(book, values, chance):
        sheet_of(book, staff).title = "Лист1"
        sheet_of(book, subjects).title = "предметы новые"
        return Trace()

    def delete_sheet(book, values, chance):
        del book[subjects]
        codes = [one["code"] for one in trial.SECTIONS["subjects"]["fields"]]
        return Trace({key: () for key in values if key[0] in codes})

    def spoil_case(book, values, chance):
        for name in (staff, subjects):
            for row in sheet_of(book, name).iter_rows():
                for cell in row:
                    if isinstance(cell.value, str) and cell.protection.locked \
                            and not cell.value.startswith("="):
                        cell.value = "  " + cell.value.upper().replace("Ё", "Е").replace(
                            " ", "\n", 1) + " "
        return Trace()

    def other_heading(book, values, chance):
        sheet = sheet_of(book, subjects)
        code = "subject_burnout"
        heading, _, column = table(sheet, code)
        sheet.cell(heading, column).value = "Прочие сведения"
        return Trace({key: () for key in values if key[0] == code})

    def double_heading(book, values, chance):
        sheet = sheet_of(book, subjects)
        code = "subject_diagnosed"
        heading, rows, column = table(sheet, code)
        last = sheet.max_column + 1
        for row in [heading] + rows:
            sheet.cell(row, last).value = sheet.cell(row, column).value
            if row != heading:
                sheet.cell(row, last).value = 0
        return Trace({key: () for key in values if key[0] == code})

    def merge_values(book, values, chance):
        sheet = sheet_of(book, subjects)
        _, rows, column = table(sheet, "subject_teachers")
        sheet.merge_cells(start_row=rows[0], end_row=rows[1], start_column=column,
                          end_column=column)
        members = list(trial.MEMBERS["subjects"])[:2]
        return Trace({("subject_teachers", f"subjects={member}"): () for member in members})

    def blank_required(book, values, chance):
        cell = trial.place(book, "staff_total", "-")
        cell.value = None
        return Trace({("staff_total", "-"): ()}, [named(cell)])

    def part_over_whole(book, values, chance):
        cell = trial.place(book, "trained_by_diagnosis", "-")
        cell.value = int(values["trained", "-"]) + 3
        return Trace({("trained_by_diagnosis", "-"): (str(cell.value),)}, [named(cell)])

    def subject_over_whole(book, values, chance):
        member = chance.choice(list(trial.MEMBERS["subjects"]))
        key = ("subject_diagnosed", f"subjects={member}")
        cell = trial.place(book, *key)
        cell.value = int(values["subject_teachers", key[1]]) + 2
        return Trace({key: (str(cell.value),)}, [named(cell)])

    def no_title(book, values, chance):
        del book[trial.FORM["sections"][0]["sheet"]]
        return Trace({key: () for key in values if key[0] == "filled_on"})

    def no_mark(book, values, chance):
        for sheet in list(book):
            if sheet.sheet_state != "visible":
                del book[sheet.title]
        return Trace()

    def other_year(book, values, chance):
        sheet = book[trial.FORM["sections"][0]["sheet"]]
        label = next(one for one in trial.SECTIONS["title"]["fields"] if one["code"] == "period")
        cell = trial.find(sheet, label["label"])[0]
        for right in sheet[cell.row][cell.column:]:
            if right.value is not None:
                right.value = 2012
        return Trace()

    def copied_sheet(book, values, chance):
        twin = book.copy_worksheet(sheet_of(book, staff))
        twin.title = "Кадры (2)"
        return Trace()

    def unlocked(book, values, chance):
        for sheet in book:
            loosen(sheet)
            for row in sheet.iter_rows():
                for cell in row:
                    cell.protection = Protection(locked=False)
        return Trace()

    def moved_table(book, values, chance):
        sheet = sheet_of(book, subjects)
        unmerge(sheet)
        sheet.move_range(f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}", rows=3, cols=2)
        return Trace()

    def spaces(book, values, chance):
        cell = trial.place(book, "retrained", "-")
        cell.value = " "
        return Trace({("retrained", "-"): ()}, [named(cell)])

    def notes_below(book, values, chance):
        sheet = sheet_of(book, staff)
        sheet.cell(sheet.max_row + 3, 2).value = "Директор ______________ 15 педагогов на 01.09"
        return Trace()

    cell = one("trained", "-")
    total = one("contests_total", "-", "0")
    return [
        Case("a word for a number", cell(typed("двенадцать")), ("cell.not-a-number",)),
        Case("a number with its unit", lambda book, values, chance: one(
            "trained", "-", values["trained", "-"])(typed(f"{values['trained', '-']} чел."))(
                book, values, chance), ("cell.text-number",)),
        Case("a negative number", cell(typed(-4)), ("cell.negative", "count_not_negative")),
        Case("a fraction of a person", cell(typed(3.5)), ("cell.not-whole",)),
        Case("a percentage for a count", cell(typed(0.4, "0%")), ("cell.percent-for-count",)),
        Case("a day for a count", cell(typed(datetime.date(2020, 5, 12), "DD.MM.YYYY")),
             ("cell.date-for-number",)),
        Case("a formula with an error", cell(typed("=1/0")), ("cell.error",)),
        Case("a sum as text", cell(typed("2+5")), ("cell.not-a-number",)),
        Case("too large a number", cell(typed(5_000_000)), ("cell.too-large",)),
        Case("a required cell left empty", blank_required, ("cell.missing",)),
        Case("a lone space", spaces, ("cell.missing",)),
        Case("a part over its whole", part_over_whole, ("by_diagnosis_within_trained",)),
        Case("a subject over its teachers", subject_over_whole,
             ("subject_diagnosed_within_subject", "subject_diagnosed_within_school")),
        Case("the total left at zero", total(typed(0)), (
            "contests_school_within_contests", "contests_municipal_within_contests",
            "contests_regional_within_contests", "contests_federal_within_contests")),
        Case("columns that changed places", swap_columns),
        Case("rows in another order", shuffle_rows),
        Case("rows inserted above", insert_rows),
        Case("a column inserted", insert_column),
        Case("a row deleted", delete_row, ("form.field-missing", "form.field-unclear")),
        Case("a column deleted", delete_column, ("form.field-missing", "form.field-unclear")),
        Case("the column of names deleted", delete_labels, ("form.labels-missing",)),
        Case("the row of headings deleted", delete_headings, ("form.headings-missing",)),
        Case("a subject deleted", delete_member, ("form.row-missing", "form.row-unclear")),
        Case("sheets renamed", rename_sheets),
        Case("a sheet deleted", delete_sheet, ("form.section-missing",)),
        Case("capitals, spaces and line breaks in headings", spoil_case),
        Case("another heading", other_heading, ("form.field-missing", "form.field-unclear")),
        Case("a heading twice", double_heading, ("form.field-twice", "form.field-by-number")),
        Case("values merged", merge_values, ("cell.merged",)),
        Case("the title sheet deleted", no_title, ("form.unit-by-mark", "form.section-missing")),
        Case("the hidden sheet deleted", no_mark),
        Case("another year in the title", other_year, (
            "form.period-unknown", "form.period-mark-conflict"), is_bound=False),
        Case("a copy of a sheet", copied_sheet, ("sheet.extra",)),
        Case("protection taken off", unlocked),
        Case("the table moved", moved_table),
        Case("remarks below the table", notes_below),
    ]


