#!/usr/bin/env bash
# @platformatic/kafka delivers records of aborted transactions in READ_COMMITTED, which is its
# default, if one producer aborted two transactions that arrive in one fetch: only the last one
# is left out. It matters to all who read an exactly-once topic in Node.js: articles that were
# withdrawn arrive, and those produced again arrive twice. confluent-kafka 2.16.1 reads the topic
# right. Seen with @platformatic/kafka 1.35.0 and a broker 4.3.1. Source: consumer.js keeps the
# ranges of aborted offsets in a map with one range for each producer id.
set -euo pipefail

folder=$(mktemp -d)
broker=
trap '[[ -z $broker ]] || { kill -9 "$broker"; wait; } 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check confluent-kafka==2.16.1
npm install --silent --no-audit --no-fund @platformatic/kafka@1.35.0

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>broker</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId>
      <version>4.3.1</version></dependency>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId>
      <version>4.3.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B -Dstyle.color=never dependency:copy-dependencies -DincludeScope=runtime \
  -DoutputDirectory=lib >maven.log

read -r port controller < <(python3 -c 'import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(s.getsockname()[1] for s in sockets))')
cat >node.properties <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAINTEXT://127.0.0.1:$port
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=$folder/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
group.initial.rebalance.delay.ms=0
PROPERTIES
java -cp 'lib/*' kafka.tools.StorageTool format -t AAAAAAAAAAAAAAAAAAAAAQ \
  -c node.properties >format.log 2>&1
java -Xms128m -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp 'lib/*' \
  kafka.Kafka node.properties >broker.log 2>&1 &
broker=$!

cat >produce.py <<'PYTHON'
import sys
import time

import confluent_kafka
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

server = {"bootstrap.servers": sys.argv[1], "log_level": 0}
admin = AdminClient(server)
for _ in range(60):
    try:
        admin.list_topics(timeout=1)
        break
    except confluent_kafka.KafkaException:
        time.sleep(0.5)
topics = {"once": ["first", "-second", "second", "end"],
          "twice": ["first", "-second", "-second", "second", "-third", "third", "end"]}
for future in admin.create_topics([NewTopic(topic, 1, 1) for topic in topics]).values():
    future.result()

producer = Producer({**server, "transactional.id": "worker"})
producer.init_transactions(60)
right = True
for topic, values in topics.items():
    for value in values:
        producer.begin_transaction()
        producer.produce(topic, value.strip("-").encode())
        producer.flush()
        if value.startswith("-"):
            producer.abort_transaction()
        else:
            producer.commit_transaction()

    consumer = Consumer({**server, "group.id": "group", "isolation.level": "read_committed",
                         "enable.partition.eof": True})
    consumer.assign([TopicPartition(topic, 0, 0)])
    found = []
    while (message := consumer.poll(30)) is not None and not message.error():
        found.append(message.value().decode())
    consumer.close()
    print(f"confluent-kafka {confluent_kafka.version()} reads {topic}: {' '.join(found)}")
    right &= found == [value for value in values if not value.startswith("-")]
sys.exit(not right)
PYTHON
venv/bin/python produce.py "127.0.0.1:$port"

cat >consume.mjs <<'JAVASCRIPT'
import { Consumer, FetchIsolationLevels, stringDeserializers } from '@platformatic/kafka';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('node_modules/@platformatic/kafka/package.json'));
const CASES = [
  ['once', 'first second end'],
  ['twice', 'first second second second third end'],
];
let changed = false;

for (const [topic, expected] of CASES) {
  const consumer = new Consumer({ groupId: topic, clientId: 'reader',
    bootstrapBrokers: [process.argv[2]], deserializers: stringDeserializers });
  const stream = await consumer.consume({ topics: [topic], mode: 'earliest', autocommit: false,
    isolationLevel: FetchIsolationLevels.READ_COMMITTED });
  const found = [];
  const watch = setTimeout(() => stream.destroy(new Error('no end after 20 s')), 20000);
  for await (const message of stream) {
    found.push(message.value);
    if (message.value === 'end') break;
  }
  clearTimeout(watch);
  await consumer.close(true);
  console.log(`@platformatic/kafka ${manifest.version} reads ${topic}: ${found.join(' ')}`);
  changed ||= found.join(' ') !== expected;
}

console.log(changed ? 'changed' : 'as described');
process.exit(changed ? 1 : 0);
JAVASCRIPT
node consume.mjs "127.0.0.1:$port"
