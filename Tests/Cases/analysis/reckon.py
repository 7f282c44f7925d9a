"""Makes the case of AnalysisTests and reckons it by SQL, apart from Svodka.

usage: python3 reckon.py    writes units.csv, observations.csv, values.csv, comparisons.csv here

Indicators: `share` (part / whole, also by subject: subject_part / subject_whole), `count` (pieces),
`goal` (part / staff, municipality only). Thresholds: 3 points, 3 persons, 10 percent.
School s5 continues s3 and s4 from 2021 on; s6 opens in 2020; s7 closes in 2021.
"""
import csv
import pathlib
import random
import sqlite3
from fractions import Fraction

HERE = pathlib.Path(__file__).parent
YEARS = [2019, 2020, 2021]
SUBJECTS = ["history", "physics", "music"]
UNITS = [  # code, opened, closed, succeeds
    ("s1", None, None, ""), ("s2", None, None, ""), ("s3", None, 2021, ""),
    ("s4", None, 2021, ""), ("s5", 2021, None, "s3 s4"), ("s6", 2020, None, ""),
    ("s7", None, 2021, ""), ("s8", None, None, ""), ("s10", None, None, ""),
]
FORMULAS = [  # indicator, breakdowns, numerator, denominator, municipal only
    ("share", [""], "part", "whole", 0),
    ("share", [f"subjects={s}" for s in SUBJECTS], "subject_part", "subject_whole", 0),
    ("count", [""], "pieces", None, 0),
    ("goal", [""], "part", "staff", 1),
]
STATES = ["missing", "not_applicable", "unreadable", "withheld"]


def exists(unit, year):
    return (unit[1] is None or year >= unit[1]) and (unit[2] is None or year < unit[2])


def observations():
    """Mostly given, a seventh in other states or left out altogether, some groups empty."""
    dice = random.Random(20210615)
    for unit in UNITS:
        for year in YEARS:
            if not exists(unit, year):
                continue
            if unit[0] == "s8" and year == 2020:
                continue  # never handed its form in
            size = dice.randint(6, 60)
            for field, breakdown, top in (
                    [("part", "", size), ("whole", "", size), ("staff", "", size + 9),
                     ("pieces", "", 20)]
                    + [(f, f"subjects={s}", 9) for s in SUBJECTS
                       for f in ("subject_part", "subject_whole")]):
                value = size if field == "whole" else dice.randint(0, top)
                if field == "subject_whole":
                    value = dice.choice([0, 9, 12])
                fate = dice.random()
                if fate < 0.05:
                    continue
                state = "given" if fate > 0.15 else dice.choice(STATES)
                yield unit[0], year, field, breakdown, state, value


