#!/usr/bin/env bash
# librdkafka forgets where a partition was forwarded to (rd_kafka_queue_forward)
# when it is assigned again: the call succeeds, there is no error, and the messages
# stay in the partition's own queue, which nobody polls. It matters to programs that
# start partitions at other offsets. Unassigning, and a moment before the next
# assign, avoids it. Seen with librdkafka 2.16.0 (confluent-kafka 2.16.1 from PyPI;
# rd_kafka_toppar_fetch_stop in rdkafka_partition.c) and with 2.0.2.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  confluent-kafka==2.16.1

"$folder/venv/bin/python" - <<'PYTHON'
import ctypes
import glob
import os
import sys
import time

import confluent_kafka
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient

print("confluent-kafka", confluent_kafka.version(), "with librdkafka",
      confluent_kafka.libversion()[0])
TOPIC, MESSAGES = b"topic", 10

packages = os.path.dirname(os.path.dirname(confluent_kafka.__file__))
library = ctypes.CDLL(glob.glob(f"{packages}/confluent_kafka.libs/librdkafka-*.so*")[0])
for function in ("conf_new", "new", "topic_partition_list_new", "topic_partition_list_add",
                 "queue_new", "queue_get_partition", "queue_poll", "event_message_next"):
    getattr(library, f"rd_kafka_{function}").restype = ctypes.c_void_p


class Partition(ctypes.Structure):  # the beginning of rd_kafka_topic_partition_t
    _fields_ = [("topic", ctypes.c_char_p), ("partition", ctypes.c_int32),
                ("offset", ctypes.c_int64)]


mock = AdminClient({"test.mock.num.brokers": 1, "log_level": 0})
brokers = ",".join(f"{b.host}:{b.port}" for b in mock.list_topics(timeout=10).brokers.values())
producer = Producer({"bootstrap.servers": brokers, "log_level": 0})
for _ in range(MESSAGES):
    producer.produce(TOPIC.decode(), b"value", partition=0)
assert producer.flush(10) == 0

error = ctypes.create_string_buffer(512)
conf = ctypes.c_void_p(library.rd_kafka_conf_new())
for name, value in {"bootstrap.servers": brokers, "group.id": "group", "log_level": "0",
                    "enable.auto.commit": "false"}.items():
    library.rd_kafka_conf_set(conf, name.encode(), value.encode(), error, 512)
client = ctypes.c_void_p(library.rd_kafka_new(1, conf, error, 512))  # a consumer
own_queue = ctypes.c_void_p(library.rd_kafka_queue_new(client))


def partition_queue():
    return ctypes.c_void_p(library.rd_kafka_queue_get_partition(client, TOPIC, 0))


def assign_from_the_beginning():
    library.rd_kafka_queue_forward(partition_queue(), own_queue)
    partitions = ctypes.c_void_p(library.rd_kafka_topic_partition_list_new(1))
    added = library.rd_kafka_topic_partition_list_add(partitions, TOPIC, 0)
    ctypes.cast(added, ctypes.POINTER(Partition)).contents.offset = 0
    assert library.rd_kafka_assign(client, partitions) == 0


def messages_in(queue, seconds=3):
    found, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        event = ctypes.c_void_p(library.rd_kafka_queue_poll(queue, 100))
        if event:
            found += library.rd_kafka_event_message_next(event) is not None
            library.rd_kafka_event_destroy(event)
    return found


assign_from_the_beginning()
first = messages_in(own_queue)
assign_from_the_beginning()
again = messages_in(own_queue), messages_in(partition_queue())
library.rd_kafka_assign(client, None)
time.sleep(0.5)
assign_from_the_beginning()
after_a_pause = messages_in(own_queue)

print(f"assigned:                        {first} messages in the queue forwarded to")
print(f"assigned again at once:          {again[0]}, and {again[1]} in the partition's own queue")
print(f"unassigned, then assigned again: {after_a_pause}")
changed = (first, *again, after_a_pause) != (MESSAGES, 0, MESSAGES, MESSAGES)
print("changed" if changed else "as described")
sys.stdout.flush()
os._exit(1 if changed else 0)  # the clients' threads need no farewell
PYTHON
