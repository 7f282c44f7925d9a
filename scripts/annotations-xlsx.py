"""Holds annotated copies of XLSX files against the world outside.

usage: annotations-xlsx.py FOLDER [--all]

FOLDER holds copies/NAME, copies/NAME.tsv (sheet, cell, colour, comment) and originals/NAME, as
`swift test --filter XLSXAnnotatedFiles` leaves them when SVODKA_ANNOTATED names it. Of each copy:

1. no part is lost; what is not to be changed is equal, byte for byte; a changed sheet is the
   original with tags put in, and other values of `s`, `spans` and `ref`;
2. no fault by the schemas (a port of Microsoft's validator of Open XML) that the original has not;
3. openpyxl finds the same values and formulas, the fills and the comments;
4. LibreOffice saves it anew: with as many sheets, and with the comments.

Without --all only forms of the campaign, files that carry protection, validation, comments or charts,
and every twelfth other.
"""
import collections
import concurrent.futures
import itertools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile

warnings.simplefilter("ignore")
TOKEN = re.compile(rb"<!--.*?-->|<[^>]*>|[^<]+", re.S)
FREE = re.compile(rb"""\s(?:s|spans|ref)=(?:"[^"]*"|'[^']*')""")
ALLOWED = re.compile(
    r"^\[content_types\]\.xml$|\.rels$|workbook\.xml$|styles\.xml$|sheets?/|comment|\.vml$", re.I)
ADDED = re.compile(rb"^</?(\w+:)?(c|row|sheetData|legacyDrawing)\b")
CARRIED = re.compile(rb"<(\w+:)?(sheetProtection|dataValidation|legacyDrawing)\b")
# Files at which LibreOffice takes minutes: a comment in the last cell, of their own or of the trial.
SLOW = re.compile(r"(comment03|issue_174)\.xlsx$")
# Copies of forms that schools handed in for the campaign's last period, and these in the format that
# they were not in.
FORM = re.compile(r"(^|__)2021__|^forms__")
FORMS = 23
# Not a fault: advice about what Excel does with texts when it saves.
ADVICE = "inline-string cell"


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def tokens(content):
    """Tags without what may change, and texts; an empty element as its two tags."""
    for token in TOKEN.findall(content):
        if token.startswith(b"<") and not token.startswith(b"<!"):
            token = FREE.sub(b"", token)
            if token.endswith(b"/>"):
                name = re.match(rb"<([^\s/>]+)", token)
                yield token[:-2].rstrip() + b">"
                yield b"</" + name.group(1) + b">"
                continue
            token = re.sub(rb"\s+>$", b">", token)
        yield token


def spliced(before, after):
    """What is wrong with a sheet that is said to be another one with tags put in; None for nothing."""
    wanted = iter(list(tokens(before)) + [None])
    expected = next(wanted)
    for token in tokens(after):
        if token == expected:
            expected = next(wanted)
        elif not ADDED.match(token):
            return f"{token[:80]!r} was not there"
    return None if expected is None else f"{expected[:80]!r} has gone"


def compare_parts(original, copy):
    before, after = parts(original), parts(copy)
    slashed = {name.replace("\\", "/").lstrip("/"): content for name, content in before.items()}
    for name, content in slashed.items():
        if name.endswith("/"):
            continue
        if name not in after:
            yield f"{name} is lost"
        elif after[name] != content:
            if not ALLOWED.search(name):
                yield f"{name} was changed"
            elif re.search(r"sheets/[^/]*\.xml$", name, re.I):
                fault = spliced(content, after[name])
                if fault:
                    yield f"{name}: {fault}"


def faults(validator, path):
    try:
        result = validator.validate(str(path))
    except Exception as error:  # a file that breaks the validator breaks it twice
        return collections.Counter({("", f"{type(error).__name__}: {error}"[:100]): 1})
    return collections.Counter(
        (str(each.part_uri).rsplit("/", 1)[0], each.description)
        for each in result.errors if ADVICE not in each.description)


def compare_faults(original, copy):
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator(max_errors=0)
    new = faults(validator, copy) - faults(validator, original)
    for (part, fault), count in new.items():
        yield f"{part}: {fault} ({count} more)"


def load(path):
    import openpyxl

    try:
        return openpyxl.load_workbook(path, keep_vba=False)
    except Exception as error:
        return error


def marks(copy):
    for line in pathlib.Path(f"{copy}.tsv").read_text().split("\n"):
        if line.count("\t") == 3:
            yield line.split("\t")


def told(value):
    """A value as text: formulas of arrays are told by their place and text."""
    return str(vars(value) if hasattr(value, "ref") else value)


def merged(sheet, cell):
    for area in sheet.merged_cells.ranges:
        if cell in area:
            return area.start_cell.coordinate
    return cell


