#!/usr/bin/env bash
# A consumer of librdkafka sends no fetch for a second after its queue was full, even
# if the program empties the queue at once: it waits, with messages on the broker, two
# idle processors and nothing in the log. It matters to everybody who reads a topic
# from the beginning with a small queue. fetch.queue.backoff.ms changes it since 2.2;
# Debian 12 has 2.0.2, where only a larger queue helps. Seen with confluent-kafka 2.0.2
# and 2.3.0 from PyPI (the bundled librdkafka and its mock broker).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/read.py" <<'PYTHON'
"""Prints the version, and the seconds to read all messages with a queue of 1 MiB."""
import sys
import time

from confluent_kafka import Consumer, Producer, TopicPartition, libversion
from confluent_kafka.admin import AdminClient

MESSAGES, SIZE = 4000, 1000
mock = AdminClient({"test.mock.num.brokers": 1, "log_level": 0})
brokers = ",".join(f"{b.host}:{b.port}" for b in mock.list_topics(timeout=10).brokers.values())
producer = Producer({"bootstrap.servers": brokers, "log_level": 0})
for _ in range(MESSAGES):
    producer.produce("topic", b"v" * SIZE, partition=0)
assert producer.flush(30) == 0

settings = dict(argument.split("=") for argument in sys.argv[1:])
consumer = Consumer({"bootstrap.servers": brokers, "group.id": "group", "log_level": 0,
                     "auto.offset.reset": "earliest",
                     "queued.max.messages.kbytes": 1024, **settings})
consumer.assign([TopicPartition("topic", 0, 0)])
first = last = None
left = MESSAGES
while left > 0:
    messages = consumer.consume(500, timeout=10)
    assert messages and all(message.error() is None for message in messages)
    first = first or time.monotonic()
    last = time.monotonic()
    left -= len(messages)
consumer.close()
print(libversion()[0], round(last - first, 2))
PYTHON

seconds() { # VERSION [SETTING]
  local venv="$folder/$1"
  [ -d "$venv" ] || {
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install -q --disable-pip-version-check "confluent-kafka==$1"
  }
  "$venv/bin/python" "$folder/read.py" "${@:2}"
}

old=$(seconds 2.0.2)
large=$(seconds 2.0.2 queued.max.messages.kbytes=65536)
default=$(seconds 2.3.0)
new=$(seconds 2.3.0 fetch.queue.backoff.ms=10)
echo "4 MB from a broker on this machine, version and seconds:"
echo "  queue of 1 MiB:                              $old"
echo "  queue of 64 MiB:                             $large"
echo "  queue of 1 MiB:                              $default"
echo "  queue of 1 MiB, fetch.queue.backoff.ms=10:   $new"
python3 - "${old#* }" "${large#* }" "${default#* }" "${new#* }" <<'PYTHON'
import sys

old, large, default, new = map(float, sys.argv[1:])
pauses = min(old, default) > 0.8 and max(large, new) < 0.5
sys.exit(0 if pauses else "the behaviour has changed")
PYTHON
