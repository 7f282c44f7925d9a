#!/usr/bin/env python3
"""Measures readers of workbooks side by side: CPU time and peak memory.

usage: bench-reader.py DIR READER…      with the workbooks of bench-data.py; READER… prints the
                                        number of cells of each file that it is given
       bench-reader.py --peer NAME FILE…   (one peer, in a process of its own)

The unit is the inflating of the entries that hold cells, strings and styles. Peers do not count
their start and imports; the reader counts whole. Three runs each, the fastest counts.
"""
import glob, os, subprocess, sys, time, zipfile


def inflate(path):
    size = 0
    with zipfile.ZipFile(path) as package:
        for info in package.infolist():
            if not info.filename.endswith('.xml'): continue
            with package.open(info) as part:
                while chunk := part.read(1 << 20): size += len(chunk)
    return size


def calamine(path):
    from python_calamine import CalamineWorkbook
    book = CalamineWorkbook.from_path(path)
    return sum(1 for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row if cell != '')


def calamine_rows(path):
    from python_calamine import CalamineWorkbook
    book = CalamineWorkbook.from_path(path)
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def openpyxl(path):
    from openpyxl import load_workbook
    book = load_workbook(path, read_only=True)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)


PEERS = {'inflate': inflate, 'calamine': calamine_rows, 'openpyxl': openpyxl, 'count': calamine}


def peer(name, files):
    read = PEERS[name]
    if name != 'inflate': read(files[0])  # imports
    if len(files) > 1 or name == 'inflate':
        start = time.process_time()
        result = sum(read(f) for f in files)
        print(time.process_time() - start, result)
    else:
        start = time.process_time()
        result = read(files[0])
        print(time.process_time() - start, result)


def run(command):
    """CPU seconds and peak MB of a child, and what it printed."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status: sys.exit(f'bench: {command[0]} {" ".join(command[1:3])} … ended with {status}')
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def best(times, measure):
    return min((measure() for _ in range(times)), key=lambda m: m[0])


def of_peer(name, files):
    cpu, memory, said = run([sys.executable, os.path.abspath(__file__), '--peer', name] + files)
    return float(said.split()[0]), memory, said.split()[1]


def main():
    if sys.argv[1] == '--peer': return peer(sys.argv[2], sys.argv[3:])
    folder, reader = sys.argv[1], sys.argv[2:]
    print(f'{"":22}{"CPU, s":>9}{"over inflate":>14}{"calamine is":>13}{"MB":>7}')
    for title, pattern, with_openpyxl in (
            ('forms, xlsx', 'forms-xlsx/*.xlsx', True), ('2 M cells, xlsx', 'large.xlsx', True),
            ('forms, ods', 'forms-ods/*.ods', False), ('2 M cells, ods', 'large.ods', False)):
        files = sorted(glob.glob(os.path.join(folder, pattern)))
        unit, _, _ = best(3, lambda: of_peer('inflate', files))
        own, memory, said = best(3, lambda: run(reader + files))
        cells = sum(int(line.split()[-1]) for line in said.split('\n') if line.strip())
        expected = int(of_peer('count', files)[2])
        theirs, their_memory, _ = best(3, lambda: of_peer('calamine', files))
        print(f'{title}: {len(files)} file(s), {cells} cells' + ('' if cells == expected else f', BUT calamine finds {expected}'))
        print(f'  {"inflate":20}{unit:9.3f}{1:14.1f}')
        print(f'  {"svodka":20}{own:9.3f}{own / unit:14.1f}{theirs / own:12.2f}×{memory:7.0f}')
        print(f'  {"python-calamine":20}{theirs:9.3f}{theirs / unit:14.1f}{1:12.2f}×{their_memory:7.0f}')
        if with_openpyxl:
            slow, slow_memory, _ = of_peer('openpyxl', files)
            print(f'  {"openpyxl read-only":20}{slow:9.3f}{slow / unit:14.1f}{theirs / slow:12.2f}×{slow_memory:7.0f}')


if __name__ == '__main__':
    sys.exit(main())
