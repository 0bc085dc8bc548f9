#!/usr/bin/env bash
# normalize-url makes "/100%-renewable" of "/100%25-renewable". That path is invalid: Express
# answers 400 to it, and decodeURIComponent throws. It happens in the path only; a query keeps
# its %25. It matters to all who store or fetch normalised addresses: the address of an article
# with a percentage in its headline is dead. Seen with normalize-url 9.0.1 and express 5.1.0
# from npm. Source: index.js sets the result of decodeURI(urlObject.pathname) as the new path,
# and the URL class does not escape "%".
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund normalize-url@9.0.1 express@5.1.0

cat >run.mjs <<'JAVASCRIPT'
import express from 'express';
import { readFileSync } from 'node:fs';
import normalizeUrl from 'normalize-url';

const version = JSON.parse(readFileSync('node_modules/normalize-url/package.json')).version;
console.log('normalize-url', version);
process.env.NODE_ENV = 'test'; // Express then writes no error
const app = express();
app.get('/news/:name', (request, response) => response.send(request.params.name));
const server = app.listen(0, '127.0.0.1');
await new Promise(resolve => server.once('listening', resolve));
const base = `http://127.0.0.1:${server.address().port}`;

const CASES = [
  ['/news/100%25-renewable', '/news/100%-renewable', 400],
  ['/news/prices-up-10%25', '/news/prices-up-10%', 400],
  ['/news/caf%C3%A9', '/news/caf%C3%A9', 200],
  ['/news/1?title=100%25', '/news/1?title=100%25', 200],
];
let changed = false;

for (const [path, expected, status] of CASES) {
  const found = normalizeUrl(base + path);
  const before = (await fetch(base + path)).status;
  const after = (await fetch(found)).status;
  console.log(`${path}: status ${before}; ${found.slice(base.length)}: status ${after}`);
  changed ||= found !== base + expected || before !== 200 || after !== status;
}

server.close();
console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
