"""Holds annotated copies of ODS files against their originals, from outside the program.

usage: annotations-ods.py FOLDER [--all]

FOLDER is what the tests keep in SVODKA_ANNOTATED: ods/originals, ods/copies, ods/marks. ODF 1.3's
schemas stand in odf-schema of SVODKA_SHARED or ../shared. Every part but content.xml is the same;
content.xml has no kind of fault by the schema that its original has not; LibreOffice opens the copy,
has in it what it has in the original, and sees comments, fills and links. Without --all LibreOffice
opens forms of the campaign, files that carry protection, validation, comments or charts, and every
twelfth other.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

COLOURS = {"error": "FFC2B8", "warning": "FFE3A3", "notice": "E8F2FB"}
# The namespaces that the schema knows; what stands in others is left out before it is applied, as
# OpenDocument 1.3, part 3, 2.2.3 has it for extended documents.
KNOWN = ("urn:oasis:names:tc:opendocument:", "http://purl.org/dc/", "http://www.w3.org/")
CARRIED = re.compile(
    rb':protected="true"|<(\w+:)?(content-validation |annotation[ >])|<draw:object')
# Copies of forms that schools handed in for the campaign's last period, and these in the format that
# they were not in.
FORM = re.compile(r"(^|__)(2021|почта 20 января|малокомплектные)__|^forms__")
FORMS = 23
# A converter that hangs is a fault as well; 150 files take some two minutes.
SECONDS = 1200


def plain(element):
    for name in [name for name in element.attrib if is_foreign(name)]:
        del element.attrib[name]
    for child in list(element):
        if is_foreign(child.tag):
            element.remove(child)
        else:
            plain(child)


def is_foreign(name):
    return name.startswith("{") and not name[1:].startswith(KNOWN)


def check_parts(original, copy):
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(copy) as new:
        names = [name for name in old.namelist() if not name.endswith("/")]
        if names != new.namelist():
            yield "other parts"
            return
        for name in names:
            if name == "content.xml":
                continue
            if old.read(name) != new.read(name):
                yield f"{name} changed"
            was_stored = old.getinfo(name).compress_type == zipfile.ZIP_STORED
            if name == "mimetype" and was_stored and new.getinfo(name).compress_type:
                yield "mimetype is compressed"


def faults(files, schema, work):
    """Kinds of faults for each file, by jing."""
    parts = {}
    for index, file in enumerate(files):
        part = work / f"{index}.xml"
        with zipfile.ZipFile(file) as archive:
            root = tree.fromstring(archive.read("content.xml"))
        plain(root)
        part.write_bytes(tree.tostring(root, "utf-8", xml_declaration=True))
        parts[part.name] = file.name
    done = subprocess.run(["jing", "-i", schema, *(work / name for name in parts)],
                          capture_output=True, text=True, timeout=SECONDS)
    found = {name: set() for name in parts.values()}
    for line in done.stdout.splitlines():
        match = re.match(r".*/(\d+\.xml):\d+:\d+: (.*)", line)
        if match:
            # Prefixes are given anew to each file.
            kind = re.sub(r"\bns\d+:", "", match[2].split(";")[0])
            found[parts[match[1]]].add(kind)
    return found


def check_schema(pairs, schema):
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        before = faults([old for old, _ in pairs], schema, work)
        after = faults([new for _, new in pairs], schema, work)
    print(f"ODS: {sum(not kinds for kinds in before.values())} of {len(pairs)} originals are valid, "
          f"{sum(not kinds for kinds in after.values())} copies")
    return [f"{name}: {kind}" for name, kinds in after.items()
            for kind in sorted(kinds - before[name])]


def converted(files, folder):
    folder.mkdir()

    def run(some):
        with tempfile.TemporaryDirectory() as profile:
            for start in range(0, len(some), 20):
                subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}",
                                "--convert-to", "xlsx", "--outdir", folder,
                                *some[start:start + 20]],
                               capture_output=True, timeout=SECONDS)

    runs = os.cpu_count() or 1
    with concurrent.futures.ThreadPoolExecutor(runs) as pool:
        list(pool.map(run, [files[place::runs] for place in range(runs)]))
    return {path.stem: path for path in folder.glob("*.xlsx")}


def carries(path):
    """Whether a file has what a change may lose."""
    with zipfile.ZipFile(path) as archive:
        return CARRIED.search(archive.read("content.xml"))


def chosen(pairs):
    """The copies that LibreOffice opens."""
    wanted = [FORM.search(new.name) or carries(old) for old, new in pairs]
    others = [pair for pair, is_wanted in zip(pairs, wanted) if not is_wanted][::12]
    return [pair for pair, is_wanted in zip(pairs, wanted) if is_wanted] + others


def check_office(pairs, marks):
    import openpyxl
    found = []
    with tempfile.TemporaryDirectory() as folder:
        old = converted([old for old, _ in pairs], pathlib.Path(folder) / "old")
        new = converted([new for _, new in pairs], pathlib.Path(folder) / "new")
        compared = 0
        for original, copy in pairs:
            if copy.stem not in new:
                if original.stem in old:
                    found.append(f"{copy.name}: LibreOffice opens the original only")
                continue
            if original.stem not in old:
                continue
            try:
                one = openpyxl.load_workbook(old[original.stem], rich_text=False)
            except Exception as error:
                print(f"ODS: openpyxl does not read LibreOffice's {original.name}: {error}")
                continue
            two = openpyxl.load_workbook(new[copy.stem], rich_text=False)
            compared += 1
            found += [f"{copy.name}: {fault}"
                      for fault in check_books(one, two, marks / f"{copy.name}.tsv")]
    print(f"ODS: {compared} of {len(pairs)} compared as LibreOffice opens them")
    return found


def check_books(one, two, marks):
    names = [sheet.title for sheet in one.worksheets]
    if [sheet.title for sheet in two.worksheets][:-1] != names:
        yield f"sheets {names} became {[sheet.title for sheet in two.worksheets]}"
        return
    lines = [line.split("\t") for line in marks.read_text(encoding="utf-8").split("\n") if line]
    for name in names:
        own = {}
        for _, place, level, comment in (line for line in lines if line[0] == name):
            place = shown(two[name], place)
            levels, comments = own.setdefault(place, ([], []))
            levels.append(level)
            comments.append(comment)
        yield from check_sheet(one[name], two[name], own)
    links = [cell.hyperlink.location for row in two.worksheets[-1].iter_rows() for cell in row
             if cell.hyperlink]
    if len(links) != len(lines):
        yield f"{len(links)} links for {len(lines)} marks: {links[:3]}"
    for link, line in zip(links, lines):
        sheet, _, cell = (link or "").rpartition("!")
        if (sheet.strip("'").replace("''", "'"), cell) != (line[0], line[1]):
            yield f"the link {link} instead of {line[:2]}"
            break


def shown(sheet, place):
    for merge in sheet.merged_cells.ranges:
        if place in merge:
            return merge.coord.split(":")[0]
    return place


def check_sheet(one, two, own):
    full = {}
    for sheet in (one, two):
        full[sheet] = {cell.coordinate: str(getattr(cell.value, "text", cell.value))
                       for cell in sheet._cells.values() if cell.value is not None}
    for place in sorted(set(full[one]) | set(full[two])):
        if full[one].get(place) != full[two].get(place):
            yield f"{one.title}!{place}: {full[one].get(place)!r} → {full[two].get(place)!r}"
            return
    if one.merged_cells.ranges != two.merged_cells.ranges:
        yield f"{one.title}: merges changed"
    looks = {sheet: {cell.coordinate: look(cell) for cell in sheet._cells.values()}
             for sheet in (one, two)}
    for place, (fill, others) in looks[one].items():
        new = looks[two].get(place, (fill, others))
        if others != new[1] or place not in own and fill != new[0]:
            yield f"{one.title}!{place}: its looks changed"
            break
    for place, (levels, comments) in own.items():
        # LibreOffice writes no cell to XLSX that has nothing but a fill below all others.
        if not any(comments) and place not in looks[two]:
            continue
        colour = COLOURS[min(levels, key=list(COLOURS).index)]
        if not str(two[place].fill.fgColor.rgb).endswith(colour):
            yield f"{one.title}!{place}: {two[place].fill.fgColor.rgb} instead of {colour}"
        seen = squeezed(two[place].comment.text if two[place].comment else "")
        hers = squeezed(one[place].comment.text if one[place].comment else "")
        for comment in [hers] + [squeezed(comment.replace("\\n", "\n")) for comment in comments]:
            if comment not in seen:
                yield f"{one.title}!{place}: “{comment}” is not in “{seen}”"
                return


def look(cell):
    """Fill, and all else; proxies of openpyxl compare by their text. The second colour of a plain
    fill is left out: LibreOffice takes it from what the palette has next."""
    font = cell.font
    # The family of a font is LibreOffice's guess.
    return (cell.fill.patternType, cell.fill.fgColor.rgb), (
        cell.number_format, font.name, font.sz, font.b, font.i, font.u, font.strike,
        repr(font.color), repr(cell.border), placed(cell.alignment), repr(cell.protection))


def placed(alignment):
    """What is not said is as it is by default (ECMA-376, part 1, 18.8.1)."""
    return (alignment.horizontal or "general", alignment.vertical or "bottom",
            alignment.textRotation or 0, bool(alignment.wrapText), bool(alignment.shrinkToFit),
            alignment.indent or 0, alignment.readingOrder or 0)


def squeezed(text):
    return " ".join(text.split())


def main():
    home = pathlib.Path(sys.argv[1]) / "ods"
    copies = sorted((home / "copies").glob("*.ods"))
    pairs = [(home / "originals" / copy.name, copy) for copy in copies]
    forms = sum(bool(FORM.search(copy.name)) for copy in copies)
    if forms < FORMS:
        sys.exit(f"ODS: {forms} copies of forms, not {FORMS} or more")
    found = [f"{new.name}: {fault}" for old, new in pairs for fault in check_parts(old, new)]
    shared = pathlib.Path(os.environ.get("SVODKA_SHARED", "../shared"))
    schema = shared / "odf-schema" / "OpenDocument-v1.3-schema.rng"
    if not schema.exists() or not shutil.which("jing"):
        print("skipped: validity of ODS by ODF's schema (no jing or no schema)")
    else:
        found += check_schema(pairs, schema)
    try:
        import openpyxl  # noqa: F401
        can_compare = shutil.which("soffice") is not None
    except ImportError:
        can_compare = False
    if can_compare:
        found += check_office(pairs if "--all" in sys.argv else chosen(pairs), home / "marks")
    else:
        print("skipped: ODS copies in LibreOffice (no soffice or no openpyxl)")
    for fault in found:
        print(fault)
    print(f"ODS: {len(pairs)} annotated copies, {forms} of forms of the campaign, {len(found)} faults")
    sys.exit(1 if found else 0)


main()