def compare_cells(original, copy):
    before, after = load(original), load(copy)
    if isinstance(before, Exception):
        return
    if isinstance(after, Exception):
        yield f"openpyxl: {after}"
        return
    for old in before.worksheets:
        new = after[old.title]
        # Rows would be all that lie between two far cells: a million by sixteen thousand.
        for place, cell in sorted(old._cells.items()):
            found = new._cells.get(place)
            if told(cell.value) != told(found.value if found else None):
                yield f"{old.title}!{cell.coordinate}: {found and found.value!r}"
        if str(old.merged_cells) != str(new.merged_cells):
            yield f"{old.title}: other merged cells"
    colours = {}
    for sheet, cell, colour, comment in marks(copy):
        if comment == "" or sheet not in after.sheetnames:
            continue
        place = merged(after[sheet], cell)
        colours.setdefault((sheet, place), set()).add(f"FF{colour}")
        note = after[sheet][place].comment
        if note is None or comment not in note.text:
            yield f"{sheet}!{place}: {note.text if note else None!r} says nothing of {comment!r}"
    for (sheet, place), wanted in colours.items():
        found = after[sheet][place].fill.fgColor.rgb
        if found not in wanted:
            yield f"{sheet}!{place}: filled {found}"


def check(pair):
    original, copy = pair
    found = []
    for step in (compare_parts, compare_faults, compare_cells):
        found += [f"{copy.name}: {fault}" for fault in itertools.islice(step(original, copy), 5)]
    return found


def carries(path):
    """Whether a file has what a change may lose."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        return any(re.search("charts/chart|threadedcomment", name, re.I) for name in names) or any(
            CARRIED.search(archive.read(name)) for name in names
            if re.search(r"sheets/[^/]*\.xml$", name, re.I))


def chosen(pairs):
    """The copies that LibreOffice opens."""
    wanted = [FORM.search(new.name) or carries(old) for old, new in pairs]
    others = [pair for pair, is_wanted in zip(pairs, wanted) if not is_wanted][::12]
    return [pair for pair, is_wanted in zip(pairs, wanted) if is_wanted] + others


def convert(files, into):
    """LibreOffice saves the files anew, in as many runs at once as there are processors."""
    def run(some):
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                 "xlsx:Calc MS Excel 2007 XML", "--outdir", str(into), *map(str, some)],
                check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)

    runs = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(runs) as pool:
        list(pool.map(run, [some for some in (files[place::runs] for place in range(runs)) if some]))


def sheets(path):
    """How many the workbook lists; openpyxl finds none in the strict form of the standard."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist()
                    if re.search(r"(^|[/\\])workbook\.xml$", name, re.I))
        return len(re.findall(rb"<(?:\w+:)?sheet\s", archive.read(name)))


def reopen(files):
    """What LibreOffice has lost of the copies."""
    with tempfile.TemporaryDirectory() as into:
        convert(files, into)
        for copy in files:
            saved = load(pathlib.Path(into) / (copy.stem + ".xlsx"))
            if isinstance(saved, Exception):
                yield f"{copy.name}: LibreOffice: {saved}"
                continue
            if sheets(copy) != len(saved.sheetnames):
                yield f"{copy.name}: LibreOffice finds the sheets {saved.sheetnames}"
            for sheet, cell, _, comment in marks(copy):
                if sheet not in saved.sheetnames or comment == "":
                    continue
                note = saved[sheet][merged(saved[sheet], cell)].comment
                if note is None or comment not in note.text:
                    yield f"{copy.name}: LibreOffice finds nothing at {sheet}!{cell}"
                    break


def planted(folder, validator):
    """A fault of our own making, which the validator has to find: the drawing before the rows."""
    for copy in sorted((folder / "copies").glob("*.xlsx")):
        content = parts(copy)
        for name, part in content.items():
            if b"<legacyDrawing" not in part or b"<sheetData" not in part:
                continue
            tag = re.search(rb"<legacyDrawing[^>]*/>", part).group(0)
            broken = part.replace(tag, b"").replace(b"<sheetData", tag + b"<sheetData", 1)
            with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
                with zipfile.ZipFile(file, "w") as archive:
                    for each, bytes_ in content.items():
                        archive.writestr(each, broken if each == name else bytes_)
                file.flush()
                return bool(faults(validator, file.name) - faults(validator, copy))
    return False


def main():
    folder = pathlib.Path(sys.argv[1])
    copies = sorted(p for p in (folder / "copies").iterdir() if p.suffix in (".xlsx", ".xlsm"))
    pairs = [(folder / "originals" / copy.name, copy) for copy in copies]
    if "--all" not in sys.argv[2:]:
        pairs = chosen(pairs)
    forms = sum(bool(FORM.search(copy.name)) for copy in copies)
    if forms < FORMS:
        sys.exit(f"annotations-xlsx: {forms} copies of forms, not {FORMS} or more")
    from openxml_audit import OpenXmlValidator

    if not planted(folder, OpenXmlValidator(max_errors=0)):
        sys.exit("annotations-xlsx: the validator does not see a planted fault")
    found = []
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for each in pool.map(check, pairs):
            found += each
    opened = [new for _, new in pairs if new.suffix == ".xlsx" and not SLOW.search(new.name)]
    found += reopen(opened)
    print("\n".join(found[:40]))
    if found:
        sys.exit(f"annotations-xlsx: {len(found)} fault(s) in {len(pairs)} copies")
    print(f"annotations: {len(pairs)} copies of XLSX valid and compared, {len(opened)} of them opened, "
          f"{forms} of forms of the campaign")


if __name__ == "__main__":
    main()
