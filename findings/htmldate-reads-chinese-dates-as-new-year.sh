#!/usr/bin/env bash
# htmldate dates a page with a Chinese or Japanese date to 1 January of that year:
# "2020年3月14日" is 2020-01-01, and so is every other day of 2020. With a time of day, or
# with a space and a weekday after it, the same date is read well. It matters to all who
# order or expire news by it, or by trafilatura, which uses it: the date looks real.
# Seen with htmldate 1.11.0 and dateparser 1.5.0 from PyPI. Source: try_date_expr in
# extractors.py wants a separator of ".:,_/ -" in the text before it asks dateparser.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  htmldate==1.11.0 dateparser==1.5.0 lxml==6.1.3

"$folder/venv/bin/python" - <<'PYTHON'
import datetime
import sys

import htmldate

print("htmldate", htmldate.__version__)
BODY = "<p>" + "政府は火曜日に来年の予算案を発表した。" * 5 + "</p>"
changed = False


def expect(text, wanted, element="p"):
    global changed
    page = (f"<html lang='ja'><head><title>News</title></head><body><article><h1>News</h1>"
            f"<{element} class='date'>{text}</{element}>{BODY}</article></body></html>")
    found = htmldate.find_date(page, max_date="2024-01-01")
    if text not in quiet:
        print(f"<{element}>{text}: {found}")
    changed |= found != wanted


quiet = set()
expect("2020年3月14日", "2020-01-01")
expect("2020年3月14日", "2020-01-01", "time")
expect("2020年12月31日", "2020-01-01")
expect("2020年3月14日 10:30", "2020-03-14")
expect("2020年3月14日 星期六", "2020-03-14")
expect("2020/3/14", "2020-03-14")

days = [datetime.date(2020, 1, 1) + datetime.timedelta(day) for day in range(0, 366, 15)]
quiet = {f"{day.year}年{day.month}月{day.day}日" for day in days}
for text in sorted(quiet):
    expect(text, "2020-01-01")
print(f"{len(quiet)} other days of 2020: also 2020-01-01" if not changed else "not all of them")

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
