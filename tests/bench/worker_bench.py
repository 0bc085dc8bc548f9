"""The worker on a real Kafka beside a pass-through transactional loop.

Both get the same messages from the same broker in the same run, by turns; what
counts is the CPU time of the whole process, a message. The loop does what no
exactly-once worker can do without, so the ratio tells what the work costs.

  worker_bench.py [--rounds N] [--scale F]
"""

import argparse
import base64
import json
import os
import pathlib
import random
import signal
import statistics
import subprocess
from dataclasses import replace

from own_broker import own_broker

import places
from articles import Input, Newsroom
from cluster import Cluster
from fleet import PARTITIONS, Fleet, Names, create_topics
from waiting import eventually

LOOP = places.NEWSMILL.parent / "tests" / "pass_through_loop"


def texts(count: int) -> list[Input]:
    """4 KB of plain text, as a scraper leaves it."""
    newsroom = Newsroom(seed=1)
    return [newsroom.story() for _ in range(count)]


def pages(count: int) -> list[Input]:
    """A page of about 175 KB, most of it script and style, in base64."""
    newsroom = Newsroom(seed=2)
    noise = random.Random(3)
    script = "".join(f"window.v{noise.randrange(10**9)}=\"{noise.randrange(10**12)}\";\n"
                     for _ in range(3400))
    made = []
    for i in range(count):
        paragraphs = "".join(f"<p>{line}</p>\n" for line in
                             newsroom.text(size=6000).split("\n") if line)
        links = "".join(f'<li><a href="/s/{j}">Section {j}</a></li>\n' for j in range(300))
        html = (f"<!doctype html><html lang=en><head><title>Story {i}</title><style>"
                f".a{{color:red}}\n</style><script>{script}</script></head><body><nav><ul>{links}"
                f"</ul></nav><article><h1>Story {i}</h1>{paragraphs}</article></body></html>")
        envelope = {"id": f"page-{i}", "url": f"https://daily.example/page/{i}",
                    "content_type": "text/html; charset=utf-8", "content_encoding": "base64",
                    "content": base64.b64encode(html.encode()).decode()}
        made.append(Input(json.dumps(envelope).encode(), b"page"))
    return made


def cpu_ms(process: subprocess.Popen) -> float:
    """Waits for the process's end; its CPU time, all threads."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def run_loop(fleet: Fleet, count: int, round_: int) -> float:
    group = f"{fleet.names.group}-loop-{round_}"
    process = subprocess.Popen([LOOP, fleet.cluster.brokers, group, fleet.names.raw,
                                fleet.names.duplicates, str(count)])
    return cpu_ms(process)


def run_worker(cluster: Cluster, raw: str, directory: pathlib.Path, count: int) -> float:
    """A worker with a group, outputs and a log of its own."""
    names = replace(Names.fresh("bench-worker"), raw=raw)
    create_topics(cluster, names)
    fleet = Fleet(cluster, names, directory)
    config = fleet.config(names.group, kafka__properties={}, worker__commit_interval="1s")
    log = directory / f"{names.group}.log"
    with open(log, "wb") as lines:
        process = subprocess.Popen([places.NEWSMILL, "run", "--config", config], stderr=lines)
    ended = pathlib.Path(f"/proc/{process.pid}/stat")

    def done() -> bool:
        if ended.read_text().split(") ")[1][0] == "Z":  # a zombie: cpu_ms reads its time
            raise RuntimeError(log.read_text()[-1000:])
        return fleet.committed_messages() >= count
    eventually(done, 600, f"the worker commits {count} messages")
    process.send_signal(signal.SIGTERM)
    return cpu_ms(process)


def measure(cluster: Cluster, directory: pathlib.Path, name: str, inputs: list[Input],
            rounds: int) -> None:
    names = Names.fresh(f"bench-{name}")
    create_topics(cluster, names)
    (directory / names.group).mkdir()
    fleet = Fleet(cluster, names, directory / names.group)
    fleet.produce(inputs)
    loop, worker = [], []
    for round_ in range(rounds):
        loop.append(run_loop(fleet, len(inputs), round_) / len(inputs))
        worker.append(run_worker(cluster, names.raw, fleet.directory, len(inputs)) / len(inputs))
    fleet.close()
    size = statistics.mean(len(each.value) for each in inputs) / 1024
    ratio = statistics.median(w / l for w, l in zip(worker, loop))
    print(f"{name:<18} {size:8.1f} {len(inputs):9} {statistics.median(loop):12.3f} "
          f"{statistics.median(worker):12.3f} {ratio:8.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scale", type=float, default=1.0, help="of the numbers of messages")
    arguments = parser.parse_args()
    with own_broker() as (cluster, directory):
        print(f"CPU-ms a message, {PARTITIONS} partitions, median of {arguments.rounds} rounds")
        print(f"{'workload':<18} {'KB':>8} {'messages':>9} {'pass-through':>12} "
              f"{'newsmill':>12} {'ratio':>8}")
        measure(cluster, directory, "text", texts(int(20000 * arguments.scale)),
                arguments.rounds)
        measure(cluster, directory, "page-base64", pages(int(1000 * arguments.scale)),
                arguments.rounds)


if __name__ == "__main__":
    main()
