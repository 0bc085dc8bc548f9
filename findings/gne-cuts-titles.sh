#!/usr/bin/env bash
# GNE, the extractor for Chinese news, gives a part of the title if the title element and the
# heading differ in one character or tag: other quotation marks, a no-break space, an em. "The
# mayor says “I will not resign” and demands a new vote" becomes "and demands a new vote", even
# if og:title is whole. It matters to all who show, index or deduplicate titles.
# Seen with gne 0.4.3 from PyPI. Source: extract_by_htag_and_title in TitleExtractor.py comes
# before og:title, and takes the longest string that the title and one text in h1 to h5 share.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  gne==0.4.3 lxml==6.1.3 lxml_html_clean==0.4.6

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from gne import GeneralNewsExtractor

print("gne", importlib.metadata.version("gne"))
BODY = "<p>市议会周一表示，在经历了数月的价格争论之后，将在年底前修复河上的旧桥。</p>" * 4
CASES = [
    # the mayor says "will not resign" and demands a new vote
    ("市长说“不会辞职”并要求重新投票", '市长说"不会辞职"并要求重新投票', "并要求重新投票"),
    ("市议会 修复旧桥的计划通过", "市议会&nbsp;修复旧桥的计划通过", "修复旧桥的计划通过"),
    ("Council rejects the bridge", "Council <em>rejects</em> the bridge", "the bridge"),
    ("市议会否决新桥计划", "市议会否决新桥计划", "市议会否决新桥计划"),
]
changed = False

for title, heading, expected in CASES:
    page = (f"<html><head><title>{title}_Example</title>"
            f'<meta property="og:title" content="{title}">'
            f"</head><body><h1>{heading}</h1>{BODY}</body></html>")
    found = GeneralNewsExtractor().extract(page)["title"]
    print(f"title and og:title: {title}\n  h1:  {heading}\n  GNE: {found}")
    changed |= found != expected

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
