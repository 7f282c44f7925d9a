"""From people to the values of a form: what a school writes into each cell."""

import random
from decimal import ROUND_HALF_UP, Decimal

import schools
from people import SUBJECTS, Staff

# A form's values: (field, breakdown) → number or text. What is not there was left empty.
Values = dict[tuple[str, str], int | Decimal | str]

STAFF_FLAGS = {
    "mentoring_participants": "mentoring", "supported_school_total": "supported_school",
    "supported_municipal_total": "supported_municipal", "diagnosed_total": "diagnosed",
    "diagnosed_with_plan": "with_plan", "independent_assessment": "assessed",
    "trained": "trained", "trained_by_diagnosis": "trained_by_diagnosis",
    "burnout_total": "burnout", "burnout_supported": "burnout_supported",
    "retrained": "retrained", "contests_total": "contests", "contests_school": "contests_school",
    "contests_municipal": "contests_municipal", "contests_regional": "contests_regional",
    "contests_federal": "contests_federal",
}
SUBJECT_FLAGS = {
    "subject_supported_school": "supported_school",
    "subject_supported_municipal": "supported_municipal",
    "subject_diagnosed": "diagnosed", "subject_burnout": "burnout",
}


def share(part: int, whole: int) -> Decimal | None:
    """The percentage that a school types: to a tenth, or exact where a tenth would be a tie."""
    if whole == 0:
        return None
    exact = Decimal(100 * part) / Decimal(whole)
    if exact * 20 == (exact * 20).to_integral_value():
        return exact.normalize() if exact != exact.to_integral_value() else Decimal(int(exact))
    return exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def numbers(staff: Staff) -> Values:
    """All numbers that the school could give, optional ones included."""
    year, people = staff.year, staff.people
    teachers = staff.teachers
    values: Values = {
        ("staff_total", ""): len(people),
        ("teachers_total", ""): len(teachers),
        ("young_specialists", ""): sum(year - p.birth < 25 and p.fresh for p in people),
        ("up_to_35", ""): sum(year - p.birth < 35 for p in people),
        ("up_to_30_three_years", ""): sum(
            year - p.birth < 30 and year - p.since >= 3 for p in people),
        ("mentoring_programmes", ""): staff.programmes,
    }
    for field, flag in STAFF_FLAGS.items():
        values[field, ""] = staff.count(flag)
    typed = share(values["trained_by_diagnosis", ""], values["trained", ""])
    if typed is not None:
        values["trained_share", ""] = typed
    for subject in SUBJECTS:
        own = [p for p in teachers if subject in p.subjects]
        values["subject_teachers", f"subjects={subject}"] = len(own)
        for field, flag in SUBJECT_FLAGS.items():
            values[field, f"subjects={subject}"] = sum(p.has(year, flag) for p in own)
    return values


def left_empty(staff: Staff, values: Values, seed: int) -> Values:
    """Leaves out what this school does not collect, and the rows of subjects not taught."""
    rng = random.Random(f"{seed}/{staff.school.code}/habits")
    drop = {
        field
        for field, chance in [
            ("diagnosed_with_plan", 0.25), ("burnout_supported", 0.35), ("trained_share", 0.4)]
        if rng.random() < chance
    }
    empty_rows = rng.random() < 0.5
    kept: Values = {}
    for (field, breakdown), value in values.items():
        if field in drop:
            continue
        if field in SUBJECT_FLAGS and empty_rows and not values["subject_teachers", breakdown]:
            continue
        kept[field, breakdown] = value
    return kept
