"""Plays a loss of power from what scripts/safety-shim.c wrote down.

A disk promises only what was synced: the bytes of a file by a sync of the file, its name by a sync
of its folder. `play` makes the folder as it may be found after power was lost: "least" has nothing
but that, "some" has any part of the rest besides.
"""
import os
import shutil
import struct

HEAD = struct.Struct("<Ic3xqq")


def changes(log, folder):
    """The log as (what, path, offset, bytes or second path), paths below the folder."""
    data, at, found = log.read_bytes(), 0, []
    top = len(str(folder)) + 1
    while at < len(data):
        length, what, offset, count = HEAD.unpack_from(data, at)
        at += HEAD.size
        path = data[at:at + length].decode().removesuffix(" (deleted)")[top:]
        at += length
        rest = None
        what = what.decode()
        if count > 0:
            rest = data[at:at + count]
            at += count
        if what in "rl":
            rest = rest.decode()[top:]
        found.append((what, path, offset, rest))
    return found


class File:
    """Bytes of a file: what is synced, and what was written since."""

    def __init__(self, content=b""):
        self.synced, self.pending = bytearray(content), []

    def sync(self):
        for change in self.pending:
            self.apply(self.synced, change)
        self.pending = []

    @staticmethod
    def apply(content, change):
        offset, bytes_ = change
        if bytes_ is None:
            del content[offset:]
            content.extend(bytes(max(0, offset - len(content))))
        else:
            content.extend(bytes(max(0, offset - len(content))))
            content[offset:offset + len(bytes_)] = bytes_

    def after_loss(self, choice, how):
        content = bytearray(self.synced)
        for change in self.pending:
            # Writes reach the disk in any order; of one, the sectors may.
            if how == "some" and choice.random() < 0.5:
                self.apply(content, change)
        return bytes(content)


class Names:
    """Which file a path names: what is synced, and what changed since, folder by folder."""

    def __init__(self):
        self.now, self.synced, self.pending = {}, {}, {}

    def note(self, path, file):
        if file is None:
            self.now.pop(path, None)
        else:
            self.now[path] = file
        self.pending.setdefault(os.path.dirname(path), []).append([(path, file)])

    def move(self, old, new):
        file = self.now.pop(old, None)
        self.now[new] = file
        # A rename within a folder is there whole or not at all.
        both = [(old, None), (new, file)]
        self.pending.setdefault(os.path.dirname(new), []).append(both)
        if os.path.dirname(old) != os.path.dirname(new):
            self.pending.setdefault(os.path.dirname(old), []).append(both)

    def sync(self, folder):
        for group in self.pending.pop(folder, []):
            self.apply(self.synced, group)

    @staticmethod
    def apply(names, group):
        for path, file in group:
            if file is None:
                names.pop(path, None)
            else:
                names[path] = file

    def after_loss(self, choice, how):
        names = dict(self.synced)
        for folder in sorted(self.pending):
            groups = self.pending[folder]
            # A journal keeps the order of names: the first ones may be there.
            kept = choice.randint(0, len(groups)) if how == "some" else 0
            for group in groups[:kept]:
                self.apply(names, group)
        return names


FOLDER = File()


def play(events, base, place, choice, how):
    """Makes of `place`, a copy of `base`, what a loss of power after these changes leaves."""
    names = Names()
    for path in base.rglob("*"):
        known = FOLDER if path.is_dir() else File(path.read_bytes())
        names.now[str(path.relative_to(base))] = known
    names.synced = dict(names.now)
    for what, path, offset, rest in events:
        file = names.now.get(path)
        if what == "c":
            names.note(path, File())
        elif what == "m":
            names.note(path, FOLDER)
        elif what == "u":
            names.note(path, None)
        elif what == "r":
            names.move(path, rest)
        elif what == "l":
            names.note(rest, file)
        elif what == "w" and file:
            file.pending.append((offset, rest))
        elif what == "t" and file:
            file.pending.append((offset, None))
        elif what == "s":
            if path == "" or file is FOLDER:
                names.sync(path)
            elif file:
                file.sync()
    left = names.after_loss(choice, how)
    shutil.rmtree(place)
    place.mkdir()
    for path in sorted(left):
        file = left[path]
        # Shared memory of SQLite is nothing that a disk has to keep.
        if path.endswith("-shm"):
            continue
        there = place / path
        # A file whose folder was not synced is lost with it.
        if not there.parent.is_dir():
            continue
        if file is FOLDER:
            there.mkdir(exist_ok=True)
        else:
            there.write_bytes(file.after_loss(choice, how))
