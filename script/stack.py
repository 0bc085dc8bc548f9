"""The fleet of script/stack, from the parts that the integration tests are made of."""

import argparse
import pathlib
import shutil
import signal
import sys
import tempfile
import threading
import time
from contextlib import ExitStack

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / "tests" / folder)
                for folder in ("integration", "checker")]

import places  # noqa: E402  (needs the path above)
from articles import Input, Newsroom  # noqa: E402
from cluster import Cluster  # noqa: E402
from fleet import PARTITIONS, InputProducer  # noqa: E402
from metrics import address  # noqa: E402
from prometheus import Prometheus  # noqa: E402
from worker import Worker, run_command  # noqa: E402

CONFIG = places.ROOT / "config" / "newsmill.yaml"
COPIES = 0.3  # a share of the articles
POISON = Input(b"<html><title>Nothing to read</title></html>")
EVERY_S = 5
STATE = {
    "ready": "sum(newsmill_ready)",
    "items/s": "sum(rate(newsmill_input_items_total[10s]))",
    "waiting": "sum(newsmill_input_lag_messages)",
    "articles": "sum(newsmill_articles_total)",
    "duplicates": "sum(newsmill_duplicates_total)",
    "dead letters": "sum(newsmill_dead_letters_total)",
    "p99 s": "histogram_quantile(0.99, sum by (le) (rate(newsmill_end_to_end_seconds_bucket[1m])))",
    "conservation error": "sum(newsmill_conservation_error_items)",
}


class Load:
    """Sends articles, and once a second a page without an article, from its own thread."""

    TICK_S = 0.1

    def __init__(self, brokers: str, per_second: int):
        self._producer = InputProducer(brokers, "news.raw")
        self._newsroom = Newsroom(1)
        self._per_tick = max(1, round(per_second * self.TICK_S))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        next_tick = time.monotonic()
        while not self._stop.wait(max(0, next_tick - time.monotonic())):
            next_tick += self.TICK_S
            for each in self._newsroom.stories(self._per_tick, COPIES):
                self._producer.send(each)
            if int(next_tick) > int(next_tick - self.TICK_S):  # once a second
                self._producer.send(POISON)


def start_workers(cluster: Cluster, directory: pathlib.Path, count: int) -> list[Worker]:
    environment = {"NEWSMILL_KAFKA__BROKERS": cluster.brokers,
                   "NEWSMILL_KAFKA__ALLOW_UNSAFE_TOPICS": "true",
                   "NEWSMILL_HTTP__LISTEN": "127.0.0.1:0"}
    created = run_command(places.NEWSMILL, "topics", "--config", CONFIG, "--create",
                          "--partitions", str(PARTITIONS), environment=environment)
    if created.returncode != 0:
        raise SystemExit(created.stderr)
    return [Worker(f"worker-{i + 1}", places.NEWSMILL, CONFIG, directory,
                   environment=environment).start() for i in range(count)]


def stop_all(workers: list[Worker]) -> None:
    for worker in workers:
        worker.sigterm()


def show_state(prometheus: Prometheus) -> None:
    print("  ".join(f"{name} {prometheus.query(query) or 0:.6g}"
                    for name, query in STATE.items()), flush=True)


def run(arguments: argparse.Namespace, ended: threading.Event) -> None:
    with ExitStack() as cleanup:
        directory = pathlib.Path(tempfile.mkdtemp(prefix="newsmill-stack-"))
        cleanup.callback(shutil.rmtree, directory, ignore_errors=True)
        cluster = Cluster(directory)
        cleanup.callback(cluster.close, keep_logs=False)
        workers = start_workers(cluster, directory, arguments.workers)
        cleanup.callback(stop_all, workers)
        prometheus = Prometheus(directory, {worker.name: address(worker) for worker in workers})
        cleanup.callback(prometheus.close)
        load = Load(cluster.brokers, arguments.rate)
        cleanup.callback(load.stop)

        print(f"Kafka       {cluster.brokers}\nPrometheus  {prometheus.url}")
        for worker in workers:
            print(f"{worker.name}    http://{address(worker)}/metrics  log {worker.log_file}")
        deadline = time.monotonic() + (arguments.seconds or float("inf"))
        while time.monotonic() < deadline and not ended.wait(
                min(EVERY_S, max(0, deadline - time.monotonic()))):
            show_state(prometheus)


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/stack")
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--rate", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=0)
    arguments = parser.parse_args()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    run(arguments, ended)


if __name__ == "__main__":
    main()
