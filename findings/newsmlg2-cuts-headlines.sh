#!/usr/bin/env bash
# The NewsML-G2 library of the IPTC cuts a text at the first element in it: the headline
# "Council <inline>rejects</inline> bridge" is "Council", and a description with line breaks
# is its first line. The standard allows a, span, ruby and inline in headlines and bylines,
# and br in descriptions. It matters to all who read agencies' items: what is left looks
# whole. Writing the item out again loses the text too. Seen with newsmlg2 1.1 from PyPI.
# Source: NewsMLG2/core.py takes xmlelement.text, never the tail of a child.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check newsmlg2==1.1

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import re
import sys

import NewsMLG2

print("newsmlg2", importlib.metadata.version("newsmlg2"))
ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"
  standardversion="2.35" conformance="power" guid="urn:newsml:example.com:20200314:1"
  version="1" xml:lang="en"><itemMeta><itemClass uri="http://cv.iptc.org/newscodes/ninature/text"/>
  <provider literal="Example"/><versionCreated>2020-03-14T10:00:00Z</versionCreated></itemMeta>
  <contentMeta><by>By Ann Example{by}</by><dateline>PARIS, {dateline}</dateline>
  <headline>Council {headline} bridge</headline>
  <description>The mayor resigns{description}The work ends in May.</description></contentMeta>
  <contentSet/></newsItem>"""
PLAIN = {"by": " and Bob Example", "dateline": "14 March", "headline": "rejects",
         "description": ". "}
MARKED = {"by": " and <span>Bob Example</span>", "dateline": "<span>14 March</span>",
          "headline": "<inline>rejects</inline>", "description": ".<br/>"}
EXPECTED = {
    "headline": ("Council rejects bridge", "Council"),
    "by": ("By Ann Example and Bob Example", "By Ann Example and"),
    "dateline": ("PARIS, 14 March", "PARIS,"),
    "description": ("The mayor resigns. The work ends in May.", "The mayor resigns."),
}
documents = [NewsMLG2.NewsMLG2Document(ITEM.format(**parts).encode()) for parts in (PLAIN, MARKED)]
changed = False

for name, expected in EXPECTED.items():
    found = tuple(str(getattr(document.get_item().contentmeta, name)) for document in documents)
    print(f"{name}: {found[0]!r}; with an element in it {found[1]!r}")
    changed |= found != expected

written = str(documents[1].to_xml_string())
print("written out again:", re.sub(r"\s+", " ", written[written.index("<headline"):]))
changed |= "rejects" not in written or "bridge" in written

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
