#!/usr/bin/env bash
# dateparser reads May in Gujarati and Marathi as "months ago": "23 મે, 2020" is the
# day 23 months before today, a plausible date that is another one tomorrow. Every
# day of May is hit in CLDR's long and medium formats, no other month is, and a
# weekday in front cures it. It matters to all who date pages in these languages with
# it, or with a scraper that uses it. Seen with dateparser 1.5.0 and Babel 2.17.0
# (CLDR 46) from PyPI. Source: date_translation_data/gu.py and mr.py, where the
# abbreviation of "month" is the first letter of the word for May.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  dateparser==1.5.0 babel==2.17.0

"$folder/venv/bin/python" - <<'PYTHON'
import datetime
import sys

import babel
import dateparser
from babel.dates import format_date

print("dateparser", dateparser.__version__, "with Babel", babel.__version__)
TODAY = datetime.datetime(2021, 6, 15)
changed = False


def read(text, language):
    found = dateparser.parse(text, languages=[language], settings={"RELATIVE_BASE": TODAY})
    return found and found.date()


def months_before_today(count):
    months = TODAY.year * 12 + TODAY.month - 1 - count
    return datetime.date(months // 12, months % 12 + 1, TODAY.day)


def expect(text, language, wanted):
    global changed
    found = read(text, language)
    print(f"{language} {text!r}: {found}")
    changed |= found != wanted


for language in ("gu", "mr"):
    for day in range(1, 32):
        date = datetime.date(2020, 5, day)
        for form in ("medium", "long"):
            expect(format_date(date, form, locale=language), language, months_before_today(day))
        expect(format_date(date, "full", locale=language), language, date)
    for month in (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12):
        date = datetime.date(2020, month, 23)
        expect(format_date(date, "long", locale=language), language, date)

print("changed" if changed else "as described")
sys.exit(changed)
PYTHON
