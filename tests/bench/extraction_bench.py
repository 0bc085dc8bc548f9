"""Extraction: newsmill beside trafilatura, rs-trafilatura and resiliparse.

Every tool gets the same pages in the same run, one process a tool and set; the
answers are scored by the evaluation data's own score.py. Processor time is that
of the whole process, less that of one which reads the pages and extracts
nothing (newsmill: of the whole process, undiminished). Without the data
(NEWSMILL_SHARED) the script says that it is skipped.

  extraction_bench.py [--sets aeb,fundus] [--tools newsmill,resiliparse]
                      [--repeat PAGES]
"""

import argparse
import base64
import json
import os
import pathlib
import resource
import struct
import subprocess
import sys
import tempfile

from evaluation import pages_of, skip_without_data

SETS = ("aeb", "fundus", "wcxb", "htmldate")
# Columns of the table, with the names of score.py.
COLUMNS = {"none": "no_output", "F1": "F1", "exact": "acc", "≥ 0.98": "body98",
           "paragraphs": "para_exact_F1", "title": "title", "authors": "authors_F1",
           "day": "day_acc", "day F": "day_F", "instant": "instant", "whole": "whole"}


def nothing(page: bytes, url: str) -> dict:
    return {"text": ""}


def trafilatura():
    from trafilatura import bare_extraction

    def extract(page: bytes, url: str) -> dict:
        found = bare_extraction(page, url=url, with_metadata=True)
        if found is None:
            return {}
        return {"text": found.text, "title": found.title, "authors": split(found.author),
                "published_at": found.date, "language": found.language}
    return extract


def rs_trafilatura():
    import rs_trafilatura as library

    def extract(page: bytes, url: str) -> dict:
        found = library.extract_bytes(page, url=url)
        return {"text": found.main_content, "title": found.title, "authors": split(found.author),
                "published_at": found.date and found.date[:10], "language": found.language}
    return extract


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def extract(page: bytes, url: str) -> dict:
        text = bytes_to_str(page, detect_encoding(page, from_html_meta=True))
        return {"text": extract_plain_text(text, main_content=True)}
    return extract


TOOLS = {"nothing": lambda: nothing, "trafilatura": trafilatura,
         "rs-trafilatura": rs_trafilatura, "resiliparse": resiliparse}


def split(authors: str | None) -> list[str]:
    return [name.strip() for name in (authors or "").split(";") if name.strip()]


def work(tool: str, source: pathlib.Path) -> None:
    """The process of one tool: envelopes in, records out."""
    extract = TOOLS[tool]()
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            try:
                record = extract(base64.b64decode(page["content"]), page["url"])
            except Exception as error:  # no record if a tool cannot read a page
                print(f"{tool}: {page['id']}: {error!r}", file=sys.stderr)
                continue
            record = {key: value for key, value in record.items() if value}
            print(json.dumps({"input_id": page["id"], **record}))


def run(command: list, records: pathlib.Path) -> float:
    """Processor seconds, its user part."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with records.open("wb") as out:
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure(data: pathlib.Path, name: str, tools: list[str], folder: pathlib.Path) -> None:
    source = folder / f"{name}.ndjson"
    pages = pages_of(data, name)
    source.write_text("".join(json.dumps(page) + "\n" for page in pages), encoding="utf-8")
    base = 0.0
    for tool in ["nothing", *tools]:
        records = folder / f"{tool}-{name}.ndjson"
        if tool == "newsmill":
            command = [os.environ["NEWSMILL_BIN"], "process", "--no-dedup", "--jobs", "1", source]
        else:
            command = [sys.executable, __file__, "--work", tool, source]
        seconds = run(command, records)
        if tool == "nothing":
            base = seconds
            continue
        scores = json.loads(subprocess.run(
            [sys.executable, data / "score.py", "--json", "--records", records,
             "--truth", data / f"truth-{name}.ndjson.zst"],
            check=True, capture_output=True, text=True).stdout)
        spent = (seconds - (0 if tool == "newsmill" else base)) * 1000 / len(pages)
        print(row(name, tool, scores[name], spent), flush=True)


def row(name: str, tool: str, score: dict, milliseconds: float) -> str:
    cells = [f"{score[key]:.3f}" if key in score else "" for key in COLUMNS.values()]
    return f"| {name} | {tool} | " + " | ".join(cells) + f" | {milliseconds:.2f} |"


def print_times(pages: list[dict], build: pathlib.Path, name: str, repeat: int) -> None:
    """Page by page, from raw bytes to the record."""
    pieces = b"".join(struct.pack("<I", len(piece)) + piece for page in pages
                      for piece in (page["url"].encode(), base64.b64decode(page["content"])))
    told = json.loads(subprocess.run([build / "newsmill_pages_bench", "3", str(repeat)],
                                     input=pieces, check=True, capture_output=True).stdout)
    print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in told.items()), flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sets", default=",".join(SETS))
    options.add_argument("--tools", default="newsmill,resiliparse,rs-trafilatura,trafilatura")
    options.add_argument("--repeat", type=int, default=0, metavar="PAGES",
                         help="process so many pages a set and tell the memory")
    options.add_argument("--work", nargs=2, metavar=("TOOL", "FILE"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.work:
        work(chosen.work[0], pathlib.Path(chosen.work[1]))
        return
    data, build = skip_without_data("extraction_bench")
    print("| set | tool | " + " | ".join(COLUMNS) + " | CPU ms |\n|" + "---|" * (len(COLUMNS) + 3))
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen.sets.split(","):
            measure(data, name, chosen.tools.split(","), pathlib.Path(folder))
    print("\nnewsmill page by page, processor time of the thread:")
    for name in chosen.sets.split(","):
        print_times(pages_of(data, name), build, name, chosen.repeat)


if __name__ == "__main__":
    main()
