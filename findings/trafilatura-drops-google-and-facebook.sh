#!/usr/bin/env bash
# trafilatura drops a heading or list item that is only the name of a social network:
# Facebook, Google, Twitter, Reddit. A list of companies that were fined becomes shorter,
# and the paragraph under the heading "Facebook" is then under the heading before it,
# "Apple". It matters to all who extract business news. favor_recall does not help.
# Seen with trafilatura 2.3.1 from PyPI. Source: RE_FILTER in trafilatura/utils.py, which
# is meant for buttons that share a page.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import trafilatura

print("trafilatura", trafilatura.__version__)
COMPANIES = ["Amazon", "Apple", "Facebook", "Google", "Microsoft", "Reddit", "Twitter"]
KEPT = ["Amazon", "Apple", "Microsoft"]
changed = False


def paragraph(company):
    return (f"The regulator said on Tuesday that the fine for {company} will be paid in three "
            "parts, and that the rules for the market will be reviewed again next year.")


def lines_of(body, **options):
    page = ("<!DOCTYPE html><html lang='en'><head><title>Fines</title></head><body><main>"
            f"<article><h1>Regulator fines companies</h1>{body}</article></main></body></html>")
    return [line.lstrip("- ") for line in trafilatura.extract(page, **options).splitlines()]


def expect(what, found, wanted):
    global changed
    print(f"{what}: {found}")
    changed |= found != wanted


intro = f"<p>{paragraph('the companies')}</p>"
items = "<ul>" + "".join(f"<li>{name}</li>" for name in COMPANIES) + "</ul>"
sections = "".join(f"<h2>{name}</h2><p>{paragraph(name)}</p>" for name in COMPANIES)
for options in ({}, {"favor_recall": True}):
    lines = lines_of(intro + items + intro, **options)
    expect(f"list items kept {options}", [name for name in COMPANIES if name in lines], KEPT)
    lines = lines_of(sections, **options)
    expect(f"headings kept {options}", [name for name in COMPANIES if name in lines], KEPT)
    expect("line before the paragraph on Google",
           lines[lines.index(paragraph("Google")) - 1], paragraph("Facebook"))

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
