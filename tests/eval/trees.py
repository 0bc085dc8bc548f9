"""Compares the tree of newsmill's HTML parser with lexbor's.

  trees.py --dump PROGRAM [--show N] <FILE.ndjson

Standard input has an envelope a line whose content is a page in base64; PROGRAM
is newsmill_dump_html. Both parsers get the same UTF-8 (pages in another encoding
are decoded here, by what the page says or as windows-1252) and are compared by
the HTML that their trees serialise to. Where newsmill has a bogus comment for
"<?", as html5lib's tests ask, lexbor may keep a processing instruction: such
pages are counted apart. Where newsmill has a div for a template with
shadowrootmode, lexbor has the template: this is no difference. Any other
difference is a failure. Needs selectolax (tests/bench).
"""

import argparse
import base64
import json
import re
import struct
import subprocess
import sys

from selectolax.lexbor import LexborHTMLParser

DECLARED = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
SHADOW_ROOT = re.compile(r"<template( [^>]*shadowrootmode=[^>]*)>(.*?)</template>",
                         re.DOTALL)
CONTEXT = 60


def text_of(page: bytes) -> bytes:
    """As UTF-8 without a byte-order mark."""
    declared = DECLARED.search(page[:1024])
    for encoding in ("utf-8-sig", declared and declared[1].decode(), "windows-1252"):
        try:
            if encoding:
                return page.decode(encoding).encode().replace(b"\0", b"")
        except (UnicodeDecodeError, LookupError):
            continue
    return page.decode("utf-8", "replace").encode().replace(b"\0", b"")


def ours(program: subprocess.Popen, page: bytes) -> str:
    program.stdin.write(struct.pack("<I", len(page)) + page)
    program.stdin.flush()
    (length,) = struct.unpack("<I", program.stdout.read(4))
    return program.stdout.read(length).decode("utf-8", "replace")


def first_difference(left: str, right: str) -> int:
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def is_instruction(ours_: str, theirs: str) -> bool:
    at = first_difference(ours_, theirs)
    return ours_[at - 1:].startswith("<!--?") and theirs[at - 1:].startswith("<?")


def show(name: str, ours_: str, theirs: str) -> None:
    at = first_difference(ours_, theirs)
    begin = max(0, at - CONTEXT)
    print(f"{name} at {at}\n  newsmill {ours_[begin:at + CONTEXT]!r}\n"
          f"  lexbor   {theirs[begin:at + CONTEXT]!r}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--dump", required=True)
    options.add_argument("--show", type=int, default=10)
    chosen = options.parse_args()
    program = subprocess.Popen([chosen.dump], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    same = instructions = different = 0
    for line in sys.stdin:
        envelope = json.loads(line)
        page = text_of(base64.b64decode(envelope["content"]))
        mine, theirs = ours(program, page), LexborHTMLParser(page).html
        theirs = SHADOW_ROOT.sub(r"<div\1>\2</div>", theirs)
        if mine == theirs:
            same += 1
        elif is_instruction(mine, theirs):
            instructions += 1
        else:
            different += 1
            if different <= chosen.show:
                show(envelope["id"], mine, theirs)
    program.stdin.close()
    print(f"{same} trees are equal, {instructions} differ by a processing instruction, "
          f"{different} otherwise")
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
