#!/usr/bin/env bash
# Moment reads Catalan dates, and most Croatian ones, as January if the month is in full:
# "14 de març de 2020" and "14. ožujka 2020" are 14 January 2020. isValid() is true, and its
# own format() writes these dates. It matters to all who order or expire news by them.
# Strict mode says "Invalid date" instead. Seen with moment 2.31.0 and 2.30.1 from npm.
# Source: with monthsParseExact, computeMonthsParse makes its patterns from the standalone
# names only, "març" and "ožujak"; a month that is not found is left at 0, the first.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund moment@2.31.0

node - <<'JAVASCRIPT'
const moment = require('moment');

console.log('moment', require('moment/package.json').version);
const CASES = [
  ['ca', 'D MMMM [de] YYYY', '14 de març de 2020', '2020-01-14'],
  ['ca', 'D MMMM [de] YYYY', '3 de novembre de 2020', '2020-01-03'],
  ['hr', 'D. MMMM YYYY', '14. ožujka 2020', '2020-01-14'],
  ['hr', 'D. MMMM YYYY', '3. lipnja 2020', '2020-01-03'],
  ['cs', 'D. MMMM YYYY', '14. března 2020', '2020-03-14'], // read as it should be
  ['pl', 'D MMMM YYYY', '14 marca 2020', '2020-03-14'],
];
const iso = day => (day.isValid() ? day.format('YYYY-MM-DD') : 'invalid');
let changed = false;

for (const [locale, format, text, wanted] of CASES) {
  require(`moment/locale/${locale}`);
  const found = iso(moment(text, format, locale));
  const strict = iso(moment(text, format, locale, true));
  console.log(`${locale}: ${text} is ${found}, in strict mode ${strict}`);
  changed ||= found !== wanted || (wanted.startsWith('2020-01') && strict !== 'invalid');
}

for (const [locale, wanted] of [['ca', 335], ['hr', 273]]) { // its own long format
  let wrong = 0;
  for (let day = moment.utc('2020-01-01'); day.year() === 2020; day.add(1, 'day')) {
    const again = moment.utc(day.clone().locale(locale).format('LL'), 'LL', locale);
    wrong += again.isValid() && !again.isSame(day, 'day');
  }
  console.log(`${locale}: of the 366 days of 2020, ${wrong} come back as days of January`);
  changed ||= wrong !== wanted;
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
