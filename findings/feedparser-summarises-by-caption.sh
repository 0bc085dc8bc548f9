#!/usr/bin/env bash
# feedparser takes the caption of a photo for the summary of an article: if an item has
# its media:description before its description, entry.summary is the caption, and the
# summary is in entry.content, as text/plain. The order of elements in an RSS item is
# free. It matters to all who show, index or deduplicate summaries. Seen with feedparser
# 6.0.14 from PyPI. Source: _start_media_description in namespaces/mediarss.py calls
# _start_description, which sends the second description of an item to the content.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  feedparser==6.0.14

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import feedparser

print("feedparser", feedparser.__version__)
PHOTO = ('<media:content url="http://example.com/p.jpg"><media:description type="plain">'
         "The bridge in June.</media:description></media:content>")
SUMMARY = "<description>The council approves the new bridge.</description>"
changed = False


def expect(order, children, summary, content):
    global changed
    feed = ('<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
            "<title>News</title><link>http://example.com/</link><description>News</description>"
            f"<item><title>Bridge</title>{children}</item></channel></rss>")
    entry = feedparser.parse(feed).entries[0]
    found = entry.summary, [(part.type, part.value) for part in entry.content]
    print(f"{order}: summary {found[0]!r}, content {found[1]}")
    changed |= found != (summary, content)


expect("photo after the summary ", SUMMARY + PHOTO,
       "The council approves the new bridge.", [("text/plain", "The bridge in June.")])
expect("photo before the summary", PHOTO + SUMMARY,
       "The bridge in June.", [("text/plain", "The council approves the new bridge.")])

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
