#!/usr/bin/env bash
# @platformatic/kafka sends half of the keys to other partitions than the Java client and KafkaJS
# do, though it has the same hash: with 8 or 16 partitions all agree, with 3, 6 or 12 they do not.
# It matters to all who add a producer in Node.js to a topic: the updates of one article are in
# two partitions, and lose their order. Its option compatibilityPartitioner avoids it. Seen with
# @platformatic/kafka 1.35.0 and kafkajs 2.2.4 from npm, and kafka-clients 4.3.1. Source:
# partitioners.js takes hash >>> 0, the others hash & 0x7fffffff, modulo the partitions.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @platformatic/kafka@1.35.0 kafkajs@2.2.4

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>keys</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId>
      <version>4.3.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B -Dstyle.color=never dependency:copy-dependencies -DincludeScope=runtime \
  -DoutputDirectory=lib >maven.log

cat >Keys.java <<'JAVA'
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

class Keys {
  public static void main(String[] arguments) {
    for (int count : new int[] {3, 6, 8, 12, 16}) {
      for (int number = 0; number < 1000; ++number) {
        byte[] key = ("article-" + number).getBytes();
        System.out.println(BuiltInPartitioner.partitionForKey(key, count));
      }
    }
  }
}
JAVA
java -cp 'lib/*' Keys.java >java.txt

cat >run.mjs <<'JAVASCRIPT'
import { compatibilityPartitioner, defaultPartitioner } from '@platformatic/kafka';
import kafkajs from 'kafkajs';
import { readFileSync } from 'node:fs';

for (const name of ['@platformatic/kafka', 'kafkajs']) {
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`)).version);
}
const java = readFileSync('java.txt', 'utf8').trim().split('\n').map(Number);
const kafkaJs = kafkajs.Partitioners.DefaultPartitioner();
const CASES = [[3, 474], [6, 474], [8, 1000], [12, 474], [16, 1000]];
let changed = false;

for (const [count, expected] of CASES) {
  const partitionMetadata = [...Array(count).keys()].map(id => ({ partitionId: id, leader: 1 }));
  let same = 0;
  for (let number = 0; number < 1000; number += 1) {
    const key = Buffer.from(`article-${number}`);
    const others = kafkaJs({ topic: 'articles', partitionMetadata, message: { key } });
    changed ||= others !== java.shift();
    changed ||= others !== compatibilityPartitioner({}, key) % count;
    same += others === defaultPartitioner({}, key) % count;
  }
  console.log(`${count} partitions: ${same} of 1000 keys are in the same partition`);
  changed ||= same !== expected;
}

console.log(changed ? 'changed' : 'as described');
process.exitCode = changed ? 1 : 0;
JAVASCRIPT
node run.mjs
