#!/usr/bin/env bash
# trafilatura drops a short paragraph with two linked names, as sports and politics pages have
# them: "Reds 2, Blues 1." and "The minister met the mayor." The limit is 30 characters, 60 in
# the last paragraph. With one link, or none, the same sentence stays. favor_recall does not
# help. It matters to all who extract news: the result of the match is gone.
# Seen with trafilatura 2.3.1 from PyPI. Source: link_density_test in htmlprocessing.py, for
# paragraphs where more than 80 % of the links are shorter than 10 characters.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import re
import sys

import trafilatura

print("trafilatura", importlib.metadata.version("trafilatura"))
FILLER = ["The council said on Monday that it will repair the old bridge before next winter.",
          "Members argued until late in the evening about the price and the place of the new road.",
          "Engineers have said in three reports that the steel of the bridge is weak and must go."]
CASES = [  # the sentence; is it kept in the middle, is it kept at the end
    ("<a href='/1'>Reds</a> 2, <a href='/2'>Blues</a> 1.", [False, False]),
    ("The <a href='/1'>minister</a> met <a href='/2'>the mayor</a>.", [False, False]),
    ("The voters chose <a href='/1'>Ann</a> again, and not <a href='/2'>Bob</a>.", [True, False]),
    ("<a href='/1'>Reds</a> 2, Blues 1.", [True, True]),
    ("Reds 2, Blues 1.", [True, True]),
]
changed = False

for sentence, expected in CASES:
    text = re.sub("<.*?>", "", sentence)
    found = []
    for parts in ([*FILLER[:2], sentence, FILLER[2]], [*FILLER, sentence]):
        page = ("<html><head><title>News</title></head><body><article><h1>News of the day</h1>"
                + "".join(f"<p>{part}</p>" for part in parts) + "</article></body></html>")
        found.append(text in trafilatura.extract(page))
        changed |= found[-1] != (text in trafilatura.extract(page, favor_recall=True))
    print(sentence)
    for place, kept in zip(("in the middle", "at the end"), found):
        print(f"  {place}: {'kept' if kept else 'dropped'}")
    changed |= found != expected

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
