"""Writes the probes and compares what readers make of them.

    python3 Fixtures/probes write [FOLDER]              probes into .build/probes
    python3 Fixtures/probes compare PROGRAM [FOLDER]    PROGRAM FILE prints cells as JSON Lines:
                                                        "svodka cells --format jsonl"

`compare` wants python-calamine and openpyxl in the interpreter that runs it, and `soffice`; one that is
not there is left out. A cell is right when it is what the probe expects or, without that, what two of
the others read. The notation of cells is that of the foreign corpus: n:, s:, b:, d: (seconds since
1899-12-30), e:."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import ods
import readers
import xlsx

FOLDER = pathlib.Path(__file__).resolve().parents[2] / ".build" / "probes"


def probes():
    for kind, module in (("x", xlsx), ("o", ods)):
        for name, content, expect, why in module.PROBES:
            yield f"{kind}-{name}", content, expect, why


def main(arguments):
    command = arguments[0] if arguments else ""
    if command == "write":
        folder = pathlib.Path(arguments[1]) if len(arguments) > 1 else FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        count = 0
        for name, content, _, _ in probes():
            if not (folder / name).exists() or (folder / name).read_bytes() != content:
                (folder / name).write_bytes(content)
            count += 1
        print(count, "probes in", folder)
    elif command == "compare" and len(arguments) > 1:
        folder = pathlib.Path(arguments[2]) if len(arguments) > 2 else FOLDER
        sys.exit(readers.compare(list(probes()), arguments[1], folder))
    else:
        print(__doc__)
        sys.exit(2)


main(sys.argv[1:])
