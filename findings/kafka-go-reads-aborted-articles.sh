#!/usr/bin/env bash
# kafka-go with IsolationLevel ReadCommitted delivers the records of aborted transactions, and
# each commit or abort marker as a message of its own, with a key of 4 bytes. It matters to
# all who read an exactly-once topic in Go: an article that was withdrawn and produced again
# arrives twice. confluent-kafka 2.16.1 reads the topic right. Seen with kafka-go 0.4.51 on
# a broker 4.3.1. Source: message_reader.go never looks at the control bit of a batch, and
# read.go does not use the list of aborted transactions.
set -euo pipefail

folder=$(mktemp -d)
broker=
trap '[[ -z $broker ]] || { kill -9 "$broker"; wait; } 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/python -m pip install -q --disable-pip-version-check confluent-kafka==2.16.1

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
admin.create_topics([NewTopic("articles", 1, 1)])["articles"].result()

producer = Producer({**server, "transactional.id": "worker"})
producer.init_transactions(60)
for value, end in [("first", producer.commit_transaction),
                   ("second, withdrawn", producer.abort_transaction),
                   ("second", producer.commit_transaction)]:
    producer.begin_transaction()
    producer.produce("articles", value.encode(), key=b"id")
    producer.flush()
    end()

consumer = Consumer({**server, "group.id": "group", "isolation.level": "read_committed",
                     "enable.partition.eof": True})
consumer.assign([TopicPartition("articles", 0, 0)])
values = []
while (message := consumer.poll(30)) is not None and not message.error():
    values.append(message.value().decode())
print("confluent-kafka", confluent_kafka.version(), "reads:", " | ".join(values))
sys.exit(values != ["first", "second"])
PYTHON
venv/bin/python produce.py "127.0.0.1:$port"

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
	"time"

	"github.com/segmentio/kafka-go"
)

func main() {
	reader := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{os.Args[1]}, Topic: "articles",
		IsolationLevel: kafka.ReadCommitted, MaxWait: 100 * time.Millisecond})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	found := ""
	for offset := 0; offset < 6; offset++ { // three records, three markers
		message, err := reader.ReadMessage(ctx)
		if err != nil {
			break
		}
		found += fmt.Sprintf("%d: key %q value %q\n", message.Offset, message.Key, message.Value)
	}
	fmt.Print("kafka-go 0.4.51 reads:\n", found)

	expected := `0: key "id" value "first"
1: key "\x00\x00\x00\x01" value "\x00\x00\x00\x00\x00\x00"
2: key "id" value "second, withdrawn"
3: key "\x00\x00\x00\x00" value "\x00\x00\x00\x00\x00\x00"
4: key "id" value "second"
5: key "\x00\x00\x00\x01" value "\x00\x00\x00\x00\x00\x00"
`
	if found != expected {
		fmt.Println("changed")
		os.Exit(1)
	}
	fmt.Println("as described")
}
GO
go run . "127.0.0.1:$port"
