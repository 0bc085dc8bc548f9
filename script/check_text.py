"""Checks rules for every text file of the tree. Prints each breach, then exits 1.

Exceptions: tests/data and fuzz corpora, which are documents from elsewhere, and
the licence.
"""

import json
import pathlib
import re
import subprocess
import sys

LEFT_OUT = re.compile(r"^(tests/data/|tests/fuzz/corpus/|LICENSE$|NOTICE$|.*_table\.cc$)")

# The letters in brackets keep this file from breaking its own rules.
LINE_RULES = [
    (re.compile(r"[ \t]+$"), "trailing whitespace"),
    (re.compile(r"\r"), "a carriage return"),
    (re.compile(r"\b(TO[D]O|FIX[M]E)\b"),
     "a note to oneself: open an issue or do it"),
    (re.compile(r"(?<![\w./~-])/(root|home|Users|work|workspace)/[\w.]"),
     "the path of one machine"),
    (re.compile(r"(extra-)?index-ur[l]|<(mirror|repositor)(y|ies|s)?>|"
                r"registry\s*=\s*http", re.I),
     "package sources are the machine's configuration, not ours"),
    (re.compile(r"^(<{7}|>{7}) "), "a merge that was not finished"),
]


def tree_files(root):
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True).stdout
    for name in sorted(set(listing.decode().split("\0"))):
        if name and not LEFT_OUT.match(name) and (root / name).is_file():
            yield name


def breaches_in(name, content):
    """Yields (line, what is wrong) for one file's bytes."""
    if b"\0" in content:
        return  # not text
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        yield 1, "not UTF-8"
        return
    if text and not text.endswith("\n"):
        yield text.count("\n") + 1, "no newline at the end"
    for number, line in enumerate(text.split("\n"), 1):
        for pattern, meaning in LINE_RULES:
            if pattern.search(line):
                yield number, meaning
    if name.endswith(".json"):
        try:
            json.loads(text)
        except ValueError as error:
            yield 1, f"not JSON: {error}"


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    count = 0
    for name in tree_files(root):
        for line, meaning in breaches_in(name, (root / name).read_bytes()):
            print(f"{name}:{line}: {meaning}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
