#!/usr/bin/env bash
# The Python client commits offset metadata with a zero byte at the end: "note"
# becomes five bytes, and Python hides it when it reads the text back. It matters to
# readers in C, C++, Go and Java that compare or parse the metadata, and to tools that
# copy a group's offsets. The C library writes what it is given. Seen with
# confluent-kafka 2.16.1 (librdkafka 2.16.0) from PyPI. Source: py_to_c_parts in
# confluent_kafka.c, strlen(metadata) + 1.
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

import confluent_kafka
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

print("confluent-kafka", confluent_kafka.version(), "with librdkafka",
      confluent_kafka.libversion()[0])
TOPIC, GROUP = "topic", "group"


class Partition(ctypes.Structure):  # rd_kafka_topic_partition_t
    _fields_ = [("topic", ctypes.c_char_p), ("partition", ctypes.c_int32),
                ("offset", ctypes.c_int64), ("metadata", ctypes.c_void_p),
                ("metadata_size", ctypes.c_size_t), ("opaque", ctypes.c_void_p),
                ("err", ctypes.c_int), ("private", ctypes.c_void_p)]


class PartitionList(ctypes.Structure):
    _fields_ = [("cnt", ctypes.c_int), ("size", ctypes.c_int),
                ("elems", ctypes.POINTER(Partition))]


packages = os.path.dirname(os.path.dirname(confluent_kafka.__file__))
library = ctypes.CDLL(glob.glob(f"{packages}/confluent_kafka.libs/librdkafka-*.so*")[0])
library.rd_kafka_conf_new.restype = ctypes.c_void_p
library.rd_kafka_new.restype = ctypes.c_void_p
library.rd_kafka_topic_partition_list_new.restype = ctypes.POINTER(PartitionList)
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p

mock = AdminClient({"test.mock.num.brokers": 1, "log_level": 0})
brokers = ",".join(f"{b.host}:{b.port}" for b in mock.list_topics(timeout=10).brokers.values())
producer = Producer({"bootstrap.servers": brokers, "log_level": 0})
producer.produce(TOPIC, b"value")  # creates the topic
assert producer.flush(10) == 0


def c_client():
    error = ctypes.create_string_buffer(512)
    conf = ctypes.c_void_p(library.rd_kafka_conf_new())
    for name, value in {"bootstrap.servers": brokers, "group.id": GROUP, "log_level": "0"}.items():
        library.rd_kafka_conf_set(conf, name.encode(), value.encode(), error, 512)
    return ctypes.c_void_p(library.rd_kafka_new(1, conf, error, 512))  # a consumer


def one_partition():
    partitions = library.rd_kafka_topic_partition_list_new(1)
    library.rd_kafka_topic_partition_list_add(partitions, TOPIC.encode(), 0)
    return partitions


def read_by_c():
    partitions = one_partition()
    assert library.rd_kafka_committed(client, partitions, 10_000) == 0
    found = partitions.contents.elems[0]
    return ctypes.string_at(found.metadata, found.metadata_size)


def commit_by_c(text):
    partitions = one_partition()
    given = partitions.contents.elems[0]
    given.offset, given.metadata_size = 5, len(text)
    given.metadata = libc.malloc(ctypes.c_size_t(len(text)))  # the list frees it
    ctypes.memmove(given.metadata, text, len(text))
    assert library.rd_kafka_commit(client, partitions, 0) == 0


client = c_client()
python = Consumer({"bootstrap.servers": brokers, "group.id": GROUP, "log_level": 0})
python.commit(offsets=[TopicPartition(TOPIC, 0, 5, "note")], asynchronous=False)
by_python = read_by_c()
hidden = python.committed([TopicPartition(TOPIC, 0)], 10)[0].metadata
commit_by_c(b"note")
by_c = read_by_c()

print("committed by Python, read by C:     ", by_python)
print("committed by Python, read by Python:", repr(hidden))
print("committed by C, read by C:          ", by_c)
sys.stdout.flush()
changed = (by_python, hidden, by_c) != (b"note\0", "note", b"note")
print("changed" if changed else "as described", flush=True)
os._exit(1 if changed else 0)  # the clients' threads need no farewell
PYTHON
