"""What workers show of themselves, held against what the topics hold."""

from collections import Counter
from contextlib import closing

import pytest

from articles import Input, Newsroom
from cluster import free_ports
from metrics import PARTS, address, get, scrape
from prometheus import Prometheus
from waiting import eventually

MIN_SCRAPES = 50


@pytest.mark.integration
@pytest.mark.cost(5)
def test_counts_are_what_the_topics_hold(fleet):
    bad = [Input(None), Input(b"{\"content\": 1}"), Input(b"<html></html>")]
    fleet.produce([*Newsroom(60).stories(400, copies=0.2), *bad])
    worker = fleet.worker()
    fleet.wait_all_committed()

    page = scrape(worker)
    relations = Counter()
    for name in ("articles", "duplicates"):
        for relation in page.labels(f"newsmill_{name}_total", "relation"):
            relations[relation] += page.sum(f"newsmill_{name}_total", relation=relation)
    reasons = Counter({reason: page.sum("newsmill_dead_letters_total", reason=reason)
                       for reason in page.labels("newsmill_dead_letters_total", "reason")})
    assert +relations == fleet.relations()
    assert +reasons == Counter(letter.header("newsmill-reason").decode()
                               for letter in fleet.dead_letters())
    assert page.sum("newsmill_input_messages_total") == 403
    assert page.sum("newsmill_in_flight_items") == 0
    assert page.sum("newsmill_in_flight_bytes") == 0
    assert page.sum("newsmill_conservation_error_items") == page.imbalance() == 0
    assert page.sum("newsmill_end_to_end_seconds_count") == 403
    assert page.sum("newsmill_index_entries") == len(fleet.articles())


@pytest.mark.integration
@pytest.mark.cost(6)
def test_lag_is_nothing_once_all_is_committed(fleet):
    """Also behind markers of transactions, which take offsets but are no messages."""
    fleet.produce_in_transaction(Newsroom(61).stories(200))
    worker = fleet.worker()
    eventually(lambda: scrape(worker).sum("newsmill_articles_total") > 0, 60, "articles")

    def caught_up():
        page = scrape(worker)
        return (page.labels("newsmill_input_lag_messages", "partition") == set("0123") and
                page.sum("newsmill_input_lag_messages") == 0 and
                page.sum("newsmill_in_flight_items") == 0 and page)
    page = eventually(caught_up, 30, "no lag")
    assert page.sum("newsmill_input_event_time_lag_seconds") == 0
    assert page.sum("newsmill_log_lag_entries") == 0
    # The markers are committed, too: the group's lag ends in other tools as well.
    eventually(lambda: fleet.committed() == fleet.ends(), 30, "the ends are committed")


@pytest.mark.integration
@pytest.mark.cost(5)
def test_lag_is_what_waits(fleet, faulty):
    cork = fleet.directory / "cork"
    cork.touch()
    fleet.produce(Newsroom(62).stories(100))
    worker = fleet.worker(faults={"CORK": str(cork)})
    worker.wait_fault("corked")

    eventually(lambda: scrape(worker).sum("newsmill_input_lag_messages") == 100, 30, "lag of 100")
    page = scrape(worker)
    assert page.sum("newsmill_in_flight_items") == page.sum("newsmill_input_items_total") > 0
    assert page.imbalance() == 0
    cork.unlink()
    eventually(lambda: scrape(worker).sum("newsmill_input_lag_messages") == 0, 30, "no lag")


@pytest.mark.integration
@pytest.mark.cost(5)
def test_health_follows_a_workers_life(fleet, faulty):
    fleet.produce([Newsroom(63).story("SLOWLY")])
    worker = fleet.worker(faults={"SLOW_ON": "SLOWLY", "SLOW_MS": "2000"})
    assert get(worker, "/livez")[0] == 200
    eventually(lambda: get(worker, "/readyz") == (200, "ready\n"), 30, "ready")
    assert scrape(worker).sum("newsmill_ready") == 1
    worker.wait_fault("slow")

    worker.ask_to_stop()
    worker.wait_log("draining")

    status, why = get(worker, "/readyz")
    assert (status, "draining" in why) == (503, True)
    assert get(worker, "/livez")[0] == 200
    assert worker.wait_exit() == 0


