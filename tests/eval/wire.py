"""Every wire document of an evaluation set against what is stated of it.

  wire.py --wire FOLDER --newsmill PROGRAM

FOLDER holds the documents that wire_expected.json names: of each, the articles
(the title as the first 16 digits of its SHA-256, since the documents belong to
others; paragraphs, how the first begins and the last ends; dates, credit,
authors, completeness) and the dead letters (reason, item). Exit code 1 when one
differs or is not named.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

EXPECTED = pathlib.Path(__file__).with_name("wire_expected.json")
SCHEMAS = {"ninjs-schema_3.1.json"}


def process(program, path):
    """Records and dead letters."""
    with tempfile.TemporaryDirectory() as folder:
        dead = pathlib.Path(folder) / "dead.ndjson"
        out = subprocess.run(
            [program, "process", "--no-dedup", "--dead-letters", dead, path],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return ([json.loads(line) for line in out.stdout.splitlines()],
                [json.loads(line) for line in dead.read_bytes().splitlines()])


def facts(record, asked):
    """What the record says, in the words of the expectation."""
    paragraphs = record["paragraphs"]
    said = {
        "title": hashlib.sha256(record["title"].encode()).hexdigest()[:16],
        "paragraphs": len(paragraphs),
        "first": paragraphs[0][:len(asked["first"])],
        "last": paragraphs[-1][-len(asked["last"]):],
    }
    for key in ("published_at", "modified_at", "credit", "item"):
        if key in record:
            said[key] = record[key]
    if "item" in record.get("provenance", {}):
        said["item"] = record["provenance"]["item"]
    if "authors" in asked:
        said["authors"] = record.get("authors")
    if "completeness" in record["extraction"]:
        said["completeness"] = record["extraction"]["completeness"]
    return said


def differences(expected, records, dead_letters):
    asked = expected.get("articles", [])
    if len(records) != len(asked):
        yield f"{len(records)} records, {len(asked)} expected"
    for want, record in zip(asked, records):
        # `process` writes no provenance: items are identified by their order.
        want = {key: value for key, value in want.items() if key != "item"}
        said = facts(record, want)
        if said != want:
            yield f"{said}\n      expected {want}"
    got = [[letter["reason"], letter.get("item")] for letter in dead_letters]
    want = expected.get("dead_letters", [])
    if got != want:
        yield f"dead letters {got}\n      expected {want}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wire", type=pathlib.Path, required=True)
    parser.add_argument("--newsmill", required=True)
    options = parser.parse_args()
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
    found = {path.relative_to(options.wire).as_posix()
             for suffix in ("*.xml", "*.json")
             for path in options.wire.rglob(suffix)
             if path.name not in SCHEMAS and "test_suite" not in path.parts}
    wrong = [f"{name}: not expected or not there"
             for name in sorted(found ^ expected.keys())]
    for name in sorted(found & expected.keys()):
        outcome = process(options.newsmill, options.wire / name)
        wrong += [f"{name}: {text}"
                  for text in differences(expected[name], *outcome)]
    articles = sum(len(want.get("articles", [])) for want in expected.values())
    print(f"{len(found)} documents, {articles} articles, {len(wrong)} wrong")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
