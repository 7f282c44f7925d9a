"""Other readers, and what they make of a file: {"Sheet!A1": token}."""
import datetime
import json
import multiprocessing
import pathlib
import shlex
import shutil
import subprocess

EPOCH = datetime.datetime(1899, 12, 30)


def seconds(value):
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds())
    if isinstance(value, datetime.time):
        return value.hour * 3600 + value.minute * 60 + value.second
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime(value.year, value.month, value.day)
    return round((value.replace(tzinfo=None) - EPOCH).total_seconds())


def token(value):
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return f"b:{int(value)}"
    if isinstance(value, (int, float)):
        return "n:" + ("0" if value == 0 else "%.15g" % value)
    if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        return f"d:{seconds(value)}"
    return "s:" + str(value).replace("\r\n", "\n")


def letters(column):
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def by_openpyxl(path):
    import openpyxl
    found = {}
    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file, data_only=True)
    for sheet in book.worksheets:
        for (row, column), cell in sheet._cells.items():
            value = token(cell.value)
            if cell.data_type == "e" and value:
                value = "e:" + value[2:]
            if value:
                found[f"{sheet.title}!{letters(column)}{row}"] = value
    return found


def by_calamine(path):
    import python_calamine
    found = {}
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.start is None:
            continue
        for r, row in enumerate(sheet.to_python(skip_empty_area=True), sheet.start[0] + 1):
            for c, value in enumerate(row, sheet.start[1] + 1):
                value = token(value)
                if value:
                    found[f"{name}!{letters(c)}{r}"] = value
    return found


def apart(read, path):
    """In a process of its own: calamine allocates what a file declares, and is killed."""
    def answer(pipe):
        try:
            pipe.send(read(path))
        except BaseException:  # noqa: BLE001: a panic of Rust is one
            pipe.send(None)
    fork = multiprocessing.get_context("fork")
    mine, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=answer, args=(theirs,))
    process.start()
    theirs.close()
    try:
        return mine.recv()
    except EOFError:
        return None
    finally:
        process.join()


def by_ours(program, path):
    run = subprocess.run([*shlex.split(program), str(path)], capture_output=True, text=True, timeout=60)
    if run.returncode:
        raise ValueError(run.stderr.strip()[:160] or f"code {run.returncode}")
    found, sheet = {}, ""
    for line in run.stdout.splitlines():
        entry = json.loads(line)
        if "sheet" in entry:
            sheet = entry["sheet"]
        if "cell" not in entry:
            continue
        kind, value = entry["type"], entry["value"]
        found[f"{sheet}!{entry['cell']}"] = {
            "number": lambda: token(float(value)), "text": lambda: token(value),
            "boolean": lambda: "b:1" if value == "true" else "b:0", "error": lambda: "e:" + value,
            "formula": lambda: None,
        }.get(kind, lambda: f"d:{round(float(entry['serial']) * 86400)}")()
    return {address: value for address, value in found.items() if value}


def office(folder, names):
    """LibreOffice saves every file as XLSX, and openpyxl reads that."""
    out = folder / "office"

    def saved(name):
        return out / pathlib.Path(name).suffix[1:] / (pathlib.Path(name).stem + ".xlsx")

    def is_old(name):
        return not saved(name).exists() or saved(name).stat().st_mtime < (folder / name).stat().st_mtime

    # Files of one name with different endings would overwrite one another.
    stems = {}
    for name in filter(is_old, names):
        stems.setdefault(pathlib.Path(name).suffix, []).append(str(folder / name))
    for suffix, files in stems.items():
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out / suffix[1:]), *files],
            capture_output=True, timeout=900)
    return lambda name: by_openpyxl(saved(name))


def tried(read):
    try:
        return read(), ""
    except Exception as error:  # noqa: BLE001: whatever a reader throws is its answer
        return None, f"{type(error).__name__}: {error}"[:160]


def compare(probes, program, folder):
    saved = office(folder, [name for name, _, _, _ in probes]) if shutil.which("soffice") else None
    wrong = undecided = 0
    for name, _, expect, why in probes:
        path = folder / name
        ours, fault = tried(lambda: by_ours(program, path))
        others = {"calamine": apart(by_calamine, path)}
        others["openpyxl"] = tried(lambda: by_openpyxl(path))[0] if name[0] == "x" else None
        others["office"] = tried(lambda: saved(name))[0] if saved else None
        others = {reader: cells for reader, cells in others.items() if cells is not None}
        lines = []
        addresses = set(ours or {}) | set(expect or {})
        for cells in others.values():
            addresses |= set(cells)
        if ours is None:
            lines.append(f"  WRONG   refused: {fault}")
        for address in sorted(addresses) if ours is not None else []:
            own = ours.get(address)
            read = {reader: cells.get(address) for reader, cells in others.items()}
            if expect is not None:
                if own != expect.get(address):
                    lines.append(f"  WRONG   {address}: {own!r} not {expect.get(address)!r}; {read}")
                continue
            agreeing = sum(same(own, value) for value in read.values())
            if agreeing >= 2 or agreeing == len(read) and read:
                continue
            votes = list(read.values())
            most = max(votes, key=votes.count) if votes else None
            mark = "WRONG  " if votes.count(most) >= 2 else "UNSURE "
            lines.append(f"  {mark} {address}: {own!r}; {read}")
        if lines:
            wrong += any("WRONG" in line for line in lines)
            undecided += not any("WRONG" in line for line in lines)
            print(f"{name} {('(' + why + ')') if why else ''}", *lines, sep="\n")
    print(f"{len(probes)} probes: {len(probes) - wrong - undecided} right, {wrong} wrong, {undecided} undecided")
    return 1 if wrong else 0


def same(own, other):
    """Errors are told apart by one reader in three; a cell without a date's format is a number for
    LibreOffice, whatever its type."""
    if own == other:
        return True
    if (own or "")[:2] == "e:":
        return other is None or other[2:] == own[2:]
    if other and own and other[:2] == "n:" and own[:2] in ("d:", "b:"):
        return abs(float(other[2:]) * (86400 if own[0] == "d" else 1) - float(own[2:])) < 1
    return False
