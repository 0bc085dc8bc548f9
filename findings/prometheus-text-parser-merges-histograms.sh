#!/usr/bin/env bash
# parse-prometheus-text-format makes one entry of all the series of a histogram or summary
# with labels: it has the buckets of the last series, and no label, count or sum. Counters
# and gauges keep theirs. It matters to all whose scripts or tests read a worker's
# latencies by topic or stage: they see those of one topic, and no error. Seen with
# parse-prometheus-text-format 1.1.1 and prom-client 15.1.3 from npm. Source:
# flattenMetrics never compares labels, and takes count and sum only where there are none.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund parse-prometheus-text-format@1.1.1 prom-client@15.1.3

node - <<'JAVASCRIPT'
const client = require('prom-client');
const parse = require('parse-prometheus-text-format');

console.log('parse-prometheus-text-format',
  require('parse-prometheus-text-format/package.json').version, 'with prom-client',
  require('prom-client/package.json').version);
let changed = false;

function expect(what, found, wanted) {
  console.log(`${what}: ${JSON.stringify(found)}`);
  changed ||= JSON.stringify(found) !== JSON.stringify(wanted);
}

async function main() {
  const options = { help: 'Seconds.', labelNames: ['topic'], buckets: [1], percentiles: [0.5] };
  const plain = new client.Histogram({ ...options, name: 'plain_seconds', labelNames: [] });
  const counter = new client.Counter({ name: 'news_total', help: 'News.', labelNames: ['topic'] });
  const histogram = new client.Histogram({ ...options, name: 'news_seconds' });
  const summary = new client.Summary({ ...options, name: 'read_seconds' });
  plain.observe(0.5);
  for (const [topic, seconds] of [['raw', 9], ['raw', 9], ['wire', 0.5]]) {
    counter.inc({ topic });
    histogram.observe({ topic }, seconds);
    summary.observe({ topic }, seconds);
  }

  const text = await client.register.metrics();
  console.log(text.match(/^news_seconds.*$/gm).join('\n'));
  const read = Object.fromEntries(parse(text).map(family => [family.name, family.metrics]));
  expect('counter', read.news_total, [
    { value: '2', labels: { topic: 'raw' } }, { value: '1', labels: { topic: 'wire' } }]);
  expect('histogram without a label', read.plain_seconds, [
    { buckets: { 1: '1', '+Inf': '1' }, count: '1', sum: '0.5' }]);
  expect('histogram', read.news_seconds, [{ buckets: { 1: '1', '+Inf': '1' } }]);
  expect('summary', read.read_seconds, [{ quantiles: { 0.5: '0.5' } }]);

  console.log(changed ? 'changed' : 'as described');
  process.exitCode = changed ? 1 : 0;
}

main();
JAVASCRIPT
