#!/usr/bin/env bash
# article-extractor deletes words from the middle of sentences: what is in q, cite, time,
# mark, ins or dt is removed with the tag. "<q>Never</q>, said the mayor" becomes ", said the
# mayor", and a glossary keeps its answers but not its questions. Readability, which it uses,
# keeps them. It matters to all who quote, index or compare the text. Seen with
# @extractus/article-extractor 9.0.1 from npm. Source: cleanify in src/utils/html removes
# each element whose tag is not in allowedTags, with all that is in it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @extractus/article-extractor@9.0.1 \
  @mozilla/readability@0.6.0 linkedom@0.18.13

cat >run.mjs <<'JAVASCRIPT'
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';

const manifest = 'node_modules/@extractus/article-extractor/package.json';
console.log('article-extractor', JSON.parse(readFileSync(manifest)).version);

const filler = number => `<p>Part ${number} of the report says that the members of the council
  argued until late in the evening about the price, the place and the name of the bridge.</p>`;
const page = markup => `<!DOCTYPE html><html lang="en"><head><title>Bridge</title></head><body>
  <article><h1>The council rejects the bridge</h1>${filler(1)}${filler(2)}${markup}
  ${filler(3)}${filler(4)}</article></body></html>`;
const rest = html => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
  .replace(/Part \d of.*?bridge\./g, '').replace('The council rejects the bridge', '').trim();

const CASES = [
  ['<p><q>Never</q>, said the mayor.</p>', ', said the mayor.'],
  ['<p>She told <cite>The Example Post</cite> that she resigns.</p>', 'She told that she resigns.'],
  ['<p>They vote again on <time datetime="2020-03-14">14 March</time>.</p>',
    'They vote again on .'],
  ['<p>It will <mark>not</mark> be built.</p>', 'It will be built.'],
  ['<p>It costs <del>nine</del> <ins>ten</ins> million.</p>', 'It costs million.'],
  ['<dl><dt>Who paid?</dt><dd>The town.</dd></dl>', 'The town.'],
  ['<p>It will <em>not</em> be built.</p>', 'It will not be built.'],
];
let changed = false;

for (const [markup, expected] of CASES) {
  const found = rest((await extractFromHtml(page(markup), 'https://example.com/1')).content);
  const kept = rest(new Readability(parseHTML(page(markup)).document).parse().content);
  console.log(`${markup}\n  article-extractor: ${found}\n  Readability:       ${kept}`);
  changed ||= found !== expected || kept !== rest(markup);
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
