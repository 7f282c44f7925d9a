#!/usr/bin/env python3
"""Compares the SQL's results, read from standard input, with those of results.csv."""

import csv
import sys
from pathlib import Path

COLUMNS = ["indicator", "unit", "breakdown", "period", "numerator", "denominator", "given",
           "expected"]


def rows(lines) -> set[tuple]:
    return {tuple(one[name] for name in COLUMNS) for one in csv.DictReader(lines)
            if one["unit"] == "vilyuyskiy"}


by_sql = rows(sys.stdin)
with open(Path(__file__).resolve().parent / "results.csv", newline="", encoding="utf-8") as file:
    by_python = rows(file)
if by_sql != by_python:
    print(*sorted(by_sql ^ by_python)[:20], sep="\n", file=sys.stderr)
    sys.exit("Python and SQL disagree on the municipality's results")
print(f"Python and SQL agree on {len(by_sql)} results of the municipality")
