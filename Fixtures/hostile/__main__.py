"""Makes the hostile files: python3 Fixtures/hostile FOLDER. The same bytes with every run.

`expected.tsv` in the folder lists them: file, trait, what may come of it, cells that must be read
right (" | " between them).
"""
import pathlib
import sys

import catalogue
import cuts
import markup
import sheets_ods
import sheets_xlsx
import zips


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / markup.CANARY_FILE).write_text(markup.CANARY)
    lines = []
    for name, trait, outcome, make, cells in catalogue.CASES:
        (folder / name).write_bytes(make())
        lines.append("\t".join((name, trait, outcome, " | ".join(cells))) + "\n")
    (folder / "expected.tsv").write_text("".join(lines), encoding="utf-8")
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{len(lines)} files, {size / 1e6:.0f} MB, "
          f"by {', '.join(m.__name__ for m in (zips, markup, sheets_xlsx, sheets_ods, cuts))}")


main()
