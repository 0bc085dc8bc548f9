#!/usr/bin/env bash
# Readability takes the dateline of an article for its author: for a page that says
# "PARIS, March 3" and then "By Ann Example", the byline is "PARIS, March 3". The dateline
# is removed from the text, and the real byline stays in the text. It matters to all who
# read authors from pages without an author in their metadata. Seen with
# @mozilla/readability 0.6.0 and jsdom 24.1.3 from npm. Source: REGEXPS.byline in
# Readability.js has "dateline", and the first element that matches wins.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@24.1.3

node - <<'JAVASCRIPT'
const { Readability } = require('@mozilla/readability');
const { JSDOM } = require('jsdom');

console.log('Readability', require('@mozilla/readability/package.json').version);
const DATELINE = '<p class="dateline">PARIS, March 3</p>';
const BYLINE = '<p class="byline">By Ann Example</p>';
const BODY = [1, 2, 3, 4].map(number => `<p>Paragraph ${number} of the story says what the
  council decided on Tuesday about the new bridge over the river, and why the mayor voted
  against it in the end.</p>`).join('');
let changed = false;

function expect(what, top, byline, place, author) {
  const page = `<!DOCTYPE html><html lang="en"><head><title>Bridge</title></head><body><main>
    <article><h1>Council approves the bridge</h1>${top}${BODY}</article></main></body></html>`;
  const { window } = new JSDOM(page, { url: 'http://example.com/bridge' });
  const article = new Readability(window.document).parse();
  const found = [article.byline, article.textContent.includes('PARIS'),
    article.textContent.includes('Ann Example')];
  console.log(`${what}: byline ${JSON.stringify(found[0])}; in the text: place ${found[1]}, ` +
    `author ${found[2]}`);
  changed ||= JSON.stringify(found) !== JSON.stringify([byline, place, author]);
}

expect('no dateline          ', BYLINE, 'By Ann Example', false, false);
expect('byline, then dateline', BYLINE + DATELINE, 'By Ann Example', true, false);
expect('dateline, then byline', DATELINE + BYLINE, 'PARIS, March 3', false, true);
expect('dateline alone       ', DATELINE, 'PARIS, March 3', false, false);

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
