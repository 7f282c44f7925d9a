#!/usr/bin/env python3
"""Measures readers of workbooks side by side: CPU time and peak memory.

usage: bench-reader.py DIR READER-BENCH    with the workbooks of bench-data.py
       bench-reader.py --peer NAME FILE…   (one peer, in a process of its own)

The unit is inflating the parts of XML through libzip (`reader-bench inflate`). Every reader runs in
a process of its own and prints the CPU time of its work, without its start and imports. The runs
of one line take turns, and of each the fastest of five counts.
"""
import glob, os, subprocess, sys, time


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


PEERS = {'calamine': calamine_rows, 'openpyxl': openpyxl, 'count': calamine}


def peer(name, files):
    read = PEERS[name]
    if len(files) > 1: read(files[0])  # imports, and what is done once
    else: import python_calamine, openpyxl
    start = time.process_time()
    result = sum(read(f) for f in files)
    print(time.process_time() - start, result)


def run(command):
    """CPU seconds, peak MB and the count of a child, as it prints the first and the last."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    said = child.stdout.read().decode().split()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status: sys.exit(f'bench: {" ".join(command[:3])} … ended with {status}')
    return float(said[0]), usage.ru_maxrss / 1024, int(said[1])


def main():
    if sys.argv[1] == '--peer': return peer(sys.argv[2], sys.argv[3:])
    folder, own = sys.argv[1:]
    peers = [sys.executable, os.path.abspath(__file__), '--peer']
    print(f'{"":26}{"CPU, s":>9}{"over inflate":>14}{"calamine is":>13}{"MB":>7}')
    for title, pattern in (('200 forms, XLSX', 'forms-xlsx/*.xlsx'), ('2 M cells, XLSX', 'large.xlsx'),
                           ('200 forms, ODS', 'forms-ods/*.ods'), ('2 M cells, ODS', 'large.ods')):
        files = sorted(glob.glob(os.path.join(folder, pattern)))
        commands = {'inflate': [own, 'inflate'], 'svodka, streamed': [own, 'stream'],
                    'svodka, kept whole': [own, 'whole'], 'python-calamine': peers + ['calamine']}
        best = {}
        for _ in range(5):
            for name, command in commands.items():
                measured = run(command + files)
                best[name] = min(best.get(name, measured), measured)
        if 'XLSX' in title: best['openpyxl read-only'] = run(peers + ['openpyxl'] + files)
        cells, expected = best['svodka, streamed'][2], run(peers + ['count'] + files)[2]
        print(f'{title}: {len(files)} file(s), {cells} cells' + ('' if cells == expected else f', BUT calamine finds {expected}'))
        unit, theirs = best['inflate'][0], best['python-calamine'][0]
        for name, (cpu, memory, _) in best.items():
            print(f'  {name:24}{cpu:9.3f}{cpu / unit:14.1f}{theirs / cpu:12.2f}×{memory:7.0f}')


if __name__ == '__main__':
    sys.exit(main())
