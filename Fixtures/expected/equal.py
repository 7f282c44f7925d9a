"""Compares what Svodka reckoned with what `reckon.py` did, every value, exactly.

usage: equal.py results.csv SVODKA.csv      (svodka results CAMPAIGN --format csv)
"""
import csv
import sys
from fractions import Fraction

COLUMNS = ["numerator", "denominator", "value", "given", "expected"]


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {(one["indicator"], one["unit"], one["breakdown"], one["period"]): one
                for one in csv.DictReader(file)}


def same(a, b):
    """Whether two texts are one number: "1/1" is 1."""
    return a == b or bool(a and b) and Fraction(a) == Fraction(b)


def main(expected, seen):
    want, got = rows(expected), rows(seen)
    faults = [f"{'/'.join(key)}: {'missing' if key in want else 'not expected'}"
              for key in sorted(set(want) ^ set(got))]
    for key in sorted(set(want) & set(got)):
        a, b = want[key], got[key]
        for name in COLUMNS:
            # Sums of no unit at all are printed as nothing or as 0: they are no values.
            if name in ("numerator", "denominator") and not a["value"] and not b["value"]:
                continue
            if not same(a[name], b[name]):
                faults.append(f"{'/'.join(key)}: {name} {b[name]!r} instead of {a[name]!r}")
    print(*faults[:30], sep="\n")
    print(f"{len(want)} expected results, {len(faults)} faults")
    return 1 if faults or not want else 0


sys.exit(main(sys.argv[1], sys.argv[2]))
