"""The list of cases: a name, a trait, what may come of it, and the bytes."""

# What may come of a file, in the words of `expected.tsv`:
#   reads            it is read, and the cells that are named are right
#   error            any error with a code
#   error:limit      one of these codes ("|" between them), "spreadsheet." left out
#   reads-or-error   either; where it is read, the cells that are named are right
READS, ERROR, EITHER = "reads", "error", "reads-or-error"
LIMIT, DAMAGED, NONE = "error:limit", "error:damaged", "error:not-a-workbook"
# A document type declaration is refused as damage.
DOCTYPE = DAMAGED

CASES = []


def add(name, trait, outcome, make, cells=()):
    """`make` gives the bytes; `cells` are "A1=type:value" of the first sheet, "!text" for a text
    that must stand nowhere in what is printed."""
    CASES.append((name, trait, outcome, make, tuple(cells)))
