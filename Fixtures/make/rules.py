"""The rules of the form as domain.md states them ("Rules of this pack's form"), written here
once more and without a look at the pack's own: a clean form breaks none of them.

Where the page leaves a reading open, the stricter one is checked.
"""

from decimal import Decimal

from people import SUBJECTS
from values import STAFF_FLAGS, SUBJECT_FLAGS, Values

TEACHER_FIELDS = [f for f in STAFF_FLAGS if f != "independent_assessment"]
LEVELS = ["contests_school", "contests_municipal", "contests_regional", "contests_federal"]


def broken(values: Values, previous: Values | None) -> list[str]:
    """What the form breaks, in words; empty for a clean one."""
    faults: list[str] = []

    def value(field: str, breakdown: str = ""):
        return values.get((field, breakdown))

    def at_most(part: str, whole: str, breakdown: str = "") -> None:
        a, b = value(part, breakdown), value(whole, breakdown)
        if a is not None and b is not None and a > b:
            faults.append(f"{part} {a} > {whole} {b} {breakdown}")

    for (field, breakdown), one in values.items():
        if isinstance(one, str) or field == "trained_share":
            continue
        if one != int(one) or one < 0:
            faults.append(f"{field} {breakdown} is no whole number: {one}")
    for field in TEACHER_FIELDS:
        at_most(field, "teachers_total")
    for field in ["teachers_total", "up_to_35", "independent_assessment"]:
        at_most(field, "staff_total")
    at_most("young_specialists", "up_to_35")
    at_most("up_to_30_three_years", "up_to_35")
    at_most("diagnosed_with_plan", "diagnosed_total")
    at_most("trained_by_diagnosis", "trained")
    at_most("trained", "teachers_total")
    at_most("burnout_supported", "burnout_total")
    for level in LEVELS:
        at_most(level, "contests_total")
    if value("contests_total") > sum(value(level) for level in LEVELS):
        faults.append("contests: the total is over the sum of the levels")
    taught = [f"subjects={s}" for s in SUBJECTS if value("subject_teachers", f"subjects={s}")]
    if value("teachers_total") > sum(value("subject_teachers", row) for row in taught):
        faults.append("teachers are more than the sum over subjects")
    totals = {
        "subject_teachers": "teachers_total", "subject_supported_school": "supported_school_total",
        "subject_supported_municipal": "supported_municipal_total",
        "subject_diagnosed": "diagnosed_total", "subject_burnout": "burnout_total",
    }
    for row in taught:
        for field, total in totals.items():
            if field != "subject_teachers":
                at_most(field, "subject_teachers", row)
            if value(field, row) > value(total):
                faults.append(f"{field} {row} is over {total}")
    sizes = {value("subject_teachers", row) for row in taught}
    for field in SUBJECT_FLAGS:
        column = [value(field, row) for row in taught]
        if len(column) >= 5 and len(sizes) > 1 and len(set(column)) == 1 and column[0] > 0:
            faults.append(f"{field} is {column[0]} in every subject")
        some = [one for one in column if one > 0]
        if len(some) >= 5 and len(set(some)) == 1 and some[0] > 1:
            faults.append(f"{field} is {some[0]} wherever it is not zero")
    typed = value("trained_share")
    if typed is not None:
        half = Decimal(1).scaleb(typed.as_tuple().exponent) / 2
        exact = Decimal(100 * value("trained_by_diagnosis")) / Decimal(value("trained"))
        if abs(typed - exact) > half:
            faults.append(f"trained_share {typed} is not {exact}")
    if value("mentoring_participants") and not value("mentoring_programmes"):
        faults.append("mentored without a programme")
    if previous is not None:
        faults += _against(values, previous)
    return faults


def _against(values: Values, previous: Values) -> list[str]:
    faults = []
    now, then = values["staff_total", ""], previous["staff_total", ""]
    if abs(now - then) >= 3 and abs(now - then) * 100 > 15 * then:
        faults.append(f"staff changed from {then} to {now}")
    numbers = {key: one for key, one in values.items() if not isinstance(one, str)}
    for key, one in numbers.items():
        if one == 0 and previous.get(key, 0) >= 3:
            faults.append(f"{key} is zero after {previous[key]}")
    filled = [key for key, one in numbers.items() if one != 0]
    same = sum(previous.get(key) == numbers[key] for key in filled)
    # Well below the nine in ten of the rule, so that no clean form is near it.
    if same * 100 > 75 * len(filled):
        faults.append(f"{same} of {len(filled)} numbers are last year's")
    return faults
