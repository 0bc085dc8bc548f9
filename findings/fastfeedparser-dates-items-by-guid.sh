#!/usr/bin/env bash
# fastfeedparser makes up a date for items without one: it reads the guid as a date. An item
# with the guid "7" was published on the 7th of this month, "1234" in the year 1234, "2145"
# in 2145, "10:30" today. The next parse, in another month, gives the same item another date.
# It matters to all who order, expire or deduplicate items by date: many feeds number
# their items. Seen with fastfeedparser 0.6.5 from PyPI. Source: "Try to extract date from
# GUID as final fallback" in main.py, where dateutil fills in what the number does not say.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  fastfeedparser==0.6.5 python-dateutil==2.9.0.post0

TZ=UTC "$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys
from datetime import datetime, timezone

import fastfeedparser

print("fastfeedparser", importlib.metadata.version("fastfeedparser"))
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<link>https://example.com/</link><description>News</description><item>
<title>The council rejects the bridge</title><link>https://example.com/bridge</link>
<guid isPermaLink="false">{}</guid></item></channel></rss>"""
today = datetime.now(timezone.utc)
CASES = [
    ("7", f"{today:%Y-%m}-07"),
    ("10:30", f"{today:%Y-%m-%d}"),
    ("1234", "1234-"),
    ("2145", "2145-"),
    ("00042", "2042-"),
    ("12345", None),
    ("article-7", None),
    ("https://example.com/?p=7", None),
]
changed = False

for guid, expected in CASES:
    found = fastfeedparser.parse(FEED.format(guid)).entries[0].get("published")
    print(f"guid {guid}: published {found}")
    changed |= not str(found).startswith(str(expected))

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
