#!/usr/bin/env bash
# metascraper gives the time of the last change as the date of an article: if a page says
# datePublished 2015 and dateModified 2020, the date is in 2020. A page that names only one
# of the two gives that one, so nobody can tell what a date means. It matters to all who
# order, expire or deduplicate articles: a small correction makes an old one new. Seen with
# metascraper 5.49.24 from npm. Source: metascraper-date tries dateModified, then
# modified_time, before datePublished; the option datePublished adds a second value.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  metascraper@5.49.24 metascraper-date@5.49.24

cat >run.mjs <<'JAVASCRIPT'
import { readFileSync } from 'node:fs';
import metascraper from 'metascraper';
import metascraperDate from 'metascraper-date';

const manifest = 'node_modules/metascraper-date/package.json';
console.log('metascraper-date', JSON.parse(readFileSync(manifest)).version);

const PUBLISHED = '2015-05-06T07:00:00.000Z';
const MODIFIED = '2020-03-14T15:00:00.000Z';
const jsonld = fields => `<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Bridge', ...fields,
})}</script>`;
const meta = (name, value) => `<meta property="article:${name}" content="${value}">`;
const CASES = [
  ['JSON-LD, both', jsonld({ datePublished: PUBLISHED, dateModified: MODIFIED }), MODIFIED],
  ['JSON-LD, published', jsonld({ datePublished: PUBLISHED }), PUBLISHED],
  ['OpenGraph, both', meta('published_time', PUBLISHED) + meta('modified_time', MODIFIED),
    MODIFIED],
  ['JSON-LD, published; OpenGraph, modified',
    jsonld({ datePublished: PUBLISHED }) + meta('modified_time', MODIFIED), MODIFIED],
];
let changed = false;

for (const [what, head, expected] of CASES) {
  const html = `<!DOCTYPE html><html><head><title>Bridge</title>${head}</head>
    <body><h1>Bridge</h1><p>The council rejects the bridge.</p></body></html>`;
  const { date } = await metascraper([metascraperDate()])({ url: 'https://example.com/1', html });
  console.log(`${what}: ${date}`);
  changed ||= date !== expected;
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
