#!/usr/bin/env bash
# feed-extractor reads the ids and titles of an RSS feed as numbers: the ids "0042" and
# "42" become the same, and so do "12e3" and "12000"; the title "007" becomes "7", and
# "2020.10" becomes "2020.1". It matters to all who tell items apart by their ids: they
# lose one of the two. Seen with @extractus/feed-extractor 8.0.3 and fast-xml-parser
# 5.12.1 from npm. Source: xml2obj in src/utils/xmlparser.js leaves parseTagValue on.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 fast-xml-parser@5.12.1

node - <<'JAVASCRIPT'
const { extractFromXml } = require('@extractus/feed-extractor');

const version = name => JSON.parse(require('fs').readFileSync(
  `node_modules/${name}/package.json`)).version;
console.log('feed-extractor', version('@extractus/feed-extractor'),
  'with fast-xml-parser', version('fast-xml-parser'));
const WANTED = [
  // id, title, and what they become
  ['0042', '1984', '42', '1984'],
  ['42', '007', '42', '7'],
  ['12e3', '2020.10', '12000', '2020.1'],
  ['12000', '0x10', '12000', '16'],
  ['n-0042', 'Bond 007', 'n-0042', 'Bond 007'],
];

const items = WANTED.map(([id, title]) => `<item><title>${title}</title>
  <link>http://example.com/${id}</link><guid isPermaLink="false">${id}</guid></item>`);
const { entries } = extractFromXml(`<?xml version="1.0"?><rss version="2.0"><channel>
  <title>News</title><link>http://example.com/</link><description>News</description>
  ${items.join('')}</channel></rss>`);

let changed = entries.length !== WANTED.length;
entries.forEach((entry, at) => {
  const [id, title, wantedId, wantedTitle] = WANTED[at];
  console.log(`id "${id}" -> "${entry.id}", title "${title}" -> "${entry.title}"`);
  changed ||= entry.id !== wantedId || entry.title !== wantedTitle;
});
console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
