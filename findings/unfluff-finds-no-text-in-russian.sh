#!/usr/bin/env bash
# unfluff finds no text at all in Russian, Bulgarian and Arabic articles, though it has stop
# words for these languages and chooses them by the page. German and Polish are right. It matters
# to all who read several languages with it: the title is there, there is no error, and the
# empty texts look like empty pages, or like copies of one another.
# Seen with unfluff 3.2.0 from npm. Source: lib/stopwords.js splits the lists at "\n", and the
# lines of these lists end with "\r\n", so no word of an article is in the list.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund unfluff@3.2.0

cat >run.cjs <<'JAVASCRIPT'
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');

const text = {
  ru: 'Мэр сказал, что он не был на мосту и что это не его дело, но они всё же поедут к нему',
  bg: 'Кметът каза, че той не е бил на моста и че това не е за него, но те ще отидат при него',
  ar: 'قال رئيس البلدية إنه لم يكن على الجسر وإن هذا ليس من عمله ، ولكن في كل يوم كان هناك عمل',
  de: 'Der Bürgermeister hat gesagt, dass er nicht auf der Brücke war und dass es nicht so ist',
  pl: 'Burmistrz powiedział, że nie był na moście i że to nie jest jego sprawa, ale tam będzie',
};
const pages = Object.entries(text).map(([lang, sentence]) => [lang, `<!DOCTYPE html>
  <html lang="${lang}"><head><title>${lang}</title></head><body><article>
  <p>${`${sentence}. `.repeat(3)}</p><p>${`${sentence}. `.repeat(2)}</p></article></body></html>`]);
const EXPECTED = 'ru 0, bg 0, ar 0, de kept, pl kept';
const lists = 'node_modules/unfluff/data/stopwords';

function look() {
  for (const path of Object.keys(require.cache)) delete require.cache[path];
  const unfluff = require('unfluff');
  return pages.map(([lang, html]) => `${lang} ${unfluff(html).text ? 'kept' : 0}`).join(', ');
}

console.log('unfluff', JSON.parse(readFileSync('node_modules/unfluff/package.json')).version);
const found = look();
console.log('texts:', found);

for (const name of readdirSync(lists)) {
  const words = readFileSync(`${lists}/${name}`, 'utf8');
  writeFileSync(`${lists}/${name}`, words.replaceAll('\r', ''));
}
const repaired = look();
console.log('texts after the returns are removed from the lists:', repaired);

const changed = found !== EXPECTED || repaired.includes(' 0');
console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.cjs
