#!/usr/bin/env bash
# Defuddle drops a list of two to eight short items near the start or the end of an article: the
# names of the dead, the medals, the answers of a dl. It takes them for a blog's metadata. A list
# in the middle stays, and so does one after a colon. It matters to all who extract news: key
# facts are at the start and results at the end, and the sentences around them stay.
# Seen with defuddle 0.19.4 and linkedom 0.18.15 from npm; Readability keeps all. Source: "blog
# metadata list" in removals/content-patterns, for lists within 500 characters of either end.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund defuddle@0.19.4 linkedom@0.18.15 \
  @mozilla/readability@0.6.0

cat >run.mjs <<'JAVASCRIPT'
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';

console.log('defuddle', JSON.parse(readFileSync('node_modules/defuddle/package.json')).version);
const filler = number => `<p>Part ${number} of the report says that the members of the council
  argued until late in the evening about the price, the place and the name of the bridge.</p>`;
const page = (before, list, after) => `<!DOCTYPE html><html lang="en"><head>
  <title>The bridge</title></head><body><article><h1>The council rejects the bridge</h1>
  ${Array.from({ length: before }, (_, i) => filler(i)).join('')}${list}
  ${Array.from({ length: after }, (_, i) => filler(before + i)).join('')}</article></body></html>`;
const words = html => html.replace(/<[^>]*>/g, ' ');

const NAMES = '<ul><li>Ann Example, 41</li><li>Bob Sample, 33</li><li>Cy Test, 20</li></ul>';
const MEDALS = '<ol><li>Gold: Ann Example</li><li>Silver: Bob Sample</li></ol>';
const ANSWERS = '<dl><dt>Who pays?</dt><dd>Example Bank</dd></dl>';
const CASES = [
  ['names near the start', 2, NAMES, 12, 'Bob Sample', false],
  ['medals near the end', 12, MEDALS, 0, 'Bob Sample', false],
  ['an answer near the end', 12, ANSWERS, 1, 'Example Bank', false],
  ['names in the middle', 9, NAMES, 9, 'Bob Sample', true],
  ['names after a colon', 2, `<p>The dead are:</p>${NAMES}`, 12, 'Bob Sample', true],
];
let changed = false;

for (const [name, before, list, after, text, expected] of CASES) {
  const html = page(before, list, after);
  const result = await Defuddle(parseHTML(html).document, 'https://example.com/1');
  const kept = words(result.content).includes(text);
  const other = new Readability(parseHTML(html).document).parse().content;
  const readability = words(other).includes(text);
  console.log(`${name}: Defuddle ${kept ? 'keeps' : 'drops'} them, ` +
    `Readability ${readability ? 'keeps' : 'drops'} them`);
  changed ||= kept !== expected || !readability;
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
