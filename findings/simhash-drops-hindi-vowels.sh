#!/usr/bin/env bash
# simhash drops the vowel signs of Hindi, Thai and Bengali, so two different headlines
# have distance 0: a goods train and a mail train, a bear and a pig, a party and a heart.
# It matters to all who deduplicate news in these languages. Another pattern, reg=r"\S+",
# avoids it. Seen with simhash 2.1.2 from PyPI. Source: the default pattern
# [\w\u4e00-\u9fcc]+ in simhash/__init__.py; Python's \w has no combining marks.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  simhash==2.1.2 numpy==2.4.6

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from simhash import Simhash

print("simhash", importlib.metadata.version("simhash"))
PAIRS = [
    ("Hindi", "माल गाड़ी पटरी से उतरी", "मेल गाड़ी पटरी से उतरी"),  # goods train, mail train
    ("Hindi", "दल ने कहा", "दिल ने कहा"),  # the party said, the heart said
    ("Thai", "พบหมีในตลาด", "พบหมูในตลาด"),  # a bear, a pig in the market
    ("Bengali", "মাল গাড়ি", "মেল গাড়ি"),
]
changed = False

for script, one, other in PAIRS:
    distance = Simhash(one).distance(Simhash(other))
    own = Simhash(one, reg=r"\S+").distance(Simhash(other, reg=r"\S+"))
    print(f"{script}: {one} / {other}: distance {distance}, by an own pattern {own}")
    changed |= distance != 0 or own == 0

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
