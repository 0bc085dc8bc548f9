"""Bytes to tree: newsmill beside lexbor, libxml2 and gumbo.

Every parser gets the same pages in the same run, by turns; what counts is
processor time, the best of the rounds. The pages are those of an evaluation set
(NEWSMILL_SHARED); without it the script says that it is skipped.

  parsers_bench.py [--rounds N] [--set NAME]

lexbor comes with selectolax; libxml2 and gumbo are Debian's libraries. None of
the three keeps more than a tree; all are called page by page.
"""

import argparse
import base64
import ctypes
import ctypes.util
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import selectolax.lexbor

from evaluation import pages_of, skip_without_data

BENCH = "newsmill_html_bench"


def library(name: str) -> ctypes.CDLL:
    path = ctypes.util.find_library(name)
    if path is None:
        sys.exit(f"parsers_bench: lib{name} is missing; run script/setup bench")
    return ctypes.CDLL(path)


def lexbor():
    return lambda page: selectolax.lexbor.LexborHTMLParser(page)


def libxml2():
    xml = library("xml2")
    read, free = xml.htmlReadMemory, xml.xmlFreeDoc
    read.restype, free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    read.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int]
    quiet = 1 << 0 | 1 << 5 | 1 << 6 | 1 << 11  # recover, no errors, no warnings, no network

    def parse(page: bytes) -> None:
        free(read(page, len(page), None, b"utf-8", quiet))
    return parse


def gumbo():
    dll = library("gumbo")
    read, free = dll.gumbo_parse_with_options, dll.gumbo_destroy_output
    read.restype = ctypes.c_void_p
    read.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    free.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    options = ctypes.addressof(ctypes.c_char.in_dll(dll, "kGumboDefaultOptions"))

    def parse(page: bytes) -> None:
        free(options, read(options, page, len(page)))
    return parse


def seconds(parse, pages: list[bytes]) -> float:
    begin = time.process_time()
    for page in pages:
        parse(page)
    return time.process_time() - begin


def ours(program: pathlib.Path, folder: str) -> float:
    """Megabytes a second of one process that parses the folder."""
    answer = subprocess.run([program, folder, "--rounds", "1"], check=True,
                            capture_output=True, text=True).stdout
    return json.loads(answer)["megabytes_per_second"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--set", default="aeb")
    chosen = options.parse_args()
    shared, build = skip_without_data("parsers_bench")
    pages = [base64.b64decode(page["content"]) for page in pages_of(shared, chosen.set)]
    megabytes = sum(map(len, pages)) / 1e6
    others = {"lexbor": lexbor(), "libxml2": libxml2(), "gumbo": gumbo()}
    best = dict.fromkeys(["newsmill", *others], 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            pathlib.Path(folder, f"{number:05}.html").write_bytes(page)
        for _ in range(chosen.rounds):
            best["newsmill"] = max(best["newsmill"], ours(build / BENCH, folder))
            for name, parse in others.items():
                best[name] = max(best[name], megabytes / seconds(parse, pages))
    print(f"\nBytes to tree, {len(pages)} pages of {chosen.set}, {megabytes:.1f} MB\n")
    print("| parser | MB/s | newsmill is faster by |\n|---|---|---|")
    for name, speed in best.items():
        print(f"| {name} | {speed:.0f} | {best['newsmill'] / speed:.1f} |")


if __name__ == "__main__":
    main()
