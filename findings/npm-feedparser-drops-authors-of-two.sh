#!/usr/bin/env bash
# The npm package feedparser names nobody for an Atom entry with two authors: item.author is
# null, or is the author of the feed, so a story by two reporters is credited to "Newsdesk".
# With one author it is right, and the two are there only in the raw item["atom:author"].
# It matters to all who show, index or compare bylines. Seen with feedparser 2.6.0 from npm.
# Source: the case "author" in lib/feedparser.js takes the name of el, and el is an array
# if there are two; then the author of the feed fills the gap.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund feedparser@2.6.0

node - <<'JAVASCRIPT'
const { Readable } = require('node:stream');
const FeedParser = require('feedparser');

console.log('feedparser', require('feedparser/package.json').version);
const author = name => `<author><name>${name}</name></author>`;
const feed = (ofFeed, ofEntry) => `<?xml version="1.0" encoding="UTF-8"?>
  <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:example:feed</id>
  <updated>2020-03-14T10:00:00Z</updated>${ofFeed}<entry><title>Bridge</title>
  <id>urn:example:1</id><updated>2020-03-14T10:00:00Z</updated>${ofEntry}</entry></feed>`;
const read = text => new Promise((resolve, reject) => {
  const parser = new FeedParser();
  parser.on('error', reject).on('data', resolve);
  Readable.from([Buffer.from(text)]).pipe(parser);
});

const ONE = author('Ann Example');
const TWO = ONE + author('Bob Example');
const DESK = author('Newsdesk');
const CASES = [
  ['one author', '', ONE, 'Ann Example'],
  ['two authors', '', TWO, null],
  ['one author, in a feed of the desk', DESK, ONE, 'Ann Example'],
  ['two authors, in a feed of the desk', DESK, TWO, 'Newsdesk'],
];

async function main() {
  let changed = false;
  for (const [what, ofFeed, ofEntry, expected] of CASES) {
    const item = await read(feed(ofFeed, ofEntry));
    const raw = [item['atom:author']].flat().map(found => found.name['#']);
    console.log(`${what}: author ${item.author}; atom:author ${raw.join(', ')}`);
    changed ||= item.author !== expected || raw.length !== (ofEntry === TWO ? 2 : 1);
  }
  console.log(changed ? 'changed' : 'as described');
  process.exitCode = changed ? 1 : 0;
}

main();
JAVASCRIPT
