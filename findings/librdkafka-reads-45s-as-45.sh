#!/usr/bin/env bash
# librdkafka accepts a number with a unit and drops the unit: "30s" is 30 ms and
# "5MiB" is 5 bytes; "01000" is octal, 512, and "4294967301" is 5. It matters to
# all who write durations or sizes into a client's settings: a time-out becomes
# a thousand times shorter without a warning, as long as it is in the range.
# Seen with librdkafka 2.16.0 (confluent-kafka 2.16.1 from PyPI). Source:
# rd_kafka_anyconf_set_prop in rdkafka_conf.c, strtol(value, &end, 0).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q --disable-pip-version-check \
  confluent-kafka==2.16.1

"$folder/venv/bin/python" - <<'PYTHON'
import sys
import time

import confluent_kafka
from confluent_kafka import KafkaException, Producer

print("confluent-kafka", confluent_kafka.version(), "with librdkafka",
      confluent_kafka.libversion()[0])


def seconds_until_given_up(timeout):
    """How long a message waits for a broker that does not exist."""
    producer = Producer({"bootstrap.servers": "127.0.0.1:9", "message.timeout.ms": timeout,
                         "log_level": 0})
    reports = []
    producer.produce("topic", b"value", on_delivery=lambda error, _: reports.append(error))
    began = time.monotonic()
    while not reports and time.monotonic() - began < 40:
        producer.poll(0.01)
    return time.monotonic() - began


changed = False

# What the number becomes: a range check shows it.
for value, read_as in [("5MiB", "5"), ("01000", "512"), ("4294967301", "5")]:
    try:
        Producer({"message.max.bytes": value, "log_level": 0})
        answer = "accepted"
    except KafkaException as error:
        answer = error.args[0].str().strip()
    print(f'message.max.bytes="{value}": {answer}')
    changed = changed or f"value {read_as} is outside allowed range" not in answer

# Where it is in the range, there is no error.
for value in ("30s", "5 minutes"):
    try:
        took = seconds_until_given_up(value)
        print(f'message.timeout.ms="{value}": accepted; the message failed after {took:.1f} s')
        changed = changed or took > 10
    except KafkaException as error:
        print(f'message.timeout.ms="{value}": {error.args[0].str()}')
        changed = True

if changed:
    sys.exit("librdkafka's behaviour has changed")
print("units are dropped, as described")
PYTHON
