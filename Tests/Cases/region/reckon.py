#!/usr/bin/env python3
"""Sums of a region by municipality and year, and what each school is compared with.

    python3 reckon.py > expected.csv

A branch hands in by itself and is in the sum of its municipality. What came of a unit that did not
exist in the year is in no sum. A merger is compared with the sum of what it continues; what shares
its predecessor with another, with nothing (base empty).
"""
import csv
import pathlib
import sys

here = pathlib.Path(__file__).parent
units = {row["code"]: row for row in csv.DictReader(open(here / "units.csv"))}
values = {(row["unit"], int(row["year"])): (int(row["part"]), int(row["whole"]))
          for row in csv.DictReader(open(here / "values.csv"))}


def exists(code, year):
    unit = units[code]
    return not (unit["opened"] and year < int(unit["opened"])) and not (
        unit["closed"] and year >= int(unit["closed"]))


def top(code):
    while units[code]["parent"]:
        code = units[code]["parent"]
    return code


def sums(codes, year):
    found = [values[code, year] for code in codes if exists(code, year) and (code, year) in values]
    return sum(part for part, _ in found), sum(whole for _, whole in found)


handing_in = [code for code, unit in units.items() if unit["level"] != "municipality"]
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["unit", "year", "part", "whole", "base_part", "base_whole"])
for node in ["root"] + [code for code, unit in units.items() if unit["level"] == "municipality"]:
    below = [code for code in handing_in if node in ("root", top(code))]
    for year in (2020, 2021):
        base = sums(below, year - 1) if year > 2020 else ("", "")
        out.writerow([node, year, *sums(below, year), *base])
for code in handing_in:
    for year in (2020, 2021):
        if not exists(code, year):
            continue
        base = ("", "")
        if year > 2020:
            before = units[code]["succeeds"].split() or [code]
            heirs = [other for other in handing_in if other != code
                     and set(units[other]["succeeds"].split()) & set(before)]
            if not heirs and any(exists(one, year - 1) for one in before):
                base = sums(before, year - 1)
        out.writerow([code, year, *values[code, year], *base])