def write(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def standing(db, unit, year, breakdown, numerator, denominator):
    """State of one unit's value: as domain.md, "What counts", says it."""
    def side(field):
        row = db.execute("SELECT state, value FROM o WHERE unit=? AND year=? AND field=? "
                         "AND breakdown=?", (unit, year, field, breakdown)).fetchone()
        return row or ("missing", None)
    part = side(numerator)
    whole = side(denominator) if denominator else ("given", 1)
    states = {part[0], whole[0]}
    if "withheld" in states:
        return "withheld"
    if "unreadable" in states:
        return "unreadable"
    if whole == ("given", 0) or "not_applicable" in states:
        return "not_applicable"
    return "missing" if "missing" in states else "given"


def main():
    rows = list(observations())
    write("units.csv", ["unit", "opened", "closed", "succeeds"],
          [[c, o or "", e or "", s] for c, o, e, s in UNITS])
    write("observations.csv", ["unit", "period", "field", "breakdown", "state", "value"], rows)

    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE o (unit, year, field, breakdown, state, value)")
    db.executemany("INSERT INTO o VALUES (?,?,?,?,?,?)", rows)
    db.execute("CREATE TABLE standing (indicator, breakdown, numerator, denominator, municipal, "
               "unit, year, state)")
    for indicator, breakdowns, numerator, denominator, municipal in FORMULAS:
        for breakdown in breakdowns:
            for unit in UNITS:
                for year in YEARS:
                    if exists(unit, year):
                        db.execute("INSERT INTO standing VALUES (?,?,?,?,?,?,?,?)", (
                            indicator, breakdown, numerator, denominator, municipal, unit[0], year,
                            standing(db, unit[0], year, breakdown, numerator, denominator)))

    def value(indicator, breakdown, units, year):
        """Sums over the units that gave both sides, and how many stood how."""
        marks = ",".join("?" * len(units))
        given, part, whole = db.execute(f"""
            SELECT count(*), coalesce(sum(n.value), 0), coalesce(sum(d.value), 0)
            FROM standing s
            JOIN o n ON n.unit=s.unit AND n.year=s.year AND n.field=s.numerator
              AND n.breakdown=s.breakdown
            LEFT JOIN o d ON d.unit=s.unit AND d.year=s.year AND d.field=s.denominator
              AND d.breakdown=s.breakdown
            WHERE s.state='given' AND s.indicator=? AND s.breakdown=? AND s.year=?
              AND s.unit IN ({marks})""", (indicator, breakdown, year, *units)).fetchone()
        counts = dict(db.execute(f"""
            SELECT state, count(*) FROM standing WHERE indicator=? AND breakdown=? AND year=?
            AND unit IN ({marks}) GROUP BY state""", (indicator, breakdown, year, *units)))
        expected = sum(counts.values())
        state = ("known" if given else "withheld"
                 if counts.get("withheld") or counts.get("unreadable") else
                 "notApplicable" if expected and counts.get("not_applicable") == expected
                 else "noData")
        is_count = indicator == "count"
        exact = None
        if state == "known":
            exact = Fraction(part) if is_count else Fraction(100 * part, whole)
        return {"part": part, "whole": None if is_count else whole, "state": state,
                "given": given, "expected": expected, "exact": exact,
                "counts": [counts.get(s, 0) for s in STATES]}

    values, comparisons = [], []
    for indicator, breakdowns, _, _, municipal in FORMULAS:
        for breakdown in breakdowns:
            for year in YEARS:
                present = [u for u in UNITS if exists(u, year)]
                groups = [("root", [u[0] for u in present])]
                groups += [] if municipal else [(u[0], [u[0]]) for u in present]
                for name, units in groups:
                    now = value(indicator, breakdown, units, year)
                    values.append([indicator, name, breakdown, year, now["part"], now["whole"],
                                   now["given"], now["expected"], *now["counts"], now["state"],
                                   now["exact"]])
                    if year == YEARS[0]:
                        continue
                    if name == "root":
                        base = [u[0] for u in UNITS if exists(u, year - 1)]
                    else:
                        own = next(u for u in UNITS if u[0] == name)
                        base = [u[0] for u in UNITS if exists(u, year - 1)
                                and (u[0] == name or u[0] in own[3].split())]
                    before = value(indicator, breakdown, base, year - 1) if base else None
                    whole_base = before and (name == "root" or before["given"]
                                             + before["counts"][1] == before["expected"])
                    # Less than half of the units is no word on all of them.
                    half = all(2 * (one["given"] + one["counts"][1]) >= one["expected"]
                               for one in (before or now, now))
                    if not whole_base or not half or before["exact"] is None \
                            or now["exact"] is None:
                        comparisons.append([indicator, name, breakdown, year, "", "", "noData"])
                        continue
                    change = now["exact"] - before["exact"]
                    persons = abs(now["part"] - before["part"])
                    relative = ""
                    if indicator == "count":
                        if before["exact"]:
                            relative = 100 * change / before["exact"]
                        size = not before["exact"] or abs(relative) >= 10
                    else:
                        size = abs(change) >= 3
                    verdict = "steady"
                    if size and persons >= 3 and change:
                        verdict = "growth" if change > 0 else "decline"
                    comparisons.append([indicator, name, breakdown, year, change, relative,
                                        verdict])
    write("values.csv", ["indicator", "unit", "breakdown", "period", "numerator", "denominator",
                         "given", "expected", *STATES, "state", "exact"], values)
    write("comparisons.csv", ["indicator", "unit", "breakdown", "period", "difference", "relative",
                              "verdict"], comparisons)


main()
