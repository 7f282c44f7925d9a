"""Packs a folder of inputs into one file, the same bytes for the same inputs, and unpacks it.

usage: corpus.py pack FOLDER FILE | corpus.py unpack FILE FOLDER

The inputs stand one after another, each behind its length (four bytes, little end first), packed
as one: they are much alike.
"""
import hashlib
import lzma
import pathlib
import sys


def pack(folder, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    inputs = sorted(each.read_bytes() for each in folder.iterdir())
    whole = b"".join(len(each).to_bytes(4, "little") + each for each in inputs)
    file.write_bytes(lzma.compress(whole, preset=9 | lzma.PRESET_EXTREME))
    print(f"{file}: {len(inputs)} inputs, {file.stat().st_size} bytes")


def unpack(file, folder):
    folder.mkdir(parents=True, exist_ok=True)
    whole, start = lzma.decompress(file.read_bytes()), 0
    while start < len(whole):
        end = start + 4 + int.from_bytes(whole[start:start + 4], "little")
        content = whole[start + 4:end]
        (folder / hashlib.sha1(content).hexdigest()).write_bytes(content)
        start = end


if __name__ == "__main__":
    {"pack": pack, "unpack": unpack}[sys.argv[1]](*map(pathlib.Path, sys.argv[2:]))
