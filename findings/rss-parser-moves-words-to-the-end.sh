#!/usr/bin/env bash
# rss-parser changes the order of words: in Atom content of type xhtml, all elements of a
# paragraph come after all of its text. "The council <b>rejected</b> the bridge." becomes
# "The council  the bridge.rejected". A title of type xhtml is an object. It matters to
# all who quote, translate or deduplicate the text: no word is missing, so no length check
# sees it. Seen with rss-parser 3.13.0 from npm. Source: getContent in lib/utils.js writes
# markup from what xml2js read, and xml2js keeps no order between text and elements.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rss-parser@3.13.0

node - <<'JAVASCRIPT'
const Parser = require('rss-parser');

console.log('rss-parser', require('rss-parser/package.json').version);
const xhtml = markup => `type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${markup}</div>`;
const entry = (title, content) => `<?xml version="1.0"?>
  <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:example:feed</id>
  <updated>2020-03-03T10:00:00Z</updated><entry><id>urn:example:1</id>
  <updated>2020-03-03T10:00:00Z</updated><link href="http://example.com/1"/>
  <title ${title}</title><content ${content}</content></entry></feed>`;

async function main() {
  let changed = false;
  const expect = (what, found, wanted) => {
    console.log(`${what}: ${JSON.stringify(found)}`);
    changed ||= found !== wanted;
  };
  const parse = async (...parts) => (await new Parser().parseString(entry(...parts))).items[0];

  const escaped = await parse('>Bridge',
    'type="html">&lt;p&gt;The council &lt;b&gt;rejected&lt;/b&gt; the bridge.&lt;/p&gt;');
  expect('type html ', escaped.contentSnippet, 'The council rejected the bridge.');

  const inline = await parse(xhtml('Bridge <em>rejected</em>'),
    xhtml('<p>The council <b>rejected</b> the bridge.</p>'));
  expect('type xhtml', inline.contentSnippet, 'The council  the bridge.rejected');
  expect('title of type xhtml', typeof inline.title, 'object');

  const mixed = await parse('>Bridge',
    xhtml('<p>Yes: <b>nine</b>, no: <b>two</b>.</p><h2>Costs</h2><p>Ten million.</p>'));
  expect('a heading between paragraphs', mixed.contentSnippet,
    'Yes: , no: .ninetwo\nTen million.\nCosts');

  console.log(changed ? 'changed' : 'as described');
  process.exitCode = changed ? 1 : 0;
}

main();
JAVASCRIPT
