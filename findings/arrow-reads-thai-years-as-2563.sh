#!/usr/bin/env bash
# Arrow and Luxon write the year 2020 in Thai as 2563, the Buddhist year, and read 2563 back as
# the year 2563. There is no error, and an article of today seems to be 543 years ahead. Arrow
# does so in Lao too. It matters to all who date Thai and Lao news, which count years this way:
# a filter of future dates drops every article. Seen with arrow 1.4.0 from PyPI and luxon 3.7.2
# from npm. Source: in arrow/locales.py BE_OFFSET is used by format alone; parser.py takes the
# digits. In Luxon, toFormat("DDD") asks Intl for the text, and fromFormat only for the order.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check arrow==1.4.0
npm install --silent --no-audit --no-fund luxon@3.7.2

cat >run.py <<'PYTHON'
import sys

import arrow

print("arrow", arrow.__version__)
CASES = [("th", "14 มีนาคม 2563", "2563-03-14"), ("lo", "14 ມີນາ 2563", "2563-03-14"),
         ("de", "14 März 2020", "2020-03-14")]
changed = False

for locale, expected_text, expected_date in CASES:
    text = arrow.get(2020, 3, 14).format("D MMMM YYYY", locale=locale)
    date = arrow.get(text, "D MMMM YYYY", locale=locale).format("YYYY-MM-DD")
    print(f"{locale}: 2020-03-14 is written {text} and read {date}")
    changed |= (text, date) != (expected_text, expected_date)

sys.exit(changed)
PYTHON
cat >run.mjs <<'JAVASCRIPT'
import { DateTime, VERSION } from 'luxon';

console.log('luxon', VERSION);
let changed = false;

for (const [locale, year] of [['th', 2563], ['de', 2020]]) {
  const text = DateTime.utc(2020, 3, 14, { locale }).toFormat('DDD');
  const date = DateTime.fromFormat(text, 'DDD', { locale, zone: 'utc' });
  console.log(`${locale}: 2020-03-14 is written ${text} and read ${date.toISODate()}`);
  changed ||= date.year !== year || date.month !== 3 || date.day !== 14;
}

process.exitCode = changed ? 1 : 0;
JAVASCRIPT

if venv/bin/python run.py && node run.mjs; then
  echo "as described"
else
  echo "changed"
  exit 1
fi
