#!/usr/bin/env bash
# kafka-go and @platformatic/kafka give the producer's time of a message where the topic has
# message.timestamp.type=LogAppendTime and the broker's time is asked for. A backlog of 2020
# that is loaded today seems to be from 2020. It matters to all who measure delays, expire or
# deduplicate by that time: two clients of one topic disagree. Seen with kafka-go 0.4.51,
# @platformatic/kafka 1.35.0 and a broker 4.3.1. Source: message_reader.go and
# messages-stream.js use firstTimestamp, and ignore the type of time stamp in the attributes.
set -euo pipefail

folder=$(mktemp -d)
broker=
trap '[[ -z $broker ]] || { kill -9 "$broker"; wait; } 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check confluent-kafka==2.16.1
npm install --silent --no-audit --no-fund --ignore-scripts @platformatic/kafka@1.35.0

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
mvn -q -B -Dstyle.color=never dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib >maven.log

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
config = {"message.timestamp.type": "LogAppendTime"}
admin.create_topics([NewTopic("wire", 1, 1, config=config)])["wire"].result()

began = int(time.time() * 1000)
producer = Producer({**server, "linger.ms": 200})
for number in range(3):  # 14 March 2020, one item a second
    producer.produce("wire", b"item", timestamp=1584172800000 + number * 1000)
producer.flush()

consumer = Consumer({**server, "group.id": "group", "enable.partition.eof": True})
consumer.assign([TopicPartition("wire", 0, 0)])
times = []
while (message := consumer.poll(30)) is not None and not message.error():
    times.append(message.timestamp()[1])
print("confluent-kafka", confluent_kafka.version(), "reads", *times)
sys.exit(len(times) != 3 or min(times) < began)
PYTHON
venv/bin/python produce.py "127.0.0.1:$port"

expected="1584172800000 1584172801000 1584172802000"
export GOPATH="$folder/go" GOFLAGS="-mod=mod -modcacherw"
cat >go.mod <<'MODULE'
module example.com/reader

go 1.23

require github.com/segmentio/kafka-go v0.4.51
MODULE
cat >main.go <<'GO'
package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/segmentio/kafka-go"
)

func main() {
	reader := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{os.Args[1]}, Topic: "wire"})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	times := []string{}
	for len(times) < 3 {
		message, err := reader.ReadMessage(ctx)
		if err != nil {
			break
		}
		times = append(times, fmt.Sprint(message.Time.UnixMilli()))
	}
	fmt.Println(strings.Join(times, " "))
}
GO
in_go=$(go run . "127.0.0.1:$port")

cat >run.mjs <<'JAVASCRIPT'
import { Consumer } from '@platformatic/kafka';

const consumer = new Consumer({
  groupId: 'javascript', clientId: 'javascript', bootstrapBrokers: [process.argv[2]],
});
const stream = await consumer.consume({ topics: ['wire'], mode: 'earliest', autocommit: false });
const times = [];
for await (const message of stream) {
  times.push(message.timestamp);
  if (times.length === 3) break;
}
console.log(times.join(' '));
process.exit();
JAVASCRIPT
in_javascript=$(timeout 30 node run.mjs "127.0.0.1:$port")

echo "kafka-go 0.4.51 reads $in_go"
echo "@platformatic/kafka 1.35.0 reads $in_javascript"
if [[ $in_go != "$expected" || $in_javascript != "$expected" ]]; then
  echo changed
  exit 1
fi
echo "as described"
