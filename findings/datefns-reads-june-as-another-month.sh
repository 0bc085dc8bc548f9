#!/usr/bin/env bash
# date-fns reads some months as other months, and isValid is true: June is January in Armenian
# and May in Kazakh, May is March in Frisian, December is October in Scottish Gaelic, and October
# is January in Mongolian. Its own format() writes these dates. It matters to all who date
# articles in these languages: the other months are right, and there is no error.
# Seen with date-fns 4.4.0 from npm. Source: parseMonthPatterns in locale/*/_lib/match.js, where
# the first pattern that matches wins, and the one of an earlier month matches too.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund date-fns@4.4.0

cat >run.mjs <<'JAVASCRIPT'
import { format, isValid, parse } from 'date-fns';
import * as locales from 'date-fns/locale';
import { readFileSync } from 'node:fs';

console.log('date-fns', JSON.parse(readFileSync('node_modules/date-fns/package.json')).version);
const CASES = [
  ['hy', 'd MMMM yyyy', '6→1 7→1'],
  ['kk', 'd MMMM yyyy', '6→5 9→1 10→1 11→1'],
  ['fy', 'd MMMM yyyy', '5→3'],
  ['gd', 'd MMM yyyy', '12→10'],
  ['mn', 'd MMM yyyy', '10→1 11→1 12→1'],
  ['de', 'd MMMM yyyy', ''],
];
let changed = false;

for (const [name, pattern, expected] of CASES) {
  const locale = locales[name];
  const found = [];
  for (let month = 0; month < 12; month += 1) {
    const text = format(new Date(2020, month, 14), pattern, { locale });
    const date = parse(text, pattern, new Date(2000, 0, 1), { locale });
    if (isValid(date) && date.getMonth() !== month) {
      found.push(`${month + 1}→${date.getMonth() + 1}`);
      console.log(`${name}: ${text} is ${format(date, 'yyyy-MM-dd')}`);
    }
  }
  console.log(`${name}: wrong months: ${found.join(' ') || 'none'}`);
  changed ||= found.join(' ') !== expected;
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
