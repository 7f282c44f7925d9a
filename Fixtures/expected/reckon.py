#!/usr/bin/env python3
"""Reckons every result that Svodka should give for Fixtures/campaign, without Svodka: from
units.csv and values.csv, which the generator of the forms wrote from its own data.

    python3 Fixtures/expected/reckon.py        writes results.csv beside this file

The rules, from design/domain.md: a share is a sum over a sum of those schools that gave both; a
school is expected in the years in which it existed; a form that did not come is missing; a
denominator of 0 is not applicable, whatever stands in the numerator; missing is never zero.

Columns: `value` is the exact share numerator/denominator in lowest terms (a count: the count);
`percent` the share in percent, rounded half away from zero to one decimal, for reading only;
`given` + `not_applicable` + missing = `expected`.
"""

import csv
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
MUNICIPALITY = "vilyuyskiy"
YEARS = [2019, 2020, 2021]
SUBJECTS = [
    "russian", "mathematics", "native_language", "foreign_language", "informatics", "history",
    "geography", "biology", "physics", "chemistry", "physical_education", "primary",
]

# Indicator, numerator, denominator (None: a count), from regulation 004, §1.2 and §1.1.
WHOLE = [
    ("i1_1", "supported_school_total", "teachers_total"),
    ("i1_2", "supported_municipal_total", "teachers_total"),
    ("i2_1", "young_specialists", "staff_total"),
    ("i2_2", "up_to_35", "staff_total"),
    ("i2_3", "up_to_30_three_years", "staff_total"),
    ("i2_4", "mentoring_participants", "teachers_total"),
    ("i2_5", "mentoring_programmes", None),
    ("i3_1", "diagnosed_total", "teachers_total"),
    ("i3_2", "independent_assessment", "staff_total"),
    ("i3_3", "trained_by_diagnosis", "trained"),
    ("i4_1", "burnout_total", "teachers_total"),
    ("i4_2", "retrained", None),
    ("i5_1", "contests_total", "teachers_total"),
    ("c1", "trained_by_diagnosis", "staff_total"),
]
BY_SUBJECT = {
    "i1_1": "subject_supported_school",
    "i1_2": "subject_supported_municipal",
    "i3_1": "subject_diagnosed",
    "i4_1": "subject_burnout",
}


def read(name: str) -> list[dict]:
    with open(HERE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def percent(share: Fraction) -> str:
    """Half away from zero, to a tenth: 19.96 % becomes "20.0"."""
    tenths = (share * 2000 + 1) // 2
    return f"{tenths // 10}.{tenths % 10}"


def sides(values, unit, year, breakdown, numerator, denominator):
    """("given", n, d), ("missing",) or ("not applicable",) of one school."""
    above = values.get((unit, year, numerator, breakdown))
    if denominator is None:
        return ("missing",) if above is None else ("given", above, None)
    below = values.get((unit, year, denominator, breakdown))
    if below == 0:
        return ("not applicable",)
    if above is None or below is None:
        return ("missing",)
    return ("given", above, below)


def row(indicator, unit, breakdown, year, found):
    given = [one for one in found if one[0] == "given"]
    absent = sum(one[0] == "not applicable" for one in found)
    above = sum(one[1] for one in given)
    is_count = bool(given) and given[0][2] is None
    below = None if is_count else sum(one[2] for one in given)
    if not given:
        numbers = ["", "", "", ""]
    elif is_count:
        numbers = [above, "", above, ""]
    else:
        share = Fraction(above, below)
        numbers = [above, below, f"{share.numerator}/{share.denominator}", percent(share)]
    return [indicator, unit, breakdown, year, *numbers[:3], len(given), len(found), numbers[3],
            absent]


def main() -> None:
    units = read("units.csv")
    values = {
        (one["unit"], int(one["period"]), one["field"], one["breakdown"]): int(one["value"])
        for one in read("values.csv")
        if one["current"] == "yes" and one["value"].lstrip("-").isdigit()
    }
    rows = []
    for indicator, numerator, denominator in WHOLE:
        cuts = [("-", numerator, denominator)]
        if indicator in BY_SUBJECT:
            cuts += [
                (f"subjects={one}", BY_SUBJECT[indicator], "subject_teachers") for one in SUBJECTS]
        for breakdown, above, below in cuts:
            for year in YEARS:
                found = [
                    (one["unit"], sides(values, one["unit"], year, breakdown, above, below))
                    for one in units
                    if int(one["opened"] or 0) <= year < int(one["closed"] or 9999)
                ]
                rows.append(row(
                    indicator, MUNICIPALITY, breakdown, year, [one for _, one in found]))
                if indicator != "c1":
                    rows += [row(indicator, unit, breakdown, year, [one]) for unit, one in found]
    with open(HERE / "results.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([
            "indicator", "unit", "breakdown", "period", "numerator", "denominator", "value",
            "given", "expected", "percent", "not_applicable"])
        out.writerows(rows)
    print(f"{len(rows)} results")


if __name__ == "__main__":
    main()
