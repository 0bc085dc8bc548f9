#!/usr/bin/env bash
# courlan, which cleans addresses for trafilatura, gives different articles one address:
# it drops a query without "=" ("/read?20200314001") and the parameters cid, eid, uid and
# source, which it takes for trackers. It matters to all who deduplicate by the cleaned
# address: where the query has the article's number, a site is left with one article.
# Seen with courlan 1.4.0 from PyPI. Source: clean_query in courlan/clean.py, parse_qs
# without keep_blank_values, and TRACKERS_RE.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  courlan==1.4.0

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from courlan import check_url, clean_url

print("courlan", importlib.metadata.version("courlan"))
SITE = "https://news.example.com/read"
changed = False

for query, kept in [
    ("20200314001", ""), ("20200314002", ""),
    ("cid=4711", ""), ("cid=4712", ""),
    ("eid=4711", ""), ("uid=4711", ""),
    ("source=wire&page=2", "?page=2"),
    ("id=4711", "?id=4711"), ("aid=4711", "?aid=4711"),
]:
    cleaned, checked = clean_url(f"{SITE}?{query}"), check_url(f"{SITE}?{query}")
    print(f"{SITE}?{query} -> {cleaned}")
    changed |= (cleaned, checked and checked[0]) != (SITE + kept, SITE + kept)

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
