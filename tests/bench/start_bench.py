"""The start of a worker on a long fingerprint log, beside another build of the worker.

Fills an untrimmed log on a real broker: by default 10 million entries, of which 30 % are
copies, with room for 3 million texts. Then starts the worker, and the other build if one is
named, and waits until each has read the log. The same log, the same run.

  start_bench.py [--entries N] [--copies PERCENT] [--texts N] [--other PROGRAM]
"""

import argparse
import json
import pathlib
import signal
import subprocess
import time

from own_broker import own_broker

import places
from fleet import Fleet, Names, create_topics

FILL = places.NEWSMILL.parent / "newsmill_fill_log"
NAMES = Names("news.raw", "news.articles", "news.duplicates", "news.deadletters",
              "news.fingerprints", group="bench-start")


def start(program: pathlib.Path, config: pathlib.Path) -> dict:
    """The seconds until the worker has read the log, its memory then, and what it says."""
    begun = time.monotonic()
    process = subprocess.Popen([program, "run", "--config", config], stderr=subprocess.PIPE,
                               text=True)
    for line in process.stderr:
        event = json.loads(line)
        if event.get("event") != "caught_up":
            continue
        seconds = time.monotonic() - begun
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        resident = int(status.split("VmRSS:")[1].split()[0]) * 1024
        process.send_signal(signal.SIGTERM)
        process.communicate()
        return {"seconds": seconds, "resident": resident, "texts": event["texts"]}
    raise RuntimeError(f"{program} ended with {process.wait()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000_000)
    parser.add_argument("--copies", type=int, default=30)
    parser.add_argument("--texts", type=int, default=3_000_000)
    parser.add_argument("--other", type=pathlib.Path, help="another build of newsmill")
    arguments = parser.parse_args()
    with own_broker() as (cluster, directory):
        create_topics(cluster, NAMES)
        subprocess.run([FILL, cluster.brokers, NAMES.group, NAMES.fingerprints,
                        str(arguments.entries), str(arguments.copies), str(arguments.texts)],
                       check=True)
        config = Fleet(cluster, NAMES, directory).config(dedup__window="72h",
                                                         dedup__max_entries=arguments.texts)
        print(f"start with {arguments.entries} entries, {arguments.copies} % copies")
        print(f"{'program':<10} {'seconds':>8} {'texts':>9} {'resident bytes a text':>22}")
        programs = {"this": places.NEWSMILL}
        if arguments.other:
            programs["other"] = arguments.other
        for name, program in programs.items():
            done = start(program, config)
            print(f"{name:<10} {done['seconds']:8.1f} {done['texts']:9} "
                  f"{done['resident'] / done['texts']:22.0f}", flush=True)


if __name__ == "__main__":
    main()