@pytest.mark.integration
@pytest.mark.cost(5)
def test_a_worker_without_partitions_is_ready(fleet):
    workers = [fleet.worker(f"w{i}") for i in range(5)]
    for worker in workers:
        eventually(lambda w=worker: get(w, "/readyz")[0] == 200, 30, f"{worker.name} is ready")
    eventually(lambda: sorted(scrape(w).sum("newsmill_assigned_partitions") for w in workers)
               == [0, 1, 1, 1, 1], 30, "one has no partition")


@pytest.mark.integration
@pytest.mark.cost(2)
def test_an_address_that_is_taken_is_told(fleet):
    first = fleet.worker("first")
    second = fleet.worker("second", http__listen=address(first))

    assert second.wait_exit() == 1
    assert "Address already in use" in second.last_words()


@pytest.mark.integration
@pytest.mark.cost(6)
def test_items_of_a_commit_without_an_answer_balance(fleet, faulty):
    fleet.produce(Newsroom(64).stories(500))
    worker = fleet.worker(faults={"LOST_ANSWER": "1"})
    imbalances = []

    def done():
        page = scrape(worker)
        imbalances.append(page.imbalance())
        # The group has it all before the worker knows.
        return fleet.is_all_committed() and page.sum("newsmill_in_flight_items") == 0
    eventually(done, 60, "everything committed, and known to be")

    page = scrape(worker)
    assert set(imbalances) == {0}
    assert page.sum("newsmill_transaction_failures_total", cause="retry") > 0
    assert page.sum("newsmill_articles_total") == len(fleet.articles())


@pytest.mark.integration
@pytest.mark.cost(4)
def test_control_a_miscounted_item_shows(fleet, faulty):
    fleet.produce(Newsroom(65).stories(50))
    worker = fleet.worker(faults={"MISCOUNT": "1"})
    fleet.wait_all_committed()

    page = scrape(worker)
    assert page.sum("newsmill_conservation_error_items") == page.imbalance() < 0


@pytest.mark.fault
@pytest.mark.cost(15)
def test_books_balance_at_every_scrape_of_a_prometheus(fleet):
    ports = free_ports(2)
    first, second = (fleet.worker(f"w{i}", fleet.config(
        f"w{i}", http__listen=f"127.0.0.1:{port}", kafka__instance_id=f"w{i}"))
        for i, port in enumerate(ports))
    fleet.wait_members(2)
    with closing(Prometheus(fleet.directory, {
            f"w{i}": f"127.0.0.1:{port}" for i, port in enumerate(ports)}, "100ms")) as prometheus:
        feed = fleet.feed(Newsroom(66).stories(4000), per_second=400)
        fleet.wait_committed(1000)
        first.kill9()
        fleet.wait_committed(1500)
        first.start()
        feed.finish()
        fleet.wait_all_committed()
        eventually(lambda: prometheus.query("sum(newsmill_input_lag_messages)") == 0, 30,
                   "Prometheus sees no lag")
        eventually(lambda: prometheus.query("count(up == 1)") == 2, 30, "both are scraped")
        eventually(lambda: prometheus.query("sum(newsmill_in_flight_items)") == 0, 30,
                   "Prometheus sees nothing in flight")

        errors = prometheus.samples("newsmill_conservation_error_items")
        assert len(errors) >= MIN_SCRAPES and set(errors) == {0}
        assert min(prometheus.samples("newsmill_in_flight_items")) >= 0
        assert_balanced(prometheus)
        assert prometheus.query("sum(newsmill_assigned_partitions)") == 4
        assert {"0", "1", "2", "3"} == set(
            prometheus.values("newsmill_input_lag_messages", "partition"))
        # What the killed one counted after its last scrape is gone with it.
        counted = prometheus.query("sum(newsmill_articles_total)")
        assert 0 < counted <= len(fleet.articles())
    assert second.is_running
    assert fleet.violations() == []


def assert_balanced(prometheus: Prometheus) -> None:
    """By Prometheus' own arithmetic, each tenth of a second."""
    parts = " - ".join(f"sum by(worker)({part})" for part in PARTS)
    imbalance = f"abs(sum by(worker)(newsmill_input_items_total) - {parts})"
    worst = prometheus.values(f"max_over_time(({imbalance})[10m:100ms])", "worker")
    assert worst == {"w0": 0, "w1": 0}
