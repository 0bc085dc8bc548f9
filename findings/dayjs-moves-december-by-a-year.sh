#!/usr/bin/env bash
# Day.js reads every day of December a year too late in Russian, Ukrainian, Polish, Croatian,
# Lithuanian and Belarusian: "31 декабря 2020" is 31 December 2021, and isValid() is true.
# Its own format() writes these dates. It matters to all who read the dates of articles in
# these languages: no other month is wrong, and the articles of December seem to be from the
# future. Seen with dayjs 1.11.23 from npm. Source: plugin/customParseFormat looks in a list
# of 24 names, nominatives and then genitives, and 24 % 12 || 24 makes December month 24.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund dayjs@1.11.23

node - <<'JAVASCRIPT'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/customParseFormat'));

console.log('dayjs', require('dayjs/package.json').version);
const DATES = {
  ru: ['30 ноября 2020', '31 декабря 2020'],
  uk: ['30 листопада 2020', '31 грудня 2020'],
  pl: ['30 listopada 2020', '31 grudnia 2020'],
  hr: ['30 studenoga 2020', '31 prosinca 2020'],
  lt: ['30 lapkričio 2020', '31 gruodžio 2020'],
  be: ['30 лістапада 2020', '31 снежня 2020'],
};
let changed = false;

for (const [locale, dates] of Object.entries(DATES)) {
  require(`dayjs/locale/${locale}`);
  const read = dates.map(text => dayjs(text, 'D MMMM YYYY', locale));
  const found = read.map(day => (day.isValid() ? day.format('YYYY-MM-DD') : 'invalid'));
  const own = dayjs('2020-12-31').locale(locale).format('D MMMM YYYY');
  console.log(`${locale}: ${dates[0]} is ${found[0]}, ${dates[1]} is ${found[1]}`);
  changed ||= found.join() !== '2020-11-30,2021-12-31' || own !== dates[1];
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
