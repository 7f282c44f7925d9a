"""Compares the imports of each source file with what its target declares.

Reads the output of `swift package dump-package`; prints a line a fault.
`swift build --explicit-target-dependency-import-check` lets the transitive closure through;
this does not.
"""
import json
import pathlib
import re
import sys

PLATFORM = {"Swift", "Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization"}
IMPORT = re.compile(
    r"^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|typealias)\s+)?(\w+)", re.M)


def declared(target):
    for dependency in target["dependencies"]:
        yield (dependency.get("byName") or dependency.get("product") or dependency.get("target"))[0]


def main():
    package = json.load(sys.stdin)
    for target in package["targets"]:
        is_test = target["type"] == "test" or target["name"] == "TestSupport"
        folder = pathlib.Path(target.get("path") or
                              ("Tests/" if is_test else "Sources/") + target["name"])
        allowed = set(declared(target)) | PLATFORM | ({"Testing"} if is_test else set())
        for file in sorted(folder.rglob("*.swift")):
            for name in IMPORT.findall(file.read_text(encoding="utf-8")):
                if name not in allowed:
                    print(f"layers: {file} imports {name}, which {target['name']} does not declare")
        if not folder.exists():
            print(f"layers: {target['name']} has no folder {folder}")


main()
